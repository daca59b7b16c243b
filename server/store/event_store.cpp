#include "store/event_store.hpp"

namespace dealtafel::store {

StoredStream read_stream(EventStore& store, const std::string& id, std::uint64_t epoch) {
    StoredStream stream{id, epoch, {}, store.texts(id)};
    store.read(id, 1, [&](std::uint64_t, std::string_view line) {
        stream.lines.emplace_back(line);
        return true;
    });
    return stream;
}

}  // namespace dealtafel::store
