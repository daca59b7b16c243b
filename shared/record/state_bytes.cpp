// cereal leads every value to its bytes, Boost.PFR hands it every member of an aggregate. All of
// its templates for states are compiled here alone.
#include "record/state_bytes.hpp"

#include "base/hash.hpp"

#include <boost/pfr/core.hpp>
#include <cereal/cereal.hpp>

#include <bit>
#include <cassert>
#include <cmath>
#include <concepts>
#include <limits>
#include <stdexcept>
#include <type_traits>

namespace dealtafel::record {

namespace {

// Ends the reading from within cereal, whose functions return nothing; caught where it began.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool>;
template <class T>
concept Enum = std::is_enum_v<T>;
template <class T>
concept Aggregate = std::is_aggregate_v<T> && !std::is_array_v<T>;

class BytesOut : public cereal::OutputArchive<BytesOut, cereal::AllowEmptyClassElision> {
public:
    BytesOut() : OutputArchive(this) {}
    std::string take() { return std::move(bytes_); }

    template <std::unsigned_integral T>
    void put(T value) {
        for (std::size_t at = 0; at < sizeof(T); ++at) {
            bytes_.push_back(static_cast<char>(static_cast<unsigned char>(value >> (8 * at))));
        }
    }

private:
    std::string bytes_;
};

// Knows how much is left, and hands out no more.
class BytesIn : public cereal::InputArchive<BytesIn, cereal::AllowEmptyClassElision> {
public:
    explicit BytesIn(std::string_view bytes) : InputArchive(this), rest_(bytes) {}
    std::size_t left() const { return rest_.size(); }

    template <std::unsigned_integral T>
    T get() {
        if (rest_.size() < sizeof(T)) throw Unreadable("the bytes end too early");
        std::uint64_t value = 0;
        for (std::size_t at = 0; at < sizeof(T); ++at) {
            value |= std::uint64_t{static_cast<unsigned char>(rest_[at])} << (8 * at);
        }
        rest_.remove_prefix(sizeof(T));
        return static_cast<T>(value);
    }

private:
    std::string_view rest_;
};

}  // namespace

}  // namespace dealtafel::record

// cereal has functions of its own for enums, which check nothing: ours are meant.
namespace cereal {

template <dealtafel::record::Enum T>
struct specialize<dealtafel::record::BytesOut, T, specialization::non_member_load_save>
    : std::true_type {};
template <dealtafel::record::Enum T>
struct specialize<dealtafel::record::BytesIn, T, specialization::non_member_load_save>
    : std::true_type {};

}  // namespace cereal

CEREAL_SETUP_ARCHIVE_TRAITS(dealtafel::record::BytesIn, dealtafel::record::BytesOut)

namespace dealtafel::record {

namespace {

// Numbers, as wide as their type on every machine that we build for.
template <Number T>
void save(BytesOut& out, const T& value) {
    static_assert(sizeof(int) == 4 && sizeof(long) == 8);
    out.put(static_cast<std::make_unsigned_t<T>>(value));
}
template <Number T>
void load(BytesIn& in, T& value) {
    value = static_cast<T>(in.get<std::make_unsigned_t<T>>());
}

void save(BytesOut& out, const bool& value) { out.put(static_cast<std::uint8_t>(value ? 1 : 0)); }
void load(BytesIn& in, bool& value) {
    const auto byte = in.get<std::uint8_t>();
    if (byte > 1) throw Unreadable("a truth value is neither 0 nor 1");
    value = byte == 1;
}

void save(BytesOut& out, const double& value) {
    out.put(std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value));
}
void load(BytesIn& in, double& value) {
    value = std::bit_cast<double>(in.get<std::uint64_t>());
    if (!std::isfinite(value)) throw Unreadable("a number is not finite");
    if (value == 0 && std::signbit(value)) throw Unreadable("a zero has a sign");
}

template <Enum T>
void save(BytesOut& out, const T& value) {
    assert(!to_word(value).empty());
    out.put(static_cast<std::uint8_t>(value));
}
template <Enum T>
void load(BytesIn& in, T& value) {
    value = static_cast<T>(in.get<std::uint8_t>());
    if (to_word(value).empty()) throw Unreadable("a word has a number that none has");
}

template <class T>
void save(BytesOut& out, const std::optional<T>& value) {
    out(value.has_value());
    if (value) out(*value);
}
template <class T>
void load(BytesIn& in, std::optional<T>& value) {
    bool there = false;
    in(there);
    value.reset();
    if (there) in(value.emplace());
}

template <class T>
void save(BytesOut& out, const std::vector<T>& items) {
    assert(items.size() <= std::numeric_limits<std::uint32_t>::max());
    out.put(static_cast<std::uint32_t>(items.size()));
    for (const T& item : items) out(item);
}
// Grows with what is read, so that a false length costs nothing.
template <class T>
void load(BytesIn& in, std::vector<T>& items) {
    const auto count = in.get<std::uint32_t>();
    items.clear();
    for (std::uint32_t at = 0; at < count; ++at) in(items.emplace_back());
}

// No aggregate, for it has constructors; a third member would not compile here.
void save(BytesOut& out, const rules::PairTable& table) {
    const auto& [parties, values] = table;
    out(parties, values);
}
void load(BytesIn& in, rules::PairTable& table) {
    auto& [parties, values] = table;
    in(parties, values);
    if (values.size() != std::size_t{parties} * parties) throw Unreadable("a table is not square");
}

template <class Map>
void check_ascending(const Map& map) {
    for (std::size_t at = 1; at < map.entries.size(); ++at) {
        if (map.entries[at - 1].id < map.entries[at].id) continue;
        throw Unreadable("the ids of a map do not ascend");
    }
}

template <Aggregate T>
void save(BytesOut& out, const T& value) {
    boost::pfr::for_each_field(value, [&](const auto& field) { out(field); });
}
template <Aggregate T>
void load(BytesIn& in, T& value) {
    boost::pfr::for_each_field(value, [&](auto& field) { in(field); });
    if constexpr (requires { value.entries; }) check_ascending(value);
}

}  // namespace

std::string state_bytes(const rules::State& state) {
    BytesOut out;
    out(state);
    return out.take();
}

Result<rules::State, StateBytesError> read_state_bytes(std::string_view bytes) {
    BytesIn in(bytes);
    rules::State state;
    try {
        in(state);
    } catch (const Unreadable& unreadable) {
        return StateBytesError{unreadable.what()};
    }
    if (in.left() > 0) return StateBytesError{"bytes are left after the state"};
    return state;
}

std::string state_hash(const rules::State& state) { return sha256_hex(state_bytes(state)); }

}  // namespace dealtafel::record
