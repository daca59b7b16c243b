// How the canvas sets text: glyph by glyph, since SFML's own text has no figures of equal width.
#include "desktop/canvas.hpp"

#include <SFML/Graphics/Texture.hpp>
#include <SFML/System/String.hpp>

#include <algorithm>
#include <cmath>

namespace dealtafel::client::desktop {

namespace {

constexpr float glyph_border = 1;  // SFML leaves so many pixels free around a glyph in its texture

bool is_figure(sf::Uint32 character) { return character >= '0' && character <= '9'; }

// Text in the code points that SFML asks for; never through the locale.
sf::String code_points(std::string_view utf8) {
    return sf::String::fromUtf8(utf8.begin(), utf8.end());
}

unsigned int pixels(const Style& style) {
    return static_cast<unsigned int>(std::max(1.0, std::round(style.size)));
}

float widest_figure(const sf::Font& font, unsigned int size) {
    float widest = 0;
    for (sf::Uint32 figure = '0'; figure <= '9'; ++figure) {
        widest = std::max(widest, font.getGlyph(figure, size, false).advance);
    }
    return widest;
}

// Calls `place` with each glyph and the pen's position, and returns where the pen ends.
template <class Place>
float set(const sf::Font& font, std::string_view utf8, const Style& style, const Place& place) {
    const unsigned int size = pixels(style);
    const float figure = style.tabular ? widest_figure(font, size) : 0;
    float pen = 0;
    sf::Uint32 before = 0;
    for (const sf::Uint32 character : code_points(utf8)) {
        const sf::Glyph& glyph = font.getGlyph(character, size, false);
        const bool fixed = style.tabular && is_figure(character);
        if (!fixed && before != 0) pen += font.getKerning(before, character, size);
        place(glyph, pen + (fixed ? (figure - glyph.advance) / 2 : 0));
        pen += fixed ? figure : glyph.advance;
        before = fixed ? 0 : character;
    }
    return pen;
}

void append(sf::VertexArray& quads, const sf::Glyph& glyph, float x, float baseline,
            const sf::Color& colour) {
    if (glyph.textureRect.width == 0) return;  // a space
    const float left = x + glyph.bounds.left - glyph_border;
    const float top = baseline + glyph.bounds.top - glyph_border;
    const float right = x + glyph.bounds.left + glyph.bounds.width + glyph_border;
    const float bottom = baseline + glyph.bounds.top + glyph.bounds.height + glyph_border;
    const auto& cut = glyph.textureRect;
    const float u1 = static_cast<float>(cut.left) - glyph_border;
    const float v1 = static_cast<float>(cut.top) - glyph_border;
    const float u2 = static_cast<float>(cut.left + cut.width) + glyph_border;
    const float v2 = static_cast<float>(cut.top + cut.height) + glyph_border;
    const sf::Vertex corners[] = {{{left, top}, colour, {u1, v1}},
                                  {{right, top}, colour, {u2, v1}},
                                  {{right, bottom}, colour, {u2, v2}},
                                  {{left, bottom}, colour, {u1, v2}}};
    for (const sf::Vertex& corner : corners) quads.append(corner);
}

}  // namespace

double Canvas::text_width(std::string_view utf8, const Style& style) const {
    return set(fonts_[style.weight], utf8, style, [](const sf::Glyph&, float) {});
}

double Canvas::text(std::string_view utf8, double x, double baseline, const Style& style,
                    Align align) {
    if (utf8.empty()) return 0;
    const sf::Font& font = fonts_[style.weight];
    const double wide = text_width(utf8, style);
    const double shift = align == Align::left ? 0 : align == Align::centre ? wide / 2 : wide;
    const auto left = static_cast<float>(std::round(x - shift));
    const auto base = static_cast<float>(std::round(baseline));
    const sf::Color colour(style.colour.red, style.colour.green, style.colour.blue);
    sf::VertexArray quads(sf::Quads);
    set(font, utf8, style, [&](const sf::Glyph& glyph, float pen) {
        append(quads, glyph, std::round(left + pen), base, colour);
    });
    target_.draw(quads, sf::RenderStates(&font.getTexture(pixels(style))));
    constexpr double capital = 0.73;  // the height of capitals
    placed_.push_back({std::string(utf8),
                       {left, base - capital * style.size, wide, capital * style.size},
                       style.size});
    return wide;
}

}  // namespace dealtafel::client::desktop
