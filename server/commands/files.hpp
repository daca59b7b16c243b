// Files that a command reads whole, within a limit.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

namespace dealtafel::commands {

// Why a file cannot be read at all, with its path.
struct Unreadable {
    std::string text;
};
using dealtafel::throw_exception_from_error;

// The bytes of a file; where it is larger than `bytes_max`, somewhat more than that and no more.
Result<std::string, Unreadable> read_file(const std::filesystem::path& path,
                                          std::size_t bytes_max);

}  // namespace dealtafel::commands
