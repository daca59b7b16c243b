#include "core/themes.hpp"

#include <cmath>

namespace dealtafel::client {

namespace {

constexpr double score_max = 100;

double gap(const rules::RegionView& region, ThemeId theme) {
    const double wanted = region.ambition ? region.ambition->get(theme) : score_max;
    return wanted - region.wellbeing.get(theme);
}

ThemeBar bar(const Scene& scene, const protocol::ThemeInfo& theme) {
    const double score = scene.region.wellbeing.get(theme.id);
    ThemeBar made;
    made.title = in_language(theme.title, scene.catalogue);
    made.score = score_text(scene.catalogue, score);
    made.value = score / score_max;
    if (!scene.region.ambition) return made;
    const double ambition = scene.region.ambition->get(theme.id);
    made.ambition = score_text(scene.catalogue, ambition);
    made.mark = ambition / score_max;
    made.reached = score >= ambition;
    return made;
}

}  // namespace

ThemesPart themes_part(const Scene& scene) {
    ThemesPart part;
    part.heading = scene.catalogue.text(
        scene.region.ambition ? "board.themes.heading_ambition" : "board.themes.heading",
        {{"region", region_title(scene, scene.region.region)}});
    for (const protocol::ThemeInfo& theme : scene.scenario.themes) {
        part.bars.push_back(bar(scene, theme));
    }
    return part;
}

ThemeId widest_gap(const protocol::ScenarioInfo& scenario, const rules::RegionView& region) {
    ThemeId widest;
    for (const protocol::ThemeInfo& theme : scenario.themes) {
        if (!widest.known() || gap(region, theme.id) > gap(region, widest)) widest = theme.id;
    }
    return widest;
}

int map_step(double score) {
    const double shown = std::nearbyint(score);
    int step = 1;
    for (const int cut : map_cuts) step += shown >= cut ? 1 : 0;
    return step;
}

MapPart map_part(const Scene& scene) {
    const ThemeId theme = widest_gap(scene.scenario, scene.region);
    MapPart part;
    part.heading =
        scene.catalogue.text("board.map.heading", {{"theme", theme_title(scene, theme)}});
    for (const protocol::RegionInfo& region : scene.scenario.regions) {
        const rules::RegionView* seen = find_region(scene.view, region.id);
        if (seen == nullptr) continue;
        const double score = seen->wellbeing.get(theme);
        part.regions.push_back(MapRegion{in_language(region.title, scene.catalogue),
                                         score_text(scene.catalogue, score), map_step(score),
                                         region.outline});
    }
    return part;
}

}  // namespace dealtafel::client
