#include "desktop/picture.hpp"

#include "desktop/parts.hpp"

#include <SFML/Graphics/RenderTexture.hpp>

#include <algorithm>

namespace dealtafel::client::desktop {

unsigned int antialiasing() {
    constexpr unsigned int wanted = 4;
    return std::min(wanted, sf::RenderTexture::getMaximumAntialiasingLevel());
}

std::optional<Picture> picture(const Board& board, const Fonts& fonts, unsigned int width,
                               unsigned int height) {
    sf::RenderTexture texture;
    if (!texture.create(width, height, sf::ContextSettings(0, 0, antialiasing()))) {
        return std::nullopt;
    }
    Canvas canvas(texture, fonts);
    draw_board(canvas, board);
    texture.display();
    return Picture{texture.getTexture().copyToImage(), canvas.placed()};
}

}  // namespace dealtafel::client::desktop
