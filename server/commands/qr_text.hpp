// A QR code as text, for a terminal.
#pragma once

#include <string>

namespace dealtafel::commands {

// Two modules a character, dark on light whatever the colours of the terminal are.
std::string qr_text(const std::string& text);

}  // namespace dealtafel::commands
