// Players who answer, talk and try to play at random: who may, an own reckoning of the rule says,
// and an answer changes nothing that anybody else sees.
#include "scenarios.hpp"

#include "base/random.hpp"
#include "protocol/json_codec.hpp"
#include "rules/game.hpp"
#include "rules/view.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

namespace dealtafel::laws {

namespace {

using rules::Refusal;

constexpr std::uint32_t members = 5;
// Views are large: they are compared at so many of the answers.
constexpr double looks = 0.2;
const std::set<Stage> not_played = {Stage::lobby, Stage::debrief, Stage::closed};

using Views = std::map<rules::Viewer, std::string>;
// The number, or -1 for a text, that each player gave last to each question.
using Reckoning = std::map<std::pair<std::uint32_t, std::uint16_t>, int>;

class Class {
public:
    Class(const Scenario& scenario, std::uint64_t seed) : scenario_(scenario), random_(seed) {
        rules::Settings settings;
        settings.rounds = scenario.rounds;
        state_ = rules::initial_state(scenario, settings);
        for (std::uint32_t member = 1; member <= members; ++member) {
            take(rules::WorldRequest{rules::world::Held{seat_of(member), true}});
            take(rules::WorldRequest{rules::world::Presence{seat_of(member), true}});
        }
        take(rules::FacilitatorRequest{rules::act::Start{}, false});
    }

    void play(int steps) {
        for (int step = 0; step < steps; ++step) {
            if (random_.chance(0.03)) {
                take(rules::FacilitatorRequest{rules::act::Skip{}, false});
                continue;
            }
            const auto member = static_cast<std::uint32_t>(1 + random_.below(members));
            if (random_.chance(0.6) && !scenario_.questions.empty()) {
                answer(member);
            } else {
                try_to_play(member);
            }
        }
    }

    std::map<std::string, int> seen;  // what came of it, so that the laws are not empty

private:
    // Two players of the first seat, and one of each of three others.
    static PartyId seat_of(std::uint32_t member) {
        return PartyId{static_cast<std::uint16_t>(member < 3 ? 0 : member - 2)};
    }

    template <class What>
    std::string take(What what) {
        const rules::State before = state_;
        const auto done = rules::step(scenario_, state_, rules::Request{1000, std::move(what)});
        if (done) return "";
        CHECK(state_ == before);
        return std::string(to_word(done.error()));
    }

    std::optional<Refusal> owes(std::uint32_t member) const {
        std::optional<Refusal> why;
        for (std::uint16_t at = 0; at < scenario_.questions.size(); ++at) {
            const Question& question = scenario_.questions[at];
            if (question.when != QuestionWhen::before) continue;
            const auto given = reckoning_.find({member, at});
            if (given == reckoning_.end()) return Refusal::questions_first;
            const std::set<int> right(question.correct.begin(), question.correct.end());
            if (!right.empty() && !right.contains(given->second)) why = Refusal::answer_not_right;
        }
        return why;
    }

    void try_to_play(std::uint32_t member) {
        const rules::Command tries[] = {
            rules::command::Ready{true}, rules::command::Place{},
            rules::command::Lesson{TextRef{1, 2, false}},
            rules::command::Ambition{RegionId{0}, ThemeId{0}, 50}};
        const Stage stage = state_.stage;
        const bool held_back = !not_played.contains(stage) && owes(member);
        const std::string came = take(
            rules::SeatRequest{seat_of(member), member, tries[random_.below(std::size(tries))]});
        ++seen[came];
        if (held_back) {
            CHECK((came == to_word(*owes(member)) || came == "wrong-stage"));
        } else {
            CHECK(came != to_word(Refusal::questions_first));
            CHECK(came != to_word(Refusal::answer_not_right));
        }
    }

    // What all readers but one see, as JSON.
    Views seen_by_others(std::uint32_t but_for) const {
        Views views;
        std::vector<rules::Viewer> readers = {rules::Viewer{}};
        for (std::uint32_t member = 0; member <= members; ++member) {
            if (member != but_for) readers.push_back({seat_of(member), false, member});
        }
        for (const rules::Viewer& viewer : readers) {
            views[viewer] = protocol::write(rules::view(scenario_, state_, viewer),
                                            {&scenario_, nullptr});
        }
        return views;
    }

    void answer(std::uint32_t member) {
        const QuestionId question{
            static_cast<std::uint16_t>(random_.below(scenario_.questions.size()))};
        rules::command::Answer answer{question, static_cast<int>(random_.below(5)) - 1, {}};
        if (scenario_[question].kind == QuestionKind::text) {
            answer = {question, {}, TextRef{3, random_.below(3), random_.chance(0.1)}};
        }
        const rules::State before = state_;
        const bool look = random_.chance(looks);
        const auto views = look ? seen_by_others(member) : Views();
        const std::string came = take(rules::SeatRequest{seat_of(member), member, answer});
        ++seen["answer " + came];
        if (came != "") return;
        reckoning_[{member, question.value}] = answer.value.value_or(-1);
        const bool fell_back = state_.seats[seat_of(member).value].ready !=
                               before.seats[seat_of(member).value].ready;
        CHECK((!fell_back || scenario_[question].when == QuestionWhen::before));
        if (look && !fell_back) CHECK(seen_by_others(member) == views);
        rules::State without = state_;
        without.answers = before.answers;
        without.seats = before.seats;
        CHECK(without == before);
    }

    const Scenario& scenario_;
    Random random_;
    rules::State state_;
    Reckoning reckoning_;
};

}  // namespace

TEST_CASE("who owes answers is held back, nobody else is, and nobody sees another's answers") {
    std::map<std::string, int> seen;
    for (std::size_t index = 0; index < 10 * DEALTAFEL_GAMES; ++index) {
        CAPTURE(index);
        const Scenario scenario = random_scenario(index);
        Class players(scenario, 500 + index);
        players.play(300);
        for (const auto& [what, count] : players.seen) seen[what] += count;
    }
    for (const char* what : {"", "questions-first", "answer-not-right", "wrong-stage", "answer ",
                             "answer wrong-stage", "answer bad-value", "answer empty-text"}) {
        CHECK_MESSAGE(seen[what] > 0, '"', what, "\" never came");
    }
}

}  // namespace dealtafel::laws
