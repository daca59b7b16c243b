#include "golden/endings.hpp"

#include "golden/games.hpp"

#include <algorithm>

namespace dealtafel::tests {

namespace {

namespace event = rules::event;
using rules::Events;

template <class E, class Is>
bool any(const Events& events, Is is) {
    return std::any_of(events.begin(), events.end(), [&](const rules::Event& one) {
        const E* found = get_if<E>(&one);
        return found && is(*found);
    });
}
template <class E>
bool any(const Events& events) {
    return any<E>(events, [](const E&) { return true; });
}
bool ended(const Events& events, Stage stage, event::EndReason reason) {
    return any<event::StageEnded>(
        events, [&](const auto& e) { return e.stage == stage && e.reason == reason; });
}
bool without_deal(const Events& events, bool negotiated) {
    return any<event::NoDeal>(events, [&](const auto& e) { return e.negotiated == negotiated; });
}
// Closed without the debrief that the last round leads to.
bool cut_short(const Events& events) {
    const auto stage = [](Stage wanted) {
        return [wanted](const event::StageBegan& e) { return e.stage == wanted; };
    };
    return any<event::StageBegan>(events, stage(Stage::closed)) &&
           !any<event::StageBegan>(events, stage(Stage::debrief));
}

// Rounds with a deal, and what follows from its accountability.
std::vector<Ending> deals() {
    const auto shows_deal = [](const Events& e) { return any<event::Concluded>(e); };
    return {
        {"deal", "a round with a deal", shows_deal, games::concluded},
        {"deal-improved", "a deal that a better one replaces",
         [](const Events& e) {
             return any<event::Concluded>(e, [](const auto& c) { return c.replaces != 0; });
         },
         games::improved},
        {"deal-in-last-call", "the other version of the last call is concluded",
         [](const Events& e) {
             return any<event::LastCallBegan>(e, [](const auto& c) { return !c.rivals.empty(); }) &&
                    any<event::Concluded>(e);
         },
         games::rival_concluded},
        {"deal-audited", "an audit finds something",
         [](const Events& e) {
             return any<event::AuditDrawn>(e, [](const auto& a) { return a.finding; });
         },
         games::audited},
        {"rated-upward", "the centre rates",
         [](const Events& e) { return any<event::Rated>(e) && any<event::Motivated>(e); },
         games::rated_upward},
        {"rated-mutually", "all rate each other",
         [](const Events& e) {
             return any<event::RatingsShown>(e,
                                             [](const auto& r) { return r.ratings.size() == 2; });
         },
         games::rated_mutually},
        {"rated-by-nobody", "a deal after which nobody accounts for anything",
         [](const Events& e) { return any<event::Concluded>(e) && !any<event::RatingsShown>(e); },
         games::rated_by_nobody},
        {"money-withheld", "the centre withholds money from the next deal",
         [](const Events& e) {
             const auto share = [](const event::OutcomeTold& told) {
                 return told.outcome.withheld_share > 0;
             };
             const auto shown = [](const event::RatingsShown& r) { return !r.withheld.empty(); };
             return any<event::RatingsShown>(e, shown) && any<event::OutcomeTold>(e, share);
         },
         games::withheld},
        {"side-agreement", "a side agreement takes effect with the deal",
         [](const Events& e) {
             const auto beside = [](const event::OutcomeTold& told) {
                 return !told.side_agreements.empty();
             };
             return any<event::OutcomeTold>(e, beside);
         },
         games::with_side_agreement},
    };
}

// Other rounds.
std::vector<Ending> rounds() {
    using event::EndReason;
    return {
        {"no-deal-in-time", "the time of the negotiation runs out",
         [](const Events& e) {
             return without_deal(e, true) && ended(e, Stage::negotiation, EndReason::time);
         },
         games::out_of_time},
        {"walked-away", "a party that is required leaves",
         [](const Events& e) {
             return any<event::NegotiationEnded>(e) &&
                    ended(e, Stage::negotiation, EndReason::nothing_to_do);
         },
         games::walked_away},
        {"agenda-empty", "there is nothing to negotiate",
         [](const Events& e) { return without_deal(e, false); }, games::agenda_empty},
        {"skipped", "the facilitator skips the negotiation",
         [](const Events& e) { return ended(e, Stage::negotiation, EndReason::skipped); },
         games::skipped},
        {"ready", "all are ready before the time",
         [](const Events& e) { return ended(e, Stage::negotiation, EndReason::ready); },
         games::all_ready},
        {"two-rounds", "a round after a round",
         [](const Events& e) {
             return any<event::StageEnded>(e, [](const auto& s) { return s.round == 2; });
         },
         games::two_rounds},
        {"one-selected", "one region is selected, the other is not",
         [](const Events& e) {
             return any<event::SelectionMade>(e,
                                              [](const auto& s) {
                                                  return s.selected.size() == 1 &&
                                                         s.rejected.size() == 1;
                                              }) &&
                    any<event::Concluded>(e) && without_deal(e, false);
         },
         games::one_selected},
        {"nobody-proposed", "no region asks for anything",
         [](const Events& e) {
             return ended(e, Stage::proposal, EndReason::nothing_to_do) && without_deal(e, false);
         },
         games::nobody_proposed},
        {"all-rejected", "the centre rejects all proposals",
         [](const Events& e) {
             return any<event::SelectionMade>(
                 e, [](const auto& s) { return s.selected.empty() && s.rejected.size() == 2; });
         },
         games::all_rejected},
    };
}

// How a game ends before its debrief, or does not although its people are gone.
std::vector<Ending> whole_games() {
    return {
        {"ended-by-facilitator", "the facilitator ends the game", cut_short,
         games::ended_by_facilitator},
        {"ended-by-drop-out", "the game ends with who drops out",
         [](const Events& e) { return cut_short(e) && any<event::GraceRanOut>(e); },
         games::ended_by_drop_out},
        {"bot-stood-in", "a bot plays on for who drops out",
         [](const Events& e) { return any<event::StoodIn>(e) && !cut_short(e); }, games::stood_in},
        {"seat-vacant", "the seat of who drops out is vacant",
         [](const Events& e) { return any<event::SeatVacant>(e) && !cut_short(e); }, games::vacant},
        {"waited", "the clock waits for who drops out",
         [](const Events& e) {
             return any<event::ClockStopped>(e) && any<event::GraceRanOut>(e) && !cut_short(e);
         },
         games::waited},
        {"restarted", "the server is back after it was away",
         [](const Events& e) { return any<event::Restarted>(e) && any<event::Concluded>(e); },
         games::restarted},
    };
}

}  // namespace

std::vector<Ending> endings() {
    std::vector<Ending> all = deals();
    for (const auto& more : {rounds(), whole_games()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace dealtafel::tests
