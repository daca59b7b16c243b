#include "scenario_text.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::ScenarioText;

TEST_CASE("parties, themes and capabilities are numbered by their ids, all else by the file") {
    const Scenario scenario = ScenarioText().scenario();
    // In the file: rijk, town, school; work, health; valley, coast.
    REQUIRE(scenario.parties.size() == 3);
    CHECK(scenario.parties[0].id == "rijk");
    CHECK(scenario.parties[1].id == "school");
    CHECK(scenario.parties[2].id == "town");
    CHECK(scenario.themes[0].id == "health");
    CHECK(scenario.themes[1].id == "work");
    CHECK(scenario.regions[0].id == "valley");
    CHECK(scenario.regions[1].id == "coast");
    CHECK(scenario.capabilities == std::vector<std::string>{"homes", "research"});
    CHECK(scenario.file_order == std::vector{PartyId{0}, PartyId{2}, PartyId{1}});
    CHECK(scenario.theme_order == std::vector{ThemeId{1}, ThemeId{0}});
    CHECK(scenario.centre == PartyId{0});
}

TEST_CASE("parties are displayed as the scenario says, and after that as the file has them") {
    CHECK(ScenarioText().scenario().party_order == std::vector{PartyId{0}, PartyId{2}, PartyId{1}});
    CHECK(ScenarioText().with(8, "party_order = [\"school\"]").scenario().party_order ==
          std::vector{PartyId{1}, PartyId{0}, PartyId{2}});
}

TEST_CASE("what a scenario leaves out has the default of the rules") {
    const Scenario scenario = ScenarioText().scenario();
    CHECK_FALSE(scenario.selection);
    CHECK_FALSE(scenario.tranche_budget.has_value());
    CHECK(scenario.partnership_form_from == 2);
    CHECK(scenario.agenda_slots == 4);
    CHECK(scenario.agenda_votes == 3);
    CHECK(scenario.agenda_support == 0.4);
    CHECK(scenario.demands_max == 1);
    CHECK(scenario.forecast_exact == 3);
    CHECK(scenario.last_call_seconds == 120);
    CHECK(scenario.model.friction == 0.2);  // set
    CHECK(scenario.model.stale == 0.08);    // not set
    CHECK(scenario.seconds(Stage::framework, 1) == 120);
    CHECK(scenario.seconds(Stage::framework, 2) == 60);
    CHECK(scenario.seconds(Stage::framework, 3) == 60);
    CHECK(scenario.seconds(Stage::agenda, 2) == 240);
    CHECK(scenario.seconds(Stage::proposal, 1) == 300);
    CHECK(scenario.seconds(Stage::negotiation, 3) == 480);
    CHECK(scenario.seconds(Stage::outcome, 1) == 240);
    CHECK(scenario.seconds(Stage::accountability, 1) == 120);
    CHECK(scenario.seconds(Stage::reflection, 1) == 120);
    CHECK(scenario.seconds(Stage::briefing, 1) == 480);
    CHECK(scenario.seconds(Stage::debrief, 1) == 2400);
}

TEST_CASE("what a thing leaves out has its default") {
    const Scenario scenario = ScenarioText().scenario();
    const Party& rijk = scenario.parties[0];
    const Party& school = scenario.parties[1];
    const Party& town = scenario.parties[2];
    CHECK(scenario.themes[0].horizon == Horizon::now);
    CHECK(scenario.regions[0].start == std::vector<double>{62, 50});  // health, work
    CHECK(scenario.regions[0].drift == std::vector<double>{0, 0});
    CHECK_FALSE(scenario.regions[0].named);
    CHECK(scenario.regions[0].lead == PartyId{2});
    CHECK_FALSE(scenario.regions[1].lead.has_value());
    // At a table from the start are a region's parties and ministries; school has no region.
    CHECK_FALSE(rijk.at_table);
    CHECK_FALSE(school.at_table);
    CHECK(town.at_table);
    CHECK_FALSE(school.required);
    CHECK_FALSE(school.lead);
    CHECK(school.money_value == 1);
    CHECK(school.reserve == 0);
    CHECK(school.interests.empty());
    CHECK(school.mandates.empty());
    CHECK(school.short_title.by_language.empty());
    CHECK(town.budget == Money{50});
    CHECK(school.budget == Money{25});
    const Challenge& challenge = scenario.challenges[0];
    CHECK(challenge.scale == Scale::regional);
    CHECK_FALSE(challenge.needs_power);
    CHECK_FALSE(challenge.national);
    CHECK(challenge.spillovers.empty());
    CHECK(scenario.partnerships[0].purpose.empty());
}

TEST_CASE("a ministry sits at every table unless it says otherwise") {
    const auto ministry = ScenarioText().with(52, "kind = \"ministry\"");
    CHECK(ministry.scenario().parties[1].at_table);
    CHECK_FALSE(ministry.with(56, "budget = 2.5\nat_table = false").scenario().parties[1].at_table);
}

TEST_CASE("a party's level is its own, else that of its kind") {
    const auto level = [](const std::string& kind, const std::string& more) {
        return ScenarioText()
            .with(52, "kind = \"" + kind + "\"\n" + more)
            .scenario()
            .parties[1]
            .level;
    };
    CHECK(level("civil-society", "") == Scale::neighbourhood);
    CHECK(level("municipality", "") == Scale::municipal);
    CHECK(level("province", "") == Scale::regional);
    CHECK(level("water-board", "") == Scale::regional);
    CHECK(level("knowledge", "") == Scale::regional);
    CHECK(level("business", "") == Scale::regional);
    CHECK(level("ministry", "") == Scale::supra_regional);
    CHECK(ScenarioText().scenario().parties[0].level == Scale::supra_regional);  // the centre
    CHECK(level("knowledge", "level = \"neighbourhood\"") == Scale::neighbourhood);
}

TEST_CASE("interests, effects and needs are in ascending order of their keys") {
    const Scenario scenario =
        ScenarioText()
            .with(44, "interests = { \"valley.health\" = 1, \"coast.work\" = 2, \"*.*\" = 3 }")
            .with(67, "effects = { work = 1, health = 2 }")
            .with(68, "needs = { research = 1, homes = 2 }")
            .scenario();
    const auto& interests = scenario.parties[2].interests;
    REQUIRE(interests.size() == 3);
    CHECK(interests[0].weight == 3);
    CHECK_FALSE(interests[0].region.has_value());
    CHECK_FALSE(interests[0].theme.has_value());
    CHECK(interests[1].region == RegionId{1});
    CHECK(interests[1].theme == ThemeId{1});
    CHECK(interests[2].region == RegionId{0});
    const Challenge& challenge = scenario.challenges[0];
    CHECK(challenge.effects[0].theme == ThemeId{0});
    CHECK(challenge.effects[0].effect == 2);
    CHECK(challenge.needs[0].capability == CapabilityId{0});
    CHECK(challenge.needs[0].weight == 2);
}

TEST_CASE("the guide of a phase is a sentence to say and a question to ask") {
    const Scenario scenario =
        ScenarioText()
            .with(8,
                  "[guide.negotiation]\nsay = { nl = \"Toe.\", en = \"Go.\" }\n[guide.debrief]\n"
                  "ask = { nl = \"Wat?\", en = \"What?\" }")
            .scenario();
    CHECK(scenario.guides.at(Stage::negotiation).say.by_language.at("nl") == "Toe.");
    CHECK(scenario.guides.at(Stage::negotiation).ask.by_language.empty());
    CHECK(scenario.guides.at(Stage::debrief).ask.by_language.at("en") == "What?");
}

TEST_CASE("a capability has the title that the file gives it, and one left out has none") {
    const Scenario scenario =
        ScenarioText()
            .with(8, "[capability]\nresearch = { nl = \"onderzoek\", en = \"research\" }")
            .scenario();
    // In ascending order of id: homes, research.
    REQUIRE(scenario.capability_titles.size() == 2);
    CHECK(scenario.capability_titles[0].by_language.empty());
    CHECK(scenario.capability_titles[1].by_language.at("nl") == "onderzoek");
}

TEST_CASE("pairs of ties and trust are held in ascending order of id") {
    const Scenario scenario = ScenarioText()
                                  .plus("[[tie]]\na = \"town\"\nb = \"rijk\"\nstrength = 0.5")
                                  .plus("[[trust]]\na = \"school\"\nb = \"town\"\nvalue = 0.7")
                                  .scenario();
    REQUIRE(scenario.explicit_ties.size() == 1);
    CHECK(scenario.explicit_ties[0].a == PartyId{0});
    CHECK(scenario.explicit_ties[0].b == PartyId{2});
    CHECK(scenario.explicit_ties[0].value == 0.5);
    REQUIRE(scenario.explicit_trust.size() == 1);
    CHECK(scenario.explicit_trust[0].a == PartyId{1});
    CHECK(scenario.explicit_trust[0].value == 0.7);
}

TEST_CASE("a scenario carries the hash of its file's bytes") {
    const Scenario scenario = ScenarioText().scenario();
    CHECK(scenario.source_sha256.size() == 64);
    CHECK(ScenarioText().plus("# a remark").scenario().source_sha256 != scenario.source_sha256);
}

TEST_CASE("a file may have Windows line ends and a byte order mark") {
    std::string text = "\xef\xbb\xbf";
    for (const char c : ScenarioText().text())
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(parse_scenario(text, "small").scenario.has_value());
}
