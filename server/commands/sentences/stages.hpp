// Stages, time, seats and talk in words.
#pragma once

#include "commands/sentences/naming.hpp"
#include "rules/events/stages.hpp"

namespace dealtafel::commands::sentences {

using namespace rules::event;

inline std::string sentence(const Naming&, const StageBegan& e) {
    if (!e.ends_ms) return fmt::format("{} begins, round {}", to_word(e.stage), e.round);
    return fmt::format("{} begins, round {}, for {} seconds", to_word(e.stage), e.round,
                       (*e.ends_ms - e.begins_ms) / 1000);
}
inline std::string sentence(const Naming&, const StageEnded& e) {
    return fmt::format("{} ends: {}", to_word(e.stage), to_word(e.reason));
}
inline std::string sentence(const Naming&, const ClockStarted&) {
    return "the clock runs";
}
inline std::string sentence(const Naming&, const ClockStopped&) {
    return "the clock stands still";
}
inline std::string sentence(const Naming&, const Restarted& e) {
    return fmt::format("the server is back after {:.1f} seconds, which cost nobody time",
                       static_cast<double>(e.down_ms) / 1000);
}
inline std::string sentence(const Naming&, const WentBack& e) {
    return fmt::format("the game is back in {}, round {}, as it was {:.1f} seconds ago",
                       to_word(e.stage), e.round, static_cast<double>(e.back_ms) / 1000);
}
inline std::string sentence(const Naming&, const Extended& e) {
    return fmt::format("the stage is extended by {} seconds{}", e.seconds,
                       e.lifts_last_call ? ", and the last call is lifted" : "");
}
inline std::string sentence(const Naming& in, const LastCallBegan& e) {
    std::string text = "the last call begins";
    for (const auto& [region, version] : e.rivals) {
        text += fmt::format("; in {} version {} can be signed too", in.name(region), version);
    }
    return text;
}
inline std::string sentence(const Naming& in, const SeatHeld& e) {
    return fmt::format("{} is held by {}", in.name(e.party),
                       e.holder == rules::Holder::people ? "people" : "a bot");
}
inline std::string sentence(const Naming& in, const SeatPresent& e) {
    return fmt::format("{} is here", in.name(e.party));
}
inline std::string sentence(const Naming& in, const SeatAbsent& e) {
    return fmt::format("{} is gone for now", in.name(e.party));
}
inline std::string sentence(const Naming& in, const GraceRanOut& e) {
    return fmt::format("{} stays away too long", in.name(e.party));
}
inline std::string sentence(const Naming& in, const StoodIn& e) {
    if (e.bot) return fmt::format("a bot stands in for {}", in.name(e.party));
    return fmt::format("{} plays itself again", in.name(e.party));
}
inline std::string sentence(const Naming& in, const SeatVacant& e) {
    return fmt::format("the seat of {} is {}", in.name(e.party),
                       e.vacant ? "vacant" : "played again");
}
inline std::string sentence(const Naming& in, const Replaced& e) {
    return fmt::format("{} is given {}", in.name(e.party), e.by_bot ? "to a bot" : "back");
}
inline std::string sentence(const Naming& in, const ReadySaid& e) {
    return fmt::format("{} is {}", in.name(e.party), e.ready ? "ready" : "not ready any more");
}
inline std::string sentence(const Naming& in, const Said& e) {
    return fmt::format("{} says to {}: {}", in.name(e.party), in.hearers(e), in.words(e.text));
}
inline std::string sentence(const Naming& in, const HelpAsked& e) {
    return fmt::format("{} asks for help: {}", in.name(e.party), in.words(e.text));
}
inline std::string sentence(const Naming& in, const HelpAnswered& e) {
    return fmt::format("{} gets help: {}", in.name(e.party), in.words(e.text));
}
inline std::string sentence(const Naming& in, const Announced& e) {
    return "announced: " + in.words(e.text);
}
inline std::string sentence(const Naming& in, const Noted& e) {
    return "noted: " + in.words(e.text);
}

}  // namespace dealtafel::commands::sentences
