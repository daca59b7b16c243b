#include "scenarios.hpp"

namespace dealtafel::laws {

namespace {

constexpr std::uint16_t themes = 3;
constexpr std::uint16_t capabilities = 4;
constexpr std::uint16_t tables = 2;
constexpr std::uint16_t challenges = 6;
constexpr std::uint16_t parties_a_table = 3;

class Maker {
public:
    explicit Maker(std::uint64_t seed) : random_(seed) {}

    Scenario make() {
        made_.id = "random";
        made_.languages = {"en"};
        made_.rounds = 1 + whole(2);
        made_.partnership_form_from = whole(2);
        made_.agenda_slots = 1 + whole(3);
        made_.agenda_support = random_.unit() * 0.5;
        made_.demands_max = whole(2);
        made_.last_call_seconds = 20 + whole(100);
        made_.selection = random_.chance(0.6);
        if (made_.selection) made_.tranche_budget = Money{50 + whole(150)};
        for (std::uint16_t at = 0; at < themes; ++at) {
            made_.themes.push_back({"theme-" + std::to_string(at), {}, Horizon::now});
            made_.theme_order.push_back(ThemeId{at});
        }
        for (std::uint16_t at = 0; at < capabilities; ++at) {
            made_.capabilities.push_back("can-" + std::to_string(at));
        }
        make_phases();
        make_regions();
        make_parties();
        make_challenges();
        make_events();
        make_questions();
        made_.partnerships.push_back({"old", {}, set_of<PartyId>(made_.parties.size()), 0.7, {}});
        return std::move(made_);
    }

private:
    // From 0 to `most`, both included.
    int whole(int most) {
        return static_cast<int>(random_.below(static_cast<std::size_t>(most) + 1));
    }

    template <class IdT>
    IdSet<IdT> set_of(std::size_t count) {
        IdSet<IdT> set;
        for (std::uint16_t at = 0; at < count; ++at) {
            if (random_.chance(0.5)) set.insert(IdT{at});
        }
        return set;
    }

    // Some phases have no length, and then only the bots end them.
    void make_phases() {
        for (const Stage stage :
             {Stage::briefing, Stage::framework, Stage::agenda, Stage::proposal, Stage::negotiation,
              Stage::outcome, Stage::accountability, Stage::reflection}) {
            if (random_.chance(0.15)) continue;
            made_.phase_seconds[stage] = {60 + whole(600)};
        }
    }

    void make_regions() {
        for (std::uint16_t at = 0; at <= tables; ++at) {
            Region region;
            region.id = "region-" + std::to_string(at);
            for (std::uint16_t theme = 0; theme < themes; ++theme) {
                region.start.push_back(whole(100));
                region.drift.push_back(random_.unit() - 0.5);
            }
            region.named = random_.chance(0.2);
            made_.regions.push_back(std::move(region));
        }
    }

    void add_party(std::string id, PartyKind kind, std::optional<RegionId> region) {
        Party party;
        party.id = std::move(id);
        party.kind = kind;
        party.level = static_cast<Scale>(whole(3));
        party.region = region;
        party.at_table = kind == PartyKind::ministry || random_.chance(0.7);
        party.budget = Money{10 + whole(190)};
        party.capabilities = set_of<CapabilityId>(capabilities);
        party.money_value = random_.unit();
        party.reserve = random_.unit() * 4 - 1;
        party.interests.push_back({std::nullopt, std::nullopt, random_.unit()});
        const ChallengeId about{static_cast<std::uint16_t>(whole(challenges - 1))};
        party.mandates.push_back({mandate::Includes{about}, 3 * random_.unit(), {}});
        party.mandates.push_back(
            {mandate::AccountabilityIn{{static_cast<Accountability>(whole(2))}}, 2, {}});
        party.mandates.push_back({mandate::ConditionsAtLeast{whole(4)}, 2, {}});
        made_.parties.push_back(std::move(party));
    }

    // Ids ascend, as a parser would number them; the first of each table is its lead.
    void make_parties() {
        for (std::uint16_t table = 0; table < tables; ++table) {
            for (std::uint16_t at = 0; at < parties_a_table; ++at) {
                const std::string id = "party-" + std::to_string(table) + std::to_string(at);
                add_party(id, PartyKind::municipality, RegionId{table});
                Party& party = made_.parties.back();
                party.lead = at == 0;
                party.required = at == 0 || random_.chance(0.3);
                party.at_table = party.at_table || party.required;
                if (party.lead) made_.regions[table].lead = last_party();
            }
        }
        add_party("party-ministry", PartyKind::ministry, std::nullopt);
        add_party("party-rijk", PartyKind::central_government, std::nullopt);
        made_.parties.back().at_table = false;
        made_.centre = last_party();
        for (std::uint16_t at = 0; at < made_.parties.size(); ++at) {
            made_.party_order.push_back(PartyId{at});
        }
        made_.file_order = made_.party_order;
    }
    PartyId last_party() const {
        return PartyId{static_cast<std::uint16_t>(made_.parties.size() - 1)};
    }

    void make_challenges() {
        for (std::uint16_t at = 0; at < challenges; ++at) {
            Challenge challenge;
            challenge.id = "challenge-" + std::to_string(at);
            challenge.region = RegionId{static_cast<std::uint16_t>(at % tables)};
            challenge.scale = static_cast<Scale>(whole(3));
            for (std::uint16_t theme = 0; theme < themes; ++theme) {
                challenge.effects.push_back({ThemeId{theme}, 12 * random_.unit() - 3});
            }
            for (std::uint16_t need = 0; need < 2; ++need) {
                const auto capability = static_cast<std::uint16_t>(2 * need + whole(1));
                challenge.needs.push_back({CapabilityId{capability}, 1.0 + whole(2)});
            }
            challenge.half = 1 + 6 * random_.unit();
            challenge.urgency = {random_.unit(), random_.unit()};
            challenge.seen_with = set_of<CapabilityId>(capabilities);
            challenge.national = at >= challenges - tables;
            challenge.needs_power = random_.chance(0.3);
            challenge.spillovers.push_back({RegionId{tables}, ThemeId{0}, 4 * random_.unit() - 2});
            made_.challenges.push_back(std::move(challenge));
        }
    }

    // One event a phase, each with a change of every kind.
    void make_events() {
        for (const Stage stage : {Stage::framework, Stage::agenda, Stage::negotiation,
                                  Stage::outcome, Stage::accountability, Stage::reflection}) {
            ScenarioEvent event;
            event.id = "event-" + std::to_string(made_.events.size());
            event.phase = stage;
            event.chance = random_.unit();
            event.once = random_.chance(0.5);
            if (random_.chance(0.5)) event.round = 1 + whole(1);
            event.changes = {
                change::Urgency{some<ChallengeId>(challenges), random_.unit() - 0.5, {}},
                change::Budget{some<PartyId>(made_.parties.size()), {}, 1.5 * random_.unit()},
                change::WellBeing{some<RegionId>(made_.regions.size()), some<ThemeId>(themes),
                                  40 * random_.unit() - 20, {}},
                change::Trust{PartyId{0}, made_.centre, random_.unit() - 0.5, {}},
                change::ModelValue{"friction", {}, 2 * random_.unit()},
                change::ModelValue{"default_tie", random_.unit() - 0.5, {}},
                change::ModelValue{"centre_share_min", random_.unit() - 0.4, {}},
                change::AtTable{some<PartyId>(made_.parties.size()), random_.chance(0.5)}};
            made_.events.push_back(std::move(event));
        }
    }

    // Of every kind and time, some of which only certain options let their player go on.
    void make_questions() {
        for (int left = whole(6); left > 0; --left) {
            Question question;
            question.id = "question-" + std::to_string(left);
            question.when = static_cast<QuestionWhen>(whole(2));
            question.kind = static_cast<QuestionKind>(whole(2));
            question.low = 0;
            question.high = 3;
            if (question.kind == QuestionKind::choice) {
                question.options.resize(4);
                for (int option = 0; option < 4; ++option) {
                    if (random_.chance(0.3)) question.correct.push_back(option);
                }
            }
            made_.questions.push_back(std::move(question));
        }
    }

    template <class IdT>
    IdT some(std::size_t count) {
        return IdT{static_cast<std::uint16_t>(random_.below(count))};
    }

    Random random_;
    Scenario made_;
};

}  // namespace

Scenario random_scenario(std::uint64_t seed) { return Maker(seed).make(); }

}  // namespace dealtafel::laws
