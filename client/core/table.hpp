// The parties along the table, and what lies on it.
#pragma once

#include "core/scene.hpp"

#include <vector>

namespace dealtafel::client {

enum class SeatMark { none, ring, check };
enum class SeatTone { quiet, good, warn };

struct SeatLine {
    PartyKind kind{};
    std::string name;        // in full
    std::string short_name;  // for where the full name does not fit; may be the same
    SeatMark mark = SeatMark::none;
    SeatTone tone = SeatTone::quiet;
    std::string state;       // where it stands with what lies on the table
    std::string presence;    // the same with who plays it, where that is to be said; else the same
    bool at_table = true;
    bool operator==(const SeatLine&) const = default;
};

// What the table says, from top to bottom; empty is left out.
struct TableCentre {
    std::string over;
    std::string figure;
    std::string share;  // marked
    std::string under;
    std::string sum;
    std::string note;
    bool operator==(const TableCentre&) const = default;
};

struct TablePart {
    std::vector<SeatLine> seats;  // in the order of display
    TableCentre centre;
    bool operator==(const TablePart&) const = default;
};

TablePart table_part(const Scene& scene);

}  // namespace dealtafel::client
