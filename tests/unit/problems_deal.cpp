#include "make_random.hpp"

#include "rules/deal_file.hpp"

using namespace dealtafel;
using namespace dealtafel::tests;
using rules::Deal;
using rules::NamedDeal;
using rules::NamedLine;
using rules::Problem;
using rules::ProblemCode;

namespace {

// One line on protein for 6.0, half of it the Rijk's.
NamedDeal sound() {
    NamedDeal deal;
    deal.region = "valley";
    deal.form = Form::decentralised;
    deal.accountability = Accountability::mutual;
    deal.lines = {{"protein", {"school", "farmers"}, Goal::joint, "a result",
                   {{"rijk", 3.0}, {"school", 3.0}}}};
    return deal;
}

NamedLine homes_line() {
    return {"homes", {"city"}, Goal::joint, "a result", {{"rijk", 1.0}, {"city", 1.0}}};
}

std::vector<Problem> problems_of(const NamedDeal& deal, const World& world = default_world(),
                                 int round = 1) {
    return rules::resolve(world.scenario, rules::setting_of(world.scenario, round), deal).problems;
}

using Problems = std::vector<Problem>;

}  // namespace

TEST_CASE("a deal that is written by names resolves to the same deal by numbers") {
    const World world = default_world();
    NamedDeal named = sound();
    named.conditions = 2;
    named.information = named.review = true;
    named.lines[0].result = " \t\r\n";
    const rules::ResolvedDeal resolved =
        rules::resolve(world.scenario, rules::setting_of(world.scenario, 1), named);
    Deal expected =
        make_deal({make_line(protein, {farmers, school}, {{rijk, 30}, {school, 30}})});
    expected.conditions = 2;
    expected.information = expected.review = true;
    expected.lines[0].result.empty = true;
    CHECK(resolved.problems.empty());
    CHECK(resolved.deal == expected);
}

TEST_CASE("earmarked money without accountability is a problem of the accountability") {
    NamedDeal deal = sound();
    deal.form = Form::specific;
    CHECK(problems_of(deal).empty());
    deal.accountability = Accountability::none;
    CHECK(problems_of(deal) ==
          Problems{{ProblemCode::specific_without_accountability, "accountability"}});
}

TEST_CASE("the form partnership exists from its round on, or never") {
    World world = default_world();
    NamedDeal deal = sound();
    deal.form = Form::partnership;
    const Problems expected{{ProblemCode::partnership_form_not_available, "form"}};
    CHECK(problems_of(deal, world, 1) == expected);
    CHECK(problems_of(deal, world, 2).empty());
    world.scenario.partnership_form_from = 0;
    CHECK(problems_of(deal, world, 9) == expected);
}

TEST_CASE("both sides pay: the region as much as the Rijk, the Rijk a fifth of all") {
    World world = default_world();
    NamedDeal deal = sound();
    deal.lines[0].money = {{"rijk", 3.1}, {"school", 3.0}};
    CHECK(problems_of(deal) == Problems{{ProblemCode::co_financing, "lines"}});
    // 1.0 of 5.0 is a fifth; 1.0 of 5.1 is less.
    deal.lines[0].money = {{"rijk", 1.0}, {"school", 4.0}};
    CHECK(problems_of(deal).empty());
    deal.lines[0].money = {{"rijk", 1.0}, {"school", 4.1}};
    CHECK(problems_of(deal) == Problems{{ProblemCode::centre_share, "lines"}});
    // A ministry's money is the Rijk's.
    deal.lines[0].partners = {"ministry", "school"};
    deal.lines[0].money = {{"ministry", 1.1}, {"school", 4.1}};
    CHECK(problems_of(deal).empty());
}

TEST_CASE("shares of money are compared in tenths with a slack") {
    World world = default_world();
    // The region owes 1.1 times 5.0, which in doubles is a little above 55 tenths.
    world.scenario.model.cofinancing_min = 1.1;
    world.scenario.model.centre_share_min = 0;
    CHECK(1.1 * 50 > 55);
    NamedDeal deal = sound();
    deal.lines[0].money = {{"rijk", 5.0}, {"school", 5.5}};
    CHECK(problems_of(deal, world).empty());
    deal.lines[0].money = {{"rijk", 5.0}, {"school", 5.4}};
    CHECK(problems_of(deal, world) == Problems{{ProblemCode::co_financing, "lines"}});
}

TEST_CASE("a line has its least money of all its payers together") {
    World world = default_world();
    NamedDeal deal = sound();
    deal.lines.push_back(homes_line());
    deal.lines[1].money = {{"rijk", 0.4}, {"city", 0.5}};
    CHECK(problems_of(deal) == Problems{{ProblemCode::line_min, "lines/1/money"}});
    deal.lines[1].money = {{"rijk", 0.5}, {"city", 0.5}};
    CHECK(problems_of(deal).empty());
    deal.lines[1].money = {};
    CHECK(problems_of(deal) == Problems{{ProblemCode::line_min, "lines/1/money"}});
}

TEST_CASE("nobody pays more than the budget over all lines") {
    World world = default_world();
    world.scenario.parties[city.value].budget = Money{35};
    NamedDeal deal = sound();
    deal.lines[0].partners = {"city", "school"};
    deal.lines[0].money = {{"rijk", 3.0}, {"city", 2.5}, {"school", 3.0}};
    deal.lines.push_back(homes_line());
    CHECK(problems_of(deal, world).empty());
    deal.lines[1].money = {{"city", 1.1}};
    CHECK(problems_of(deal, world) == Problems{{ProblemCode::over_budget, "budget/city"}});
}

TEST_CASE("at a money place the first of its problems is told, and the money does not count") {
    NamedDeal deal = sound();
    deal.lines[0].money = {{"rijk", 3.0},   {"school", 3.0},  {"nobody", -1.05},
                           {"city", -0.05}, {"farmers", 0.25}, {"ministry", 0.0}};
    CHECK(problems_of(deal) ==
          Problems{{ProblemCode::money_step, "lines/0/money/farmers"},
                   {ProblemCode::money_negative, "lines/0/money/city"},
                   {ProblemCode::unknown_id, "lines/0/money/nobody"},
                   {ProblemCode::payer_not_partner, "lines/0/money/ministry"}});
    // Without the school's 2.95 the region pays nothing.
    deal.lines[0].money = {{"rijk", 3.0}, {"school", 2.95}};
    CHECK(problems_of(deal) == Problems{{ProblemCode::co_financing, "lines"},
                                        {ProblemCode::money_step, "lines/0/money/school"}});
}

TEST_CASE("money that is more than there is exceeds the budget") {
    NamedDeal deal = sound();
    deal.lines[0].money = {{"rijk", 3.0}, {"school", 1e300}};
    CHECK(problems_of(deal) == Problems{{ProblemCode::centre_share, "lines"},
                                        {ProblemCode::over_budget, "budget/school"}});
}

TEST_CASE("every tenth that is written with one digit is in steps of 0.1") {
    const World world = default_world();
    NamedDeal deal = sound();
    for (int tenths = 0; tenths <= 5000; ++tenths) {
        // The double nearest to the decimal number, as a reader of JSON makes it.
        const std::string digits =
            std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
        deal.lines[0].money = {{"school", std::stod(digits)}};
        const rules::ResolvedDeal resolved =
            rules::resolve(world.scenario, rules::setting_of(world.scenario, 1), deal);
        REQUIRE(resolved.deal.lines[0].money.get(school) == Money{tenths});
    }
}

TEST_CASE("an id that names nothing is told at its place") {
    NamedDeal deal = sound();
    deal.region = "nowhere";
    deal.lines[0].partners = {"school", "nobody"};
    deal.lines.push_back(homes_line());
    deal.lines[1].challenge = "nothing";
    CHECK(problems_of(deal) == Problems{{ProblemCode::unknown_id, "region"},
                                        {ProblemCode::unknown_id, "lines/0/partners/nobody"},
                                        {ProblemCode::unknown_id, "lines/1/challenge"}});
}

TEST_CASE("a challenge is tackled in one line, and in its own region") {
    World world = default_world();
    NamedDeal deal = sound();
    deal.lines.push_back(homes_line());
    deal.lines.push_back(homes_line());
    CHECK(problems_of(deal) == Problems{{ProblemCode::duplicate_line, "lines/2/challenge"}});
    deal.lines.pop_back();
    world.scenario.challenges[homes.value].region = elsewhere;
    CHECK(problems_of(deal, world) ==
          Problems{{ProblemCode::other_region, "lines/1/challenge"}});
    deal.region = "nowhere";  // nothing is in another region than an unknown one
    CHECK(problems_of(deal, world) == Problems{{ProblemCode::unknown_id, "region"}});
}

TEST_CASE("a challenge that nobody knows is doubled by its name") {
    NamedDeal deal = sound();
    deal.lines.push_back(homes_line());
    deal.lines.push_back(homes_line());
    deal.lines[1].challenge = deal.lines[2].challenge = "nothing";
    CHECK(problems_of(deal) == Problems{{ProblemCode::unknown_id, "lines/1/challenge"},
                                        {ProblemCode::unknown_id, "lines/2/challenge"},
                                        {ProblemCode::duplicate_line, "lines/2/challenge"}});
}

TEST_CASE("a deal has lines and a line has partners, of whom the centre is none") {
    NamedDeal deal = sound();
    deal.lines[0].partners = {};
    deal.lines[0].money = {{"rijk", 3.0}};
    World world = default_world();
    world.scenario.model.cofinancing_min = 0;
    CHECK(problems_of(deal, world) == Problems{{ProblemCode::no_partners, "lines/0/partners"}});
    deal.lines[0].partners = {"rijk"};
    CHECK(problems_of(deal, world) ==
          Problems{{ProblemCode::centre_as_partner, "lines/0/partners/rijk"}});
    // Who is named but not known is a partner that is unknown, not the lack of one.
    deal.lines[0].partners = {"nobody"};
    CHECK(problems_of(deal, world) ==
          Problems{{ProblemCode::unknown_id, "lines/0/partners/nobody"}});
    deal.lines = {};
    CHECK(problems_of(deal, world) == Problems{{ProblemCode::no_lines, "lines"}});
}

TEST_CASE("conditions are from none to four") {
    NamedDeal deal = sound();
    for (const std::int64_t fine : {0, 1, 4}) {
        deal.conditions = fine;
        CHECK(problems_of(deal).empty());
    }
    for (const std::int64_t wrong : {std::int64_t{-1}, std::int64_t{5}, std::int64_t{1} << 40}) {
        deal.conditions = wrong;
        CHECK(problems_of(deal) == Problems{{ProblemCode::conditions_range, "conditions"}});
    }
}

TEST_CASE("in a game the agenda, the table and what was asked bound a deal too") {
    const World world = default_world();
    rules::DealSetting setting = rules::setting_of(world.scenario, 1);
    Deal deal = make_deal({make_line(protein, {farmers, school}, {{rijk, 30}, {school, 30}}),
                           make_line(homes, {city, ministry}, {{city, 10}, {ministry, 5}})});
    setting.agenda = {protein, homes};
    setting.table = set_of({city, farmers, ministry, school});
    setting.asked = Money{30};  // the centre's money alone
    CHECK(rules::problems(world.scenario, setting, deal).empty());
    setting.agenda = {homes};
    setting.table = set_of({city, farmers, school});
    setting.asked = Money{29};
    CHECK(rules::problems(world.scenario, setting, deal) ==
          Problems{{ProblemCode::off_agenda, "lines/0/challenge"},
                   {ProblemCode::not_at_table, "lines/1/partners/ministry"},
                   {ProblemCode::over_asked, "lines"}});
}

TEST_CASE("problems of different codes come in the order of the codes") {
    NamedDeal deal;
    deal.region = "nowhere";
    deal.form = Form::specific;
    deal.accountability = Accountability::none;
    deal.conditions = 5;
    deal.lines = {{"homes", {"rijk", "city"}, Goal::joint, "", {{"city", -1.0}}}};
    CHECK(problems_of(deal) ==
          Problems{{ProblemCode::specific_without_accountability, "accountability"},
                   {ProblemCode::line_min, "lines/0/money"},
                   {ProblemCode::money_negative, "lines/0/money/city"},
                   {ProblemCode::unknown_id, "region"},
                   {ProblemCode::centre_as_partner, "lines/0/partners/rijk"},
                   {ProblemCode::conditions_range, "conditions"}});
}

TEST_CASE("law: a deal is legal where it has no problems, and only there") {
    int legal = 0;
    CHECK(rc::check([&] {
        const World world = random_world();
        const Deal deal = random_deal(world.scenario);
        rules::DealSetting setting = rules::setting_of(world.scenario, 1);
        setting.budgets.assign(setting.budgets.size(), Money{random_int(0, 200)});
        if (random_bool()) setting.model.line_min = 0;
        if (random_bool()) setting.model.cofinancing_min = setting.model.centre_share_min = 0;
        const bool sound = rules::problems(world.scenario, setting, deal).empty();
        RC_ASSERT(rules::is_legal(world.scenario, setting, deal) == sound);
        if (sound) ++legal;
    }));
    CHECK(legal > 0);
    CHECK(legal < 100);
}
