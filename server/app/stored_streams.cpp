#include "app/stored_streams.hpp"

#include "json/codec.hpp"
#include "record/line_codec.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::app {

namespace {

// When a line was written, which lines of all kinds say alike; 0 for one that cannot be read, which
// whoever takes the stream up will tell of.
std::int64_t time_of(std::string_view line) {
    const auto value = json::parse(line);
    const auto* object = value ? value->root().if_object() : nullptr;
    const auto* at = object != nullptr ? object->if_contains("at") : nullptr;
    const std::int64_t* ms = at != nullptr ? at->if_int64() : nullptr;
    return ms != nullptr ? *ms : 0;
}

}  // namespace

std::vector<core::StoredStream> take_over_all(store::EventStore& store,
                                              std::vector<std::string>& wrong) {
    std::vector<core::StoredStream> streams;
    for (const std::string& id : store.list()) {
        const std::uint64_t epoch = store.take_over(id);
        try {
            streams.push_back(store::read_stream(store, id, epoch));
        } catch (const std::exception& error) {
            streams.push_back({id, epoch, {}, {}});
            wrong.push_back("stream " + id + ": it cannot be read: " + error.what());
        }
    }
    return streams;
}

std::optional<std::string> other_version(store::EventStore& store) {
    std::optional<record::Versions> versions;
    const auto look = [&](std::uint64_t, std::string_view first_line) {
        versions = record::versions_of(first_line);
        return false;
    };
    for (const std::string& id : store.list()) {
        versions.reset();
        try {
            store.read(id, 1, look);
        } catch (const std::exception&) {
            // Whoever takes all of them over tells of it; others are unharmed.
        }
        if (!versions || (versions->format == record::format_number &&
                          versions->rules == record::rules_number)) {
            continue;
        }
        return fmt::format(
            "holds games of Dealtafel {} (format {}, rules {}), and this program goes on with "
            "format {} and rules {} only: keep it for that version, and start with another --data",
            versions->program, versions->format, versions->rules, record::format_number,
            record::rules_number);
    }
    return std::nullopt;
}

std::int64_t newest_ms(const std::vector<core::StoredStream>& streams) {
    std::int64_t newest = 0;
    for (const core::StoredStream& stream : streams) {
        if (!stream.lines.empty()) newest = std::max(newest, time_of(stream.lines.back()));
    }
    return newest;
}

}  // namespace dealtafel::app
