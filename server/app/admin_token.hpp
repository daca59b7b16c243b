// The administrator's token, in a file that only its owner reads.
#pragma once

#include "app/fault.hpp"

#include <filesystem>

namespace dealtafel::app {

// The SHA-256 of the token in a file, in hexadecimal digits. Where there is no file, one is made
// with a new token.
Result<std::string, Fault> admin_token_hash(const std::filesystem::path& file);

}  // namespace dealtafel::app
