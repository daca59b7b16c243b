#include "analysis/search.hpp"

#include "analysis/recipe.hpp"

#include <algorithm>
#include <cmath>

namespace dealtafel::analysis {

namespace {

using rules::Deal;

constexpr int parts = 10;             // of each sample, for those who wait
constexpr int tries_a_deal = 20;      // before a sample is given up
constexpr std::size_t kept = 2'000;   // plausible deals
constexpr std::size_t recipe_changes = 3;  // at most
constexpr double down_first = 0.6;    // points that a climb gives up at first
constexpr double lack_first = 1;      // what it counts a lack of one point for at first, and
constexpr double lack_more = 6;       // how much more at the end
constexpr double leaps = 0.25;             // how often a step begins with a leap

// What a climb goes after; more is better.
using Aim = std::function<double(const Judged&)>;

double median_of(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

class Searcher {
public:
    Searcher(const Situation& situation, const Effort& effort, std::uint64_t seed,
             const std::function<void()>& tick)
        : situation_(situation),
          effort_(effort),
          random_(seed),
          tick_(tick),
          agendas_(agendas(situation)),
          forms_(forms(situation)),
          efficient_(at_stake(situation), effort.grain) {
        found_.best.resize(situation.scenario.parties.size());
        found_.below.resize(situation.scenario.parties.size());
        found_.median.resize(situation.scenario.parties.size());
    }

    Found run() {
        if (agendas_.empty()) return std::move(found_);
        sample_plausible();
        sample_near();
        try_recipe();
        climb_for_all();
        spread_out();
        found_.efficient = efficient_.deals();
        return std::move(found_);
    }

private:
    // Judges a deal and remembers it where it is the best of something.
    std::optional<Judged> look_at(Deal deal) {
        auto judged = judge(situation_, std::move(deal));
        if (!judged) return judged;
        ++found_.judged;
        if (!found_.best_common || judged->common > found_.best_common->common) {
            found_.best_common = judged;
        }
        if (!judged->suits_all()) return judged;
        for (const PartyId party : at_stake(situation_)) {
            auto& best = found_.best[party.value];
            if (!best || judged->points[party.value] > best->points[party.value]) best = judged;
        }
        auto& together = found_.best_together;
        if (!together || judged->joint_gain > together->joint_gain) together = judged;
        efficient_.offer(*judged);
        return judged;
    }

    const std::vector<ChallengeId>& some_agenda() {
        return agendas_[random_.below(agendas_.size())];
    }

    // Changes a deal up to so many times, and keeps to the rules about money. What counts as
    // success is always written down: it costs nobody anything.
    void change(Deal& deal, std::size_t changes) {
        const Room room = room_of(situation_, situation_.challenges);
        for (std::size_t at = 0; at < changes; ++at) vary(room, deal, random_);
        write_results(deal);
        mend(room, deal);
    }

    static void write_results(Deal& deal) {
        for (rules::Line& line : deal.lines) line.result.empty = false;
    }

    Deal plausible_deal() {
        const Room room = room_of(situation_, some_agenda());
        Deal deal = invent(room, random_);
        for (std::size_t changes = random_.below(4); changes > 0; --changes) {
            vary(room, deal, random_);
        }
        write_results(deal);
        mend(room, deal);
        return deal;
    }

    // Takes a sample of so many deals that have no problems; `see` gets each.
    template <class Make, class See>
    void sample(int count, Make make, See see) {
        int taken = 0;
        for (int part = 1; part <= parts; ++part) {
            const int enough = static_cast<int>(std::int64_t{count} * part / parts);
            for (int tries = 0; taken < enough && tries < tries_a_deal * count; ++tries) {
                const auto judged = look_at(make());
                if (!judged) continue;
                ++taken;
                see(*judged);
            }
            tick_();
        }
    }

    void sample_plausible() {
        const std::size_t parties = situation_.scenario.parties.size();
        std::vector<std::vector<double>> points(parties);
        sample(effort_.plausible, [&] { return plausible_deal(); },
               [&](const Judged& judged) {
                   ++found_.plausible.of;
                   found_.plausible.count += judged.suits_all() ? 1 : 0;
                   for (std::uint16_t at = 0; at < parties; ++at) {
                       points[at].push_back(judged.points[at]);
                       const double reserve = situation_.scenario.parties[at].reserve;
                       ++found_.below[at].of;
                       found_.below[at].count += judged.points[at] < reserve ? 1 : 0;
                   }
                   if (found_.plausible_deals.size() < kept) {
                       found_.plausible_deals.push_back(judged);
                   }
               });
        for (std::size_t at = 0; at < parties; ++at) {
            found_.median[at] = median_of(std::move(points[at]));
        }
    }

    void sample_near() {
        sample(effort_.near,
               [&] {
                   const auto& agenda = some_agenda();
                   Deal deal = recipe(situation_, agenda, forms_[random_.below(forms_.size())]);
                   change(deal, random_.below(recipe_changes + 1));
                   return deal;
               },
               [&](const Judged& judged) {
                   ++found_.near.of;
                   found_.near.count += judged.suits_all() ? 1 : 0;
               });
    }

    void try_recipe() {
        for (const auto& agenda : agendas_) {
            bool suits = false;
            for (const Form form : forms_) {
                const auto judged = look_at(recipe(situation_, agenda, form));
                suits = suits || (judged && judged->suits_all());
            }
            ++found_.recipe.of;
            found_.recipe.count += suits ? 1 : 0;
        }
        tick_();
    }

    // Where a climb begins: mostly at a deal that is efficient already.
    Deal start() {
        const auto& efficient = efficient_.deals();
        if (!efficient.empty() && random_.chance(0.7)) {
            return efficient[random_.below(efficient.size())].deal;
        }
        return plausible_deal();
    }

    // Goes up in small steps from a deal. At first it goes down a little too, and through deals
    // that lack something for somebody if `suiting`; towards the end less and less (threshold
    // accepting: Dueck, Scheuer, Journal of Computational Physics 90, 1990).
    void climb(Deal from, const Aim& aim, bool suiting) {
        std::optional<Judged> now = look_at(std::move(from));
        for (int step = 0; step < effort_.steps; ++step) {
            if (!now) now = look_at(plausible_deal());
            if (!now) continue;
            const double left = 1 - static_cast<double>(step) / effort_.steps;
            const double lack = suiting ? lack_first + (1 - left) * lack_more : 0;
            const auto score = [&](const Judged& judged) {
                return aim(judged) - lack * judged.shortfall;
            };
            auto judged = look_at(next_to(now->deal));
            const double down = down_first * std::max(0.0, 2 * left - 1);
            if (judged && score(*judged) >= score(*now) - down) now = std::move(judged);
        }
    }

    // A step of a climb: small changes, sometimes after one that small steps do not get to.
    Deal next_to(const Deal& from) {
        Deal deal = from;
        if (random_.chance(leaps)) leap(deal);
        change(deal, 1 + random_.below(3));
        return deal;
    }

    // The same goal everywhere, the same money for another challenge, partners more or less of one
    // circle, or what another efficient deal has: its terms, or one of its lines.
    void leap(Deal& deal) {
        const std::size_t drawn = random_.below(5);
        if (drawn == 4) {
            turn_to_circle(deal);
            return;
        }
        if (drawn == 3) {
            move_line(deal);
            return;
        }
        if (drawn == 0 || efficient_.empty()) {
            const Goal goal = some_goal(random_);
            for (rules::Line& line : deal.lines) line.goal = goal;
            return;
        }
        const auto& efficient = efficient_.deals();
        const Deal& other = efficient[random_.below(efficient.size())].deal;
        if (drawn == 1) {
            Deal mixed = other;
            mixed.lines = std::move(deal.lines);
            deal = std::move(mixed);
        } else {
            take_line(deal, other.lines[random_.below(other.lines.size())]);
        }
    }

    // Lets in members of a partnership and drops others, or the other way round, in most lines.
    void turn_to_circle(Deal& deal) {
        const auto& partnerships = situation_.scenario.partnerships;
        if (partnerships.empty()) return;
        const IdSet<PartyId> members =
            partnerships[random_.below(partnerships.size())].members & situation_.partners;
        const bool inwards = random_.chance(0.5);
        for (rules::Line& line : deal.lines) {
            if (random_.chance(0.3)) continue;
            IdSet<PartyId> partners;
            for (const PartyId party : line.partners) {
                if (members.contains(party) == inwards || random_.chance(0.4)) {
                    partners.insert(party);
                }
            }
            for (const PartyId party : members) {
                if (inwards && random_.chance(0.5)) partners.insert(party);
            }
            if (!partners.empty()) take_partners(line, partners);
        }
    }

    // What a partner paid that leaves, the first of those who are there then pays.
    static void take_partners(rules::Line& line, IdSet<PartyId> partners) {
        for (const PartyId party : line.partners) {
            if (partners.contains(party)) continue;
            const Money paid = line.money.get(party);
            line.money.erase(party);
            if (paid.tenths > 0) line.money[*partners.begin()] += paid;
        }
        line.partners.clear();
        for (const PartyId party : partners) line.partners.push_back(party);
    }

    void move_line(Deal& deal) {
        rules::Line& line = deal.lines[random_.below(deal.lines.size())];
        const ChallengeId to = situation_.challenges[random_.below(situation_.challenges.size())];
        for (rules::Line& other : deal.lines) {
            if (other.challenge == to) other.challenge = line.challenge;
        }
        line.challenge = to;
    }

    // In the place of the line for the same challenge, or else of any.
    void take_line(Deal& deal, const rules::Line& line) {
        const auto same = std::find_if(
            deal.lines.begin(), deal.lines.end(),
            [&](const rules::Line& each) { return each.challenge == line.challenge; });
        if (same != deal.lines.end()) {
            *same = line;
        } else {
            deal.lines[random_.below(deal.lines.size())] = line;
        }
    }

    // From what was found best so far at first, and then from other deals.
    void climb(const std::function<const std::optional<Judged>&()>& best, const Aim& aim,
               bool suiting) {
        for (int at = 0; at < effort_.climbs; ++at) {
            const bool again = best() && at % 3 == 2;
            climb(again ? best()->deal : start(), aim, suiting);
            tick_();
        }
    }

    void climb_for_all() {
        for (const PartyId party : at_stake(situation_)) {
            climb([&, party]() -> const auto& { return found_.best[party.value]; },
                  [party](const Judged& judged) { return judged.points[party.value]; }, true);
        }
        climb([&]() -> const auto& { return found_.best_together; },
              [](const Judged& judged) { return judged.joint_gain; }, true);
        climb([&]() -> const auto& { return found_.best_common; },
              [](const Judged& judged) { return judged.common; }, false);
    }

    void spread_out() {
        for (int part = 0; part < parts; ++part) {
            for (int step = 0; step < effort_.spread / parts; ++step) {
                if (efficient_.empty()) break;
                const auto& deals = efficient_.deals();
                look_at(next_to(deals[random_.below(deals.size())].deal));
            }
            tick_();
        }
    }

    const Situation& situation_;
    const Effort& effort_;
    Random random_;
    const std::function<void()>& tick_;
    std::vector<std::vector<ChallengeId>> agendas_;
    std::vector<Form> forms_;
    Archive efficient_;
    Found found_;
};

}  // namespace

double Share::error() const {
    if (of == 0) return 0;
    return std::sqrt(part() * (1 - part()) / of);
}

int ticks_of(const Situation& situation, const Effort& effort) {
    const auto aims = static_cast<int>(at_stake(situation).size()) + 2;
    return 3 * parts + 1 + aims * effort.climbs;
}

Found search(const Situation& situation, const Effort& effort, std::uint64_t seed,
             const std::function<void()>& tick) {
    return Searcher(situation, effort, seed, tick).run();
}

}  // namespace dealtafel::analysis
