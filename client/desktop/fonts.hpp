// The letters of the board: Inter in its real weights, from the files that the system has.
#pragma once

#include <SFML/Graphics/Font.hpp>

#include <array>
#include <string>

namespace dealtafel::client::desktop {

enum class Weight { regular, semibold, bold };

class Fonts {
public:
    // Loads Inter, or DejaVu where there is none. Throws std::runtime_error where the system has
    // neither: without letters there is no board.
    Fonts();

    const sf::Font& operator[](Weight weight) const {
        return fonts_[static_cast<std::size_t>(weight)];
    }

private:
    std::array<sf::Font, 3> fonts_;
};

}  // namespace dealtafel::client::desktop
