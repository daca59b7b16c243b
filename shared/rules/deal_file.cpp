#include "rules/deal_file.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace dealtafel::rules {

namespace {

// An amount in tenths, or nothing where it is not in steps of 0.1: the double that is nearest to a
// whole number of tenths, which is what a number written with one digit reads as.
std::optional<Money> in_tenths(double millions) {
    // More than any budget; sums of this many tenths still fit.
    constexpr double tenths_max = 1e12;
    if (!std::isfinite(millions)) return std::nullopt;
    if (std::abs(millions) * 10 > tenths_max) {
        return Money{static_cast<std::int64_t>(std::copysign(tenths_max, millions))};
    }
    const Money money{std::llround(millions * 10)};
    if (money.millions() != millions) return std::nullopt;
    return money;
}

// Turns names into numbers; what names nothing is a problem, and is left out of the deal.
class Resolver {
public:
    Resolver(const Scenario& scenario, const NamedDeal& named)
        : scenario_(scenario), named_(named) {}

    ResolvedDeal run(const DealSetting& setting) {
        Deal& deal = made_.deal;
        deal.form = named_.form;
        deal.conditions = static_cast<int>(std::clamp<std::int64_t>(
            named_.conditions, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
        deal.accountability = named_.accountability;
        deal.information = named_.information;
        deal.powers = named_.powers;
        deal.coordination = named_.coordination;
        deal.review = named_.review;
        deal.region = find<RegionId>(named_.region, "region");
        for (std::size_t n = 0; n < named_.lines.size(); ++n) resolve_line(n);
        add_problems_of_deal(setting);
        sort_by_code(made_.problems);
        return std::move(made_);
    }

private:
    void note(ProblemCode code, std::string where) {
        made_.problems.push_back({code, std::move(where)});
    }

    template <class IdT>
    IdT find(std::string_view name, const std::string& where) {
        const std::optional<IdT> found = scenario_.find<IdT>(name);
        if (!found) note(ProblemCode::unknown_id, where);
        return found.value_or(IdT{});
    }

    void resolve_line(std::size_t n) {
        const NamedLine& from = named_.lines[n];
        const std::string place = "lines/" + std::to_string(n);
        Line line;
        line.goal = from.goal;
        line.result.empty = says_nothing(from.result);
        line.challenge = find<ChallengeId>(from.challenge, place + "/challenge");
        // Of known challenges the deal itself is asked.
        const bool again = !named_challenges_.insert(from.challenge).second;
        if (again && !line.challenge.known()) {
            note(ProblemCode::duplicate_line, place + "/challenge");
        }
        for (const std::string& partner : from.partners) {
            const PartyId party = find<PartyId>(partner, place + "/partners/" + partner);
            if (party.known()) line.partners.push_back(party);
        }
        std::sort(line.partners.begin(), line.partners.end());
        if (line.partners.empty() && !from.partners.empty()) {
            only_unknown_partners_.insert(place + "/partners");
        }
        for (const auto& [payer, amount] : from.money) {
            resolve_money(line, payer, amount, place + "/money/" + payer);
        }
        made_.deal.lines.push_back(std::move(line));
    }

    void resolve_money(Line& line, std::string_view payer, double amount,
                       const std::string& where) {
        const PartyId party = find<PartyId>(payer, where);
        if (!party.known()) return;
        const std::optional<Money> money = in_tenths(amount);
        if (amount < 0) {
            note(ProblemCode::money_negative, where);
        } else if (!money) {
            note(ProblemCode::money_step, where);
        } else {
            line.money[party] = *money;
        }
    }

    void add_problems_of_deal(const DealSetting& setting) {
        for (Problem& problem : problems(scenario_, setting, made_.deal)) {
            if (only_unknown_partners_.contains(problem.where)) continue;
            made_.problems.push_back(std::move(problem));
        }
    }

    const Scenario& scenario_;
    const NamedDeal& named_;
    std::set<std::string> named_challenges_;
    std::set<std::string> only_unknown_partners_;  // places that lack no name, but known ones
    ResolvedDeal made_;
};

}  // namespace

ResolvedDeal resolve(const Scenario& scenario, const DealSetting& setting,
                     const NamedDeal& named) {
    return Resolver(scenario, named).run(setting);
}

}  // namespace dealtafel::rules
