// What a bot does in the contest for a tranche's money: it pledges, submits as a lead, and decides
// as the centre.
#pragma once

#include "base/random.hpp"
#include "bots/bot.hpp"
#include "bots/mind.hpp"
#include "bots/temper.hpp"
#include "bots/voice.hpp"

namespace dealtafel::bots {

// The weights of a framework, as the centre publishes it.
rules::Weights some_weights(const Temper& temper, Random& random);
// In the proposal phase; `first` is its first look at it, when a lead still waits for pledges.
void contest(const Mind& mind, const Temper& temper, bool first, Random& random,
             const Voice& voice, Turn& turn);

}  // namespace dealtafel::bots
