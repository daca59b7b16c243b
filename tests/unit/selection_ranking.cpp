// Ranking, selecting, and what counts against the ranking. Expected values by hand.
#include "rules/selection.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace dealtafel;
using rules::Contender;

namespace {

constexpr RegionId north{0}, east{1}, south{2}, west{3};

Contender contender(RegionId region, double score, int asked,
                    std::optional<bool> decided = std::nullopt) {
    return {region, score, Money{asked}, decided};
}

std::vector<Contender> ranked(std::vector<Contender> contenders) {
    rules::rank(contenders);
    return contenders;
}

IdSet<RegionId> regions(std::initializer_list<RegionId> ids) {
    IdSet<RegionId> set;
    for (const RegionId id : ids) set.insert(id);
    return set;
}

int counted(const std::vector<Contender>& contenders, Money budget) {
    return rules::against_ranking(contenders, rules::select(contenders, budget), budget);
}

}  // namespace

TEST_CASE("the ranking goes by score, and by scenario order where scores are equal") {
    const auto order = ranked({contender(north, 0.5, 10), contender(east, 0.7, 10),
                               contender(south, 0.5, 10), contender(west, 0.6, 10)});
    CHECK(order[0].region == east);
    CHECK(order[1].region == west);
    CHECK(order[2].region == north);
    CHECK(order[3].region == south);
}

TEST_CASE("what is not decided is selected down the ranking as far as the budget goes") {
    const auto order = ranked({contender(north, 0.5, 40), contender(east, 0.7, 60),
                               contender(south, 0.6, 50)});
    CHECK(rules::select(order, Money{100}) == regions({east, north}));
    CHECK(rules::select(order, Money{99}) == regions({east}));
    CHECK(rules::select(order, Money{150}) == regions({north, east, south}));
    CHECK(rules::select(order, Money{10}).empty());
}

TEST_CASE("what the centre decided comes before the ranking") {
    const auto order = ranked({contender(north, 0.5, 40, true), contender(east, 0.7, 60),
                               contender(south, 0.6, 50, false)});
    CHECK(rules::select(order, Money{100}) == regions({north, east}));
    CHECK(rules::select(order, Money{90}) == regions({north}));
}

TEST_CASE("a selected region below a rejected one that would have fitted is against the ranking") {
    CHECK(counted(ranked({contender(north, 0.5, 40, true), contender(east, 0.7, 60, false)}),
                  Money{60}) == 1);
    // It would not have fitted in its place.
    CHECK(counted(ranked({contender(north, 0.5, 40, true), contender(east, 0.7, 61, false)}),
                  Money{60}) == 0);
    // Equal scores are not lower.
    CHECK(counted(ranked({contender(north, 0.7, 40, true), contender(east, 0.7, 40, false)}),
                  Money{60}) == 0);
    // The highest was selected.
    CHECK(counted(ranked({contender(north, 0.7, 40, true), contender(east, 0.5, 40, false)}),
                  Money{60}) == 0);
}

TEST_CASE("each selected region counts once, however many it passed over") {
    const auto order =
        ranked({contender(north, 0.9, 30, false), contender(east, 0.8, 30, false),
                contender(south, 0.5, 30, true), contender(west, 0.4, 30, true)});
    CHECK(counted(order, Money{60}) == 2);
    const auto one = ranked({contender(north, 0.9, 30, false), contender(east, 0.8, 30, false),
                             contender(south, 0.5, 30, true)});
    CHECK(counted(one, Money{30}) == 1);
}

TEST_CASE("asked by the selected leaves out the region that is asked about") {
    const std::vector<Contender> contenders = {contender(north, 0.9, 30, true),
                                               contender(east, 0.8, 20, true),
                                               contender(south, 0.7, 10, false)};
    CHECK(rules::asked_by_selected(contenders, west) == Money{50});
    CHECK(rules::asked_by_selected(contenders, east) == Money{30});
}

TEST_CASE("law: the ranking alone never goes against itself, and stays within the budget") {
    std::mt19937 random(7);
    for (int times = 0; times < 2'000; ++times) {
        std::vector<Contender> contenders;
        for (std::uint16_t at = 0; at < 5; ++at) {
            contenders.push_back(contender(RegionId{at}, static_cast<double>(random() % 4) / 4,
                                           static_cast<int>(random() % 50)));
        }
        rules::rank(contenders);
        const Money budget{static_cast<std::int64_t>(random() % 120)};
        const IdSet<RegionId> selected = rules::select(contenders, budget);
        Money spent;
        for (const Contender& one : contenders) {
            if (selected.contains(one.region)) spent += one.asked;
        }
        CHECK(spent <= budget);
        CHECK(rules::against_ranking(contenders, selected, budget) == 0);
    }
}
