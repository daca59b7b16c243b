#include "scenario/reading/draft.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::reading {

namespace {

bool is_rijk(const PartyFields& party) {
    return party.kind.value == PartyKind::central_government ||
           party.kind.value == PartyKind::ministry;
}

// Exactly one party is the centre, and it acts for no region.
void check_centre(const Draft& draft, Context& context) {
    const PartyFields* centre = nullptr;
    bool all_readable = context.names.things("party").complete;
    for (const PartyFields& party : draft.parties) {
        all_readable = all_readable && party.kind.readable;
        if (party.kind.value != PartyKind::central_government) continue;
        if (centre != nullptr) {
            context.findings.error(party.kind.place,
                                   fmt::format("exactly one party is the `central-government`, and "
                                               "`{}` is one before",
                                               centre->id));
            continue;
        }
        centre = &party;
        if (party.region.value) {
            context.findings.error(party.region.place,
                                   "the centre acts for no region: leave out `region`");
        }
        if (party.at_table.value_or(false)) {
            context.findings.warning(party.at_table.place,
                                     "the centre is never at a table from the start: `at_table` "
                                     "changes nothing");
        }
    }
    if (centre == nullptr && all_readable) {
        context.findings.error({},
                               "exactly one party must have the kind `central-government`; "
                               "there is none");
    }
}

// A lead and a required party have a region, and sit at its table; a lead is required.
void check_standing(const PartyFields& party, Context& context) {
    const bool lead = party.lead.value_or(false);
    if (!lead && !party.required.value_or(false)) return;
    const Field<bool>& says = lead ? party.lead : party.required;
    const std::string_view word = lead ? "lead" : "required";
    if (lead && is_rijk(party)) {
        context.findings.error(says.place, "a lead is a regional party, not one of the Rijk");
        return;
    }
    if (!party.region.value && party.region.readable) {
        context.findings.error(says.place,
                               fmt::format("a party with `{} = true` needs a `region`", word));
    }
    if (party.at_table.value == false) {
        context.findings.error(party.at_table.place,
                               fmt::format("a party with `{} = true` is at its table: `at_table` "
                                           "cannot be false",
                                           word));
    }
    if (lead && party.required.readable && !party.required.value_or(false)) {
        context.findings.error(says.place,
                               "a lead signs for its region: it needs "
                               "`required = true`");
    }
}

// Exactly one lead in a region that has parties.
void check_leads(RegionId region, const Draft& draft, Context& context) {
    const PartyFields* lead = nullptr;
    bool has_parties = false;
    bool all_readable = context.names.things("party").complete;
    for (const PartyFields& party : draft.parties) {
        all_readable = all_readable && party.region.readable && party.lead.readable;
        if (party.region.value != region) continue;
        has_parties = true;
        if (!party.lead.value_or(false)) continue;
        if (lead != nullptr) {
            context.findings.error(
                party.lead.place,
                fmt::format("a region has exactly one lead, and that of `{}` is "
                            "`{}` already",
                            context.names.ids(IdKind::region)[region.value], lead->id));
        }
        if (lead == nullptr) lead = &party;
    }
    if (has_parties && lead == nullptr && all_readable) {
        context.findings.error(draft.region_places[region.value],
                               fmt::format("the region `{}` has parties, but none with "
                                           "`lead = true`; it needs exactly one",
                                           context.names.ids(IdKind::region)[region.value]));
    }
}

// The centre, and at least one more who sits at a table or can be asked to one. Tables are those
// of regions that have parties.
void check_actors(const Draft& draft, Context& context) {
    if (!context.names.things("party").complete) return;
    const bool others_act =
        std::any_of(draft.parties.begin(), draft.parties.end(), [](const PartyFields& party) {
            const bool maybe_other =
                !party.kind.readable || party.kind.value != PartyKind::central_government;
            return maybe_other && (party.region.value || !party.region.readable);
        });
    if (!others_act) {
        context.findings.error({},
                               "at least two parties must be able to act: the centre, and one "
                               "that has a region");
    }
}

}  // namespace

void check_parties(const Draft& draft, Context& context) {
    check_centre(draft, context);
    for (const PartyFields& party : draft.parties) check_standing(party, context);
    for (std::uint16_t i = 0; i < draft.region_places.size(); ++i) {
        check_leads(RegionId{i}, draft, context);
    }
    check_actors(draft, context);
}

}  // namespace dealtafel::reading
