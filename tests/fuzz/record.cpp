// Records from anywhere. The bytes are the lines without their hashes, which are put in here, as no
// fuzzer guesses a SHA-256; where the header's `toml` is empty it is that of the small scenario.
// What can be read is the same when it is written again, and what can be replayed comes to the same
// state each time.
#include "fuzz.hpp"

#include "base/hash.hpp"
#include "json/codec.hpp"
#include "record/line_codec.hpp"
#include "record/replay.hpp"
#include "record/state_bytes.hpp"
#include "rules/view.hpp"
#include "unit/record_game.hpp"

#include <vector>

using namespace dealtafel;
using fuzz::must;

namespace {

// Puts a text in the place of an empty member.
void fill(std::string& line, const std::string& member, std::string_view text) {
    const std::string empty = '"' + member + "\":\"\"";
    const std::size_t at = line.find(empty);
    if (at == std::string::npos) return;
    line.replace(at, empty.size(),
                 '"' + member + "\":" + json::serialize(boost::json::value(text)));
}

std::vector<std::string> linked(std::string_view text) {
    std::vector<std::string> lines;
    record::Chain chain;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (lines.empty()) {
            fill(line, "toml", tests::small_toml);
            fill(line, "sha256", sha256_hex(tests::small_toml));
        }
        lines.push_back(chain.link(std::move(line)));
    }
    return lines;
}

void writes_the_same(const record::Record& record, const record::Entry& entry) {
    const std::string open = record::open_entry(entry, *record.scenario);
    const auto again = record::read_entry(open, *record.scenario);
    must(again.has_value(), "a line that was written can be read");
    must(record::open_entry(*again, *record.scenario) == open, "a line is written as it was read");
}

void look_at_state(const Scenario& scenario, const rules::State& state) {
    const std::string bytes = record::state_bytes(state);
    const auto read = record::read_state_bytes(bytes);
    // Numbers that a record adds up to more than there are make no bytes that can be read.
    must(!read || record::state_bytes(*read) == bytes, "a state comes back from its bytes");
    rules::Viewer facilitator;
    facilitator.facilitator = true;
    rules::view(scenario, state, facilitator);
    for (const PartyId party : scenario.all_parties()) rules::view(scenario, state, {party, false});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text_of(data, size);
    (void)record::read_record_text(text);
    const auto record = record::read_record(linked(text));
    if (!record) {
        must(!record.error().what.empty(), "a refusal says what is wrong");
        return 0;
    }
    for (const record::Entry& entry : record->entries) writes_the_same(*record, entry);
    record::ReplayOptions options;
    options.check_states = false;
    const auto played = record::replay(*record, options);
    if (!played) return 0;
    const auto again = record::replay(*record, options);
    must(again.has_value() && record::state_hash(again->state) == record::state_hash(played->state),
         "the same record comes to the same state");
    look_at_state(*record->scenario, played->state);
    return 0;
}
