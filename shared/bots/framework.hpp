// The framework that a bot publishes as the centre: where its mandates want it on the tensions,
// and the national challenges that it demands.
#pragma once

#include "bots/bot.hpp"
#include "bots/mind.hpp"
#include "base/random.hpp"
#include "bots/temper.hpp"
#include "bots/voice.hpp"

namespace dealtafel::bots {

void publish(const Mind& mind, const Temper& temper, Random& random, const Voice& voice,
             Turn& turn);

}  // namespace dealtafel::bots
