#include "scenario/reading/draft.hpp"

#include <fmt/format.h>

namespace dealtafel::reading {

namespace {

std::vector<double> read_urgency(const TableReader& reader) {
    Findings& findings = reader.context().findings;
    std::vector<double> urgency;
    const toml::node* node = reader.find("urgency");
    const toml::array* list = node != nullptr ? read_list(*node, "urgency", findings) : nullptr;
    if (list == nullptr) return urgency;
    if (list->empty()) {
        findings.error(place_of(*node), "`urgency` must hold at least one number");
    }
    for (const toml::node& item : *list) {
        const auto value = read_number(item, "urgency", unit_range, findings);
        if (value) urgency.push_back(*value);
    }
    return urgency;
}

std::vector<Effect> read_effects(const TableReader& reader) {
    std::vector<Effect> effects;
    const toml::node* node = reader.find("effects");
    if (node == nullptr) return effects;
    const auto given = read_numbers<ThemeId>(*node, "effects", any_number, reader.context());
    if (!given) return effects;
    for (const auto& [theme, value, place] : *given) effects.push_back({theme, value});
    return effects;
}

Field<std::vector<KeyedNumber<CapabilityId>>> read_needs(const TableReader& reader) {
    using Needs = std::vector<KeyedNumber<CapabilityId>>;
    auto needs = reader.field<Needs>("needs", [&](const toml::node& node) {
        return read_numbers<CapabilityId>(node, "needs", above_0, reader.context());
    });
    if (needs.value && needs.value->empty()) {
        reader.context().findings.error(needs.place, "`needs` must name at least one capability");
    }
    return needs;
}

std::vector<Spillover> read_spillovers(const TableReader& challenge, Field<RegionId> home) {
    std::vector<Spillover> spillovers;
    for (const toml::table* table : challenge.tables("spillover")) {
        const TableReader reader(*table, spillover_shape(), challenge.context());
        const auto region = reader.reference<RegionId>("region");
        const auto theme = reader.reference<ThemeId>("theme");
        const auto effect = reader.number("effect", any_number);
        if (region.value && region.value == home.value) {
            reader.context().findings.error(region.place,
                                            "a spillover is on another region than the "
                                            "challenge's own; what it does there is in `effects`");
        }
        if (region.value && theme.value && effect.value) {
            spillovers.push_back({*region.value, *theme.value, *effect.value});
        }
    }
    return spillovers;
}

}  // namespace

void read_challenges(Draft& draft, Context& context) {
    for (const toml::table* table : context.names.things("challenge").tables) {
        const TableReader reader(*table, challenge_shape(), context);
        Challenge challenge;
        challenge.id = id_of(*table);
        const auto region = reader.reference<RegionId>("region");
        challenge.region = region.value_or({});
        challenge.title = reader.text("title").value_or({});
        challenge.text = reader.text("text").value_or({});
        challenge.scale = reader.word<Scale>("scale").value_or(Scale::regional);
        challenge.effects = read_effects(reader);
        const auto needs = read_needs(reader);
        for (const auto& [capability, weight, place] : needs.value_or({})) {
            challenge.needs.push_back({capability, weight});
        }
        challenge.half = reader.number("half", above_0).value_or(1);
        challenge.urgency = read_urgency(reader);
        const auto seen_with = reader.references<CapabilityId>("seen_with");
        challenge.seen_with = seen_with.value_or({});
        challenge.needs_power = reader.boolean("needs_power").value_or(false);
        const auto national = reader.boolean("national");
        challenge.national = national.value_or(false);
        challenge.spillovers = read_spillovers(reader, region);
        draft.challenges.push_back({reader.place(), challenge.id, challenge.national,
                                    needs.readable && seen_with.readable && national.readable,
                                    needs.value_or({}), seen_with});
        store(draft.scenario.challenges, IdKind::challenge, std::move(challenge), context);
    }
}

}  // namespace dealtafel::reading
