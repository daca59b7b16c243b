#include "commands/balance.hpp"

#include "json/codec.hpp"

#include <boost/describe/class.hpp>

namespace dealtafel::commands {

BOOST_DESCRIBE_STRUCT(TalkFigures, (), (games, attainable, sharing, silent))

boost::json::value to_json(const CheckedScenario& checked) {
    boost::json::object object = json::value_of(checked.report).as_object();
    const analysis::Effort& effort = checked.effort;
    object["search"] = boost::json::object{
        {"plausible", effort.plausible}, {"near_recipe", effort.near}, {"climbs", effort.climbs},
        {"steps", effort.steps},         {"spread", effort.spread},    {"grain", effort.grain}};
    object["talk"] = json::value_of(checked.talk);
    return object;
}

}  // namespace dealtafel::commands
