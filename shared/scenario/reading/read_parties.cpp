#include "scenario/reading/draft.hpp"

#include <fmt/format.h>

namespace dealtafel::reading {

namespace {

constexpr std::size_t short_characters_max = 16;

Scale level_of(PartyKind kind) {
    switch (kind) {
        case PartyKind::civil_society: return Scale::neighbourhood;
        case PartyKind::municipality: return Scale::municipal;
        case PartyKind::province:
        case PartyKind::water_board:
        case PartyKind::knowledge:
        case PartyKind::business: return Scale::regional;
        case PartyKind::central_government:
        case PartyKind::ministry: return Scale::supra_regional;
    }
    return Scale::regional;
}

void check_short(const Field<Text>& text, Context& context) {
    if (!text.value) return;
    for (const auto& [language, words] : text.value->by_language) {
        const std::size_t count = characters(words);
        if (count <= short_characters_max) continue;
        context.findings.error(text.place,
                               fmt::format("`short` must have at most {} characters, not {} (`{}`)",
                                           short_characters_max, count, language));
    }
}

Party read_party(const TableReader& reader, const PartyFields& fields) {
    Party party;
    party.id = fields.id;
    party.kind = fields.kind.value_or(PartyKind::civil_society);
    party.title = reader.text("title").value_or({});
    const Field<Text> short_title = reader.text("short");
    check_short(short_title, reader.context());
    party.short_title = short_title.value_or({});
    party.region = fields.region.value;
    party.level = reader.word<Scale>("level").value_or(level_of(party.kind));
    party.required = fields.required.value_or(false);
    party.lead = fields.lead.value_or(false);
    const bool is_centre = party.kind == PartyKind::central_government;
    const bool sits = party.region.has_value() || party.kind == PartyKind::ministry;
    party.at_table = !is_centre && fields.at_table.value_or(sits);
    party.budget = reader.money("budget").value_or({});
    party.capabilities = fields.capabilities.value_or({});
    party.money_value = reader.number("money_value", not_below_0).value_or(1);
    party.reserve = reader.number("reserve", any_number).value_or(0);
    party.public_face = reader.text("public").value_or({});
    party.brief = reader.text("brief").value_or({});
    if (const toml::node* interests = reader.find("interests")) {
        party.interests =
            read_interests(*interests, reader.context()).value_or(std::vector<Interest>());
    }
    party.mandates = read_mandates(reader, reader.context().names.find<PartyId>(fields.id));
    return party;
}

}  // namespace

void read_parties(Draft& draft, Context& context) {
    Scenario& scenario = draft.scenario;
    for (const toml::table* table : context.names.things("party").tables) {
        const TableReader reader(*table, party_shape(), context);
        PartyFields fields{reader.place(),
                           id_of(*table),
                           reader.word<PartyKind>("kind"),
                           reader.reference<RegionId>("region"),
                           reader.boolean("required"),
                           reader.boolean("lead"),
                           reader.boolean("at_table"),
                           reader.references<CapabilityId>("capabilities")};
        Party party = read_party(reader, fields);
        if (const auto id = context.names.find<PartyId>(party.id)) {
            scenario.file_order.push_back(*id);
            if (party.kind == PartyKind::central_government) scenario.centre = *id;
            if (party.lead && party.region) {
                scenario.regions[party.region->value].lead = *id;
            }
        }
        draft.parties.push_back(std::move(fields));
        store(scenario.parties, IdKind::party, std::move(party), context);
    }
}

}  // namespace dealtafel::reading
