#include "desktop/writing.hpp"

#include "core/spans.hpp"
#include "core/wrap.hpp"

#include <algorithm>

namespace dealtafel::client::desktop {

namespace {

double shrunk(double size, double wide, double width, double size_min) {
    return wide <= width ? size : std::max(size_min, size * width / wide);
}

}  // namespace

double rich_width(const Canvas& canvas, std::string_view marked, const RichStyle& style) {
    double wide = 0;
    for (const Span& span : spans(marked)) {
        wide += canvas.text_width(span.text, span.bold ? style.bold : style.quiet);
    }
    return wide;
}

double write_rich(Canvas& canvas, std::string_view marked, double x, double baseline,
                  const RichStyle& style, Align align) {
    const double wide = align == Align::left ? 0 : rich_width(canvas, marked, style);
    double pen = x - (align == Align::right ? wide : align == Align::centre ? wide / 2 : 0);
    const double begin = pen;
    for (const Span& span : spans(marked)) {
        pen += canvas.text(span.text, pen, baseline, span.bold ? style.bold : style.quiet);
    }
    return pen - begin;
}

Style fitting(const Canvas& canvas, std::string_view text, Style style, double width,
              double size_min) {
    style.size = shrunk(style.size, canvas.text_width(text, style), width, size_min);
    return style;
}

RichStyle fitting(const Canvas& canvas, std::string_view marked, RichStyle style, double width,
                  double size_min) {
    const double share = shrunk(1, rich_width(canvas, marked, style), width,
                                size_min / std::max(style.quiet.size, style.bold.size));
    style.quiet.size *= share;
    style.bold.size *= share;
    return style;
}

std::vector<std::string> lines_of(const Canvas& canvas, std::string_view text, double width,
                                  std::size_t lines_max, const Style& style) {
    return wrap(text, width, lines_max,
                [&](std::string_view line) { return canvas.text_width(line, style); });
}

}  // namespace dealtafel::client::desktop
