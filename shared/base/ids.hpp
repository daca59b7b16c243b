// Strong indices for the things of a scenario, and ordered sets and maps of them.
//
// A party, theme or capability is numbered by the rank of its id, so that going through them
// in ascending order of number is going in ascending order of id: the order in which the rules
// sum. Regions, challenges, partnerships, events and questions are numbered in file order.
#pragma once

#include <bit>
#include <cassert>
#include <compare>
#include <cstdint>
#include <vector>

namespace dealtafel {

// The kinds of things that a scenario names.
enum class IdKind { party, region, theme, challenge, capability, partnership, event, question };

template <IdKind Kind>
struct Id {
    static constexpr IdKind kind = Kind;
    static constexpr std::uint16_t unknown_value = 0xffff;

    std::uint16_t value = unknown_value;

    // Whether this names anything; a default-constructed id names nothing.
    bool known() const { return value != unknown_value; }
    auto operator<=>(const Id&) const = default;
};

using PartyId = Id<IdKind::party>;
using RegionId = Id<IdKind::region>;
using ThemeId = Id<IdKind::theme>;
using ChallengeId = Id<IdKind::challenge>;
using CapabilityId = Id<IdKind::capability>;
using PartnershipId = Id<IdKind::partnership>;
using EventId = Id<IdKind::event>;
using QuestionId = Id<IdKind::question>;

// How many things of one kind a scenario may have, so that a set of them is one machine word.
inline constexpr std::size_t ids_max = 64;

// A set of ids below ids_max, iterated in ascending order.
template <class IdT>
struct IdSet {
    std::uint64_t bits = 0;

    class Iterator {
    public:
        explicit Iterator(std::uint64_t rest) : rest_(rest) {}
        IdT operator*() const {
            return IdT{static_cast<std::uint16_t>(std::countr_zero(rest_))};
        }
        Iterator& operator++() {
            rest_ &= rest_ - 1;
            return *this;
        }
        bool operator==(const Iterator&) const = default;

    private:
        std::uint64_t rest_;
    };

    Iterator begin() const { return Iterator(bits); }
    Iterator end() const { return Iterator(0); }
    std::size_t size() const { return static_cast<std::size_t>(std::popcount(bits)); }
    bool empty() const { return bits == 0; }
    bool contains(IdT id) const { return id.value < ids_max && ((bits >> id.value) & 1U) != 0; }
    bool contains_all(IdSet other) const { return (bits & other.bits) == other.bits; }
    void insert(IdT id) {
        assert(id.value < ids_max);
        bits |= std::uint64_t{1} << id.value;
    }
    void erase(IdT id) {
        assert(id.value < ids_max);
        bits &= ~(std::uint64_t{1} << id.value);
    }
    bool operator==(const IdSet&) const = default;
    friend IdSet operator&(IdSet a, IdSet b) { return {a.bits & b.bits}; }
    friend IdSet operator|(IdSet a, IdSet b) { return {a.bits | b.bits}; }
    friend IdSet operator-(IdSet a, IdSet b) { return {a.bits & ~b.bits}; }
};

// A small map from ids to values, sorted by id.
template <class IdT, class Value>
struct IdMap {
    struct Entry {
        IdT id;
        Value value;
        bool operator==(const Entry&) const = default;
    };
    std::vector<Entry> entries;

    auto begin() const { return entries.begin(); }
    auto end() const { return entries.end(); }
    std::size_t size() const { return entries.size(); }
    bool empty() const { return entries.empty(); }

    // The value of an id, or null where it has none.
    const Value* find(IdT id) const {
        for (const Entry& entry : entries) {
            if (entry.id == id) return &entry.value;
        }
        return nullptr;
    }
    // The value of an id, or `otherwise` where it has none.
    Value get(IdT id, Value otherwise = {}) const {
        const Value* value = find(id);
        return value != nullptr ? *value : otherwise;
    }
    // The value of an id, made where it had none.
    Value& operator[](IdT id) {
        auto at = entries.begin();
        while (at != entries.end() && at->id < id) ++at;
        if (at == entries.end() || at->id != id) at = entries.insert(at, Entry{id, Value{}});
        return at->value;
    }
    void erase(IdT id) {
        std::erase_if(entries, [id](const Entry& entry) { return entry.id == id; });
    }
    bool operator==(const IdMap&) const = default;
};

}  // namespace dealtafel
