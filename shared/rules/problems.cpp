#include "rules/problems.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

constexpr double slack = 1e-9;

// Goes through a deal once and notes what is wrong; sums hold only money that is no problem.
class Search {
public:
    Search(const Scenario& scenario, const DealSetting& setting, const Deal& deal)
        : scenario_(scenario), setting_(setting), deal_(deal), paid_(scenario.parties.size()) {}

    std::vector<Problem> run() {
        check_terms();
        for (std::size_t n = 0; n < deal_.lines.size(); ++n) check_line(n);
        check_sums();
        sort_by_code(found_);
        return std::move(found_);
    }

private:
    void note(ProblemCode code, std::string where) { found_.push_back({code, std::move(where)}); }

    void note(ProblemCode code, std::size_t line, std::string_view part) {
        note(code, "lines/" + std::to_string(line) + '/' + std::string(part));
    }
    void note(ProblemCode code, std::size_t line, std::string_view part, PartyId party) {
        note(code, line, std::string(part) + '/' + std::string(scenario_.name(party)));
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
            const bool pays = party == scenario_.centre ||
                              std::find(line.partners.begin(), line.partners.end(), party) !=
                                  line.partners.end();
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
        for (std::uint16_t i = 0; i < paid_.size(); ++i) {
            all += paid_[i];
            if (scenario_.is_rijk(PartyId{i})) of_rijk += paid_[i];
            if (paid_[i] > setting_.budgets[i]) {
                note(ProblemCode::over_budget, "budget/" + scenario_.parties[i].id);
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
    std::vector<Money> paid_;  // by party number
    std::vector<Problem> found_;
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
    return Search(scenario, setting, deal).run();
}

}  // namespace dealtafel::rules
