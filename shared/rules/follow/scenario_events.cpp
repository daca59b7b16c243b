// Draws of the scenario's events.
#include "rules/scenario_events.hpp"

#include "base/draw.hpp"
#include "rules/follow/parts.hpp"

#include <string>

namespace dealtafel::rules {

namespace {

event::EventDrawn draw_event(const Now& now, EventId event) {
    event::EventDrawn drawn;
    drawn.event = event;
    drawn.chance = now.scenario[event].chance;
    drawn.draw = draw(now.state.settings.seed, "event/" + now.scenario[event].id + "/" +
                                                   std::to_string(now.state.round));
    drawn.happens = drawn.draw < drawn.chance;
    return drawn;
}

}  // namespace

Events scenario_events(const Now& now) {
    for (auto at = static_cast<std::uint16_t>(now.state.events_looked_at);
         at < now.scenario.events.size(); ++at) {
        const EventId event{at};
        if (!may_be_drawn(now.scenario, now.state, event)) continue;
        const event::EventDrawn drawn = draw_event(now, event);
        Events events = one(drawn);
        if (!drawn.happens) return events;
        for (Event& what : happening(now.scenario, now.state, event, false)) {
            events.push_back(std::move(what));
        }
        return events;
    }
    return {};
}

}  // namespace dealtafel::rules
