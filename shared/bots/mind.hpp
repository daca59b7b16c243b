// What a bot knows: the scenario without anything that its seat may not see, completed by what it
// is told, and the forecasts that follow from it.
#pragma once

#include "analysis/deals.hpp"
#include "rules/feed.hpp"
#include "rules/forecast.hpp"
#include "rules/view.hpp"

#include <map>
#include <optional>
#include <vector>

namespace dealtafel::bots {

// A scenario as one seat may know it before anybody tells it anything: of other parties their
// public side, of challenges only that there are numbers.
Scenario seen_by(const Scenario& scenario, PartyId party);

// A version as those at the table know it.
struct Written {
    std::optional<PartyId> by;  // none: the game
    rules::Deal deal;
};

class Mind {
public:
    Mind(const Scenario& scenario, PartyId party) :
        known_(seen_by(scenario, party)), starting_model_(scenario.model), me_(party) {}

    void hear(const rules::FeedItem& item);
    // Takes the present view, which must stay while it is used; forecasts are as of it.
    void look(const rules::GameView& view);

    const Scenario& scenario() const { return known_; }
    PartyId me() const { return me_; }
    const Party& party() const { return known_[me_]; }
    bool is_centre() const { return me_ == known_.centre; }
    const rules::GameView& view() const { return *view_; }
    const rules::RegionView& region(RegionId region) const { return view_->regions[region.value]; }
    // What those at the table see of it; null where this seat is not there.
    const rules::TableView* table(RegionId region) const;
    bool sits_at(RegionId region) const { return table(region) != nullptr; }
    // The challenges that it sees; it knows besides what those on an agenda are about.
    IdSet<ChallengeId> seen() const { return seen_; }
    // This round's versions of a region, version n at n - 1.
    const std::vector<Written>& versions(RegionId region) const;
    bool is_version(RegionId region, int version) const;
    const rules::Deal& version(RegionId region, int version) const;
    Money budget(PartyId party) const { return budgets_[party.value]; }
    // What a deal can be made of at a table now; it stays while the view is used.
    analysis::Room room(RegionId region) const;
    bool is_vacant(PartyId party) const {
        const rules::PartyView* seat = view_->parties.find(party);
        return seat != nullptr && seat->presence == rules::Presence::vacant;
    }
    double trust(PartyId party) const { return trust_.get(me_, party); }

    // What a challenge could be worth to this party if it were carried out well.
    double promise(ChallengeId challenge) const;
    // The forecast of a deal's points for this party, by what it knows (section 7 of
    // docs/rules.md); equal to that of rules::seat_forecast.
    double points(const rules::Deal& deal) const;
    // The most that the centre pays in a region that was selected.
    std::optional<Money> asked(RegionId region) const;
    // Whether a deal of a table where it sits has no problems now.
    bool legal(const rules::Deal& deal) const;

private:
    void hear(const rules::feed::ChallengeCard& card);
    rules::Circumstances circumstances(RegionId region) const;
    void look_at_table(RegionId region);

    Scenario known_;  // its model is that of the present view
    Model starting_model_;
    PartyId me_;
    const rules::GameView* view_ = nullptr;
    std::map<RegionId, std::vector<Written>> versions_;
    std::map<RegionId, int> earlier_specific_;
    std::map<RegionId, int> unreviewed_;
    // Of the present view.
    rules::PairTable ties_;
    rules::PairTable trust_;
    std::vector<double> urgency_;
    IdSet<ChallengeId> seen_;
    IdSet<ChallengeId> urgency_known_;
    std::vector<Money> budgets_;
    std::map<RegionId, rules::DealSetting> settings_;  // of the tables where it sat
    mutable std::map<RegionId, rules::Expectation> expected_;
};

}  // namespace dealtafel::bots
