#include "core/scene.hpp"

#include <algorithm>

namespace dealtafel::client {

namespace {

template <class Things, class IdT>
const typename Things::value_type* find_thing(const Things& things, IdT id) {
    const auto at = std::find_if(things.begin(), things.end(),
                                 [id](const auto& thing) { return thing.id == id; });
    return at == things.end() ? nullptr : &*at;
}

}  // namespace

std::string in_language(const Text& text, const messages::Catalogue& catalogue) {
    const auto at = text.by_language.find(catalogue.language());
    if (at != text.by_language.end()) return at->second;
    return text.by_language.empty() ? std::string() : text.by_language.begin()->second;
}

RegionId board_region(const protocol::ScenarioInfo& scenario, std::int64_t server_ms) {
    constexpr std::int64_t turn_ms = 15'000;
    std::vector<RegionId> tables;
    for (const protocol::RegionInfo& region : scenario.regions) {
        if (region.lead) tables.push_back(region.id);
    }
    if (tables.empty()) return {};
    const std::int64_t turn = std::max<std::int64_t>(server_ms, 0) / turn_ms;
    return tables[static_cast<std::size_t>(turn) % tables.size()];
}

const rules::RegionView* find_region(const rules::GameView& view, RegionId region) {
    const auto at = std::find_if(view.regions.begin(), view.regions.end(),
                                 [region](const auto& held) { return held.region == region; });
    return at == view.regions.end() ? nullptr : &*at;
}

std::string region_title(const Scene& scene, RegionId region) {
    const auto* found = find_thing(scene.scenario.regions, region);
    return found != nullptr ? in_language(found->title, scene.catalogue) : std::string();
}

std::string theme_title(const Scene& scene, ThemeId theme) {
    const auto* found = find_thing(scene.scenario.themes, theme);
    return found != nullptr ? in_language(found->title, scene.catalogue) : std::string();
}

std::string party_name(const Scene& scene, PartyId party) {
    const auto* found = find_thing(scene.scenario.parties, party);
    if (found == nullptr) return {};
    const std::string name = in_language(found->short_title, scene.catalogue);
    return name.empty() ? in_language(found->title, scene.catalogue) : name;
}

std::string money_text(const messages::Catalogue& catalogue, Money money) {
    return catalogue.text("money.millions", {{"amount", catalogue.number(money.millions(), 1)}});
}

std::string score_text(const messages::Catalogue& catalogue, double score) {
    return catalogue.number(score, 0);
}

}  // namespace dealtafel::client
