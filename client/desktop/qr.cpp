#include "desktop/parts.hpp"

#include <qrcodegen/qrcodegen.hpp>

#include <cmath>

namespace dealtafel::client::desktop {

void draw_qr(Canvas& canvas, const std::string& text, const Rect& square) {
    constexpr look::Colour white{0xff, 0xff, 0xff};
    constexpr look::Colour black{0, 0, 0};
    constexpr int quiet = 4;  // modules of border, as the standard asks for
    using qrcodegen::QrCode;
    const QrCode code = QrCode::encodeText(text.c_str(), QrCode::Ecc::MEDIUM);
    const int modules = code.getSize();
    canvas.fill(square, white, 0.8 * canvas.unit());
    // Modules of whole pixels, so that their edges are sharp.
    const double side = std::floor(square.width / (modules + 2 * quiet));
    const double left = std::round(square.middle().x - side * modules / 2);
    const double top = std::round(square.middle().y - side * modules / 2);
    for (int row = 0; row < modules; ++row) {
        for (int column = 0; column < modules; ++column) {
            if (!code.getModule(column, row)) continue;
            canvas.fill({left + side * column, top + side * row, side, side}, black);
        }
    }
}

}  // namespace dealtafel::client::desktop
