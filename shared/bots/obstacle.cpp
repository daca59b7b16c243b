#include "bots/obstacle.hpp"

namespace dealtafel::bots {

namespace {

using rules::Deal;
using rules::Obstacle;

class Search {
public:
    Search(const Mind& mind, const Deal& deal)
        : mind_(mind), deal_(deal), now_(mind.points(deal)) {
        worst_.region = deal.region;
        worst_.could_sign = false;
        worst_.obstacle = Obstacle::money;
    }

    rules::command::Stance run() {
        for (const std::string& word : words_of<Form>()) {
            consider(Obstacle::form, [&](Deal& deal) { deal.form = *from_word<Form>(word); });
        }
        for (const std::string& word : words_of<Accountability>()) {
            consider(Obstacle::accountability, [&](Deal& deal) {
                deal.accountability = *from_word<Accountability>(word);
            });
        }
        for (int count = 0; count <= rules::conditions_max; ++count) {
            consider(Obstacle::conditions, [&](Deal& deal) { deal.conditions = count; });
        }
        consider(Obstacle::information, [](Deal& deal) { deal.information = !deal.information; });
        consider(Obstacle::powers, [](Deal& deal) { deal.powers = !deal.powers; });
        consider(Obstacle::coordination,
                 [](Deal& deal) { deal.coordination = !deal.coordination; });
        consider(Obstacle::review, [](Deal& deal) { deal.review = !deal.review; });
        for (std::size_t at = 0; at < deal_.lines.size(); ++at) {
            consider(
                Obstacle::line,
                [&](Deal& deal) {
                    deal.lines.erase(deal.lines.begin() + static_cast<std::ptrdiff_t>(at));
                },
                deal_.lines[at].challenge);
        }
        return worst_;
    }

private:
    template <class Change>
    void consider(Obstacle obstacle, Change change,
                  std::optional<ChallengeId> challenge = std::nullopt) {
        changed_ = deal_;
        change(changed_);
        if (changed_ == deal_ || !mind_.legal(changed_)) return;
        const double gain = mind_.points(changed_) - now_;
        if (gain <= most_) return;
        most_ = gain;
        worst_.obstacle = obstacle;
        worst_.challenge = challenge;
    }

    const Mind& mind_;
    const Deal& deal_;
    Deal changed_;  // kept from one change to the next for its memory
    double now_;
    double most_ = 0;
    rules::command::Stance worst_;
};

}  // namespace

rules::command::Stance objection(const Mind& mind, const Deal& deal) {
    return Search(mind, deal).run();
}

}  // namespace dealtafel::bots
