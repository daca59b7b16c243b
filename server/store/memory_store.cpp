#include "store/memory_store.hpp"

#include <algorithm>

namespace dealtafel::store {

std::vector<AppendResult> MemoryStore::append_all(std::span<const Append> appends) {
    std::vector<AppendResult> results;
    results.reserve(appends.size());
    for (const Append& append : appends) results.push_back(add(append));
    return results;
}

AppendResult MemoryStore::add(const Append& append) {
    static const Stream none;
    const auto found = streams_.find(append.stream);
    const Stream& held = found == streams_.end() ? none : found->second;

    if (append.epoch < held.epoch) return AppendResult::fenced;
    if (append.first != held.lines.size() + 1) return AppendResult::conflict;
    std::map<std::string, StoredText> added;
    for (const StoredText& text : append.texts) {
        const bool is_new = !held.texts.contains(text.id) && added.emplace(text.id, text).second;
        if (!is_new) return AppendResult::stream_fault;
    }
    Stream& stream = streams_[append.stream];
    stream.epoch = append.epoch;
    stream.lines.insert(stream.lines.end(), append.lines.begin(), append.lines.end());
    stream.texts.merge(added);
    return AppendResult::done;
}

std::uint64_t MemoryStore::read(const std::string& stream, std::uint64_t from,
                                const LineVisitor& visitor) {
    const auto found = streams_.find(stream);
    if (found == streams_.end()) return 0;
    const std::vector<std::string>& lines = found->second.lines;
    for (std::uint64_t number = std::max<std::uint64_t>(from, 1); number <= lines.size();
         ++number) {
        if (!visitor(number, lines[number - 1])) break;
    }
    return lines.size();
}

std::vector<StoredText> MemoryStore::texts(const std::string& stream) {
    std::vector<StoredText> texts;
    const auto found = streams_.find(stream);
    if (found == streams_.end()) return texts;
    for (const auto& [id, text] : found->second.texts) texts.push_back(text);
    return texts;
}

std::vector<std::string> MemoryStore::list() {
    std::vector<std::string> ids;
    for (const auto& [id, stream] : streams_) ids.push_back(id);
    return ids;
}

std::uint64_t MemoryStore::take_over(const std::string& stream) {
    return ++streams_[stream].epoch;
}

}  // namespace dealtafel::store
