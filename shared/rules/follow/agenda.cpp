// Agendas, made when their phase ends.
#include "rules/agenda.hpp"
#include "rules/follow/parts.hpp"

namespace dealtafel::rules {

Events make_agendas(const Now& now) {
    return first_region(now, [&](RegionId region) -> Events {
        if (!now.has_table(region) || now.at(region).agenda_made) return {};
        const Agenda agenda = make_agenda(now.scenario, now.state, region);
        event::AgendaMade made;
        made.region = region;
        for (std::uint16_t at = 0; at < agenda.ambition.size(); ++at) {
            made.ambition[ThemeId{at}] = agenda.ambition[at];
        }
        made.challenges = agenda.challenges;
        made.reasons = agenda_reasons(now.scenario, now.state, agenda);
        return one(std::move(made));
    });
}

}  // namespace dealtafel::rules
