// The program `dealtafel-client`: the big screen of a session.
#include "desktop/display.hpp"
#include "desktop/picture.hpp"
#include "desktop/window.hpp"

#include <SFML/System/Err.hpp>

#include <exception>
#include <iostream>

namespace dealtafel::client::desktop {

namespace {

constexpr int refused = 1;
constexpr std::chrono::seconds view_timeout{15};
constexpr std::chrono::seconds first_answer_timeout{2};
constexpr std::chrono::milliseconds wait_max{100};

int fail(const std::string& sentence) {
    std::cerr << "dealtafel-client: " << sentence << '\n';
    return refused;
}

// Waits for the first view of the game; gives the sentence to end with where none comes.
std::optional<std::string> await_view(Watch& watch, const Options& options) {
    const auto until = std::chrono::steady_clock::now() + view_timeout;
    while (!watch.is_complete()) {
        if (const auto end = watch.update(wait_max)) return end;
        if (std::chrono::steady_clock::now() < until) continue;
        return watch.catalogue().text(
            "board.error.no_view",
            {{"address", options.address.shown}, {"seconds", view_timeout.count()}});
    }
    return std::nullopt;
}

int write_picture(Watch& watch, const Options& options) {
    if (const auto end = await_view(watch, options)) return fail(*end);
    const Fonts fonts;
    const auto made = picture(watch.board(), fonts, options.width, options.height);
    if (made && made->image.saveToFile(options.screenshot)) return 0;
    return fail(watch.catalogue().text("board.error.write", {{"file", options.screenshot}}));
}

int run(const Options& options) {
    const ScreenConnection screen;
    Watch watch(options);
    if (!screen.is_there()) return fail(watch.catalogue().text("board.error.display"));
    if (!options.screenshot.empty()) return write_picture(watch, options);
    // A server that is not there, or has no such session, says so before a window opens.
    auto end = watch.update(first_answer_timeout);
    if (!end) end = show_window(watch, options);
    return end ? fail(*end) : 0;
}

}  // namespace

}  // namespace dealtafel::client::desktop

int main(int argc, char** argv) {
    using namespace dealtafel::client::desktop;
    const Parsed parsed = parse(argc, argv);
    if (parsed.exit_code) return *parsed.exit_code;
    sf::err().rdbuf(nullptr);  // what SFML tells is for programmers; what matters we say ourselves
    try {
        return run(parsed.options);
    } catch (const std::exception& error) {
        return fail(error.what());
    }
}
