#include "step_laws.hpp"

#include "explanations.hpp"
#include "protocol/json_codec.hpp"
#include "state_laws.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

namespace dealtafel::laws {

namespace {

// The views of a step are compared every so many steps: they are large.
constexpr int views_every = 25;

const rules::SeatRequest* seat_request(const rules::Request& request) {
    return get_if<rules::SeatRequest>(&request.what);
}

template <class Variant>
std::string type_of(const Variant& variant) {
    return visit(
        [](const auto& held) {
            return std::string(std::remove_cvref_t<decltype(held)>::type);
        },
        variant);
}

// The table of commands of section 2 of docs/rules.md, as it stands there.
bool may_come_in(const std::string& command, Stage stage) {
    static const std::map<std::string, std::set<Stage>> phases = {
        {"publish", {Stage::framework}},
        {"ambition", {Stage::agenda}},
        {"support", {Stage::agenda}},
        {"unsupport", {Stage::agenda}},
        {"invite", {Stage::agenda, Stage::negotiation}},
        {"withdraw-invitation", {Stage::agenda, Stage::negotiation}},
        {"accept", {Stage::agenda, Stage::negotiation}},
        {"decline", {Stage::agenda, Stage::negotiation}},
        {"knock", {Stage::agenda, Stage::negotiation}},
        {"share", {Stage::agenda, Stage::proposal, Stage::negotiation}},
        {"pledge", {Stage::proposal}},
        {"submit", {Stage::proposal}},
        {"decide", {Stage::proposal}},
        {"amend", {Stage::negotiation}},
        {"back", {Stage::negotiation}},
        {"put", {Stage::negotiation}},
        {"stance", {Stage::negotiation}},
        {"sign", {Stage::negotiation}},
        {"unsign", {Stage::negotiation}},
        {"walk-away", {Stage::negotiation}},
        {"stay", {Stage::negotiation}},
        {"demand", {Stage::negotiation}},
        {"look", {Stage::negotiation}},
        {"offer-side", {Stage::negotiation}},
        {"withdraw-side", {Stage::negotiation}},
        {"accept-side", {Stage::negotiation}},
        {"undo-side", {Stage::negotiation}},
        {"rate", {Stage::accountability}},
        {"motivate", {Stage::accountability}},
        {"withhold", {Stage::accountability}},
        {"place", {Stage::reflection}},
        {"lesson", {Stage::reflection}},
        {"answer", {}},  // bots answer nothing
    };
    const auto at = phases.find(command);
    return at == phases.end() ? stage != Stage::closed : at->second.contains(stage);
}

// A view as JSON without what only its reader sees.
std::string public_part(const Scenario& scenario, const rules::State& state,
                        const rules::Viewer& viewer) {
    rules::GameView view = rules::view(scenario, state, viewer);
    view.tables.clear();
    view.own.reset();
    view.seats.clear();
    view.answers.clear();
    return protocol::write(view, {&scenario, nullptr});
}

// What a party paid in the side agreements of an outcome, less what it got; the Rijk has no part.
double paid_beside(const Scenario& scenario, const rules::event::OutcomeTold& told,
                   PartyId party) {
    double sum = 0;
    for (const rules::event::SideTold& side : told.side_agreements) {
        if (side.from != party && side.to != party) continue;
        CHECK((side.amount == Money{} || !scenario.is_rijk(party)));
        sum += side.amount.millions() * (side.payer == party ? 1 : -1);
    }
    return sum;
}

}  // namespace

StepLaws::StepLaws(const simulation::Plan& plan)
    : plan_(plan),
      scenario_(plan.scenario),
      before_(rules::initial_state(plan.scenario, plan.settings)) {}

void StepLaws::stepped(const rules::Request& request, const rules::Events& events,
                       const rules::State& after) {
    bool concludes = false;
    bool outcomes = false;
    for (const rules::Event& event : events) {
        concludes = concludes || holds_alternative<rules::event::Concluded>(event);
        ++events_[type_of(event)];
        explanation_adds_up(scenario_, event);
        if (const auto* signature = get_if<rules::event::Signed>(&event)) {
            look_at_signature(*signature);
        }
        if (const auto* happened = get_if<rules::event::EventHappened>(&event)) {
            events_keep_to_their_limits(*happened);
        }
        outcomes = outcomes || holds_alternative<rules::event::OutcomeTold>(event);
    }
    step_is_decided_and_followed(request, events, after);
    command_belongs_to_the_stage(request);
    state_keeps_the_laws(scenario_, after);
    if (concludes) budgets_hold(after);
    if (outcomes) side_agreements_move_money_alone(events);
    if (steps_++ % views_every == 0) {
        public_parts_are_equal(after);
        side_agreements_are_secret(after);
    }
    before_ = after;
}

void StepLaws::refused(const rules::Request& request, rules::Refusal refusal,
                       const rules::State& state) {
    CHECK_MESSAGE(state == before_, "a refusal changed the state");
    const rules::SeatRequest* seat = seat_request(request);
    REQUIRE(seat != nullptr);
    CHECK_MESSAGE(false, type_of(seat->command), " of ", scenario_.name(seat->party),
                  " was refused: ", to_word(refusal));
}

// What `step` does in place is what `decide` says, applied, and then what follows, applied.
void StepLaws::step_is_decided_and_followed(const rules::Request& request,
                                            const rules::Events& events,
                                            const rules::State& after) const {
    rules::State folded = before_;
    for (const rules::Event& event : events) rules::evolve(scenario_, folded, event);
    CHECK_MESSAGE(folded == after, "the events do not lead to the state");
    rules::State stepped = before_;
    const auto decided = rules::decide(scenario_, stepped, request);
    REQUIRE(decided.has_value());
    CHECK_MESSAGE(stepped == before_, "deciding changed the state");
    std::size_t count = decided->size();
    for (const rules::Event& event : *decided) rules::evolve(scenario_, stepped, event);
    for (rules::Events more = rules::follow(scenario_, stepped, request.at_ms); !more.empty();
         more = rules::follow(scenario_, stepped, request.at_ms)) {
        for (const rules::Event& event : more) rules::evolve(scenario_, stepped, event);
        count += more.size();
    }
    CHECK_MESSAGE(stepped == after, "deciding and following do not lead to the state");
    CHECK(count == events.size());
}

void StepLaws::command_belongs_to_the_stage(const rules::Request& request) const {
    const rules::SeatRequest* seat = seat_request(request);
    if (seat == nullptr) return;
    const std::string type = type_of(seat->command);
    CHECK_MESSAGE(may_come_in(type, before_.stage), type, " in ", to_word(before_.stage));
}

// What is concluded is within the budget then; an event may lower it later.
void StepLaws::budgets_hold(const rules::State& after) const {
    for (const PartyId party : scenario_.all_parties()) {
        Money paid;
        for (const rules::RegionState& region : after.regions) {
            if (region.concluded == 0) continue;
            const auto at = static_cast<std::size_t>(region.concluded - 1);
            paid += rules::money_of(region.versions[at].deal, party);
        }
        CHECK(paid <= after.budgets[party.value]);
    }
}

void StepLaws::events_keep_to_their_limits(const rules::event::EventHappened& happened) const {
    CHECK(!(scenario_[happened.event].once && before_.events_happened.contains(happened.event)));
    for (const rules::event::SeatingChanged& moved : happened.tables) {
        const Party& party = scenario_[moved.party];
        CHECK(moved.party != scenario_.centre);
        CHECK((moved.at_table || !(party.lead || party.required)));
    }
}

void StepLaws::public_parts_are_equal(const rules::State& after) const {
    const std::string everybodys = public_part(scenario_, after, {});
    for (const PartyId party : scenario_.all_parties()) {
        CHECK(public_part(scenario_, after, {party, false}) == everybodys);
    }
}

// A side agreement makes nobody richer but by what another pays, and touches nothing else.
void StepLaws::side_agreements_move_money_alone(const rules::Events& events) const {
    rules::State state = before_;
    for (const rules::Event& event : events) {
        const auto* told = get_if<rules::event::OutcomeTold>(&event);
        if (told != nullptr) {
            const rules::Outcome alone =
                rules::outcome(scenario_, rules::circumstances(state, told->region), told->deal,
                               told->outcome.audited);
            CHECK(told->outcome.tension == alone.tension);
            CHECK(told->outcome.delta == alone.delta);
            double sum = 0;
            for (const PartyId party : scenario_.all_parties()) {
                const double beside = told->spent.get(party) - alone.spent[party.value];
                CHECK(std::abs(beside - paid_beside(scenario_, *told, party)) < 1e-9);
                sum += beside;
            }
            CHECK(std::abs(sum) < 1e-9);
        }
        rules::evolve(scenario_, state, event);
    }
}

// What a seat or the public sees is the same as if the side agreements of others were not there.
void StepLaws::side_agreements_are_secret(const rules::State& after) const {
    const auto seen = [&](const rules::State& state, const rules::Viewer& viewer) {
        return protocol::write(rules::view(scenario_, state, viewer), {&scenario_, nullptr});
    };
    rules::State none = after;
    for (rules::RegionState& region : none.regions) region.side_agreements.clear();
    CHECK(seen(after, {}) == seen(none, {}));
    for (const PartyId party : scenario_.all_parties()) {
        rules::State own = after;
        for (rules::RegionState& region : own.regions) {
            std::erase_if(region.side_agreements, [&](const rules::SideAgreement& side) {
                return side.from != party && side.to != party;
            });
        }
        CHECK(seen(after, {party, false}) == seen(own, {party, false}));
    }
}

// None but the erratic signs what its own forecast puts below its reserve; what it gets beside the
// deal, or pays, counts.
void StepLaws::look_at_signature(const rules::event::Signed& signature) {
    const rules::RegionState& region = before_.regions[signature.region.value];
    const auto at = static_cast<std::size_t>(signature.version - 1);
    const rules::Deal& deal = region.versions[at].deal;
    double points = rules::seat_forecast(scenario_, before_, signature.party, deal).points;
    for (const rules::SideAgreement& side : region.side_agreements) {
        const bool own = side.from == signature.party || side.to == signature.party;
        if (!own || side.status != rules::SideStatus::accepted) continue;
        const double paid = side.payer == signature.party ? side.amount.millions()
                                                          : -side.amount.millions();
        points -= scenario_[signature.party].money_value * paid;
    }
    if (points >= scenario_[signature.party].reserve) return;
    const bots::Profile profile = plan_.profiles[signature.party.value];
    CHECK_MESSAGE(profile == bots::Profile::erratic, scenario_.name(signature.party), " signed ",
                  points);
    ++whims_;
}

}  // namespace dealtafel::laws
