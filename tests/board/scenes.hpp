// Boards for the tests of the pictures: the ordinary ones, and those that ask most of the layout.
#pragma once

#include "make_board.hpp"

#include <string>
#include <vector>

namespace dealtafel::tests {

struct NamedBoard {
    std::string name;
    client::Board board;
};

std::vector<NamedBoard> all_boards();

}  // namespace dealtafel::tests
