// Where events are kept: streams of lines, each line byte for byte a line of a record, and the
// free texts that they refer to, apart, so that a text can be erased and the chain still verifies.
//
// Synchronous, called on the store's thread only. A game and a session are a stream each.
#pragma once

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::store {

// A free text: its id as 32 hexadecimal digits, the salt of that id, and the words.
struct StoredText {
    std::string id;
    std::string salt;
    std::string words;
    bool operator==(const StoredText&) const = default;
};

// What is to be added to one stream, all of it or nothing.
struct Append {
    std::string stream;       // a random id, or a fixed one such as a session's
    std::uint64_t epoch = 0;  // of the owner; a stream refuses an epoch older than it has seen
    std::uint64_t first = 1;  // the number of lines.front(): one more than the stream holds
    std::vector<std::string> lines;
    std::vector<StoredText> texts;  // none that the stream holds already
};

enum class AppendResult {
    done,          // durable
    conflict,      // the stream does not end at first - 1
    fenced,        // another owner took the stream over
    stream_fault,  // this stream's data is bad; others are unharmed
    disk_fault     // nothing can be written at the moment, of no stream
};
BOOST_DESCRIBE_ENUM(AppendResult, done, conflict, fenced, stream_fault, disk_fault)

// One stream as a store holds it.
struct StoredStream {
    std::string id;
    std::uint64_t epoch = 0;  // that its reader may append with
    std::vector<std::string> lines;
    std::vector<StoredText> texts;
};

// Sees one line with its number; false: no more.
using LineVisitor = std::function<bool(std::uint64_t number, std::string_view line)>;

class EventStore {
public:
    virtual ~EventStore() = default;

    // Adds what all appends hold, with one commit for all of them; one result for each.
    virtual std::vector<AppendResult> append_all(std::span<const Append> appends) = 0;
    // Shows the lines of a stream in order, from a number (1 is the first); stops when the visitor
    // returns false. Returns the number of the last line of the stream, 0 where there is none.
    virtual std::uint64_t read(const std::string& stream, std::uint64_t from,
                               const LineVisitor& visitor) = 0;
    // All texts of a stream, in ascending order of their ids.
    virtual std::vector<StoredText> texts(const std::string& stream) = 0;
    // The ids of all streams that were appended to or taken over, in ascending order.
    virtual std::vector<std::string> list() = 0;
    // Takes a stream over: returns a new epoch, which fences off all owners before.
    virtual std::uint64_t take_over(const std::string& stream) = 0;
};

// Reads all of a stream, for its owner.
StoredStream read_stream(EventStore& store, const std::string& id, std::uint64_t epoch);

}  // namespace dealtafel::store
