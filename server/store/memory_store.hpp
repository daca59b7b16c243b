// Streams in memory, for simulations and tests: the same answers as the store on disk, as the
// conformance test holds, but gone with the process.
#pragma once

#include "store/event_store.hpp"

#include <map>

namespace dealtafel::store {

class MemoryStore final : public EventStore {
public:
    std::vector<AppendResult> append_all(std::span<const Append> appends) override;
    std::uint64_t read(const std::string& stream, std::uint64_t from,
                       const LineVisitor& visitor) override;
    std::vector<StoredText> texts(const std::string& stream) override;
    std::vector<std::string> list() override;
    std::uint64_t take_over(const std::string& stream) override;

private:
    struct Stream {
        std::uint64_t epoch = 0;
        std::vector<std::string> lines;
        std::map<std::string, StoredText> texts;
    };
    AppendResult add(const Append& append);

    std::map<std::string, Stream> streams_;
};

}  // namespace dealtafel::store
