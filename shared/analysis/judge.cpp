#include "analysis/judge.hpp"

#include "rules/forecast.hpp"
#include "rules/problems.hpp"

#include <utility>

namespace dealtafel::analysis {

std::optional<Judged> judge(const Situation& situation, rules::Deal deal) {
    const Scenario& scenario = situation.scenario;
    if (!fits_agenda(situation, deal)) return std::nullopt;
    if (!rules::is_legal(scenario, situation.setting, deal)) return std::nullopt;
    const rules::Circumstances at = rules::circumstances(situation.state, situation.region);
    Judged made;
    made.signatories = rules::signatories(scenario, deal);
    const IdSet<PartyId> with_mandates =
        made.signatories | scenario.parties_of(situation.region);
    rules::Forecast forecast = rules::forecast(scenario, at, deal, with_mandates);
    made.points = std::move(forecast.points);
    for (const double change : forecast.delta) made.common += change;
    made.tension = rules::positions(scenario, at, deal, false);
    constexpr double slack = 1e-9;
    for (const PartyId party : made.signatories) {
        const double over = made.points[party.value] - scenario[party].reserve;
        made.joint_gain += over;
        if (over < -slack) made.shortfall -= over;
    }
    made.deal = std::move(deal);
    return made;
}

}  // namespace dealtafel::analysis
