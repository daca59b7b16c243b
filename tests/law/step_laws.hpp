// What holds at every step of every game; a watcher that looks at each.
#pragma once

#include "rules/bands.hpp"
#include "rules/game.hpp"
#include "simulation/play.hpp"

#include <map>
#include <string>

namespace dealtafel::laws {

class StepLaws : public simulation::Watcher {
public:
    StepLaws(const simulation::Plan& plan);

    void stepped(const rules::Request& request, const rules::Events& events,
                 const rules::State& after) override;
    void refused(const rules::Request& request, rules::Refusal refusal,
                 const rules::State& state) override;

    // How often each kind of event was seen.
    const std::map<std::string, int>& events() const { return events_; }
    // Signatures by erratic bots below their reserve.
    int whims() const { return whims_; }

private:
    void step_is_decided_and_followed(const rules::Request& request, const rules::Events& events,
                                      const rules::State& after) const;
    void command_belongs_to_the_stage(const rules::Request& request) const;
    void budgets_hold(const rules::State& after) const;
    void events_keep_to_their_limits(const rules::event::EventHappened& happened) const;
    void side_agreements_move_money_alone(const rules::Events& events) const;
    void side_agreements_are_secret(const rules::State& after) const;
    void public_parts_are_equal(const rules::State& after) const;
    void look_at_signature(const rules::event::Signed& signature);

    const simulation::Plan& plan_;
    const Scenario& scenario_;
    rules::State before_;
    std::map<std::string, int> events_;
    int whims_ = 0;
    int steps_ = 0;
};

}  // namespace dealtafel::laws
