#include "desktop/fonts.hpp"

#include <filesystem>
#include <stdexcept>
#include <vector>

namespace dealtafel::client::desktop {

namespace {

namespace fs = std::filesystem;

using Names = std::array<std::string_view, 3>;  // by weight

constexpr Names inter{"Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf"};
constexpr Names inter_ttf{"Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf"};
constexpr Names dejavu{"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Bold.ttf"};

struct Place {
    fs::path folder;
    const Names& names;
};

// Where Debian and others put these fonts; first where the build found them.
std::vector<Place> places() {
    const fs::path share = "/usr/share/fonts";
    return {{DEALTAFEL_FONT_FOLDER, inter},
            {share / "opentype/inter", inter},
            {share / "truetype/inter", inter_ttf},
            {"/usr/local/share/fonts/inter", inter},
            {share / "truetype/dejavu", dejavu}};
}

bool has_all(const Place& place) {
    for (const std::string_view name : place.names) {
        if (!fs::exists(place.folder / name)) return false;
    }
    return true;
}

}  // namespace

Fonts::Fonts() {
    for (const Place& place : places()) {
        if (!has_all(place)) continue;
        bool good = true;
        for (std::size_t at = 0; at < fonts_.size(); ++at) {
            good = good && fonts_[at].loadFromFile((place.folder / place.names[at]).string());
        }
        if (good) return;
    }
    throw std::runtime_error("no font: install Debian's package fonts-inter");
}

}  // namespace dealtafel::client::desktop
