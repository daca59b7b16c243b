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

    void write_explanation(const ExplanationTold& told) {
        row("\nAdministration: the share of the money that it takes");
        for (const rules::Part& part : told.admin) write_part(part, "+");
        for (const rules::LineExplanation& line : told.lines) {
            row("\n{}: money that works, a product", scenario_.name(line.challenge));
            for (const rules::Part& part : line.effective) write_part(part, "x");
            row("{}: yield, a product", scenario_.name(line.challenge));
            for (const rules::Part& part : line.factors) write_part(part, "x");
            row("{}: changes of well-being", scenario_.name(line.challenge));
            for (const rules::Part& part : line.effects) write_part(part, "+");
        }
        for (const auto& [party, parts] : told.points) {
            row("\n{}: points", scenario_.name(party));
            for (const rules::Part& part : parts) write_part(part, "+");
        }
    }

    void write_part(const rules::Part& part, std::string_view sign) {
        row("  {} {:>9.4f}  {:<20} {:<32} {}", sign, part.amount, to_word(part.rule),
            subject_of(part), source_text(part.rule));
    }

    // What the part is about, where the rule's name does not say it.
    std::string subject_of(const rules::Part& part) const {
        if (part.mandate) return fmt::format("mandate {}", *part.mandate + 1);
        if (part.region && part.theme) {
            return fmt::format("{}, {}", scenario_.name(*part.region),
                               scenario_.name(*part.theme));
        }
        if (part.challenge) return std::string(scenario_.name(*part.challenge));
        return {};
    }

    static std::string source_text(rules::Rule rule) {
        const std::vector<std::string_view>& claims = rules::source_of(rule).claims;
        if (claims.empty()) return "the game's own choice";
        return fmt::format("essay {}", fmt::join(claims, ", "));
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
