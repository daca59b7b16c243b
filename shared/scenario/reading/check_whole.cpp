#include "scenario/day.hpp"
#include "scenario/reading/draft.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::reading {

namespace {

// What the parties have; those that can be partners are all but the centre.
struct Brought {
    IdSet<CapabilityId> by_partners;
    IdSet<CapabilityId> by_all;
    bool readable = true;
};

Brought brought_by(const Draft& draft) {
    Brought brought;
    for (const PartyFields& party : draft.parties) {
        const IdSet<CapabilityId> own = party.capabilities.value_or({});
        brought.by_all = brought.by_all | own;
        if (party.kind.value != PartyKind::central_government) {
            brought.by_partners = brought.by_partners | own;
        }
        brought.readable = brought.readable && party.capabilities.readable;
    }
    return brought;
}

}  // namespace

void check_challenges(const Draft& draft, Context& context) {
    const Names& names = context.names;
    for (const std::string_view list : {"region", "challenge"}) {
        if (names.things(list).tables.empty() && names.things(list).complete) {
            context.findings.error({}, fmt::format("a scenario needs at least one {0}, as in "
                                                   "[[{0}]]",
                                                   list));
        }
    }
    const Brought brought = brought_by(draft);
    if (!brought.readable || !names.things("party").complete) return;
    for (const ChallengeFields& challenge : draft.challenges) {
        if (!challenge.readable) continue;
        for (const auto& [capability, weight, place] : challenge.needs) {
            if (brought.by_partners.contains(capability)) continue;
            context.findings.warning(
                place, fmt::format("no party that can be a partner has the capability `{}` that "
                                   "the challenge `{}` needs",
                                   names.ids(IdKind::capability)[capability.value], challenge.id));
        }
        if (!challenge.national && (challenge.seen_with.value_or({}) & brought.by_all).empty()) {
            context.findings.warning(
                challenge.seen_with.place,
                fmt::format("nobody can ever see the challenge `{}`: no party has a capability of "
                            "its `seen_with`",
                            challenge.id));
        }
    }
}

void check_day(const Draft& draft, Context& context) {
    const Scenario& scenario = draft.scenario;
    if (!draft.minutes.value || !draft.rounds.value || !draft.lengths_readable) return;
    const std::int64_t seconds = day_seconds(scenario);
    const std::int64_t minutes = (seconds + 59) / 60;
    if (seconds > std::int64_t{60} * scenario.minutes) {
        context.findings.warning(
            draft.minutes.place,
            fmt::format("the day takes {} minutes (joining {}, briefing, {} rounds and debrief), "
                        "more than the {} of `minutes`",
                        minutes, joining_minutes, scenario.rounds, scenario.minutes));
    }
}

}  // namespace dealtafel::reading
