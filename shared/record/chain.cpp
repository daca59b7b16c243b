#include "record/chain.hpp"

#include "base/hash.hpp"

#include <algorithm>
#include <cassert>

namespace dealtafel::record {

namespace {

constexpr std::string_view before_hash = R"(,"hash":")";
constexpr std::string_view after_hash = R"("})";
constexpr std::size_t hash_digits = 64;
constexpr std::size_t closing_size = before_hash.size() + hash_digits + after_hash.size();

std::string hash_after(const std::string& before, std::string_view open) {
    std::string text = before;
    text += open;
    return sha256_hex(text);
}

}  // namespace

std::string_view open_part(std::string_view line) {
    assert(line.size() > closing_size);
    return line.substr(0, line.size() - closing_size);
}

std::string hash_of(std::string_view line) {
    assert(line.size() > closing_size);
    return std::string(line.substr(line.size() - after_hash.size() - hash_digits, hash_digits));
}

std::string Chain::link(std::string open) {
    hash_ = hash_after(hash_, open);
    ++number_;
    open += before_hash;
    open += hash_;
    open += after_hash;
    assert(open.size() <= line_bytes_max);
    return open;
}

std::optional<std::string> Chain::follow(std::string_view line) {
    if (line.size() > line_bytes_max) {
        return "is longer than " + std::to_string(line_bytes_max) + " bytes";
    }
    if (line.size() <= closing_size) return "is no line of a record: it has no hash at its end";
    const std::string_view open = open_part(line);
    std::string closing(before_hash);
    std::string hash = hash_after(hash_, open);
    closing += hash;
    closing += after_hash;
    const std::string_view found = line.substr(open.size());
    if (!found.starts_with(before_hash) || !found.ends_with(after_hash)) {
        return "is no line of a record: it has no hash at its end";
    }
    if (found != closing) {
        return "does not follow from the lines before it: its hash should be " + hash;
    }
    hash_ = std::move(hash);
    ++number_;
    return std::nullopt;
}

}  // namespace dealtafel::record
