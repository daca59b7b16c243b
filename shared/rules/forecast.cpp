#include "rules/forecast.hpp"

namespace dealtafel::rules {

void Expectation::look(const Deal& deal) {
    deal_ = &deal;
    chance_ = rules::audit_chance(outcomes_.at().model, deal);
    sound_ = &outcomes_.sound(deal);
    audited_ = chance_ > 0 ? &outcomes_.audited(deal) : nullptr;
}

double Expectation::delta(std::size_t place) const {
    if (audited_ == nullptr) return sound_->delta[place];
    return (1 - chance_) * sound_->delta[place] + chance_ * audited_->delta[place];
}

double Expectation::points(PartyId party, bool mandates) const {
    const auto in = [&](const Outcome& done) {
        return rules::points(scenario_, outcomes_.at().model, *deal_, done, party, mandates);
    };
    if (audited_ == nullptr) return in(*sound_);
    return (1 - chance_) * in(*sound_) + chance_ * in(*audited_);
}

Forecast forecast(const Scenario& scenario, const Circumstances& at, const Deal& deal,
                  IdSet<PartyId> mandates_of) {
    Expectation expected(scenario, at);
    expected.look(deal);
    Forecast made;
    made.audit_chance = expected.audit_chance();
    const std::size_t places = scenario.regions.size() * scenario.themes.size();
    for (std::size_t place = 0; place < places; ++place) {
        made.delta.push_back(expected.delta(place));
    }
    for (const PartyId party : scenario.all_parties()) {
        made.points.push_back(expected.points(party, mandates_of.contains(party)));
    }
    return made;
}

}  // namespace dealtafel::rules
