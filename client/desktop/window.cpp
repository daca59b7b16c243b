#include "desktop/window.hpp"

#include "desktop/parts.hpp"
#include "desktop/picture.hpp"

#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Window/Event.hpp>

#include <algorithm>

namespace dealtafel::client::desktop {

namespace {

// How long the window may be deaf while it waits for the server.
constexpr std::chrono::milliseconds wait_max{40};

class Window {
public:
    explicit Window(const Options& options) : size_(options.width, options.height) {
        const sf::VideoMode screen = sf::VideoMode::getDesktopMode();
        size_.x = std::min(size_.x, screen.width);
        size_.y = std::min(size_.y, screen.height);
        open();
    }

    bool is_open() const { return window_.isOpen(); }

    // Handles what the user did. Whether the board must be drawn again.
    bool handle_events() {
        bool redraw = false;
        sf::Event event{};
        while (window_.pollEvent(event)) {
            switch (event.type) {
                case sf::Event::Closed: window_.close(); break;
                case sf::Event::Resized:
                    window_.setView(sf::View(
                        {0, 0, static_cast<float>(event.size.width),
                         static_cast<float>(event.size.height)}));
                    redraw = true;
                    break;
                case sf::Event::GainedFocus: redraw = true; break;
                case sf::Event::KeyPressed:
                    if (event.key.code == sf::Keyboard::Escape) window_.close();
                    if (event.key.code == sf::Keyboard::F11) {
                        toggle_full_screen();
                        return true;
                    }
                    break;
                default: break;
            }
        }
        return redraw;
    }

    void draw(const Board& board) {
        Canvas canvas(window_, fonts_);
        draw_board(canvas, board);
        window_.display();
    }

private:
    void open() {
        const sf::VideoMode screen = sf::VideoMode::getDesktopMode();
        const sf::ContextSettings settings(0, 0, antialiasing());
        if (is_full_) {
            window_.create(screen, "Dealtafel", sf::Style::Fullscreen, settings);
        } else {
            window_.create(sf::VideoMode(size_.x, size_.y), "Dealtafel", sf::Style::Default,
                           settings);
            // Without a window manager SFML puts a window half off the screen.
            window_.setPosition({static_cast<int>(screen.width - size_.x) / 2,
                                 static_cast<int>(screen.height - size_.y) / 2});
        }
        window_.setMouseCursorVisible(!is_full_);
    }

    void toggle_full_screen() {
        if (!is_full_) size_ = window_.getSize();
        is_full_ = !is_full_;
        open();
    }

    Fonts fonts_;
    sf::RenderWindow window_;
    sf::Vector2u size_;
    bool is_full_ = false;
};

}  // namespace

std::optional<std::string> show_window(Watch& watch, const Options& options) {
    Window window(options);
    std::optional<Board> drawn;
    while (window.is_open()) {
        if (const auto end = watch.update(wait_max)) return end;
        const bool again = window.handle_events();
        if (!window.is_open()) break;
        Board board = watch.board();
        if (!again && drawn == board) continue;
        window.draw(board);
        drawn = std::move(board);
    }
    return std::nullopt;
}

}  // namespace dealtafel::client::desktop
