#include "bots/mind.hpp"

#include <algorithm>

namespace dealtafel::bots {

Scenario seen_by(const Scenario& scenario, PartyId party) {
    Scenario seen = scenario;
    for (std::uint16_t at = 0; at < seen.parties.size(); ++at) {
        if (PartyId{at} == party) continue;
        seen.parties[at].brief = {};
        seen.parties[at].interests.clear();
        seen.parties[at].mandates.clear();
        seen.parties[at].reserve = 0;
        seen.parties[at].money_value = 1;
    }
    for (Challenge& challenge : seen.challenges) {
        Challenge unknown;
        unknown.id = challenge.id;
        unknown.region = challenge.region;
        unknown.half = 1;
        // Counts in forecasts for the challenges alone that the seat sees.
        unknown.seen_with = challenge.seen_with;
        challenge = std::move(unknown);
    }
    seen.events.clear();
    seen.questions.clear();
    seen.treatments.clear();
    seen.guides.clear();
    return seen;
}

void Mind::hear(const rules::FeedItem& item) {
    namespace event = rules::event;
    expected_.clear();
    if (const auto* card = get_if<rules::feed::ChallengeCard>(&item)) {
        hear(*card);
    } else if (const auto* began = get_if<event::StageBegan>(&item)) {
        if (began->stage == Stage::framework) versions_.clear();
    } else if (const auto* made = get_if<event::VersionMade>(&item)) {
        std::vector<Written>& versions = versions_[made->region];
        versions.resize(std::max(versions.size(), static_cast<std::size_t>(made->number)));
        versions[static_cast<std::size_t>(made->number - 1)] = {made->by, made->deal};
    } else if (const auto* told = get_if<event::OutcomeTold>(&item)) {
        if (told->deal.form == Form::specific) ++earlier_specific_[told->region];
        unreviewed_[told->region] = told->deal.review ? 0 : unreviewed_[told->region] + 1;
    }
}

void Mind::hear(const rules::feed::ChallengeCard& card) {
    Challenge& challenge = known_.challenges[card.challenge.value];
    challenge.title = card.title;
    challenge.text = card.text;
    challenge.scale = card.scale;
    challenge.effects.clear();
    for (const auto& [theme, effect] : card.effects) challenge.effects.push_back({theme, effect});
    challenge.needs.clear();
    for (const auto& [need, weight] : card.needs) challenge.needs.push_back({need, weight});
    challenge.half = card.half;
    challenge.needs_power = card.needs_power;
    challenge.national = card.national;
    challenge.spillovers = card.spillovers;
}

void Mind::look(const rules::GameView& view) {
    view_ = &view;
    expected_.clear();
    const auto count = static_cast<std::uint16_t>(known_.parties.size());
    ties_ = rules::PairTable(count, 0);
    trust_ = rules::PairTable(count, 0);
    for (const rules::PairView& pair : view.pairs) {
        ties_.set(pair.a, pair.b, pair.tie);
        trust_.set(pair.a, pair.b, pair.trust);
    }
    known_.model = starting_model_;
    for (const rules::ParameterView& changed : view.model) {
        const ModelParameter* parameter = model_parameter(changed.parameter);
        if (parameter != nullptr) known_.model.*parameter->member = changed.value;
    }
    urgency_.assign(known_.challenges.size(), 0);
    urgency_known_ = {};
    if (view.own) {
        for (const auto& [challenge, urgency] : view.own->urgency) {
            urgency_[challenge.value] = urgency;
            urgency_known_.insert(challenge);
        }
    }
    seen_ = urgency_known_;
    for (const rules::RegionView& region : view.regions) {
        if (!region.proposal) continue;
        for (const auto& [challenge, urgency] : region.proposal->urgency) {
            urgency_[challenge.value] = urgency;
            urgency_known_.insert(challenge);
        }
    }
    budgets_.assign(count, Money{});
    for (const auto& [party, facts] : view.parties) budgets_[party.value] = facts.budget;
    for (const rules::TableView& table : view.tables) look_at_table(table.region);
}

const rules::TableView* Mind::table(RegionId region) const {
    for (const rules::TableView& table : view_->tables) {
        if (table.region == region) return &table;
    }
    return nullptr;
}

const std::vector<Written>& Mind::versions(RegionId region) const {
    static const std::vector<Written> none;
    const auto at = versions_.find(region);
    return at == versions_.end() ? none : at->second;
}

bool Mind::is_version(RegionId region, int version) const {
    return version >= 1 && version <= static_cast<int>(versions(region).size());
}

const rules::Deal& Mind::version(RegionId region, int version) const {
    return versions(region)[static_cast<std::size_t>(version - 1)].deal;
}

std::optional<Money> Mind::asked(RegionId region) const {
    const rules::RegionView& here = this->region(region);
    if (!here.selection || !here.selection->selected) return std::nullopt;
    return here.proposal->asked;
}

analysis::Room Mind::room(RegionId region) const {
    const rules::RegionView& here = this->region(region);
    return {known_, region, here.table, here.agenda, budgets_, view_->round, asked(region)};
}

double Mind::promise(ChallengeId challenge) const {
    const Challenge& facts = known_[challenge];
    double sum = 0;
    for (const Interest& interest : party().interests) {
        if (interest.region && *interest.region != facts.region) continue;
        for (const Effect& effect : facts.effects) {
            if (!interest.theme || *interest.theme == effect.theme) {
                sum += interest.weight * effect.effect;
            }
        }
    }
    const double urgency = urgency_known_.contains(challenge) ? urgency_[challenge.value] : 0.5;
    double bonus = 0;
    for (const Mandate& mandate : party().mandates) {
        const auto* includes = get_if<mandate::Includes>(&mandate.when);
        const auto* spends = get_if<mandate::SpendsAtLeast>(&mandate.when);
        const auto* works = get_if<mandate::WorksOn>(&mandate.when);
        const bool about = (includes != nullptr && includes->challenge == challenge) ||
                           (spends != nullptr && spends->challenge == challenge) ||
                           (works != nullptr && works->challenge == challenge);
        if (about) bonus += mandate.points;
    }
    // About half of an effect is reached with the money that there is.
    return 0.5 * urgency * sum + bonus;
}

rules::Circumstances Mind::circumstances(RegionId region) const {
    const auto count = [&](const std::map<RegionId, int>& of) {
        const auto at = of.find(region);
        return at == of.end() ? 0 : at->second;
    };
    return {.model = known_.model,
            .ties = ties_,
            .trust = trust_,
            .urgency = urgency_,
            .earlier_specific = count(earlier_specific_),
            .unreviewed = count(unreviewed_),
            .round = view_->round,
            .withheld_share = this->region(region).withheld_percent / 100.0,
            .known_urgency = urgency_known_};
}

double Mind::points(const rules::Deal& deal) const {
    const auto made = expected_.find(deal.region);
    rules::Expectation& expected =
        made != expected_.end()
            ? made->second
            : expected_.try_emplace(deal.region, known_, circumstances(deal.region)).first->second;
    const bool mandates =
        party().region == deal.region || rules::signatories(known_, deal).contains(me_);
    expected.look(deal);
    return expected.points(me_, mandates);
}

void Mind::look_at_table(RegionId region) {
    rules::DealSetting& setting = settings_[region];
    setting.round = view_->round;
    setting.budgets = budgets_;
    setting.model = known_.model;
    const rules::RegionView& here = this->region(region);
    setting.agenda = here.agenda;
    setting.table = here.table;
    setting.asked = asked(region);
}

bool Mind::legal(const rules::Deal& deal) const {
    // A version that nobody told it of is of no table.
    const auto setting = settings_.find(deal.region);
    return setting != settings_.end() && rules::is_legal(known_, setting->second, deal);
}

}  // namespace dealtafel::bots
