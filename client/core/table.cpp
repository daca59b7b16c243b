#include "core/table.hpp"

namespace dealtafel::client {

namespace {

using messages::Catalogue;
using protocol::PartyInfo;
using rules::RegionView;

// Whether the board of this region shows a party: its own, those of no region, and guests.
bool belongs(const RegionView& region, const PartyInfo& party) {
    return !party.region || *party.region == region.region || region.table.contains(party.id) ||
           region.invited.contains(party.id) || region.knocked.contains(party.id);
}

struct State {
    std::string_view key;
    SeatMark mark = SeatMark::none;
    SeatTone tone = SeatTone::quiet;
};

State signature(bool needed, bool has_signed) {
    if (has_signed) return {"board.seat.signed", SeatMark::check, SeatTone::good};
    if (needed) return {"board.seat.not_yet", SeatMark::ring};
    return {"board.seat.not_needed"};
}

State state_of(const Scene& scene, const PartyInfo& party) {
    const RegionView& region = scene.region;
    const PartyId id = party.id;
    if (region.walking == id) return {"board.seat.walking", SeatMark::none, SeatTone::warn};
    if (!region.table.contains(id)) {
        if (region.invited.contains(id)) return {"board.seat.invited"};
        if (region.knocked.contains(id)) return {"board.seat.knocked"};
        if (!region.concluded || !region.concluded->signatories.contains(id)) {
            return {"board.seat.not_at_table"};
        }
    }
    if (region.on_table) {
        return signature(region.on_table->needed.contains(id),
                         region.on_table->signatures.contains(id));
    }
    if (region.concluded) {
        const bool signatory = region.concluded->signatories.contains(id);
        return signature(signatory, signatory);
    }
    return {"board.seat.at_table"};
}

SeatLine seat_line(const Scene& scene, const PartyInfo& party) {
    const Catalogue& catalogue = scene.catalogue;
    const State state = state_of(scene, party);
    SeatLine line;
    line.kind = party.kind;
    line.name = in_language(party.title, catalogue);
    line.short_name = party_name(scene, party.id);
    if (party.lead) {
        line.name = catalogue.text("board.seat.lead", {{"party", line.name}});
        line.short_name = catalogue.text("board.seat.lead", {{"party", line.short_name}});
    }
    line.mark = state.mark;
    line.tone = state.tone;
    line.at_table = scene.region.table.contains(party.id);
    line.state = catalogue.text(state.key);
    line.presence = line.state;
    const rules::PartyView* held = scene.view.parties.find(party.id);
    if (held != nullptr && held->presence == rules::Presence::bot) {
        line.presence = catalogue.text("board.seat.bot", {{"state", line.state}});
    } else if (held != nullptr && held->presence == rules::Presence::vacant) {
        line.presence = catalogue.text("board.seat.vacant", {{"state", line.state}});
    } else if (held != nullptr && held->presence == rules::Presence::away) {
        line.presence = catalogue.text("board.seat.away", {{"state", line.state}});
    }
    return line;
}

std::int64_t count(IdSet<PartyId> parties) { return static_cast<std::int64_t>(parties.size()); }

void tell_version(const Scene& scene, std::string_view key, int version, IdSet<PartyId> needed,
                  IdSet<PartyId> signatures, Money money, TableCentre& centre) {
    const Catalogue& catalogue = scene.catalogue;
    centre.over = catalogue.text(key);
    centre.figure = std::to_string(version);
    centre.share = catalogue.text("board.table.signed_of", {{"signed", count(needed & signatures)},
                                                            {"needed", count(needed)}});
    centre.under = catalogue.text("board.table.signed");
    centre.sum = money_text(catalogue, money);
}

Money money_of(const rules::Deal& deal) {
    Money sum;
    for (const rules::Line& line : deal.lines) sum += rules::total(line);
    return sum;
}

// A region's proposal: what it asks, then its score, then whether it was selected.
TableCentre proposal_centre(const Scene& scene) {
    const RegionView& region = scene.region;
    const Catalogue& catalogue = scene.catalogue;
    TableCentre centre;
    if (!region.proposal) {
        centre.under = catalogue.text("board.table.no_proposal");
        return centre;
    }
    centre.sum = money_text(catalogue, region.proposal->asked);
    if (!region.proposal->score) {
        centre.under = catalogue.text("board.table.asks");
        return centre;
    }
    centre.over = catalogue.text("board.table.score");
    centre.figure = catalogue.number(100 * *region.proposal->score, 0);
    centre.under = catalogue.text("board.table.of_hundred");
    if (region.selection) {
        centre.under = catalogue.text(region.selection->selected ? "board.table.selected"
                                                                 : "board.table.rejected");
    }
    return centre;
}

TableCentre table_centre(const Scene& scene) {
    if (scene.view.stage == Stage::proposal && scene.region.in_contest) {
        return proposal_centre(scene);
    }
    const RegionView& region = scene.region;
    const Catalogue& catalogue = scene.catalogue;
    TableCentre centre;
    if (region.on_table) {
        const rules::SignableView& version = *region.on_table;
        tell_version(scene, "board.table.version", version.version, version.needed,
                     version.signatures, version.money, centre);
        if (region.rival) {
            centre.note = catalogue.text(
                "board.table.rival", {{"version", region.rival->version},
                                      {"signed", count(region.rival->signatures)},
                                      {"needed", count(region.rival->needed)}});
        }
    } else if (region.concluded) {
        tell_version(scene, "board.table.deal", region.concluded->version,
                     region.concluded->signatories, region.concluded->signatories,
                     money_of(region.concluded->deal), centre);
    } else if (scene.view.stage == Stage::negotiation || !region.agenda_made) {
        centre.under = catalogue.text("board.table.empty");
    } else {
        const auto challenges = static_cast<std::int64_t>(region.agenda.size());
        centre.over = catalogue.text("board.table.agenda");
        centre.figure = std::to_string(challenges);
        centre.under = catalogue.text("board.table.challenges", {{"count", challenges}});
    }
    if (centre.note.empty() && region.withheld_percent > 0) {
        centre.note =
            catalogue.text("board.table.withheld", {{"percent", region.withheld_percent}});
    }
    return centre;
}

}  // namespace

TablePart table_part(const Scene& scene) {
    TablePart part;
    for (const PartyInfo& party : scene.scenario.parties) {
        if (belongs(scene.region, party)) part.seats.push_back(seat_line(scene, party));
    }
    part.centre = table_centre(scene);
    return part;
}

}  // namespace dealtafel::client
