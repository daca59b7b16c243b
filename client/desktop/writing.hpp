// Texts with bold parts, texts that shrink to fit, and texts of several lines.
#pragma once

#include "desktop/canvas.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::client::desktop {

// How the quiet and the bold parts of a marked text look.
struct RichStyle {
    Style quiet;
    Style bold;
};

double rich_width(const Canvas& canvas, std::string_view marked, const RichStyle& style);
double write_rich(Canvas& canvas, std::string_view marked, double x, double baseline,
                  const RichStyle& style, Align align = Align::left);
// The style, smaller where the text would be wider than `width`, but not below `size_min`.
Style fitting(const Canvas& canvas, std::string_view text, Style style, double width,
              double size_min);
RichStyle fitting(const Canvas& canvas, std::string_view marked, RichStyle style, double width,
                  double size_min);
// The lines of a text, as wrap() makes them with the widths of this style.
std::vector<std::string> lines_of(const Canvas& canvas, std::string_view text, double width,
                                  std::size_t lines_max, const Style& style);

}  // namespace dealtafel::client::desktop
