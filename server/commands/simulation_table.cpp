#include "commands/simulated_games.hpp"
#include "commands/table_text.hpp"

#include <fmt/format.h>

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
        text_.line("{} {} of {}, seed {}", summary_.games, summary_.games == 1 ? "game" : "games",
                   summary_.scenario, summary_.seed);
        write_bots();
        write_deals();
        write_parties();
        write_wellbeing();
        if (summary_.refused > 0) text_.line("\n{} commands were refused", summary_.refused);
        return text_.take();
    }

private:
    template <class Cell>
    void cells(std::string_view name, const Cell& cell) {
        text_.row(name, summary_.rounds, cell);
    }

    void write_bots() {
        std::string bots;
        for (const auto& [party, profile] : summary_.bots) {
            bots += fmt::format("{}{}={}", bots.empty() ? "" : ", ", party, profile);
        }
        text_.line("Bots: {}", bots);
    }

    // "12 (30%)" of the deals of a round.
    static std::string part(int count, int all) {
        if (all == 0) return "-";
        return fmt::format("{} ({:.0f}%)", count, 100.0 * count / all);
    }

    void counts(std::string_view name, Counts RoundSummary::*member, bool of_lines) {
        text_.line(" {}", name);
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
        text_.line("\nRounds");
        cells("round", [](const RoundSummary& round) { return std::to_string(round.round); });
        cells("with a deal", [](const RoundSummary& round) {
            return part(round.with_deal, round.with_deal + round.without_deal);
        });
        cells("without a deal", [](const RoundSummary& round) {
            return part(round.without_deal, round.with_deal + round.without_deal);
        });
        cells("lines in a deal",
              [](const RoundSummary& round) { return fmt::format("{:.2f}", round.lines); });
        cells("findings of an audit",
              [](const RoundSummary& round) { return part(round.findings, round.with_deal); });
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
        text_.line("\nPoints: mean of all rounds / of those with a deal");
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
        text_.line("\nWell-being (0..100), start and mean at the end");
        for (const auto& [region, themes] : summary_.wellbeing) {
            for (const auto& [theme, score] : themes) {
                text_.line("  {:<34} {:>7.1f} {:>7.1f}", region + ", " + theme, score.start,
                           score.end);
            }
        }
    }

    const simulation::Summary& summary_;
    TableText text_{26, 14};
};

}  // namespace

std::string to_table(const simulation::Summary& summary) {
    return RoundsTable(summary).write();
}

}  // namespace dealtafel::commands
