#include "core/gauges.hpp"

#include <algorithm>
#include <cmath>

namespace dealtafel::client {

namespace {

using rules::Positions;
using rules::StatedPositions;

constexpr double middle = 0.15;
constexpr double slight = 0.5;
constexpr double clear = 0.8;
constexpr double nested_below = 0.1;
constexpr std::size_t lanes_max = 3;

std::optional<double> stated_value(const StatedPositions& stated, Tension tension) {
    const std::optional<rules::Stated>* value = nullptr;
    switch (tension) {
        case Tension::partnership: value = &stated.partnership; break;
        case Tension::steering: value = &stated.steering; break;
        case Tension::hierarchy: value = &stated.hierarchy; break;
    }
    if (value == nullptr || !*value) return std::nullopt;
    return (*value)->value;
}

// Where this round's deal stands: what is on the table, else what was concluded, as practised once
// that has been told.
std::optional<Positions> current_positions(const rules::RegionView& region) {
    if (region.on_table) return region.on_table->tension;
    if (!region.concluded) return std::nullopt;
    return region.concluded->practised ? region.concluded->practised : region.concluded->tension;
}

Lane lane(std::string label, const StatedPositions& stated, const std::optional<Positions>& deal,
          Tension tension) {
    Lane made;
    made.label = std::move(label);
    made.said = stated_value(stated, tension);
    if (deal) made.deal = (*deal)[tension];
    made.nested = made.said && made.deal && std::abs(*made.said - *made.deal) < nested_below;
    return made;
}

std::vector<Lane> lanes(const Scene& scene, Tension tension) {
    const rules::GameView& view = scene.view;
    std::vector<Lane> made;
    for (const rules::TrailView& past : scene.region.trail) {
        if (past.round == view.round) continue;  // the current lane tells it
        made.push_back(lane(std::to_string(past.round), past.stated, past.practised, tension));
    }
    const bool over = view.stage == Stage::debrief || view.stage == Stage::closed;
    made.push_back(lane(over ? std::to_string(view.round) : scene.catalogue.text("board.gauge.now"),
                        view.stated, current_positions(scene.region), tension));
    made.back().current = true;
    const std::size_t surplus = made.size() - std::min(made.size(), lanes_max);
    made.erase(made.begin(), made.begin() + static_cast<std::ptrdiff_t>(surplus));
    return made;
}

Gauge gauge(const Scene& scene, Tension tension) {
    const messages::Catalogue& catalogue = scene.catalogue;
    const std::string key = "tension." + std::string(to_word(tension));
    Gauge made;
    made.title = catalogue.text(key);
    made.poles.push_back(catalogue.text(key + ".low"));
    // Equality is the middle of this tension, not an end, so only here the middle has a name.
    if (tension == Tension::hierarchy) made.poles.push_back(catalogue.text(key + ".middle"));
    made.poles.push_back(catalogue.text(key + ".high"));
    made.lanes = lanes(scene, tension);
    const std::optional<double> deal = made.lanes.back().deal;
    if (!deal) return made;
    made.word = catalogue.text(scale_word(tension, *deal));
    const int last = static_cast<int>(made.poles.size()) - 1;
    if (std::abs(*deal) >= middle) {
        made.leaning = *deal < 0 ? 0 : last;
    } else if (tension == Tension::hierarchy) {
        made.leaning = 1;
    }
    return made;
}

}  // namespace

std::string_view scale_word(Tension tension, double value) {
    const double far = std::abs(value);
    if (far < middle) {
        return tension == Tension::hierarchy ? "tension.hierarchy.middle" : "tension.scale.middle";
    }
    if (far < slight) return "tension.scale.slight";
    return far < clear ? "tension.scale.clear" : "tension.scale.extreme";
}

GaugesPart gauges_part(const Scene& scene) {
    GaugesPart part;
    for (const Tension tension : {Tension::partnership, Tension::steering, Tension::hierarchy}) {
        part.gauges[static_cast<std::size_t>(tension)] = gauge(scene, tension);
    }
    part.said = scene.catalogue.text("board.gauge.said");
    part.deal = scene.catalogue.text("board.gauge.deal");
    return part;
}

}  // namespace dealtafel::client
