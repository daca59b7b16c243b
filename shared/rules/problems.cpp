#include "rules/problems.hpp"

#include <algorithm>
#include <array>

namespace dealtafel::rules {

namespace {

constexpr double slack = 1e-9;

// Tells what was found as codes and places.
class Told {
public:
    explicit Told(const Scenario& scenario) : scenario_(scenario) {}

    static constexpr bool enough() { return false; }
    void note(ProblemCode code, std::string where) { found.push_back({code, std::move(where)}); }
    void note(ProblemCode code, PartyId over_budget) {
        note(code, "budget/" + std::string(scenario_.name(over_budget)));
    }
    void note(ProblemCode code, std::size_t line, std::string_view part) {
        note(code, "lines/" + std::to_string(line) + '/' + std::string(part));
    }
    void note(ProblemCode code, std::size_t line, std::string_view part, PartyId party) {
        note(code, line, std::string(part) + '/' + std::string(scenario_.name(party)));
    }

    std::vector<Problem> found;

private:
    const Scenario& scenario_;
};

// Knows only whether anything was.
class Any {
public:
    bool enough() const { return found; }
    template <class... Place>
    void note(ProblemCode, const Place&...) {
        found = true;
    }

    bool found = false;
};

// Goes through a deal once and notes what is wrong, until that is enough; sums hold only money
// that is no problem.
template <class Notes>
class Search {
public:
    Search(const Scenario& scenario, const DealSetting& setting, const Deal& deal, Notes& notes)
        : scenario_(scenario), setting_(setting), deal_(deal), notes_(notes) {}

    void run() {
        check_terms();
        for (std::size_t n = 0; n < deal_.lines.size() && !notes_.enough(); ++n) check_line(n);
        if (!notes_.enough()) check_sums();
    }

private:
    template <class... Place>
    void note(ProblemCode code, const Place&... place) {
        notes_.note(code, place...);
    }

    void check_terms() {
        if (deal_.form == Form::specific && deal_.accountability == Accountability::none) {
            note(ProblemCode::specific_without_accountability, "accountability");
        }
        const int from = scenario_.partnership_form_from;
        if (deal_.form == Form::partnership && (from == 0 || setting_.round < from)) {
            note(ProblemCode::partnership_form_not_available, "form");
        }
        if (deal_.conditions < 0 || deal_.conditions > conditions_max) {
            note(ProblemCode::conditions_range, "conditions");
        }
        if (deal_.lines.empty()) note(ProblemCode::no_lines, "lines");
    }

    void check_line(std::size_t n) {
        const Line& line = deal_.lines[n];
        if (line.challenge.known()) check_challenge(n);
        if (line.partners.empty()) note(ProblemCode::no_partners, n, "partners");
        for (const PartyId partner : line.partners) {
            if (partner == scenario_.centre) {
                note(ProblemCode::centre_as_partner, n, "partners", partner);
            } else if (setting_.table && !setting_.table->contains(partner)) {
                note(ProblemCode::not_at_table, n, "partners", partner);
            }
        }
        check_money(n);
    }

    void check_challenge(std::size_t n) {
        const ChallengeId challenge = deal_.lines[n].challenge;
        const auto same = [&](const Line& line) { return line.challenge == challenge; };
        const auto here = deal_.lines.begin() + static_cast<std::ptrdiff_t>(n);
        if (std::any_of(deal_.lines.begin(), here, same)) {
            note(ProblemCode::duplicate_line, n, "challenge");
        }
        if (deal_.region.known() && scenario_[challenge].region != deal_.region) {
            note(ProblemCode::other_region, n, "challenge");
        }
        if (setting_.agenda && std::find(setting_.agenda->begin(), setting_.agenda->end(),
                                         challenge) == setting_.agenda->end()) {
            note(ProblemCode::off_agenda, n, "challenge");
        }
    }

    void check_money(std::size_t n) {
        const Line& line = deal_.lines[n];
        Money sum;
        for (const auto& [party, amount] : line.money) {
            const bool pays = party == scenario_.centre || is_partner(line, party);
            if (amount < Money{}) {
                note(ProblemCode::money_negative, n, "money", party);
            } else if (!pays) {
                note(ProblemCode::payer_not_partner, n, "money", party);
            } else {
                sum += amount;
                paid_[party.value] += amount;
            }
        }
        if (tenths(sum) < setting_.model.line_min * 10 - slack) {
            note(ProblemCode::line_min, n, "money");
        }
    }

    // Both sides pay, and nobody more than the budget.
    void check_sums() {
        Money of_rijk;
        Money all;
        for (std::uint16_t i = 0; i < scenario_.parties.size(); ++i) {
            all += paid_[i];
            if (scenario_.is_rijk(PartyId{i})) of_rijk += paid_[i];
            if (paid_[i] > setting_.budgets[i]) {
                note(ProblemCode::over_budget, PartyId{i});
            }
        }
        const Model& model = setting_.model;
        if (tenths(all - of_rijk) < model.cofinancing_min * tenths(of_rijk) - slack) {
            note(ProblemCode::co_financing, "lines");
        }
        if (tenths(of_rijk) < model.centre_share_min * tenths(all) - slack) {
            note(ProblemCode::centre_share, "lines");
        }
        if (setting_.asked && paid_[scenario_.centre.value] > *setting_.asked) {
            note(ProblemCode::over_asked, "lines");
        }
    }

    static double tenths(Money amount) { return static_cast<double>(amount.tenths); }

    const Scenario& scenario_;
    const DealSetting& setting_;
    const Deal& deal_;
    Notes& notes_;
    std::array<Money, ids_max> paid_{};  // by party number
};

}  // namespace

void sort_by_code(std::vector<Problem>& problems) {
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem& a, const Problem& b) { return a.code < b.code; });
}

DealSetting setting_of(const Scenario& scenario, int round) {
    DealSetting setting;
    setting.round = round;
    setting.model = scenario.model;
    for (const Party& party : scenario.parties) setting.budgets.push_back(party.budget);
    return setting;
}

std::vector<Problem> problems(const Scenario& scenario, const DealSetting& setting,
                              const Deal& deal) {
    Told told(scenario);
    Search(scenario, setting, deal, told).run();
    sort_by_code(told.found);
    return std::move(told.found);
}

bool is_legal(const Scenario& scenario, const DealSetting& setting, const Deal& deal) {
    Any any;
    Search(scenario, setting, deal, any).run();
    return !any.found;
}

}  // namespace dealtafel::rules
