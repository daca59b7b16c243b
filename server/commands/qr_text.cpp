#include "commands/qr_text.hpp"

#include <qrcodegen/qrcodegen.hpp>

#include <array>
#include <string_view>

namespace dealtafel::commands {

std::string qr_text(const std::string& text) {
    using qrcodegen::QrCode;
    const QrCode code = QrCode::encodeText(text.c_str(), QrCode::Ecc::MEDIUM);
    constexpr int quiet = 4;  // modules of border, as the standard asks for
    constexpr std::string_view black_on_white = "\x1b[30;47m";
    constexpr std::string_view as_before = "\x1b[0m";
    // By the upper module and the lower: none, the lower, the upper, both.
    constexpr std::array<std::string_view, 4> blocks{" ", "\u2584", "\u2580", "\u2588"};
    std::string lines;
    for (int row = -quiet; row < code.getSize() + quiet; row += 2) {
        lines += black_on_white;
        for (int column = -quiet; column < code.getSize() + quiet; ++column) {
            const int upper = code.getModule(column, row) ? 2 : 0;
            const int lower = code.getModule(column, row + 1) ? 1 : 0;
            lines += blocks[static_cast<std::size_t>(upper + lower)];
        }
        lines += as_before;
        lines += '\n';
    }
    return lines;
}

}  // namespace dealtafel::commands
