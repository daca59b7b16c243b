// Who comes to a table and who leaves it.
#include "rules/decide/parts.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

constexpr std::int64_t walk_away_ms = 60'000;

}  // namespace

Decision decide(const Asked& asked, const command::Invite& invite) {
    if (!asked.sits_at(invite.region)) return Refusal::not_at_table;
    if (asked.state.last_call) return Refusal::last_call;
    if (asked.state.seats[invite.party.value].vacant) return Refusal::seat_vacant;
    if (asked.at(invite.region).table.contains(invite.party)) return Refusal::already_at_table;
    if (asked.at(invite.region).invited.contains(invite.party)) return Refusal::already_so;
    return just(event::Invited{invite.region, asked.party, invite.party});
}

Decision decide(const Asked& asked, const command::WithdrawInvitation& withdraw) {
    if (!asked.sits_at(withdraw.region)) return Refusal::not_at_table;
    if (!asked.at(withdraw.region).invited.contains(withdraw.party)) return Refusal::not_invited;
    return just(event::InvitationEnded{withdraw.region, withdraw.party, asked.party});
}

Decision decide(const Asked& asked, const command::Accept& accept) {
    if (!asked.at(accept.region).invited.contains(asked.party)) return Refusal::not_invited;
    if (asked.state.last_call) return Refusal::last_call;
    return just(event::JoinedTable{accept.region, asked.party});
}

Decision decide(const Asked& asked, const command::Decline& decline) {
    if (!asked.at(decline.region).invited.contains(asked.party)) return Refusal::not_invited;
    return just(event::InvitationEnded{decline.region, asked.party, asked.party});
}

Decision decide(const Asked& asked, const command::Knock& knock) {
    if (!asked.has_table(knock.region)) return Refusal::no_such_table;
    if (asked.sits_at(knock.region)) return Refusal::already_at_table;
    if (asked.at(knock.region).knocked.contains(asked.party)) return Refusal::already_knocked;
    if (knock.sentence.empty) return Refusal::empty_text;
    return just(event::Knocked{knock.region, asked.party, knock.sentence});
}

Decision decide(const Asked& asked, const command::WalkAway& walk) {
    if (!asked.sits_at(walk.region)) return Refusal::not_at_table;
    const RegionState& region = asked.at(walk.region);
    const Party& party = asked.scenario[asked.party];
    const bool ends_it = asked.party == asked.scenario.centre ||
                         (party.required && party.region == walk.region);
    if (!ends_it) return just(event::LeftTable{walk.region, asked.party});
    if (!negotiates(asked.state, walk.region)) return Refusal::no_negotiation;
    if (region.concluded != 0) return Refusal::concluded;
    const bool walking = std::any_of(
        region.walk_aways.begin(), region.walk_aways.end(),
        [&](const WalkAwayState& other) { return other.party == asked.party; });
    if (walking) return Refusal::already_so;
    return just(event::WalkedAway{walk.region, asked.party, asked.play_ms + walk_away_ms});
}

Decision decide(const Asked& asked, const command::Stay& stay) {
    const RegionState& region = asked.at(stay.region);
    const bool walking = std::any_of(
        region.walk_aways.begin(), region.walk_aways.end(),
        [&](const WalkAwayState& other) { return other.party == asked.party; });
    if (!walking) return Refusal::not_walking;
    return just(event::Stayed{stay.region, asked.party});
}

}  // namespace dealtafel::rules
