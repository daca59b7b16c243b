#include "desktop/options.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace dealtafel::client::desktop {

namespace {

constexpr int wrong_usage = 2;
constexpr unsigned int side_min = 320;
constexpr unsigned int side_max = 8192;

// A code as people write it, "rkt hmd", as the server has it.
std::string session_code(std::string text) {
    std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0 || c == '-'; });
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

std::string check_code(const std::string& text) {
    const std::string code = session_code(text);
    const bool letters = std::all_of(code.begin(), code.end(),
                                     [](char c) { return c >= 'A' && c <= 'Z'; });
    return letters && code.size() == 6 ? "" : "a code has six letters";
}

// "1920x1080" as two numbers.
bool read_size(const std::string& text, unsigned int& width, unsigned int& height) {
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != 'x') return false;
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec != std::errc() || second.ptr != end) return false;
    return std::min(width, height) >= side_min && std::max(width, height) <= side_max;
}

}  // namespace

JoinAddress Options::join_address() const {
    return {address.shown, "http://" + address.shown + "/join/" + code};
}

Parsed parse(int argc, char** argv) {
    Parsed parsed;
    Options& options = parsed.options;
    CLI::App app("Shows a session of Dealtafel on a big screen: what is public of one game, live.",
                 "dealtafel-client");
    app.add_option("--url", options.url, "The address of the server, as http://host:8080")
        ->type_name("URL")
        ->required()
        ->check([&options](const std::string& text) {
            const auto address = net::parse_url(text);
            if (address) options.address = *address;
            return address ? std::string() : std::string("not an address as http://host:8080");
        });
    app.add_option("--code", options.code, "The code of the session, six letters")
        ->type_name("CODE")
        ->required()
        ->check(check_code);
    app.add_option("--game", options.game, "Which game of the session, counted from 1")
        ->type_name("N")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    app.add_option("--language", options.language,
                   "The language of the board; without it that of the session")
        ->type_name("nl|en")
        ->check(CLI::IsMember({"nl", "en"}));
    app.add_option("--screenshot", options.screenshot,
                   "Draw one picture of the game to this PNG file, and end")
        ->type_name("FILE");
    std::string size = "1600x900";
    app.add_option("--size", size, "The size of the window or picture")
        ->type_name("WxH")
        ->check([&options](const std::string& text) {
            const bool good = read_size(text, options.width, options.height);
            return good ? std::string() : std::string("not a size as 1920x1080, from 320 to 8192");
        })
        ->capture_default_str();
    app.footer("In the window F11 switches to the full screen and back, and Esc ends.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        parsed.exit_code = app.exit(error) == 0 ? 0 : wrong_usage;
        return parsed;
    }
    options.code = session_code(options.code);
    return parsed;
}

}  // namespace dealtafel::client::desktop
