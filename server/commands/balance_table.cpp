#include "commands/balance.hpp"
#include "commands/table_text.hpp"

#include <fmt/format.h>

#include <set>

namespace dealtafel::commands {

namespace {

using analysis::Counts;
using analysis::ShareFigures;
using analysis::TableFigures;

std::string optional_number(const std::optional<double>& value) {
    return value ? fmt::format("{:.1f}", *value) : "-";
}

std::string percent(const ShareFigures& share) {
    return fmt::format("{:.1f}% ±{:.1f}", 100 * share.share, 100 * share.error);
}

// A block for each region, with a column for each round.
class BalanceTable {
public:
    explicit BalanceTable(const CheckedScenario& checked) : checked_(checked) {}

    std::string write() {
        write_method();
        std::set<std::string> regions;
        for (const TableFigures& table : checked_.report.tables) regions.insert(table.region);
        for (const std::string& region : regions) write_region(region);
        write_talk();
        write_problems();
        return text_.take();
    }

private:
    template <class Cell>
    void cells(std::string_view name, const Cell& cell) {
        text_.row(name, columns_, [&](const TableFigures* table) { return cell(*table); });
    }

    void write_method() {
        const analysis::Effort& effort = checked_.effort;
        text_.line("Balance of {}, seed {}", checked_.report.scenario, checked_.report.seed);
        text_.line(
            "How: at each table in each round, {} plausible deals (made at random, without "
            "problems) and {} within three changes\nof the recipe. ± is the standard error of a "
            "share. Bests and efficient deals were sought by {} climbs of {} steps for\neach party "
            "and by {} steps from efficient deals: what was found exists, something better may "
            "exist too.\nEach round begins as the session does, with the events that are certain "
            "by then.",
            effort.plausible, effort.near, effort.climbs, effort.steps, effort.spread);
    }

    void write_region(const std::string& region) {
        columns_.clear();
        for (const TableFigures& table : checked_.report.tables) {
            if (table.region == region) columns_.push_back(&table);
        }
        text_.line("\n{}", region);
        cells("round", [](const TableFigures& t) { return std::to_string(t.round); });
        cells("plausible deals that suit all",
              [](const TableFigures& t) { return percent(t.plausible); });
        cells("deals near the recipe that do",
              [](const TableFigures& t) { return percent(t.near_recipe); });
        cells("agendas on which the recipe does", [](const TableFigures& t) {
            return fmt::format("{:.0f}% of {}", 100 * t.recipe.share, t.recipe.sample);
        });
        cells("best common result",
              [](const TableFigures& t) { return optional_number(t.best_common); });
        cells("joint gain to be had",
              [](const TableFigures& t) { return optional_number(t.joint_gain); });
        cells("efficient deals found",
              [](const TableFigures& t) { return std::to_string(t.efficient); });
        write_parties();
        write_tensions();
        text_.line(" In how many of the efficient deals");
        uses("form", &TableFigures::forms);
        uses("goal", &TableFigures::goals);
        uses("accountability", &TableFigures::accountability);
        uses("clause", &TableFigures::clauses);
        uses("challenge", &TableFigures::challenges);
        uses("partner", &TableFigures::partners);
    }

    void write_parties() {
        text_.line(
            " Points: the median of plausible deals (about there a reserve belongs), how many of "
            "these bring less than\n the reserve, and the best of the deals that suit all");
        for (const auto& [party, facts] : columns_.front()->parties) {
            cells(fmt::format("{} (reserve {})", party, facts.reserve),
                  [&, id = party](const TableFigures& t) {
                      const analysis::PartyFigures& here = t.parties.at(id);
                      return fmt::format("{:.1f}, {:.0f}%, {}", here.median, 100 * here.below,
                                         optional_number(here.best));
                  });
        }
    }

    void write_tensions() {
        text_.line(" Tensions: where the parties' best deals lie, and the best common result");
        for (const auto& [tension, facts] : columns_.front()->tensions) {
            cells(tension, [id = tension](const TableFigures& t) -> std::string {
                const analysis::TensionFigures& here = t.tensions.at(id);
                if (!here.lowest || !here.common) return "-";
                return fmt::format("{:.2f} to {:.2f}, {:.2f}", *here.lowest, *here.highest,
                                   *here.common);
            });
        }
    }

    void uses(std::string_view kind, Counts TableFigures::*member) {
        for (const auto& [word, _] : columns_.front()->*member) {
            cells(fmt::format("{} {}", kind, word), [&, id = word](const TableFigures& t) {
                if (t.efficient == 0) return std::string("-");
                return fmt::format("{:.0f}%", 100.0 * (t.*member).at(id) / t.efficient);
            });
        }
    }

    void write_talk() {
        const TalkFigures& talk = checked_.talk;
        text_.line(
            "\nWhat talk is worth: the part of the joint gain to be had that bots reach, mean of "
            "{} games",
            talk.games);
        const auto share = [&](std::string_view name, const std::vector<double>& reached) {
            std::vector<std::string> cells;
            for (std::size_t at = 0; at < reached.size(); ++at) {
                const double most = talk.attainable[at];
                cells.push_back(most > 0 ? fmt::format("{:.0f}%", 100 * reached[at] / most) : "-");
            }
            text_.row(name, cells, [](const std::string& cell) { return cell; });
        };
        share("that say what they see", talk.sharing);
        share("that say nothing", talk.silent);
    }

    void write_problems() {
        const auto& problems = checked_.report.problems;
        if (problems.empty()) {
            text_.line("\nNothing is wrong");
            return;
        }
        text_.line("\n{} {}", problems.size(), problems.size() == 1 ? "problem" : "problems");
        for (const analysis::Problem& problem : problems) {
            const std::string where =
                problem.round == 0 ? "" : fmt::format(" in round {}", problem.round);
            text_.line("  {}: `{}`{} {}", to_word(problem.code), problem.what, where, problem.text);
        }
    }

    const CheckedScenario& checked_;
    std::vector<const TableFigures*> columns_;
    TableText text_{34, 20};
};

}  // namespace

std::string to_table(const CheckedScenario& checked) {
    return BalanceTable(checked).write();
}

}  // namespace dealtafel::commands
