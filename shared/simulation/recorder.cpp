#include "simulation/recorder.hpp"

#include <fmt/format.h>

namespace dealtafel::simulation {

record::Header header_of(const Plan& plan, std::string toml, std::string program,
                         std::uint64_t session_seed, std::size_t index) {
    record::Header header =
        record::header_of(plan.scenario, std::move(toml), plan.settings, std::move(program));
    header.session = fmt::format("simulation-{:016x}", session_seed);
    header.game = static_cast<int>(index);
    for (std::size_t at = 0; at < plan.profiles.size(); ++at) {
        header.bots[plan.scenario.parties[at].id] = to_word(plan.profiles[at]);
    }
    return header;
}

Recorder::Recorder(const Scenario& scenario, const record::Header& header) : writer_(scenario) {
    lines_.push_back(writer_.header(header, 0));
}

void Recorder::stepped(const rules::Request& request, const rules::Events& events,
                       const rules::State& after) {
    for (std::string& line :
         writer_.events(request.at_ms, record::origin_of(request), events, after)) {
        lines_.push_back(std::move(line));
    }
}

void Recorder::wrote(const record::SaltedText& text) {
    texts_.emplace(record::text_id(record::refer_to(text)), text);
}

}  // namespace dealtafel::simulation
