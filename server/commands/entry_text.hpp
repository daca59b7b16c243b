// What a line of a record says, as a sentence for people who read a record on a terminal: parties
// and the rest by their ids, as in the record itself.
#pragma once

#include "record/record.hpp"
#include "record/texts.hpp"
#include "rules/feed.hpp"

#include <string>

namespace dealtafel::commands {

// The sentence of an event or a note, without a line end; empty for the hash of a state.
std::string entry_text(const record::Entry& entry, const Scenario& scenario,
                       const record::TextTable& texts);
// The sentence of something that a seat was told.
std::string item_text(const rules::FeedItem& item, const Scenario& scenario,
                      const record::TextTable& texts);

}  // namespace dealtafel::commands
