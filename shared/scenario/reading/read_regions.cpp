#include "scenario/reading/draft.hpp"

namespace dealtafel::reading {

namespace {

constexpr double wellbeing_at_start = 50;
constexpr Range wellbeing_range{0.0, 100.0, false};
constexpr Range drift_range{-100.0, 100.0, false};

// A value for every theme: those that the table gives, else the default.
std::vector<double> read_by_theme(const TableReader& reader, std::string_view name, Range range,
                                  double otherwise) {
    std::vector<double> values(reader.context().names.ids(IdKind::theme).size(), otherwise);
    const toml::node* node = reader.find(name);
    if (node == nullptr) return values;
    const auto given = read_numbers<ThemeId>(*node, name, range, reader.context());
    if (!given) return values;
    for (const auto& [theme, value, place] : *given) values[theme.value] = value;
    return values;
}

}  // namespace

void read_themes(Draft& draft, Context& context) {
    for (const toml::table* table : context.names.things("theme").tables) {
        const TableReader reader(*table, theme_shape(), context);
        Theme theme;
        theme.id = id_of(*table);
        theme.title = reader.text("title").value_or({});
        theme.horizon = reader.word<Horizon>("horizon").value_or(Horizon::now);
        const auto number = context.names.number(IdKind::theme, theme.id);
        if (number) draft.scenario.theme_order.push_back(ThemeId{*number});
        store(draft.scenario.themes, IdKind::theme, std::move(theme), context);
    }
}

void read_regions(Draft& draft, Context& context) {
    draft.region_places.resize(context.names.ids(IdKind::region).size());
    for (const toml::table* table : context.names.things("region").tables) {
        const TableReader reader(*table, region_shape(), context);
        Region region;
        region.id = id_of(*table);
        region.title = reader.text("title").value_or({});
        region.named = reader.boolean("named").value_or(false);
        region.start = read_by_theme(reader, "start", wellbeing_range, wellbeing_at_start);
        region.drift = read_by_theme(reader, "drift", drift_range, 0);
        if (const toml::node* outline = reader.find("outline")) {
            region.outline = read_outline(*outline, context).value_or(std::vector<Point>());
        }
        const auto number = context.names.number(IdKind::region, region.id);
        if (number) draft.region_places[*number] = reader.place();
        store(draft.scenario.regions, IdKind::region, std::move(region), context);
    }
}

}  // namespace dealtafel::reading
