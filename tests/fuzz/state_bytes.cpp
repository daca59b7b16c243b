// The canonical bytes of a state: there is one way to write each state, so whatever can be read is
// written to the byte as it was.
#include "fuzz.hpp"

#include "record/state_bytes.hpp"

using namespace dealtafel;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = fuzz::text_of(data, size);
    const auto state = record::read_state_bytes(bytes);
    if (state) {
        must(record::state_bytes(*state) == bytes, "what was read is written the same");
    } else {
        must(!state.error().what.empty(), "a refusal says what is wrong");
    }
    return 0;
}
