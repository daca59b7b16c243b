// Timed lists of commands, made beforehand at random: a whole round of any scenario, with a contest
// for money where the scenario has one, and with what people try that is refused.
#pragma once

#include "base/random.hpp"
#include "support/hub_world.hpp"

#include <optional>

namespace dealtafel::test {

namespace client = protocol::client;
namespace command = rules::command;

// One line of the timed list: who sends what, after how long, in which stage. The facilitator is
// seat none.
struct Timed {
    std::int64_t after_ms = 0;
    std::optional<PartyId> seat;
    protocol::ClientMessage message;
    Stage stage{};
};

// What a list may speak of.
struct TalkPlan {
    IdSet<ChallengeId> speakable;
    bool review = true;
    std::optional<EventId> injected = std::nullopt;
    // Nobody is invited to this region's table.
    std::optional<RegionId> closed = std::nullopt;
    // Deals that no audit is drawn for.
    bool audits = true;
};

class ListMaker {
public:
    ListMaker(const Scenario& scenario, WordTexts& texts, TalkPlan plan, std::uint64_t seed)
        : scenario_(scenario), texts_(texts), plan_(std::move(plan)), random_(seed) {}

    // A whole round up to the next framework, with most of the commands that seats have.
    std::vector<Timed> make() {
        act(rules::act::Start{});
        stage_ = Stage::briefing;
        skip_to(Stage::framework);
        publish();
        skip_to(Stage::agenda);
        agenda();
        if (plan_.injected) act(rules::act::Inject{*plan_.injected});
        if (scenario_.selection) {
            skip_to(Stage::proposal);
            contest();
        }
        skip_to(Stage::negotiation);
        negotiation();
        skip_to(Stage::outcome);
        talk(10);
        skip_to(Stage::accountability);
        afterwards();
        skip_to(Stage::reflection);
        talk(5);
        skip_to(Stage::framework);
        talk(5);
        return std::move(list_);
    }

private:
    PartyId some_party() {
        return PartyId{static_cast<std::uint16_t>(random_.below(scenario_.parties.size()))};
    }
    // A region with a table.
    RegionId some_region() {
        for (;;) {
            const RegionId region{
                static_cast<std::uint16_t>(random_.below(scenario_.regions.size()))};
            if (scenario_[region].lead) return region;
        }
    }
    ChallengeId some_challenge() {
        for (;;) {
            const ChallengeId challenge{
                static_cast<std::uint16_t>(random_.below(scenario_.challenges.size()))};
            if (plan_.speakable.contains(challenge)) return challenge;
        }
    }
    // Of a region, where the list may speak of any.
    std::optional<ChallengeId> some_challenge(RegionId region) {
        std::vector<ChallengeId> here;
        for (const ChallengeId challenge : plan_.speakable) {
            if (scenario_[challenge].region == region) here.push_back(challenge);
        }
        if (here.empty()) return std::nullopt;
        return here[random_.below(here.size())];
    }
    int some_version() { return 1 + static_cast<int>(random_.below(8)); }
    TextRef words() { return texts_.take(std::string(1 + random_.below(30), 'w')); }

    void act(rules::Act wanted) {
        list_.push_back({wait(), std::nullopt, client::Act{++ids_, 0, std::move(wanted)}, stage_});
    }
    void skip_to(Stage stage) {
        act(rules::act::Skip{});
        stage_ = stage;
    }
    void say_command(PartyId seat, rules::Command wanted) {
        list_.push_back({wait(), seat, client::Command{++ids_, std::move(wanted)}, stage_});
    }
    std::int64_t wait() { return static_cast<std::int64_t>(200 + random_.below(2'000)); }

    void publish() {
        command::Publish publish;
        publish.stated.hierarchy = rules::Stated{0.5, words()};
        if (random_.chance(0.5)) publish.stated.steering = rules::Stated{-0.5, words()};
        IdMap<RegionId, int> demands;
        for (std::uint16_t at = 0; at < scenario_.challenges.size(); ++at) {
            const Challenge& challenge = scenario_.challenges[at];
            if (!challenge.national || !plan_.speakable.contains(ChallengeId{at})) continue;
            if (++demands[challenge.region] > scenario_.demands_max) continue;
            publish.demands.push_back({challenge.region, ChallengeId{at}});
        }
        if (scenario_.selection) publish.weights = rules::Weights{3, 2, 1, 1, 1, 1, 1};
        say_command(scenario_.centre, std::move(publish));
        talk(4);
    }

    // Talk, and seats that are ready to go on: but the centre, or the stage would end, and no lead
    // while others wait for its proposal.
    void talk(int times) {
        for (int i = 0; i < times; ++i) {
            const PartyId ready = some_party();
            if (ready != scenario_.centre && stage_ != Stage::proposal && random_.chance(0.5)) {
                say_command(ready, command::Ready{true});
            }
            command::Say say;
            say.text = words();
            switch (random_.below(3)) {
                case 0: say.to = rules::Audience::all; break;
                case 1:
                    say.to = rules::Audience::table;
                    say.region = some_region();
                    break;
                default:
                    say.to = rules::Audience::parties;
                    say.parties.emplace().insert(some_party());
            }
            say_command(some_party(), std::move(say));
        }
    }

    void agenda() {
        for (int i = 0; i < 60; ++i) {
            const PartyId seat = some_party();
            const RegionId region = some_region();
            switch (random_.below(8)) {
                case 0:
                    say_command(seat,
                                command::Ambition{region,
                                                  ThemeId{static_cast<std::uint16_t>(
                                                      random_.below(scenario_.themes.size()))},
                                                  50 + static_cast<int>(random_.below(50))});
                    break;
                case 1:
                case 2:
                case 3: say_command(seat, command::Support{some_challenge()}); break;
                case 4:
                    if (region != plan_.closed) {
                        say_command(seat, command::Invite{region, some_party()});
                    }
                    break;
                case 5: say_command(seat, command::Accept{region}); break;
                case 6: {
                    command::Share share{some_challenge(), {}};
                    share.with.insert(some_party());
                    say_command(seat, share);
                    break;
                }
                default: say_command(seat, command::Knock{region, words()});
            }
        }
        talk(5);
    }

    // Pledges, a proposal of each lead (of what is not on its agenda none is taken), and what the
    // centre decides.
    void contest() {
        for (int i = 0; i < 10; ++i) {
            say_command(some_party(),
                        command::Pledge{some_region(),
                                        Money{static_cast<std::int64_t>(random_.below(40))}});
        }
        talk(3);
        std::vector<RegionId> regions;
        for (std::uint16_t at = 0; at < scenario_.regions.size(); ++at) {
            if (scenario_.regions[at].lead) regions.push_back(RegionId{at});
        }
        for (std::uint16_t at = 0; at < scenario_.challenges.size(); ++at) {
            const RegionId region = scenario_.challenges[at].region;
            if (!plan_.speakable.contains(ChallengeId{at}) || !scenario_[region].lead) continue;
            command::Submit submit;
            submit.region = region;
            submit.challenges.insert(ChallengeId{at});
            submit.partners.insert(*scenario_[region].lead);
            submit.asked = Money{static_cast<std::int64_t>(20 + random_.below(60))};
            submit.pitch = words();
            say_command(*scenario_[region].lead, std::move(submit));
        }
        for (const RegionId region : regions) {
            say_command(scenario_.centre,
                        command::Decide{region, random_.chance(0.7), words()});
        }
    }

    rules::Deal deal(RegionId region) {
        rules::Deal made;
        made.region = region;
        made.form = random_.chance(0.5) ? Form::decentralised : Form::specific;
        made.conditions = static_cast<int>(random_.below(4));
        made.accountability = random_.chance(0.5) ? Accountability::mutual : Accountability::upward;
        if (!plan_.audits) made.form = Form::specific;
        made.information = random_.chance(0.5);
        made.coordination = random_.chance(0.5);
        made.review = plan_.review && random_.chance(0.5);
        IdSet<ChallengeId> used;
        const std::size_t lines = 1 + random_.below(3);
        for (std::size_t i = 0; i < lines; ++i) {
            const auto challenge = some_challenge(region);
            if (!challenge || used.contains(*challenge)) continue;
            rules::Line line;
            line.challenge = *challenge;
            used.insert(line.challenge);
            line.result = words();
            for (const PartyId party : scenario_.all_parties()) {
                const Party& facts = scenario_[party];
                const bool near = !facts.region || facts.region == region;
                if (party == scenario_.centre || !random_.chance(near ? 0.4 : 0.05)) continue;
                line.partners.push_back(party);
                line.money[party] = Money{static_cast<std::int64_t>(5 + random_.below(10))};
            }
            if (line.partners.empty()) line.partners.push_back(*scenario_[region].lead);
            line.money[scenario_.centre] = Money{static_cast<std::int64_t>(5 + random_.below(8))};
            made.lines.push_back(std::move(line));
        }
        return made;
    }

    void negotiation() {
        for (int i = 0; i < 120; ++i) {
            const PartyId seat = some_party();
            const RegionId region = some_region();
            switch (random_.below(9)) {
                case 0:
                case 1: say_command(seat, command::Amend{region, 1, deal(region)}); break;
                case 2: say_command(seat, command::Back{region, some_version()}); break;
                case 3: put(region, some_version()); break;
                case 4: {
                    const int version = some_version();
                    put(region, version);
                    for (const PartyId party : scenario_.all_parties()) {
                        say_command(party, command::Sign{region, version});
                    }
                    break;
                }
                case 5:
                    say_command(seat, command::Stance{region, false, rules::Obstacle::conditions,
                                                      std::nullopt});
                    break;
                case 6: say_command(seat, command::Look{region, some_version(), {}}); break;
                case 7:
                    list_.push_back(
                        {wait(), seat, client::Forecast{++ids_, region, {}, deal(region)}, stage_});
                    break;
                default: talk(1);
            }
        }
    }
    void put(RegionId region, int version) {
        say_command(*scenario_[region].lead, command::Put{region, version});
    }

    void afterwards() {
        for (int i = 0; i < 30; ++i) {
            say_command(some_party(),
                        command::Rate{some_party(), 1 + static_cast<int>(random_.below(5))});
        }
        talk(3);
    }

    const Scenario& scenario_;
    WordTexts& texts_;
    TalkPlan plan_;
    Random random_;
    std::vector<Timed> list_;
    std::uint64_t ids_ = 0;
    Stage stage_ = Stage::lobby;
};

inline IdSet<ChallengeId> all_challenges(const Scenario& scenario) {
    IdSet<ChallengeId> all;
    for (std::uint16_t at = 0; at < scenario.challenges.size(); ++at) all.insert(ChallengeId{at});
    return all;
}

}  // namespace dealtafel::test
