#include "scenario/reading/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace dealtafel::reading {

namespace {

// Longer words are compared by their beginning, so that a hostile one costs no more.
constexpr std::size_t compared_length = 64;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

std::optional<Nearest> nearest(std::string_view word, std::span<const std::string> known) {
    if (known.empty()) return std::nullopt;
    word = word.substr(0, compared_length);
    const std::string* best = nullptr;
    std::size_t best_distance = 0;
    for (const std::string& candidate : known) {
        const auto compared = std::string_view(candidate).substr(0, compared_length);
        const std::size_t distance = edit_distance(word, compared);
        if (best == nullptr || distance < best_distance) {
            best = &candidate;
            best_distance = distance;
        }
    }
    const std::size_t shorter = std::min(word.size(), best->size());
    return Nearest{*best, best_distance <= std::max<std::size_t>(1, (shorter + 1) / 3)};
}

std::string hint(std::string_view word, std::span<const std::string> known) {
    const auto found = nearest(word, known);
    return found ? fmt::format("; the nearest known is `{}`", found->word) : std::string();
}

}  // namespace dealtafel::reading
