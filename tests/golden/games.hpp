// Short games that each come to an end of their own; each gives the text of its record.
#pragma once

#include <string>

namespace dealtafel::tests::games {

std::string concluded();
std::string improved();
std::string rival_concluded();
std::string audited();
std::string rated_upward();
std::string rated_mutually();
std::string rated_by_nobody();
std::string withheld();
std::string with_side_agreement();
std::string out_of_time();
std::string walked_away();
std::string agenda_empty();
std::string skipped();
std::string all_ready();
std::string two_rounds();
std::string one_selected();
std::string nobody_proposed();
std::string all_rejected();
std::string ended_by_facilitator();
std::string ended_by_drop_out();
std::string stood_in();
std::string vacant();
std::string waited();
std::string restarted();

}  // namespace dealtafel::tests::games
