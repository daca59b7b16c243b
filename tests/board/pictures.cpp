#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "desktop/picture.hpp"
#include "scenes.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

using namespace dealtafel;
using namespace dealtafel::tests;
using client::desktop::Picture;
using client::desktop::Placed;
using client::desktop::Rect;

namespace {

const client::desktop::Fonts& fonts() {
    static const client::desktop::Fonts loaded;
    return loaded;
}

Picture draw(const client::Board& board, unsigned int width, unsigned int height) {
    auto made = client::desktop::picture(board, fonts(), width, height);
    REQUIRE(made.has_value());
    return std::move(*made);
}

struct Size {
    unsigned int width;
    unsigned int height;
};
// Full HD, a beamer of 4 by 3, a broad wall, and a small window.
const std::vector<Size> sizes{{1920, 1080}, {1024, 768}, {2560, 1080}, {960, 540}};

// The texts of a board in one size, as they were placed.
struct Layout {
    std::string name;
    Size size;
    std::vector<Placed> texts;
};

// All boards in all sizes; each is drawn once, and kept for people to look at where the
// environment names a folder.
const std::vector<Layout>& layouts() {
    static const std::vector<Layout> drawn = [] {
        const char* folder = std::getenv("DEALTAFEL_PICTURES");
        std::vector<Layout> made;
        for (const NamedBoard& named : all_boards()) {
            for (const Size size : sizes) {
                const Picture picture = draw(named.board, size.width, size.height);
                made.push_back({named.name, size, picture.texts});
                if (folder == nullptr) continue;
                const std::string file = named.name + " " + std::to_string(size.width) + ".png";
                picture.image.saveToFile((std::filesystem::path(folder) / file).string());
            }
        }
        return made;
    }();
    return drawn;
}

// Checks that a rule holds for every text of every board, and names those for which it does not.
template <class Rule>
void check_texts(const Rule& rule) {
    for (const Layout& layout : layouts()) {
        std::string against;
        for (std::size_t at = 0; at < layout.texts.size(); ++at) {
            if (!rule(layout, at)) against += layout.texts[at].text + " | ";
        }
        CAPTURE(layout.name);
        CAPTURE(layout.size.width);
        CHECK(against == "");
    }
}

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

// The pixels that differ from the ground of the board.
std::size_t marked_pixels(const sf::Image& image) {
    const sf::Color ground = image.getPixel(1, 1);
    std::size_t count = 0;
    for (unsigned int y = 0; y < image.getSize().y; ++y) {
        for (unsigned int x = 0; x < image.getSize().x; ++x) {
            count += image.getPixel(x, y) == ground ? 0 : 1;
        }
    }
    return count;
}

}  // namespace

TEST_CASE("every text of every board lies inside the picture") {
    check_texts([](const Layout& layout, std::size_t at) {
        const Rect& box = layout.texts[at].box;
        return box.x >= 0 && box.y >= 0 && box.right() <= layout.size.width &&
               box.bottom() <= layout.size.height;
    });
}

TEST_CASE("no text of any board lies over another") {
    check_texts([](const Layout& layout, std::size_t at) {
        for (std::size_t other = at + 1; other < layout.texts.size(); ++other) {
            if (overlap(layout.texts[at].box, layout.texts[other].box)) return false;
        }
        return true;
    });
}

TEST_CASE("nothing is written smaller than can be read from the back of a room") {
    // A fortieth of the height, or of the height of the largest 16 by 10 that fits in the window.
    check_texts([](const Layout& layout, std::size_t at) {
        const double height = std::min<double>(layout.size.height, layout.size.width / 1.6);
        return layout.texts[at].size >= height / 40;
    });
}

TEST_CASE("a picture has the size that was asked for and is not blank") {
    const Picture picture = draw(all_boards().front().board, 1366, 768);
    CHECK(picture.image.getSize() == sf::Vector2u(1366, 768));
    const std::size_t marked = marked_pixels(picture.image);
    CHECK(marked > 1366 * 768 / 10);
    CHECK(marked < 1366 * 768);
}

TEST_CASE("the same board gives the same picture, another board another") {
    const auto boards = all_boards();
    const Picture once = draw(boards[0].board, 960, 540);
    const Picture again = draw(boards[0].board, 960, 540);
    const std::size_t bytes = std::size_t{960} * 540 * 4;
    CHECK(std::equal(once.image.getPixelsPtr(), once.image.getPixelsPtr() + bytes,
                     again.image.getPixelsPtr()));
    const Picture other = draw(boards[2].board, 960, 540);
    CHECK_FALSE(std::equal(once.image.getPixelsPtr(), once.image.getPixelsPtr() + bytes,
                           other.image.getPixelsPtr()));
}
