// Messages of clients, as the server reads them: what is read and written again reads the same.
#include "fuzz.hpp"
#include "valley.hpp"

#include "core/limits.hpp"
#include "protocol/json_codec.hpp"
#include "support/hub_world.hpp"

using namespace dealtafel;
using fuzz::must;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > core::limits::frame_bytes_max) return -1;
    const std::string text = fuzz::text_of(data, size);
    test::WordTexts texts;
    const json::Context context{fuzz::valley().get(), &texts};
    const auto message = protocol::read_client(text, context);
    if (!message) {
        must(!message.error().what.empty(), "a refusal says what is wrong");
        return 0;
    }
    const std::string written = protocol::write(*message, context);
    const auto again = protocol::read_client(written, context);
    must(again.has_value(), "what was written can be read");
    must(protocol::write(*again, context) == written, "what was read again is the same");
    return 0;
}
