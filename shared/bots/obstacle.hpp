// What of a text stands most in a bot's way: its stance, as the table gets to know it.
#pragma once

#include "bots/mind.hpp"

namespace dealtafel::bots {

// The term whose change, or the line whose leaving out, would help this party most; its money where
// nothing would.
rules::command::Stance objection(const Mind& mind, const rules::Deal& deal);

}  // namespace dealtafel::bots
