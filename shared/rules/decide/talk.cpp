// Talk, being ready, and asking the facilitator for help.
#include "rules/decide/parts.hpp"

namespace dealtafel::rules {

Decision decide(const Asked& asked, const command::Say& say) {
    if (say.text.empty) return Refusal::empty_text;
    if ((say.to == Audience::table) != say.region.has_value()) return Refusal::bad_value;
    if ((say.to == Audience::parties) != say.parties.has_value()) return Refusal::bad_value;
    event::Said said{asked.party, say.to, say.region, say.parties, say.text};
    if (say.region && !asked.sits_at(*say.region)) return Refusal::not_at_table;
    if (said.parties) {
        said.parties->erase(asked.party);
        if (said.parties->empty()) return Refusal::bad_value;
    }
    return just(std::move(said));
}

Decision decide(const Asked& asked, const command::Ready& ready) {
    if (asked.state.seats[asked.party.value].ready == ready.ready) return Refusal::already_so;
    return just(event::ReadySaid{asked.party, ready.ready});
}

Decision decide(const Asked& asked, const command::Help& help) {
    if (help.text.empty) return Refusal::empty_text;
    return just(event::HelpAsked{asked.party, help.text});
}

}  // namespace dealtafel::rules
