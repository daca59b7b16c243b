// Chance, as section 9 of docs/rules.md has it: no stream, but draws that each have a label, so
// that what players do shifts no later draw.
#pragma once

#include <cstdint>
#include <string_view>

namespace dealtafel {

// One step of the SplitMix64 generator (Steele, Lea, Flood 2014) from a state.
constexpr std::uint64_t splitmix64(std::uint64_t state) {
    std::uint64_t z = state + 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

// FNV-1a with 64 bits (Fowler, Noll, Vo) over the bytes of a text; of one that is a continuation,
// from the hash of what comes before it.
constexpr std::uint64_t fnv1a64(std::string_view text,
                                std::uint64_t hash = 0xcbf29ce484222325ULL) {
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    return hash;
}

// The draw of a label, by its hash, under a seed, in [0, 1).
constexpr double draw_of(std::uint64_t seed, std::uint64_t label_hash) {
    return static_cast<double>(splitmix64(seed ^ label_hash) >> 11) * 0x1.0p-53;
}

// The draw of a label under a seed, in [0, 1): what has the chance p happens if it is below p.
constexpr double draw(std::uint64_t seed, std::string_view label) {
    return draw_of(seed, fnv1a64(label));
}

}  // namespace dealtafel
