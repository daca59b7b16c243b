// Changes JSON where it stays JSON: most inputs that are changed byte by byte end in the parser and
// never reach what is behind it. Every third change is libFuzzer's own. Linked by the targets that
// read JSON, in builds with libFuzzer.
#include "base/draw.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max);

namespace {

constexpr std::string_view plain =
    "+-.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

constexpr std::array<std::string_view, 16> edges{
    "0",     "1",    "-1",    "0.1", "1e300", "-1e300", "2147483648", "18446744073709551615",
    "true",  "null", "false", "[]",  "{}",    R"("")",  R"("x")",     "-9223372036854775808"};

struct Part {
    std::size_t from = 0;
    std::size_t size = 0;
};

// The strings, numbers and words of a text, names of members among them.
std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> parts;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        if (text[at] == '"') {
            while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
            end = std::min(end + 1, text.size());
        } else if (plain.find(text[at]) != std::string_view::npos) {
            end = std::min(text.find_first_not_of(plain, at), text.size());
        } else {
            ++at;
            continue;
        }
        parts.push_back({at, end - at});
        at = end;
    }
    return parts;
}

// Letters of a string changed by libFuzzer, which knows the words of the dictionary.
std::string changed(std::string_view part) {
    constexpr std::size_t longer = 16;
    std::string letters(part.starts_with('"') ? part.substr(1, part.size() - 2) : part);
    const std::size_t size = letters.size();
    letters.resize(size + longer);
    auto* bytes = reinterpret_cast<std::uint8_t*>(letters.data());
    letters.resize(LLVMFuzzerMutate(bytes, size, letters.size()));
    return '"' + letters + '"';
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max, unsigned seed) {
    auto draw = [state = std::uint64_t{seed}](std::size_t count) mutable {
        state += 0x9e3779b97f4a7c15ULL;
        return static_cast<std::size_t>(dealtafel::splitmix64(state) % count);
    };
    std::string text(data, data + size);
    const std::vector<Part> parts = parts_of(text);
    if (parts.empty() || draw(3) == 0) return LLVMFuzzerMutate(data, size, max);
    const Part at = parts[draw(parts.size())];
    const Part other = parts[draw(parts.size())];
    std::string with;
    switch (draw(3)) {
        case 0: with = text.substr(other.from, other.size); break;
        case 1: with = edges[draw(edges.size())]; break;
        default: with = changed(std::string_view(text).substr(at.from, at.size));
    }
    text.replace(at.from, at.size, with);
    if (text.size() > max) return LLVMFuzzerMutate(data, size, max);
    std::memcpy(data, text.data(), text.size());
    return text.size();
}
