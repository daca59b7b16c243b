// Which decision a request leads to, and in which stages a command belongs.
#include "rules/decide/parts.hpp"
#include "rules/questions.hpp"

namespace dealtafel::rules {

namespace {

// Stages as bits of a set.
constexpr unsigned bit(Stage stage) { return 1U << static_cast<unsigned>(stage); }
constexpr unsigned agenda = bit(Stage::agenda);
constexpr unsigned negotiation = bit(Stage::negotiation);
constexpr unsigned always = ~bit(Stage::closed);

// The table of commands of section 2 of docs/rules.md, its first column.
constexpr unsigned stages_of(const command::Publish&) { return bit(Stage::framework); }
constexpr unsigned stages_of(const command::Demand&) { return negotiation; }
constexpr unsigned stages_of(const command::Ambition&) { return agenda; }
constexpr unsigned stages_of(const command::Support&) { return agenda; }
constexpr unsigned stages_of(const command::Unsupport&) { return agenda; }
constexpr unsigned stages_of(const command::Share&) {
    return agenda | bit(Stage::proposal) | negotiation;
}
constexpr unsigned stages_of(const command::Pledge&) { return bit(Stage::proposal); }
constexpr unsigned stages_of(const command::Submit&) { return bit(Stage::proposal); }
constexpr unsigned stages_of(const command::Decide&) { return bit(Stage::proposal); }
constexpr unsigned stages_of(const command::Invite&) { return agenda | negotiation; }
constexpr unsigned stages_of(const command::WithdrawInvitation&) { return agenda | negotiation; }
constexpr unsigned stages_of(const command::Accept&) { return agenda | negotiation; }
constexpr unsigned stages_of(const command::Decline&) { return agenda | negotiation; }
constexpr unsigned stages_of(const command::Knock&) { return agenda | negotiation; }
constexpr unsigned stages_of(const command::WalkAway&) { return negotiation; }
constexpr unsigned stages_of(const command::Stay&) { return negotiation; }
constexpr unsigned stages_of(const command::Amend&) { return negotiation; }
constexpr unsigned stages_of(const command::Back&) { return negotiation; }
constexpr unsigned stages_of(const command::Put&) { return negotiation; }
constexpr unsigned stages_of(const command::Look&) { return negotiation; }
constexpr unsigned stages_of(const command::Stance&) { return negotiation; }
constexpr unsigned stages_of(const command::Sign&) { return negotiation; }
constexpr unsigned stages_of(const command::Unsign&) { return negotiation; }
constexpr unsigned stages_of(const command::OfferSide&) { return negotiation; }
constexpr unsigned stages_of(const command::WithdrawSide&) { return negotiation; }
constexpr unsigned stages_of(const command::AcceptSide&) { return negotiation; }
constexpr unsigned stages_of(const command::UndoSide&) { return negotiation; }
constexpr unsigned stages_of(const command::Rate&) { return bit(Stage::accountability); }
constexpr unsigned stages_of(const command::Motivate&) { return bit(Stage::accountability); }
constexpr unsigned stages_of(const command::Withhold&) { return bit(Stage::accountability); }
constexpr unsigned stages_of(const command::Place&) { return bit(Stage::reflection); }
constexpr unsigned stages_of(const command::Lesson&) { return bit(Stage::reflection); }
constexpr unsigned stages_of(const command::Answer&) { return always & ~bit(Stage::lobby); }
constexpr unsigned stages_of(const command::Say&) { return always; }
constexpr unsigned stages_of(const command::Ready&) { return always; }
constexpr unsigned stages_of(const command::Help&) { return always; }

// What may be done while the game stands still: talk and asking for help.
template <class C>
constexpr bool while_paused =
    std::is_same_v<C, command::Say> || std::is_same_v<C, command::Help>;

// What may be done by a player who has not answered the questions asked before: answer them, talk
// and ask for help.
template <class C>
constexpr bool before_answers = while_paused<C> || std::is_same_v<C, command::Answer>;

Decision decide_seat(const Scenario& scenario, const State& state, std::int64_t wall_ms,
                     const SeatRequest& request) {
    const Asked asked{scenario, state, request.party, request.member, state.clock.play_ms(wall_ms)};
    return visit(
        [&](const auto& command) -> Decision {
            using Wanted = std::remove_cvref_t<decltype(command)>;
            if ((stages_of(command) & bit(state.stage)) == 0) return Refusal::wrong_stage;
            if (!state.clock.running && state.stage != Stage::lobby && !while_paused<Wanted>) {
                return Refusal::paused;
            }
            if (is_played(state.stage) && !before_answers<Wanted>) {
                if (const auto owes = owes_answers(scenario, state, request.member)) return *owes;
            }
            return decide(asked, command);
        },
        request.command);
}

}  // namespace

Result<Events, Refusal> decide(const Scenario& scenario, const State& state,
                               const Request& request) {
    if (const auto* seat = get_if<SeatRequest>(&request.what)) {
        return decide_seat(scenario, state, request.at_ms, *seat);
    }
    if (const auto* by = get_if<FacilitatorRequest>(&request.what)) {
        return decide_act(scenario, state, request.at_ms, by->act, by->helper);
    }
    return decide_world(scenario, state, request.at_ms,
                        get<WorldRequest>(request.what).world);
}

Result<Events, Refusal> step(const Scenario& scenario, State& state, const Request& request,
                             const Observer& observer) {
    Result<Events, Refusal> decided = decide(scenario, state, request);
    if (!decided) return decided;
    Events all;
    const auto take = [&](Events events) {
        for (Event& event : events) {
            evolve(scenario, state, event);
            if (observer) observer(state, event);
            all.push_back(std::move(event));
        }
    };
    take(std::move(*decided));
    for (Events more = follow(scenario, state, request.at_ms); !more.empty();
         more = follow(scenario, state, request.at_ms)) {
        take(std::move(more));
    }
    return all;
}

}  // namespace dealtafel::rules
