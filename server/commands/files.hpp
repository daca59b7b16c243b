// Files that a command reads whole, within a limit, and files that it makes.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace dealtafel::commands {

// Why a file cannot be read or made at all, with its path.
struct Unreadable {
    std::string text;
};
using dealtafel::throw_exception_from_error;

// The bytes of a file; where it is larger than `bytes_max`, somewhat more than that and no more.
Result<std::string, Unreadable> read_file(const std::filesystem::path& path,
                                          std::size_t bytes_max);

// Makes a file where there is none, for its owner only, and brings it to the disk. What cannot be
// finished is removed again.
std::optional<Unreadable> write_new_file(const std::filesystem::path& path, std::string_view text);

// Says on standard error why a command does nothing; the exit code of that.
int refuse(const std::string& text);

}  // namespace dealtafel::commands
