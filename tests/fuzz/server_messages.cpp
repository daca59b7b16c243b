// Messages of a server, a line each, as the desktop client reads them.
#include "fuzz.hpp"

#include "core/client_session.hpp"
#include "protocol/json_codec.hpp"

using namespace dealtafel;
using fuzz::must;

namespace {

void reads_the_same_again(std::string_view text) {
    client::GrowingNames names;
    client::KeptTexts texts;
    const json::Context context{&names, &texts};
    const auto message = protocol::read_server(text, context);
    if (!message) return;
    const std::string written = protocol::write(*message, context);
    const auto again = protocol::read_server(written, context);
    must(again.has_value(), "what was written can be read");
    must(protocol::write(*again, context) == written, "what was read again is the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = fuzz::text_of(data, size);
    client::Session session({"client-01", std::nullopt, 0});
    std::int64_t now_ms = 1'800'000'000'000;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string line = text.substr(from, end - from);
        session.received(line, ++now_ms);
        reads_the_same_again(line);
        from = end + 1;
    }
    const std::string hello = session.opened();
    client::GrowingNames names;
    client::KeptTexts texts;
    must(protocol::read_client(hello, {&names, &texts}).has_value(),
         "a client that comes back says hello, whatever it was told");
    return 0;
}
