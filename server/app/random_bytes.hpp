// Bytes that nobody can guess, from OpenSSL: codes, tokens, ids and salts are made of them.
#pragma once

#include <cstddef>
#include <string>

namespace dealtafel::app {

std::string random_bytes(std::size_t count);

}  // namespace dealtafel::app
