#include "bots/negotiator.hpp"

#include "bots/obstacle.hpp"
#include "bots/side_agreements.hpp"

#include <algorithm>

namespace dealtafel::bots {

namespace {

constexpr double nothing = -1e6;
// A text stays on the table until all have taken a stance, or for this part of the time.
constexpr double settling = 0.08;
// How long a text that found too few is left aside.
constexpr double aside = 0.15;
constexpr double write_pause = 0.26;   // of the time, as a mean, and
constexpr int steps_a_text = 40;       // how far it looks then
constexpr double better_text = 0.02;   // a new text is worth writing if it is so much better
constexpr double whims_a_text = 6;     // how much likelier a whim is in a text than elsewhere
constexpr double threat_from = 0.55;   // of the time
constexpr std::int64_t second_thoughts_ms = 20'000;  // before a walk-away ends the negotiation

}  // namespace

void Negotiator::begin_round() {
    Others others = std::move(others_);
    others.begin_round();
    *this = Negotiator(temper_, region_);
    others_ = std::move(others);
}

// --- What it knows and wants.

double Negotiator::bottom(const Mind& mind) {
    const auto& concluded = mind.region(region_).concluded;
    // What it gets beside the deal, it gets only with a deal.
    const double reserve = mind.party().reserve - side_points(mind, region_);
    return concluded ? std::max(reserve, mind.points(concluded->deal)) : reserve;
}

class Negotiator::TableTalks final : public Talks {
public:
    TableTalks(Negotiator& own, const Mind& mind, Moment now, double least)
        : own_(own),
          mind_(mind),
          now_(now),
          least_(least),
          span_(std::max(1.0, own.best_.value_or(least_) - least_)) {}

    double passed() const override { return now_.passed; }

    double conceded() const override {
        double sum = 0;
        int shown = 0;
        for (const PartyId party : mind_.region(own_.region_).table) {
            if (party == mind_.me()) continue;
            std::optional<double> first;
            double best = nothing;
            for (const int version : own_.others_.shown_by(party)) {
                const double own = own_.worth(mind_, version);
                if (own == nothing) continue;
                best = std::max(best, own);
                if (!first) first = own;
            }
            if (!first) continue;
            sum += (best - *first) / span_;
            ++shown;
        }
        return shown == 0 ? 0 : sum / shown;
    }

    double in_reach() const override {
        double most = 0;
        double gives = 0;
        for (int version = 1; mind_.is_version(own_.region_, version); ++version) {
            const double gain = (own_.worth(mind_, version) - least_) / span_;
            if (gain <= 0) continue;
            const double chance = std::clamp(own_.others_.suits(mind_, version), 0.0, 1.0);
            if (gain * chance <= most) continue;
            most = gain * chance;
            gives = gain;
        }
        return std::min(gives, 1.0);
    }

private:
    Negotiator& own_;
    const Mind& mind_;
    Moment now_;
    double least_;
    double span_;
};

double Negotiator::asked(const Mind& mind, Moment now) {
    const double least = bottom(mind);
    double part = temper_.strategy->asks(TableTalks(*this, mind, now, least));
    const auto& walking = mind.region(region_).walking;
    // Whoever wants a deal gives in when somebody is about to leave.
    if (temper_.generous && walking && *walking != mind.me()) part /= 2;
    return least + std::max(0.0, best_.value_or(least) - least) * part;
}

double Negotiator::worth(const Mind& mind, int version) {
    const auto [at, made] = worths_.try_emplace(version, nothing);
    if (made) {
        const rules::Deal& deal = mind.version(region_, version);
        if (mind.legal(deal)) at->second = mind.points(deal);
    }
    return at->second;
}

const rules::command::Stance& Negotiator::objection_to(const Mind& mind, int version) {
    const auto at = objections_.find(version);
    if (at != objections_.end()) return at->second;
    return objections_.emplace(version, objection(mind, mind.version(region_, version)))
        .first->second;
}

void Negotiator::note_table(const Mind& mind, Moment now) {
    const rules::RegionView& region = mind.region(region_);
    if (region.table != worths_table_ || region.agenda.size() != worths_agenda_) {
        worths_.clear();
        objections_.clear();
        worths_table_ = region.table;
        worths_agenda_ = region.agenda.size();
    }
    others_.look(mind);
    const int open = region.on_table && mind.is_version(region_, region.on_table->version)
                         ? region.on_table->version
                         : 0;
    if (open != open_) {
        open_ = open;
        open_since_ = now.passed;
        stance_.reset();
    }
    const rules::StanceCounts& stances = mind.table(region_)->stances;
    const auto told = static_cast<std::size_t>(stances.could_sign + stances.not_yet);
    settled_ = open_ == 0 || told >= region.table.size() || now.passed > open_since_ + settling;
    if (open_ != 0 && settled_ && stances.not_yet > 0) {
        const auto all = static_cast<double>(region.table.size());
        tried_[open_] = {stances.not_yet / all, now.passed};
    }
}

// Whether what is on the table still has its chance.
bool Negotiator::table_is_content(const Mind& mind, Moment now) {
    if (open_ == 0) return false;
    if (!settled_) return true;
    return mind.table(region_)->stances.not_yet == 0 && worth(mind, open_) >= asked(mind, now);
}

Wish Negotiator::wish(const Mind& mind, Moment now) {
    const double least = bottom(mind);
    return {least, asked(mind, now), best_.value_or(least), temper_.gives};
}

// --- What it does.

void Negotiator::act(const Mind& mind, Moment now, Random& random, const Voice& voice,
                     Turn& turn) {
    if (!mind.sits_at(region_)) return;
    demand(mind, now, turn);
    const rules::RegionView& region = mind.region(region_);
    const bool concluded = region.negotiation == rules::NegotiationStatus::concluded;
    const bool open = region.negotiation == rules::NegotiationStatus::open ||
                      (concluded && region.on_table);
    if (concluded) answer_sides(mind, region_, 0, turn);
    if (!open || region.agenda.empty()) return;
    note_table(mind, now);
    const std::size_t before = turn.commands.size();
    if (!concluded && !now.only_signing) {
        turn.ready = false;
        if (!best_) best_ = best_for_itself(mind, region_, random);
        const double spare = open_ == 0 ? 0 : worth(mind, open_) - asked(mind, now);
        // What it then signs for less, it thinks over when that counts.
        if (answer_sides(mind, region_, spare, turn)) return;
        if (!table_is_content(mind, now)) {
            write(mind, now, random, voice, turn);
            choose(mind, now, random, turn);
        }
    }
    // Whoever just backed another text may have changed what is on the table.
    const bool moved = std::any_of(
        turn.commands.begin() + static_cast<std::ptrdiff_t>(before), turn.commands.end(),
        [](const rules::Command& command) {
            return holds_alternative<rules::command::Back>(command) ||
                   holds_alternative<rules::command::Put>(command);
        });
    threaten(mind, now, turn);
    if (moved) return;
    if (!now.only_signing) tell_stance(mind, now, turn);
    sign(mind, now, random, turn);
}

// The centre asks for a national challenge where it opens a negotiation, or where what is on the
// table half-way gives it too little.
void Negotiator::demand(const Mind& mind, Moment now, Turn& turn) {
    const rules::RegionView& region = mind.region(region_);
    const bool rejected = region.in_contest && !(region.selection && region.selection->selected);
    const bool may = mind.is_centre() && !now.only_signing &&
                     region.negotiation != rules::NegotiationStatus::ended &&
                     !rejected &&
                     static_cast<int>(region.demanded.size()) < mind.scenario().demands_max;
    if (!may) return;
    const bool too_little = now.passed > 0.5 && region.on_table &&
                            mind.is_version(region_, region.on_table->version) &&
                            worth(mind, region.on_table->version) < bottom(mind);
    if (!region.agenda.empty() && !too_little) return;
    std::optional<ChallengeId> best;
    for (const ChallengeId challenge : mind.seen()) {
        const Challenge& facts = mind.scenario()[challenge];
        if (!facts.national || facts.region != region_ || region.demanded.contains(challenge)) {
            continue;
        }
        if (mind.promise(challenge) <= 0) continue;
        if (!best || mind.promise(challenge) > mind.promise(*best)) best = challenge;
    }
    if (best) turn.commands.emplace_back(rules::command::Demand{region_, *best});
}

void Negotiator::write(const Mind& mind, Moment now, Random& random, const Voice& voice,
                       Turn& turn) {
    const int count = static_cast<int>(mind.versions(region_).size());
    if (texts_ >= temper_.texts_max || now.passed < next_text_at_ || count == 0) return;
    next_text_at_ = now.passed + write_pause * (0.5 + random.unit());
    Composer composer(mind, others_, wish(mind, now), random);
    const analysis::Room room = mind.room(region_);
    // The text that suits it and the others best so far.
    double there = nothing;
    int base = 0;
    for (int version = 1; version <= count; ++version) {
        const double own = worth(mind, version);
        if (own == nothing) continue;
        const double score = composer.score(own, others_.suits(mind, version));
        if (score < there) continue;
        there = score;
        base = version;
    }
    // What is on the table is where the others are already.
    if (open_ != 0) base = open_;
    Composer::Idea best = composer.improve(
        base == 0 ? invent(room, random) : mind.version(region_, base), steps_a_text);
    if (base == 0) base = 1;
    const bool whim = random.chance(temper_.whims * whims_a_text);
    if (whim) best = composer.improve(invent(room, random), 0);
    const bool enough = best.score > nothing && (whim || best.own >= asked(mind, now));
    const bool better = whim || best.score > there + better_text;
    if (!enough || !better) return;
    for (rules::Line& line : best.deal.lines) {
        if (line.result.high != 0 || line.result.low != 0) continue;
        const Text& title = mind.scenario()[line.challenge].title;
        const auto word = title.by_language.find(voice.sentences.language());
        line.result = voice.say(
            "bot.result",
            {{"challenge", word == title.by_language.end() ? std::string() : word->second}});
    }
    turn.commands.emplace_back(rules::command::Amend{region_, base, std::move(best.deal)});
    ++texts_;
}

// Backs, and as lead puts on the table, the text that has most going for it among those that give
// it what it asks.
void Negotiator::choose(const Mind& mind, Moment now, Random& random, Turn& turn) {
    const rules::TableView& table = *mind.table(region_);
    const std::size_t seats = mind.region(region_).table.size();
    const auto mates = static_cast<double>(std::max<std::size_t>(seats, 2) - 1);
    const double target = asked(mind, now);
    const double least = bottom(mind);
    const double span = std::max(1.0, best_.value_or(least) - least);
    std::map<int, int> backers;
    for (const auto& [party, version] : table.backing) {
        if (party != mind.me()) ++backers[version];
    }
    int best = 0;
    double best_score = nothing;
    for (int version = 1; mind.is_version(region_, version); ++version) {
        const double own = worth(mind, version);
        if (own < target) continue;
        double chance = 0;
        if (const auto tried = tried_.find(version); tried != tried_.end()) {
            chance = 1 - 2 * tried->second.part_against;
            if (now.passed - tried->second.passed < aside) chance -= 0.5;
        } else {
            chance = others_.suits(mind, version);
        }
        const double score = 0.6 * chance + 0.2 * backers[version] / mates +
                             0.2 * std::min(1.0, (own - least) / span);
        if (score > best_score) {
            best_score = score;
            best = version;
        }
    }
    if (random.chance(temper_.whims)) {
        best = 1 + static_cast<int>(random.below(mind.versions(region_).size()));
    }
    if (best == 0) return;
    if (mind.view().own->backing.get(region_) != best) {
        turn.commands.emplace_back(rules::command::Back{region_, best});
    }
    backers[best] += 1;
    const auto majority = static_cast<int>(seats / 2 + 1);
    const bool others_rule = std::any_of(backers.begin(), backers.end(), [&](const auto& entry) {
        return entry.first != best && entry.second >= majority;
    });
    // What more than half back, the game puts on the table itself.
    const bool leads = mind.scenario()[region_].lead == mind.me();
    if (leads && best != open_ && !others_rule && backers[best] < majority &&
        worth(mind, best) > nothing) {
        turn.commands.emplace_back(rules::command::Put{region_, best});
    }
}

void Negotiator::tell_stance(const Mind& mind, Moment now, Turn& turn) {
    if (open_ == 0 || !temper_.talks) return;
    const bool could_sign = worth(mind, open_) >= asked(mind, now);
    if (stance_ == could_sign) return;
    stance_ = could_sign;
    rules::command::Stance stance{region_, true, std::nullopt, std::nullopt};
    if (!could_sign) stance = objection_to(mind, open_);
    turn.commands.emplace_back(stance);
}

// Whether its budget still holds this text beside what it signed, also a moment ago elsewhere.
bool Negotiator::affordable(const Mind& mind, int version, const Turn& turn) const {
    Money sum = rules::money_of(mind.version(region_, version), mind.me()) +
                mind.view().own->committed;
    // What this text would replace does not count.
    const auto& concluded = mind.region(region_).concluded;
    if (concluded) sum = sum - rules::money_of(concluded->deal, mind.me());
    return sum + promised_in(mind, turn) <= mind.budget(mind.me());
}

void Negotiator::sign(const Mind& mind, Moment now, Random& random, Turn& turn) {
    const rules::RegionView& region = mind.region(region_);
    for (const auto* open : {&region.on_table, &region.rival}) {
        if (!*open || !mind.is_version(region_, (*open)->version)) continue;
        const rules::SignableView& text = **open;
        const bool has_signed = text.signatures.contains(mind.me());
        const bool whim = random.chance(temper_.whims);
        if (has_signed) {
            if (whim) turn.commands.emplace_back(rules::command::Unsign{region_});
            return;
        }
        const double own = worth(mind, text.version);
        const bool could_sign = own >= asked(mind, now) || whim;
        if (text.needed.contains(mind.me()) && could_sign &&
            affordable(mind, text.version, turn)) {
            turn.commands.emplace_back(rules::command::Sign{region_, text.version});
            return;
        }
    }
}

// Threatens to leave when nothing on the table reaches its bottom line, and thinks better of it
// when something does, or when there is a text that could.
void Negotiator::threaten(const Mind& mind, Moment now, Turn& turn) {
    const rules::RegionView& region = mind.region(region_);
    const bool counts = mind.is_centre() || (mind.party().required &&
                                             mind.party().region == region_);
    if (!temper_.threatens || !counts || region.concluded) return;
    const bool good = open_ != 0 && worth(mind, open_) >= bottom(mind);
    if (walking_) {
        bool hope = good;
        const std::int64_t ends_ms = region.walk_ends_ms.value_or(now.play_ms);
        for (int version = 1; ends_ms - now.play_ms <= second_thoughts_ms &&
                              mind.is_version(region_, version);
             ++version) {
            hope = hope || worth(mind, version) >= bottom(mind);
        }
        if (!hope) return;
        walking_ = false;
        turn.commands.emplace_back(rules::command::Stay{region_});
    } else if (!walked_ && !region.walking && now.passed > threat_from && settled_ && !good) {
        walked_ = walking_ = true;
        turn.commands.emplace_back(rules::command::WalkAway{region_});
    }
}

}  // namespace dealtafel::bots
