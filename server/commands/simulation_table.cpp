#include "commands/simulated_games.hpp"

#include <fmt/format.h>

#include <functional>
#include <iterator>

namespace dealtafel::commands {

namespace {

using simulation::Counts;
using simulation::PartySummary;
using simulation::RoundSummary;

// A column for each round.
class RoundsTable {
public:
    explicit RoundsTable(const simulation::Summary& summary) : summary_(summary) {}

    std::string write() {
        row("{} {} of {}, seed {}", summary_.games, summary_.games == 1 ? "game" : "games",
            summary_.scenario, summary_.seed);
        write_bots();
        write_deals();
        write_parties();
        write_wellbeing();
        if (summary_.refused > 0) row("\n{} commands were refused", summary_.refused);
        return std::move(text_);
    }

private:
    template <class... Args>
    void row(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
        text_ += '\n';
    }

    using Cell = std::function<std::string(const RoundSummary&)>;
    void cells(std::string_view name, const Cell& cell) {
        fmt::format_to(std::back_inserter(text_), "  {:<26}", name);
        for (const RoundSummary& round : summary_.rounds) {
            fmt::format_to(std::back_inserter(text_), " {:>14}", cell(round));
        }
        text_ += '\n';
    }

    void write_bots() {
        std::string bots;
        for (const auto& [party, profile] : summary_.bots) {
            bots += fmt::format("{}{}={}", bots.empty() ? "" : ", ", party, profile);
        }
        row("Bots: {}", bots);
    }

    // "12 (30%)" of the deals of a round.
    static std::string part(int count, int all) {
        if (all == 0) return "-";
        return fmt::format("{} ({:.0f}%)", count, 100.0 * count / all);
    }

    void counts(std::string_view name, Counts RoundSummary::*member, bool of_lines) {
        row(" {}", name);
        Counts words;
        for (const RoundSummary& round : summary_.rounds) {
            words.insert((round.*member).begin(), (round.*member).end());
        }
        for (const auto& [word, _] : words) {
            cells("  " + word, [&](const RoundSummary& round) {
                const auto found = (round.*member).find(word);
                int all = of_lines ? 0 : round.with_deal;
                for (const auto& [other, count] : round.*member) all += of_lines ? count : 0;
                return part(found == (round.*member).end() ? 0 : found->second, all);
            });
        }
    }

    void write_deals() {
        row("\nRounds");
        cells("round", [](const RoundSummary& round) { return std::to_string(round.round); });
        cells("with a deal", [](const RoundSummary& round) {
            return part(round.with_deal, round.with_deal + round.without_deal);
        });
        cells("without a deal", [](const RoundSummary& round) {
            return part(round.without_deal, round.with_deal + round.without_deal);
        });
        cells("lines in a deal",
              [](const RoundSummary& round) { return fmt::format("{:.2f}", round.lines); });
        cells("findings of an audit", [](const RoundSummary& round) {
            return part(round.findings, round.with_deal);
        });
        cells("governance (0..100)", [](const RoundSummary& round) {
            return round.governance ? fmt::format("{:.1f}", *round.governance) : "-";
        });
        counts("form", &RoundSummary::forms, false);
        counts("goals of lines", &RoundSummary::goals, true);
        counts("accountability", &RoundSummary::accountability, false);
        counts("conditions", &RoundSummary::conditions, false);
        counts("clauses", &RoundSummary::clauses, false);
    }

    void write_parties() {
        if (summary_.rounds.empty()) return;
        row("\nPoints: mean of all rounds / of those with a deal");
        for (const auto& [party, facts] : summary_.rounds.front().parties) {
            cells(fmt::format("{} (reserve {})", party, facts.reserve),
                  [&](const RoundSummary& round) {
                      const PartySummary& points = round.parties.at(party);
                      return fmt::format("{:.2f} / {}", points.points,
                                         points.points_of_deals
                                             ? fmt::format("{:.2f}", *points.points_of_deals)
                                             : "-");
                  });
        }
    }

    void write_wellbeing() {
        row("\nWell-being (0..100), start and mean at the end");
        for (const auto& [region, themes] : summary_.wellbeing) {
            for (const auto& [theme, score] : themes) {
                row("  {:<34} {:>7.1f} {:>7.1f}", region + ", " + theme, score.start, score.end);
            }
        }
    }

    const simulation::Summary& summary_;
    std::string text_;
};

}  // namespace

std::string to_table(const simulation::Summary& summary) { return RoundsTable(summary).write(); }

}  // namespace dealtafel::commands
