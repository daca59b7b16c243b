// How a bot negotiates one region's deal: it writes texts that give it what it asks and may suit
// the others, backs and signs texts that do, and asks for less as time passes, never for less than
// its bottom line.
#pragma once

#include "bots/bot.hpp"
#include "bots/composer.hpp"
#include "bots/temper.hpp"
#include "bots/voice.hpp"

#include <map>
#include <optional>

namespace dealtafel::bots {

// Where the phase is.
struct Moment {
    double passed = 0;  // of the time in which texts can be made; 1 and more when it is over
    std::int64_t play_ms = 0;
    bool only_signing = false;  // nothing new is made any more
};

class Negotiator {
public:
    Negotiator(Temper temper, RegionId region)
        : temper_(temper), region_(region), others_(region, *temper.strategy) {}

    // Forgets the round before.
    void begin_round();
    // Adds what it does now at this table to its turn, which is ready only if all tables are.
    void act(const Mind& mind, Moment now, Random& random, const Voice& voice, Turn& turn);

private:
    // A text that was on the table and was not signed by all.
    struct Tried {
        double part_against = 0;  // of the table, that could not sign
        double passed = 0;        // when
    };

    // What its strategy may know.
    class TableTalks;

    double bottom(const Mind& mind);
    double asked(const Mind& mind, Moment now);
    // Its own points of a version; far below everything where the version has problems.
    double worth(const Mind& mind, int version);
    const rules::command::Stance& objection_to(const Mind& mind, int version);
    void note_table(const Mind& mind, Moment now);
    bool table_is_content(const Mind& mind, Moment now);
    Wish wish(const Mind& mind, Moment now);

    bool affordable(const Mind& mind, int version, const Turn& turn) const;
    void demand(const Mind& mind, Moment now, Turn& turn);
    void write(const Mind& mind, Moment now, Random& random, const Voice& voice, Turn& turn);
    void choose(const Mind& mind, Moment now, Random& random, Turn& turn);
    void tell_stance(const Mind& mind, Moment now, Turn& turn);
    void sign(const Mind& mind, Moment now, Random& random, Turn& turn);
    void threaten(const Mind& mind, Moment now, Turn& turn);

    Temper temper_;
    RegionId region_;
    Others others_;
    std::optional<double> best_;  // the most that it found for itself this round
    int texts_ = 0;               // that it wrote this round
    double next_text_at_ = 0;
    // Of versions, as long as table and agenda stay as they are.
    std::map<int, double> worths_;
    std::map<int, rules::command::Stance> objections_;
    IdSet<PartyId> worths_table_;
    std::size_t worths_agenda_ = 0;
    int open_ = 0;           // the version on the table,
    double open_since_ = 0;  // since when, and
    bool settled_ = false;   // whether everybody had the time to take a stance
    std::map<int, Tried> tried_;
    std::optional<bool> stance_;  // that it took on the version on the table
    bool walked_ = false;         // it threatened to leave, once a round
    bool walking_ = false;
};

}  // namespace dealtafel::bots
