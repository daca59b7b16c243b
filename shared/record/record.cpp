#include "record/record.hpp"

#include "record/state_bytes.hpp"

namespace dealtafel::record {

Header header_of(const Scenario& scenario, std::string toml, const rules::Settings& settings,
                 std::string program) {
    Header header;
    header.state = state_number;
    header.rules = rules_number;
    header.program = std::move(program);
    header.scenario = {scenario.id, scenario.source_sha256};
    header.toml = std::move(toml);
    header.settings = settings;
    return header;
}

Origin origin_of(const rules::Request& request) {
    Origin origin;
    if (const auto* seat = get_if<rules::SeatRequest>(&request.what)) {
        origin.by = by::Seat{seat->party, seat->member};
    } else if (const auto* facilitator = get_if<rules::FacilitatorRequest>(&request.what)) {
        if (facilitator->helper) {
            origin.by = by::Helper{};
        } else {
            origin.by = by::Facilitator{};
        }
    }
    return origin;
}

}  // namespace dealtafel::record
