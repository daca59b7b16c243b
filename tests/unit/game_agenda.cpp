// Framework and agenda: what the centre publishes, what a table wants, who comes to it.
#include "play.hpp"
#include "rules/agenda.hpp"

namespace dealtafel::tests {

TEST_CASE("only the centre publishes a framework, once, with values that may be stated") {
    Play play;
    play.begin(Stage::framework);
    command::Publish publish;
    CHECK(play.ask(city, publish) == "wrong-seat");
    publish.stated.steering = rules::Stated{0.25, some_words()};
    CHECK(play.ask(rijk, publish) == "bad-value");
    publish.stated.steering = rules::Stated{-0.5, some_words()};
    publish.demands = {{valley, homes}};
    CHECK(play.ask(rijk, publish) == "not-national");
    publish.demands = {{elsewhere, crime}};
    CHECK(play.ask(rijk, publish) == "no-such-table");
    publish.demands = {{valley, crime}, {valley, crime}};
    CHECK(play.ask(rijk, publish) == "already-so");
    publish.demands = {{valley, crime}};
    CHECK(play.ask(rijk, publish) == "");
    CHECK(play.ask(rijk, publish) == "already-published");
    play.skip_to(Stage::negotiation);
    CHECK(play.region().agenda == std::vector<ChallengeId>{crime});
}

TEST_CASE("the table's ambition is the median, and who sets none counts with score plus default") {
    Play play;
    play.begin(Stage::agenda);
    // Three at the table: city 80, farmers 56, the ministry silent at 50 + 10: the median is 60.
    CHECK(play.ask(city, command::Ambition{valley, health, 80}) == "");
    CHECK(play.ask(farmers, command::Ambition{valley, health, 56}) == "");
    CHECK(rules::table_ambition(play.scenario, play.state, valley, health) == 60.0);
    // With the school four: 56, 60, 70, 80; the mean of the middle two is 65.
    CHECK(play.ask(city, command::Invite{valley, school}) == "");
    CHECK(play.ask(school, command::Accept{valley}) == "");
    CHECK(play.ask(school, command::Ambition{valley, health, 70}) == "");
    CHECK(rules::table_ambition(play.scenario, play.state, valley, health) == 65.0);
}

TEST_CASE("ambitions are whole points from 0 to 100, of those at the table") {
    Play play;
    play.begin(Stage::agenda);
    CHECK(play.ask(city, command::Ambition{valley, health, 101}) == "bad-value");
    CHECK(play.ask(city, command::Ambition{valley, health, -1}) == "bad-value");
    CHECK(play.ask(school, command::Ambition{valley, health, 60}) == "not-at-table");
    CHECK(play.ask(rijk, command::Ambition{valley, health, 60}) == "not-at-table");
    CHECK(play.ask(city, command::Ambition{elsewhere, health, 60}) == "not-at-table");
}

TEST_CASE("a seat supports what it sees, as often as it has votes, and takes it back") {
    Play play;
    play.scenario.agenda_votes = 1;
    play.begin(Stage::agenda);
    CHECK(play.ask(city, command::Support{protein}) == "not-seen");
    CHECK(play.ask(farmers, command::Share{protein, set_of({city})}) == "");
    CHECK(play.ask(city, command::Support{protein}) == "");
    CHECK(play.ask(city, command::Support{protein}) == "already-so");
    CHECK(play.ask(city, command::Support{homes}) == "no-votes-left");
    CHECK(play.ask(city, command::Unsupport{protein}) == "");
    CHECK(play.ask(city, command::Support{homes}) == "");
}

TEST_CASE("a challenge without a gap, or without support enough, does not make the agenda") {
    Play play;
    play.scenario.agenda_support = 0.5;  // of three: 1.5, so two
    play.begin(Stage::agenda);
    CHECK(play.ask(city, command::Support{homes}) == "");
    CHECK(rules::make_agenda(play.scenario, play.state, valley).challenges.empty());
    CHECK(play.ask(city, command::Share{homes, set_of({farmers})}) == "");
    CHECK(play.ask(farmers, command::Support{homes}) == "");
    CHECK(rules::make_agenda(play.scenario, play.state, valley).challenges ==
          std::vector<ChallengeId>{homes});
    // No gap, no challenge: everybody wants what is there already.
    for (const PartyId party : {city, farmers, ministry}) {
        play.ask(party, command::Ambition{valley, health, 50});
        play.ask(party, command::Ambition{valley, work, 50});
    }
    CHECK(rules::make_agenda(play.scenario, play.state, valley).challenges.empty());
}

TEST_CASE("of more challenges than slots those with most supporters make it") {
    Play play;
    play.scenario.agenda_slots = 1;
    play.scenario.agenda_support = 0;
    play.begin(Stage::agenda);
    CHECK(play.ask(farmers, command::Share{protein, set_of({city, ministry})}) == "");
    CHECK(play.ask(city, command::Support{homes}) == "");
    CHECK(play.ask(farmers, command::Support{protein}) == "");
    CHECK(play.ask(ministry, command::Support{protein}) == "");
    CHECK(rules::make_agenda(play.scenario, play.state, valley).challenges ==
          std::vector<ChallengeId>{protein});
}

TEST_CASE("an agenda tells whether each challenge was supported or demanded, and its gap") {
    Play play;
    play.scenario.agenda_support = 0.3;
    play.begin(Stage::framework);
    REQUIRE(play.ask(rijk, command::Publish{{}, {{valley, crime}}, {}}) == "");
    play.skip_to(Stage::agenda);
    REQUIRE(play.ask(city, command::Support{homes}) == "");
    play.skip_to(Stage::negotiation);
    const event::AgendaMade made = play.happened<event::AgendaMade>().back();
    // Nobody set an ambition: 10 above the present score, for the one theme of each.
    const auto reason = [](rules::Rule rule, ChallengeId challenge, ThemeId theme) {
        return rules::Part{
            .rule = rule,
            .amount = 10,
            .challenge = challenge,
            .sum = {{.rule = rules::Rule::gap, .amount = 10, .theme = theme}}};
    };
    REQUIRE(made.reasons.size() == 2);
    CHECK(made.reasons[0] == reason(rules::Rule::agenda_support, homes, work));
    CHECK(made.reasons[1] == reason(rules::Rule::agenda_demand, crime, health));
}

TEST_CASE("inviting, declining, withdrawing and knocking") {
    Play play;
    play.begin(Stage::agenda);
    CHECK(play.ask(school, command::Accept{valley}) == "not-invited");
    CHECK(play.ask(school, command::Invite{valley, rijk}) == "not-at-table");
    CHECK(play.ask(city, command::Invite{valley, farmers}) == "already-at-table");
    CHECK(play.ask(city, command::Invite{valley, school}) == "");
    CHECK(play.ask(farmers, command::Invite{valley, school}) == "already-so");
    CHECK(play.ask(school, command::Decline{valley}) == "");
    CHECK(play.ask(school, command::Accept{valley}) == "not-invited");
    CHECK(play.ask(city, command::Invite{valley, school}) == "");
    CHECK(play.ask(farmers, command::WithdrawInvitation{valley, school}) == "");
    CHECK(play.ask(school, command::Knock{valley, TextRef{}}) == "empty-text");
    CHECK(play.ask(school, command::Knock{valley, some_words()}) == "");
    CHECK(play.ask(school, command::Knock{valley, some_words()}) == "already-knocked");
    CHECK(play.ask(city, command::Knock{valley, some_words()}) == "already-at-table");
    CHECK(play.ask(school, command::Knock{elsewhere, some_words()}) == "no-such-table");
}

TEST_CASE("sight is shared with those at a table that one sits at, and is for good") {
    Play play;
    play.begin(Stage::agenda);
    CHECK(play.ask(city, command::Share{homes, set_of({school})}) == "not-at-table");
    CHECK(play.ask(city, command::Share{protein, set_of({farmers})}) == "not-seen");
    CHECK(play.ask(city, command::Share{homes, set_of({farmers})}) == "");
    CHECK(play.state.seats[farmers.value].sees.contains(homes));
    play.skip_to(Stage::agenda, 2);
    CHECK(play.state.seats[farmers.value].sees.contains(homes));
}

TEST_CASE("readiness falls when an invitation reaches the seat") {
    Play play;
    play.begin(Stage::agenda);
    CHECK(play.ask(school, command::Ready{true}) == "");
    CHECK(play.ask(city, command::Invite{valley, school}) == "");
    CHECK_FALSE(play.state.seats[school.value].ready);
}

TEST_CASE("version 1 is the game's own: capable partners, joint goals, no money, the hybrid") {
    Play play;
    play.negotiate();
    REQUIRE(play.region().versions.size() == 1);
    const rules::Version& first = play.region().versions.front();
    CHECK_FALSE(first.by.has_value());
    CHECK(first.deal.form == Form::decentralised);
    CHECK(first.deal.accountability == Accountability::mutual);
    CHECK(first.deal.conditions == 2);
    CHECK_FALSE((first.deal.information || first.deal.powers || first.deal.coordination ||
                 first.deal.review));
    for (const rules::Line& line : first.deal.lines) {
        CHECK(line.goal == Goal::joint);
        CHECK(line.money.empty());
        CHECK(line.result.empty);
        // protein needs food (farmers) and research (nobody at the table); homes needs building.
        CHECK(line.partners == std::vector<PartyId>{line.challenge == protein ? farmers : city});
    }
}

}  // namespace dealtafel::tests
