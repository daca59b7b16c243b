#include "commands/evaluation.hpp"

#include <fmt/format.h>

#include <iterator>

namespace dealtafel::commands {

namespace {

// Writes the tables one below the other.
class Tables {
public:
    Tables(const Scenario& scenario, const rules::Deal& deal, const Evaluated& evaluated)
        : scenario_(scenario), deal_(deal), told_(evaluated) {}

    std::string write(const Moment& moment) {
        write_deal(moment);
        write_lines();
        write_wellbeing();
        write_parties();
        if (told_.explanation) write_explanation(*told_.explanation);
        return std::move(text_);
    }

private:
    template <class... Args>
    void row(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
        text_ += '\n';
    }

    void write_deal(const Moment& moment) {
        row("Deal for {}, round {}{}", scenario_.name(deal_.region), moment.round,
            moment.audited ? ", after a finding of the audit" : "");
        row("  form {}, conditions {}, accountability {}", to_word(deal_.form), deal_.conditions,
            to_word(deal_.accountability));
        row("  partnership {:+.2f} (challenge-led -1, preferred partners +1)",
            told_.tension.partnership);
        row("  steering    {:+.2f} (enabling -1, steering +1)", told_.tension.steering);
        row("  hierarchy   {:+.2f} (free -1, hierarchical +1)", told_.tension.hierarchy);
        row("  audit_chance {:.2f}, admin {:.3f}, commitment {:.3f}, chi {:.3f}",
            told_.audit_chance, told_.admin, told_.commitment, told_.chi);
    }

    void write_lines() {
        row("\nLines (million euros; factors of the yield)");
        row("  {:<24} {:>6} {:>9} {:>6} {:>8} {:>6} {:>9} {:>6} {:>11} {:>6} {:>7}", "challenge",
            "money", "relevance", "reach", "coverage", "suits", "scale_fit", "fit", "cooperation",
            "power", "yield");
        for (std::size_t i = 0; i < told_.lines.size(); ++i) {
            const rules::LineOutcome& line = told_.lines[i];
            row("  {:<24} {:>6.1f} {:>9.3f} {:>6.3f} {:>8.3f} {:>6.3f} {:>9.3f} {:>6.3f} {:>11.3f} "
                "{:>6.3f} {:>7.4f}",
                scenario_.name(line.challenge), rules::total(deal_.lines[i]).millions(),
                line.relevance, line.reach, line.coverage, line.suits, line.scale_fit, line.fit,
                line.cooperation, line.power, line.yield);
        }
    }

    void write_wellbeing() {
        row("\nWell-being (0..100){:>28} {:>9}", "change", "forecast");
        for (const auto& [region, themes] : told_.delta) {
            for (const auto& [theme, amount] : themes) {
                const std::string place =
                    fmt::format("{}, {}", scenario_.name(region), scenario_.name(theme));
                row("  {:<36} {:>+8.3f} {:>+9.3f}", place, amount,
                    told_.forecast.delta.get(region).get(theme));
            }
        }
    }

    void write_parties() {
        row("\n{:<38} {:>8} {:>8} {:>9}", "Parties, each as if it signed", "spent", "points",
            "forecast");
        for (const auto& [party, points] : told_.points) {
            row("  {:<36} {:>8.2f} {:>+8.2f} {:>+9.2f}", scenario_.name(party),
                told_.spent.get(party), points, told_.forecast.points.get(party));
        }
    }

    // What a number is made of stands below it, one step further in.
    void write_explanation(const ExplanationTold& told) {
        row("\nWhy: + adds, x multiplies");
        const rules::Explanation& deal = told.deal;
        for (const rules::Part* part : {&deal.partnership, &deal.steering, &deal.hierarchy,
                                        &deal.audit_chance, &deal.admin, &deal.commitment,
                                        &deal.chi}) {
            write_part(*part, "=", 0);
        }
        for (const rules::LineExplanation& line : deal.lines) {
            row("\n{}", scenario_.name(line.challenge));
            write_part(line.yield, "=", 0);
            for (const rules::Part& part : line.effects) write_part(part, "+", 0);
        }
        for (const auto& [party, parts] : told.points) {
            row("\n{}: points", scenario_.name(party));
            for (const rules::Part& part : parts) write_part(part, "+", 0);
        }
    }

    void write_part(const rules::Part& part, std::string_view sign, std::size_t depth) {
        row("  {:{}}{} {:>8.4f}  {:<{}} {:<32} {}", "", 2 * depth, sign, part.amount,
            to_word(part.rule), 28 - 2 * depth, subject_of(part), source_text(part.rule));
        for (const rules::Part& of : part.sum) write_part(of, "+", depth + 1);
        for (const rules::Part& of : part.product) write_part(of, "x", depth + 1);
    }

    // What the part is about, where the rule's name does not say it.
    std::string subject_of(const rules::Part& part) const {
        if (part.mandate) return fmt::format("mandate {}", *part.mandate + 1);
        if (part.region && part.theme) {
            return fmt::format("{}, {}", scenario_.name(*part.region),
                               scenario_.name(*part.theme));
        }
        if (part.challenge) return std::string(scenario_.name(*part.challenge));
        if (part.party) return std::string(scenario_.name(*part.party));
        return {};
    }

    static std::string source_text(rules::Rule rule) {
        const rules::Source& source = rules::source_of(rule);
        switch (source.origin) {
            case rules::Origin::essay:
                return fmt::format("essay {}", fmt::join(source.claims, ", "));
            case rules::Origin::other: return fmt::format("source {}", *source.other);
            case rules::Origin::design: break;
        }
        return "the game's own choice";
    }

    const Scenario& scenario_;
    const rules::Deal& deal_;
    const Evaluated& told_;
    std::string text_;
};

}  // namespace

std::string to_table(const Scenario& scenario, const rules::Deal& deal, const Moment& moment,
                     const Evaluated& evaluated) {
    return Tables(scenario, deal, evaluated).write(moment);
}

}  // namespace dealtafel::commands
