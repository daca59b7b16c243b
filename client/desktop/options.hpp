// What the command line asks of the board.
#pragma once

#include "core/lobby_part.hpp"
#include "net/url.hpp"

#include <optional>
#include <string>

namespace dealtafel::client::desktop {

struct Options {
    std::string url;
    std::string code;
    int game = 1;            // as people count
    std::string language;    // empty: that of the session
    std::string screenshot;  // file to write one picture to; empty: show a window
    unsigned int width = 1600;
    unsigned int height = 900;
    net::Address address;    // of the url

    JoinAddress join_address() const;
};

// Reads the command line. Where it only asked for help, or was wrong, gives the exit code instead:
// 0 or 2.
struct Parsed {
    Options options;
    std::optional<int> exit_code;
};
Parsed parse(int argc, char** argv);

}  // namespace dealtafel::client::desktop
