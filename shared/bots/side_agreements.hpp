// What a bot does with side agreements that others offer it. It makes none itself.
#pragma once

#include "bots/bot.hpp"
#include "bots/mind.hpp"

namespace dealtafel::bots {

// What its side agreements about a region's deal bring it in own points, if there is a deal.
double side_points(const Mind& mind, RegionId region);
// What its signatures and its side agreements of this turn cost it.
Money promised_in(const Mind& mind, const Turn& turn);
// Takes what it is paid, and pays for a signature that a text on the table needs: at most `spare`,
// what this text gives it above what it asks. Undoes what costs it, or nothing, when the other
// wants that. True where it now pays more.
bool answer_sides(const Mind& mind, RegionId region, double spare, Turn& turn);

}  // namespace dealtafel::bots
