// A board as a picture, drawn without a window.
#pragma once

#include "core/board.hpp"
#include "desktop/canvas.hpp"

#include <SFML/Graphics/Image.hpp>

#include <optional>
#include <vector>

namespace dealtafel::client::desktop {

struct Picture {
    sf::Image image;
    std::vector<Placed> texts;
};

// The picture of a board, or nothing where the graphics will not give one of this size. A display
// must be there.
std::optional<Picture> picture(const Board& board, const Fonts& fonts, unsigned int width,
                               unsigned int height);
// The finest smoothing of edges that costs little: four samples, or fewer where there are not so
// many.
unsigned int antialiasing();

}  // namespace dealtafel::client::desktop
