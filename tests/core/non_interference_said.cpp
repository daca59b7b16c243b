// Non-interference of what a seat asks or says and others may not know: whether there was anything,
// how much of it, and when.
#include "core/planted_secrets.hpp"

namespace dealtafel::test {

namespace {

IdSet<PartyId> set_of(std::initializer_list<PartyId> parties) {
    IdSet<PartyId> set;
    for (const PartyId party : parties) set.insert(party);
    return set;
}

}  // namespace

TEST_CASE("non-interference: talk among others, its words and whether there is any") {
    check_secret(10'000, [](const Scenario& scenario, Random& random) {
        const auto [a, b] = two_parties(scenario, random);
        Secret secret;
        secret.may_know = set_of({a, b});
        secret.more = [a = a, b = b](More& more) {
            command::Say say;
            say.to = rules::Audience::parties;
            say.parties = set_of({b});
            say.text = more.words();
            more.ask(a, say);
        };
        return secret;
    });
}

TEST_CASE("non-interference: a call for help, and what the facilitator writes down or answers") {
    check_secret(11'000, [](const Scenario& scenario, Random& random) {
        const PartyId seat = some_party(scenario, random);
        Secret secret;
        secret.may_know = set_of({seat});
        secret.more = [seat](More& more) {
            command::Say say;
            say.to = rules::Audience::facilitator;
            say.text = more.words();
            switch (more.number % 4) {
                case 0: more.ask(seat, command::Help{more.words()}); break;
                case 1: more.ask(seat, say); break;
                case 2: more.act(rules::act::AnswerHelp{seat, more.words()}); break;
                default: more.act(rules::act::Note{more.words()});
            }
        };
        return secret;
    });
}

TEST_CASE("non-interference: looks and forecasts of others, their text and their number") {
    check_secret(12'000, [](const Scenario& scenario, Random& random) {
        const PartyId seat = some_party(scenario, random);
        const RegionId region = some_region(scenario, random);
        const bool looks = random.chance(0.5);
        Secret secret;
        secret.may_know = set_of({seat});
        secret.stages = {Stage::negotiation};
        secret.more = [seat, region, looks](More& more) {
            const int version = 1 + more.number % 8;
            if (looks) {
                more.ask(seat, command::Look{region, version, {}});
            } else {
                more.send(seat, client::Forecast{more.next_id(), region, version, {}});
            }
        };
        return secret;
    });
}

// Refused for what is wrong with them, and as the wrong seat or in the wrong stage.
TEST_CASE("non-interference: what others were refused, why, and how often") {
    check_secret(13'000, [](const Scenario& scenario, Random& random) {
        const PartyId seat = some_party(scenario, random);
        const RegionId region = some_region(scenario, random);
        Secret secret;
        secret.may_know = set_of({seat});
        secret.mate_may_know = false;
        secret.setting.mate_of = seat;
        secret.more = [seat, region](More& more) {
            switch (more.number % 11) {
                case 0: more.ask(seat, command::Sign{region, 99}); break;
                case 1: more.ask(seat, command::Put{region, 99}); break;
                case 2: more.ask(seat, command::Back{region, 99}); break;
                case 3: more.ask(seat, command::Ambition{region, ThemeId{0}, 101}); break;
                case 4: more.ask(seat, command::Pledge{region, Money{-10}}); break;
                case 5: more.ask(seat, command::Knock{region, TextRef{}}); break;
                case 6: more.ask(seat, command::Rate{seat, 3}); break;
                case 7: more.ask(seat, command::Withhold{region, 50}); break;
                case 8: more.ask(seat, command::Place{2, 0, 0}); break;
                case 9: more.ask(seat, command::Lesson{TextRef{}}); break;
                default:
                    more.ask(seat,
                             command::OfferSide{region, seat, seat, Money{10}, more.words()});
            }
        };
        return secret;
    });
}

// The centre is never ready in these lists, or the stage would end, as everybody may know.
TEST_CASE("non-interference: which others are ready, and when that changes") {
    check_secret(14'000, [](const Scenario& scenario, Random& random) {
        PartyId seat = some_party(scenario, random);
        while (seat == scenario.centre) seat = some_party(scenario, random);
        Secret secret;
        secret.may_know = set_of({seat});
        // Submissions may close once a lead is ready.
        secret.stages.erase(Stage::proposal);
        secret.each = 5;
        secret.more = [seat](More& more) {
            more.ask(seat, command::Ready{more.number % 2 == 0});
        };
        return secret;
    });
}

TEST_CASE("non-interference: a challenge that is shared with somebody else") {
    check_secret(15'000, [](const Scenario& scenario, Random& random) {
        ChallengeId challenge;
        IdSet<PartyId> table;
        IdSet<PartyId> seeing;
        while (table.size() < 2 || seeing.empty()) {
            challenge = some_challenge(scenario, random);
            table = seated(scenario, some_region(scenario, random));
            seeing = who_see(scenario, challenge) & table;
        }
        const PartyId by = one_of(seeing, random);
        const PartyId with = one_of(table - set_of({by}), random);
        Secret secret;
        secret.may_know = set_of({by, with});
        secret.stages = {Stage::agenda, Stage::proposal, Stage::negotiation};
        secret.plan.speakable = all_challenges(scenario);
        secret.plan.speakable.erase(challenge);
        secret.more = [by, with, challenge](More& more) {
            more.ask(by, command::Share{challenge, set_of({with})});
        };
        return secret;
    });
}

TEST_CASE("non-interference: what a team drafts and who of it holds the pen") {
    check_secret(16'000, [](const Scenario& scenario, Random& random) {
        const PartyId seat = some_party(scenario, random);
        const RegionId region = some_region(scenario, random);
        Secret secret;
        secret.may_know = set_of({seat});
        secret.setting.mate_of = seat;
        secret.more = [seat, region](More& more) {
            if (more.number % 2 == 0) {
                more.send(seat, client::Pen{more.next_id(), {}});
            } else {
                more.send(seat,
                          client::Draft{region, "Geheim, " + std::to_string(more.number)});
            }
        };
        return secret;
    });
}

TEST_CASE("non-interference: ratings, their motivation and withholding, until all are shown") {
    check_secret(17'000, [](const Scenario& scenario, Random& random) {
        const PartyId rater =
            random.chance(0.5) ? scenario.centre : some_party(scenario, random);
        Secret secret;
        secret.may_know = set_of({rater});
        secret.stages = {Stage::accountability};
        secret.each = 2;
        secret.until = "ratings-shown";
        secret.more = [rater, &scenario](More& more) {
            const RegionId region = some_region(scenario, more.random);
            switch (more.number % 4) {
                case 0: more.ask(rater, command::Motivate{more.words()}); break;
                case 1: more.ask(rater, command::Withhold{region, 10}); break;
                default:
                    more.ask(rater, command::Rate{some_party(scenario, more.random),
                                                  1 + static_cast<int>(more.random.below(5))});
            }
        };
        return secret;
    });
}

// Each of a team answers and reflects alone.
TEST_CASE("non-interference: answers and placements of a player, for team mates and everybody") {
    const auto asking = [](int pair) {
        return changed(entry_of(pair), [](Scenario& copy) {
            Question scale;
            scale.id = "trust";
            scale.when = QuestionWhen::reflection;
            scale.kind = QuestionKind::scale;
            Question text = scale;
            text.id = "why";
            text.kind = QuestionKind::text;
            copy.questions = {scale, text};
        });
    };
    const SecretOf secret_of = [](const Scenario& scenario, Random& random) {
        const PartyId seat = some_party(scenario, random);
        Secret secret;
        secret.may_know = set_of({seat});
        secret.stages = {Stage::reflection};
        secret.each = 1;
        secret.mate_may_know = false;
        secret.setting.mate_of = seat;
        secret.more = [seat](More& more) {
            switch (more.number % 3) {
                case 0: more.ask(seat, command::Place{0.5, -0.5, 1}); break;
                case 1:
                    more.ask(seat, command::Answer{QuestionId{0}, 1 + more.number % 7, {}});
                    break;
                default: more.ask(seat, command::Answer{QuestionId{1}, {}, more.words()});
            }
        };
        return secret;
    };
    check_secret(18'000, secret_of, asking);
}

}  // namespace dealtafel::test
