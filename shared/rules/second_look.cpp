#include "rules/second_look.hpp"

#include "base/draw.hpp"
#include "rules/forecast.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace dealtafel::rules {

namespace {

constexpr double slack = 1e-9;

// Goes on with a hash over the decimal digits of a number.
std::uint64_t hash_on(std::uint64_t hash, int number) {
    std::array<char, 12> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return fnv1a64({digits.data(), static_cast<std::size_t>(end - digits.data())}, hash);
}

// The draws of one deal, `better/<region>/<round>/<deal>/<k>` with k from 0.
class Draws {
public:
    Draws(const LookSeed& seed, int deal)
        : seed_(seed.seed), deal_(fnv1a64("/", hash_on(seed.region_and_round, deal))) {}

    // One of so many, from 0.
    std::size_t below(std::size_t count) {
        const double drawn = draw_of(seed_, hash_on(deal_, next_++));
        return static_cast<std::size_t>(drawn * static_cast<double>(count));
    }

private:
    std::uint64_t seed_;
    std::uint64_t deal_;
    int next_ = 0;
};

// One small change of a deal after another. Every draw and its order stand in docs/rules.md.
class Changing {
public:
    Changing(PartyId centre, IdSet<PartyId> others, Draws& draws, Deal& deal)
        : centre_(centre), others_(others), draws_(draws), deal_(deal) {}

    void change() {
        switch (draws_.below(8)) {
            case 0: change_term(); break;
            case 1: change_goal(); break;
            case 2: change_partner(); break;
            default: change_money();
        }
    }

private:
    Line& some_line() { return deal_.lines[draws_.below(deal_.lines.size())]; }

    // The partners in ascending order, and then the centre.
    PartyId some_payer(const Line& line) {
        const std::size_t drawn = draws_.below(line.partners.size() + 1);
        return drawn < line.partners.size() ? line.partners[drawn] : centre_;
    }

    void change_term() {
        switch (draws_.below(7)) {
            case 0: deal_.form = Form{static_cast<int>(draws_.below(3))}; break;
            case 1:
                deal_.accountability = Accountability{static_cast<int>(draws_.below(3))};
                break;
            case 2: deal_.conditions = static_cast<int>(draws_.below(conditions_max + 1)); break;
            case 3: deal_.information = !deal_.information; break;
            case 4: deal_.powers = !deal_.powers; break;
            case 5: deal_.coordination = !deal_.coordination; break;
            default: deal_.review = !deal_.review;
        }
    }

    void change_goal() {
        Line& line = some_line();
        line.goal = Goal{static_cast<int>(draws_.below(3))};
    }

    // A signatory comes to a line, or leaves it with its money; nobody leaves a line alone.
    void change_partner() {
        Line& line = some_line();
        std::size_t place = draws_.below(others_.size());
        PartyId drawn;
        for (const PartyId party : others_) {
            if (place-- == 0) drawn = party;
        }
        if (!is_partner(line, drawn)) {
            line.partners.insert(
                std::lower_bound(line.partners.begin(), line.partners.end(), drawn), drawn);
        } else if (line.partners.size() > 1) {
            std::erase(line.partners, drawn);
            line.money.erase(drawn);
        }
    }

    void change_money() {
        constexpr std::array<std::int64_t, 6> steps = {1, 3, 5, 10, 20, 40};
        Line& line = some_line();
        const PartyId payer = some_payer(line);
        const std::int64_t step = steps[draws_.below(steps.size())];
        switch (draws_.below(6)) {
            case 0: add_money(line, payer, step); break;
            case 1: add_money(line, payer, -step); break;
            case 2: {  // somebody else pays it
                const PartyId other = some_payer(line);
                add_money(line, other, -add_money(line, payer, -step));
                break;
            }
            case 3: {  // the same payer pays it for another line
                Line& other = some_line();
                if (payer != centre_ && !is_partner(other, payer)) break;
                add_money(other, payer, -add_money(line, payer, -step));
                break;
            }
            case 4:  // both sides put more in
                add_money(line, payer, step);
                add_money(line, centre_, step);
                break;
            default:
                add_money(line, payer, -step);
                add_money(line, centre_, -step);
        }
    }

    PartyId centre_;
    IdSet<PartyId> others_;
    Draws& draws_;
    Deal& deal_;
};

// What each party can put into a region's deal besides what it has signed for elsewhere.
DealSetting affordable(const Scenario& scenario, const State& state, RegionId region) {
    DealSetting setting = deal_setting(scenario, state, region);
    for (const PartyId party : scenario.all_parties()) {
        const Money left =
            setting.budgets[party.value] - committed_elsewhere(state, party, region);
        setting.budgets[party.value] = std::max(Money{}, left);
    }
    return setting;
}

// Weighs deals by the points of the signatories of one: those that they can expect, as an audit
// may come.
class Weighing {
public:
    Weighing(const Scenario& scenario, const State& state, const Deal& deal)
        : scenario_(scenario), expectation_(scenario, circumstances(state, deal.region)) {
        const IdSet<PartyId> own = scenario.parties_of(deal.region);
        for (const PartyId party : signatories(scenario, deal)) {
            has_.push_back({party, 0, own.contains(party)});
        }
        look(deal);
        for (Has& has : has_) has.points = expected(has);
    }

    double above_reserves() const {
        double above = 0;
        for (const Has& has : has_) above += has.points - scenario_[has.party].reserve;
        return above;
    }

    // How much more they have together in another deal; nothing where one of them has less.
    double gain(const Deal& deal) {
        look(deal);
        // Whoever said no to the deal before says no to most.
        if (has_less(has_[refused_by_])) return 0;
        double gain = 0;
        for (std::size_t at = 0; at < has_.size(); ++at) {
            const double more = expected(has_[at]) - has_[at].points;
            if (more < -slack) {
                refused_by_ = at;
                return 0;
            }
            gain += more;
        }
        return gain;
    }

private:
    struct Has {
        PartyId party;
        double points = 0;
        bool own = false;  // whether the deal is of its own region
    };

    void look(const Deal& deal) {
        signed_by_ = signatories(scenario_, deal);
        expectation_.look(deal);
    }

    bool has_less(const Has& has) const { return expected(has) - has.points < -slack; }

    double expected(const Has& has) const {
        return expectation_.points(has.party, has.own || signed_by_.contains(has.party));
    }

    const Scenario& scenario_;
    std::vector<Has> has_;
    std::size_t refused_by_ = 0;  // its place in has_
    // Of the deal that was looked at last.
    IdSet<PartyId> signed_by_;
    Expectation expectation_;
};

}  // namespace

SignedDeal signed_deal(const Scenario& scenario, const Deal& deal) {
    SignedDeal made{deal, scenario.centre, signatories(scenario, deal)};
    made.others.erase(scenario.centre);
    return made;
}

LookSeed look_seed(const Scenario& scenario, const State& state, RegionId region) {
    const std::string label =
        "better/" + scenario[region].id + "/" + std::to_string(state.round) + "/";
    return {state.settings.seed, fnv1a64(label)};
}

void draw_near(const SignedDeal& concluded, const LookSeed& seed, int number, Deal& deal) {
    deal = concluded.deal;
    Draws draws(seed, number);
    Changing changing(concluded.centre, concluded.others, draws, deal);
    const std::size_t changes = 1 + draws.below(3);
    for (std::size_t i = 0; i < changes; ++i) changing.change();
}

// It takes some 2 ms for a deal of five lines, once a region and round: little enough to be made
// where the deal is concluded.
Remainder second_look(const Scenario& scenario, const State& state, const Deal& concluded) {
    const DealSetting setting = affordable(scenario, state, concluded.region);
    const LookSeed seed = look_seed(scenario, state, concluded.region);
    const SignedDeal near = signed_deal(scenario, concluded);
    Weighing weighing(scenario, state, concluded);
    Remainder found{weighing.above_reserves(), 0};
    Deal deal;
    for (int number = 1; number <= second_look_deals; ++number) {
        draw_near(near, seed, number, deal);
        if (deal == concluded || !is_legal(scenario, setting, deal)) continue;
        found.gain = std::max(found.gain, weighing.gain(deal));
    }
    return found;
}

LeftOnTable left_on_table(const Remainder& found) {
    if (found.gain <= slack || found.gain < 0.05 * found.above) return LeftOnTable::little;
    return found.gain < 0.2 * found.above ? LeftOnTable::some : LeftOnTable::much;
}

}  // namespace dealtafel::rules
