#include "analysis/verdict.hpp"

#include "analysis/uses.hpp"
#include "scenario/day.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::analysis {

namespace {

// Where good scenarios lie (docs/scenarios.md, "The author's check").
constexpr double plausible_least = 0.003, plausible_most = 0.08;
constexpr double near_least = 0.05, near_most = 0.4;
constexpr double contested = 0.5;      // between two parties' best deals on a tension
constexpr double end = 0.9;            // from here a tension counts as at its end
constexpr double few = 0.01;           // of a sample: as good as none
constexpr double recipe_agendas = 0.5; // the recipe wins a round if it suits on so many agendas
constexpr double gain_least = 0.1;     // points above the reserve that are worth calling a gain

class Verdict {
public:
    Verdict(const Scenario& scenario, const std::vector<FoundAt>& found)
        : scenario_(scenario), found_(found) {}

    std::vector<Problem> run() {
        for (const FoundAt& at : found_) judge_table(at);
        judge_recipe();
        judge_uses();
        for (const EventId event : dead_events(scenario_, found_)) {
            note(ProblemCode::dead_event, scenario_[event].id, 0,
                 "changes nothing that anybody would do otherwise");
        }
        judge_day();
        return std::move(problems_);
    }

private:
    void note(ProblemCode code, std::string_view what, int round, std::string text) {
        problems_.push_back({code, std::string(what), round, std::move(text)});
    }

    void judge_table(const FoundAt& at) {
        const std::string& region = scenario_[at.region].id;
        if (at.found.efficient.empty()) {
            note(ProblemCode::no_zone, region, at.round,
                 fmt::format("of {} deals none has every signatory at its reserve or above",
                             at.found.judged));
            return;
        }
        judge_zone(at, at.found.plausible, "plausible deals", plausible_least, plausible_most);
        judge_zone(at, at.found.near, "deals near the recipe", near_least, near_most);
        judge_parties(at);
        judge_tensions(at);
    }

    void judge_zone(const FoundAt& at, const Share& share, std::string_view which, double least,
                    double most) {
        const double part = share.part();
        if (part >= least && part <= most) return;
        const auto code = part < least ? ProblemCode::zone_too_narrow : ProblemCode::zone_too_wide;
        note(code, scenario_[at.region].id, at.round,
             fmt::format("{:.2f}% of {} {} suit all who must sign (standard error {:.2f}%); good "
                         "is {:.1f}% to {:.0f}%",
                         100 * part, share.of, which, 100 * share.error(), 100 * least,
                         100 * most));
    }

    void judge_parties(const FoundAt& at) {
        for (const PartyId party : stakeholders(at.region)) {
            const Party& facts = scenario_[party];
            const auto& best = at.found.best[party.value];
            if (!best || best->points[party.value] < facts.reserve + gain_least) {
                note(ProblemCode::party_cannot_gain, facts.id, at.round,
                     fmt::format("no deal that suits all brings it more than its reserve of {:.1f}"
                                 "; its best brings {:.1f}",
                                 facts.reserve, best ? best->points[party.value] : 0));
            }
            const Share& below = at.found.below[party.value];
            if (below.of > 0 && below.part() < few) {
                note(ProblemCode::party_cannot_lose, facts.id, at.round,
                     fmt::format("{:.1f}% of {} plausible deals bring it less than its reserve of "
                                 "{:.1f}; the median deal brings {:.1f}",
                                 100 * below.part(), below.of, facts.reserve,
                                 at.found.median[party.value]));
            }
        }
    }

    void judge_tensions(const FoundAt& at) {
        for (int number = 0; number < tension_count; ++number) {
            const auto tension = static_cast<Tension>(number);
            double low = 1;
            double high = -1;
            for (const PartyId party : stakeholders(at.region)) {
                const auto& best = at.found.best[party.value];
                if (!best) continue;
                low = std::min(low, best->tension[tension]);
                high = std::max(high, best->tension[tension]);
            }
            if (high - low < contested) {
                note(ProblemCode::tension_uncontested, to_word(tension), at.round,
                     fmt::format("the parties' best deals lie between {:.2f} and {:.2f}", low,
                                 high));
            }
            const double common = at.found.best_common->tension[tension];
            if (common > end || common < -end) {
                note(ProblemCode::extreme_dominates, to_word(tension), at.round,
                     fmt::format("the best common result lies at {:.2f}", common));
            }
        }
    }

    void judge_recipe() {
        for (std::uint16_t number = 0; number < scenario_.regions.size(); ++number) {
            const RegionId region{number};
            bool wins = !scenario_.parties_of(region).empty();
            for (const FoundAt& at : found_) {
                if (at.region != region) continue;
                wins = wins && at.found.recipe.part() >= recipe_agendas;
            }
            if (!wins) continue;
            note(ProblemCode::recipe_wins, scenario_[region].id, 0,
                 "in every round the recipe suits all who must sign, on at least half of the "
                 "agendas");
        }
    }

    template <class E, std::size_t Count>
    void judge_words(const std::array<int, Count>& counts, int deals, ProblemCode never,
                     std::optional<ProblemCode> always, std::string_view kind) {
        for (std::size_t at = 0; at < Count; ++at) {
            const std::string& word = words_of<E>()[at];
            if (counts[at] <= few * deals) {
                note(never, word, 0,
                     fmt::format("stands in {} of {} efficient deals", counts[at], deals));
            } else if (always && counts[at] >= (1 - few) * deals) {
                note(*always, word, 0,
                     fmt::format("stands in {} of {} efficient deals: there is nothing to choose "
                                 "about this {}",
                                 counts[at], deals, kind));
            }
        }
    }

    void judge_uses() {
        Uses all;
        Uses with_new_form;
        std::vector<int> deals_of(scenario_.regions.size());  // by region
        for (const FoundAt& at : found_) {
            const Uses uses = uses_of(scenario_, at.found.efficient);
            add(all, uses);
            const int from = scenario_.partnership_form_from;
            if (from != 0 && at.round >= from) add(with_new_form, uses);
            deals_of[at.region.value] += uses.deals;
        }
        if (all.deals == 0) return;
        judge_words<Clause>(all.clauses, all.deals, ProblemCode::clause_never,
                            ProblemCode::clause_always, "clause");
        judge_words<Goal>(all.goals, all.deals, ProblemCode::goal_never, std::nullopt, "goal");
        judge_forms(all, with_new_form);
        for (std::size_t at = 0; at < scenario_.challenges.size(); ++at) {
            const Challenge& challenge = scenario_.challenges[at];
            const int deals = deals_of[challenge.region.value];
            if (deals == 0 || all.challenges[at] > few * deals) continue;
            note(ProblemCode::dead_challenge, challenge.id, 0,
                 fmt::format("stands in {} of {} efficient deals", all.challenges[at], deals));
        }
        for (std::size_t at = 0; at < scenario_.parties.size(); ++at) {
            const Party& party = scenario_.parties[at];
            const bool signs = party.required || PartyId{static_cast<std::uint16_t>(at)} ==
                                                     scenario_.centre;
            const int deals = party.region ? deals_of[party.region->value] : all.deals;
            if (signs || deals == 0 || all.partners[at] > few * deals) continue;
            note(ProblemCode::dead_party, party.id, 0,
                 fmt::format("is partner in {} of {} efficient deals, and need not sign any",
                             all.partners[at], deals));
        }
    }

    // A form counts only where it exists.
    void judge_forms(const Uses& all, const Uses& with_new_form) {
        for (const Form form : {Form::decentralised, Form::specific, Form::partnership}) {
            const Uses& uses = form == Form::partnership ? with_new_form : all;
            if (uses.deals == 0) continue;
            const int count = uses.forms[static_cast<std::size_t>(form)];
            const std::string text = fmt::format("is the form of {} of {} efficient deals", count,
                                                 uses.deals);
            if (count <= few * uses.deals) {
                note(ProblemCode::form_never, to_word(form), 0, text);
            } else if (all.forms[static_cast<std::size_t>(form)] >= (1 - few) * all.deals) {
                note(ProblemCode::form_always, to_word(form), 0, text);
            }
        }
    }

    void judge_day() {
        const std::int64_t seconds = day_seconds(scenario_);
        if (seconds <= std::int64_t{60} * scenario_.minutes) return;
        note(ProblemCode::too_long, scenario_.id, 0,
             fmt::format("the day takes {} minutes, more than the {} of `minutes`",
                         (seconds + 59) / 60, scenario_.minutes));
    }

    IdSet<PartyId> stakeholders(RegionId region) const {
        IdSet<PartyId> found = scenario_.parties_of(region);
        for (const PartyId party : scenario_.all_parties()) {
            if (!scenario_[party].region) found.insert(party);
        }
        return found;
    }

    const Scenario& scenario_;
    const std::vector<FoundAt>& found_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> problems_of(const Scenario& scenario, const std::vector<FoundAt>& found) {
    return Verdict(scenario, found).run();
}

}  // namespace dealtafel::analysis
