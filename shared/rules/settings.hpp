// What is settled about a game before it begins, and is in its record before the first seat.
#pragma once

#include "base/words.hpp"
#include "scenario/words.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <vector>

namespace dealtafel::rules {

enum class ForecastMode { bands, exact, none_ };
BOOST_DESCRIBE_ENUM(ForecastMode, bands, exact, none_)

// What happens when the people of a seat are gone for longer than the grace: a bot takes over, the
// seat is vacant, the clock waits, or the game ends.
enum class DropOut { bot, vacant, wait, end };
BOOST_DESCRIBE_ENUM(DropOut, bot, vacant, wait, end)

// What becomes of a seat that nobody took.
enum class EmptySeats { bot, vacant };
BOOST_DESCRIBE_ENUM(EmptySeats, bot, vacant)

struct PhaseLength {
    Stage phase{};
    std::vector<int> seconds;  // one a round, the last lasts
    bool operator==(const PhaseLength&) const = default;
};

struct Settings {
    std::uint64_t seed = 1;
    int rounds = 1;
    std::vector<PhaseLength> phases;  // where they differ from the scenario's
    ForecastMode forecast = ForecastMode::bands;
    int grace_seconds = 60;
    DropOut drop_out = DropOut::bot;
    EmptySeats empty_seats = EmptySeats::bot;
    bool second_look = true;  // whether signatories are told what they left on the table
    bool operator==(const Settings&) const = default;
};

}  // namespace dealtafel::rules
