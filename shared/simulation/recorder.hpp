// Writes the record of a simulated game, line by line, and keeps its texts.
#pragma once

#include "record/record.hpp"
#include "record/writer.hpp"
#include "simulation/play.hpp"

#include <string>
#include <vector>

namespace dealtafel::simulation {

// The header of game `index` of a simulation: the session's id comes from its seed.
record::Header header_of(const Plan& plan, std::string toml, std::string program,
                         std::uint64_t session_seed, std::size_t index);

class Recorder : public Watcher {
public:
    Recorder(const Scenario& scenario, const record::Header& header);

    void stepped(const rules::Request& request, const rules::Events& events,
                 const rules::State& after) override;
    void wrote(const record::SaltedText& text) override;

    // The lines so far, without line ends.
    const std::vector<std::string>& lines() const { return lines_; }
    const record::TextTable& texts() const { return texts_; }

private:
    record::Writer writer_;
    std::vector<std::string> lines_;
    record::TextTable texts_;
};

}  // namespace dealtafel::simulation
