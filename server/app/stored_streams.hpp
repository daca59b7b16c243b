// What a store holds when the server starts.
#pragma once

#include "core/hub.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dealtafel::app {

// Takes all streams of a store over and reads them. One that cannot be read comes without lines,
// and is told of with a sentence in `wrong`: others are unharmed.
std::vector<core::StoredStream> take_over_all(store::EventStore& store,
                                              std::vector<std::string>& wrong);

// Why a store is of a program that this one cannot go on for, in words that follow the name of its
// folder; none where it can. A game goes on under the rules and in the format in which it began.
std::optional<std::string> other_version(store::EventStore& store);

// The time of the newest line of all, in ms since 1970; 0 where there is none. The record's time
// goes on from there, even if the clock of the machine was set back meanwhile.
std::int64_t newest_ms(const std::vector<core::StoredStream>& streams);

}  // namespace dealtafel::app
