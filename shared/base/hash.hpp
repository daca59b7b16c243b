// SHA-256, for chains of records, ids of texts and stored tokens.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dealtafel {

using Sha256 = std::array<std::uint8_t, 32>;

// The SHA-256 of some bytes (OpenSSL's EVP).
Sha256 sha256(std::string_view bytes);
// Bytes as lower-case hexadecimal digits.
std::string to_hex(std::string_view bytes);
// The SHA-256 of some bytes, as 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
// Whether two texts are equal; how long that takes tells nothing of where they differ. For hashes
// of secrets.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace dealtafel
