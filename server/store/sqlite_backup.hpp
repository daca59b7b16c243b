// A copy of a data file while a server writes to it: what is in it is all that was stored at one
// moment after the copy was asked for, and so all that was acknowledged before.
#pragma once

#include "store/sqlite_store.hpp"

#include <filesystem>
#include <optional>

namespace dealtafel::store {

// Copies a data file to a place where there is none, checks the copy, and brings it to the disk;
// what went wrong, or nothing. What is left of a copy that went wrong is of no use.
std::optional<OpenFault> back_up(const std::filesystem::path& from,
                                 const std::filesystem::path& to);

}  // namespace dealtafel::store
