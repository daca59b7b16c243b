// How a bot rates those with whom it signed a deal.
#pragma once

#include "bots/bot.hpp"
#include "bots/mind.hpp"
#include "base/random.hpp"
#include "bots/voice.hpp"

namespace dealtafel::bots {

// A rating for each that it has not rated yet, and one sentence of motivation with them. Good marks
// go to those that it trusts most, as many as the rules allow.
void rate(const Mind& mind, Profile profile, Random& random, const Voice& voice, Turn& turn);

}  // namespace dealtafel::bots
