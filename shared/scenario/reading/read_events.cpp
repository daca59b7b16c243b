#include "scenario/reading/draft.hpp"
#include "scenario/reading/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::reading {

namespace {

constexpr Range change_multiply = not_below_0;

// The phases of a round, in their order.
const std::vector<std::string>& phase_words() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> made;
        for (auto stage = static_cast<int>(Stage::framework);
             stage <= static_cast<int>(Stage::reflection); ++stage) {
            made.emplace_back(to_word(static_cast<Stage>(stage)));
        }
        return made;
    }();
    return words;
}

// By how much a change moves a value: by exactly one of `add` and `multiply`.
template <class Change>
std::optional<change::Change> moved(Change change, const TableReader& reader, bool readable) {
    const auto add = reader.number("add", any_number);
    const auto multiply = reader.number("multiply", change_multiply);
    const bool has_add = reader.find("add") != nullptr;
    const bool has_multiply = reader.find("multiply") != nullptr;
    if (has_add && has_multiply) {
        reader.context().findings.error(multiply.place,
                                        "a change has `add` or `multiply`, not both");
    } else if (!has_add && !has_multiply && add.readable && multiply.readable) {
        reader.context().findings.error(reader.place(), "a change needs `add` or `multiply`");
    }
    if (!readable || !add.readable || !multiply.readable) return std::nullopt;
    change.add = add.value;
    change.multiply = multiply.value;
    return change;
}

std::optional<change::Change> read_trust(const TableReader& reader) {
    const auto a = reader.reference<PartyId>("a");
    const auto b = reader.reference<PartyId>("b");
    const bool same = a.value && a.value == b.value;
    if (same) {
        reader.context().findings.error(b.place, "`a` and `b` must be two different parties");
    }
    const auto [low, high] = std::minmax({a.value_or({}), b.value_or({})});
    return moved(change::Trust{low, high, {}, {}}, reader, a.value && b.value && !same);
}

std::optional<change::Change> read_model_value(const TableReader& reader) {
    std::vector<std::string> names;
    for (const FieldName& field : model_shape().fields) names.push_back(field.name);
    const auto parameter = reader.field<std::string>("parameter", [&](const toml::node& node) {
        const auto name = read_string(node, "parameter", reader.context().findings);
        const bool known = name && model_shape().knows(*name);
        if (name && !known) {
            reader.context().findings.error(
                place_of(node), fmt::format("`parameter` names `{}`, which the model does not "
                                            "have{}",
                                            *name, hint(*name, names)));
        }
        return known ? name : std::nullopt;
    });
    return moved(change::ModelValue{parameter.value_or({}), {}, {}}, reader,
                 parameter.value.has_value());
}

// The lead and the required parties stay at their table, and the centre comes only when invited.
void check_at_table(const Field<PartyId>& party, const Field<bool>& value, const Draft& draft,
                    Context& context) {
    if (!party.value || !value.value) return;
    const Party& who = draft.scenario.parties[party.value->value];
    if (who.kind == PartyKind::central_government) {
        context.findings.error(party.place,
                               "the centre comes to a table when it is invited, not by an event");
    } else if (!*value.value && (who.lead || who.required)) {
        context.findings.error(
            value.place,
            fmt::format("`{}` is a lead or required, and so stays at its table", who.id));
    }
}

std::optional<change::Change> read_change(const TableReader& reader, std::string_view set,
                                          const Draft& draft) {
    if (set == "urgency") {
        const auto challenge = reader.reference<ChallengeId>("challenge");
        return moved(change::Urgency{challenge.value_or({}), {}, {}}, reader,
                     challenge.value.has_value());
    }
    if (set == "budget") {
        const auto party = reader.reference<PartyId>("party");
        return moved(change::Budget{party.value_or({}), {}, {}}, reader, party.value.has_value());
    }
    if (set == "wellbeing") {
        const auto region = reader.reference<RegionId>("region");
        const auto theme = reader.reference<ThemeId>("theme");
        return moved(change::WellBeing{region.value_or({}), theme.value_or({}), {}, {}}, reader,
                     region.value && theme.value);
    }
    if (set == "trust") return read_trust(reader);
    if (set == "model") return read_model_value(reader);
    if (set == "at_table") {
        const auto party = reader.reference<PartyId>("party");
        const auto value = reader.boolean("value");
        check_at_table(party, value, draft, reader.context());
        if (party.value && value.value) return change::AtTable{*party.value, *value.value};
    }
    return std::nullopt;
}

std::vector<change::Change> read_changes(const TableReader& event, const Draft& draft) {
    std::vector<change::Change> changes;
    for (const toml::table* table : event.tables("changes")) {
        const KindShape& kind = kind_of(change_shapes(), table->get("set"));
        const TableReader reader(*table, kind.shape, event.context());
        check_kind(reader, "set", change_shapes());
        if (auto change = read_change(reader, kind.word, draft)) changes.push_back(*change);
    }
    return changes;
}

}  // namespace

void read_events(Draft& draft, Context& context) {
    for (const toml::table* table : context.names.things("event").tables) {
        const TableReader reader(*table, event_shape(), context);
        ScenarioEvent event;
        event.id = id_of(*table);
        event.title = reader.text("title").value_or({});
        event.text = reader.text("text").value_or({});
        const auto round = reader.whole("round", 1);
        event.round = round.value;
        if (draft.rounds.value && round.value_or(1) > *draft.rounds.value) {
            context.findings.warning(round.place,
                                     fmt::format("there are only {} rounds: this event never "
                                                 "happens",
                                                 *draft.rounds.value));
        }
        const auto phase = reader.field<std::size_t>("phase", [&](const toml::node& node) {
            return read_choice(node, "phase", phase_words(), context.findings);
        });
        event.phase = from_word<Stage>(phase_words()[phase.value_or(0)]).value();
        if (event.phase == Stage::proposal && !draft.scenario.selection) {
            context.findings.warning(phase.place,
                                     "there is no phase `proposal` without "
                                     "`selection`: this event never happens");
        }
        event.chance = reader.number("chance", unit_range).value_or(0);
        event.once = reader.boolean("once").value_or(true);
        event.changes = read_changes(reader, draft);
        store(draft.scenario.events, IdKind::event, std::move(event), context);
    }
}

}  // namespace dealtafel::reading
