#include "scenario/reading/shapes.hpp"

#include "scenario/model.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace dealtafel::reading {

namespace {

using Names = std::initializer_list<const char*>;

Shape shape(std::string what, Names required, Names optional = {}) {
    Shape made{std::move(what), {}};
    for (const char* name : required) made.fields.push_back({name, true});
    for (const char* name : optional) made.fields.push_back({name, false});
    return made;
}

// The shape of each kind of entry: the field that names the kind, what all kinds have, and what
// this kind has besides.
std::vector<KindShape> by_kind(const std::string& what, const std::string& tag,
                               const std::vector<FieldName>& common,
                               const std::vector<KindShape>& kinds) {
    Shape any{what, {{tag, true}}};
    any.fields.insert(any.fields.end(), common.begin(), common.end());
    std::vector<KindShape> made{{"", any}};
    for (const KindShape& kind : kinds) {
        Shape own = any;
        own.what = what + " `" + kind.word + "`";
        own.fields.insert(own.fields.end(), kind.shape.fields.begin(), kind.shape.fields.end());
        made.push_back({kind.word, own});
    }
    for (const KindShape& kind : kinds) {
        for (const FieldName& field : kind.shape.fields) {
            if (!made[0].shape.knows(field.name)) {
                made[0].shape.fields.push_back({field.name, false});
            }
        }
    }
    return made;
}

}  // namespace

bool Shape::knows(std::string_view name) const {
    return std::any_of(fields.begin(), fields.end(),
                       [name](const FieldName& field) { return field.name == name; });
}

const Shape& scenario_shape() {
    static const Shape made =
        shape("a scenario", {"id", "format", "languages", "title", "summary", "minutes", "rounds"},
              {"sources",
               "selection",
               "tranche_budget",
               "partnership_form_from",
               "agenda_slots",
               "agenda_votes",
               "agenda_support",
               "demands_max",
               "forecast_exact",
               "last_call",
               "party_order",
               "phases",
               "guide",
               "capability",
               "model",
               "theme",
               "region",
               "party",
               "partnership",
               "tie",
               "trust",
               "challenge",
               "event",
               "question",
               "treatment"});
    return made;
}

const Shape& phases_shape() {
    static const Shape made = shape("the table `phases`", {},
                                    {"briefing", "framework", "agenda", "proposal", "negotiation",
                                     "outcome", "accountability", "reflection", "debrief"});
    return made;
}

const Shape& guides_shape() {
    static const Shape made = [] {
        Shape guides = phases_shape();
        guides.what = "the table `guide`";
        return guides;
    }();
    return made;
}

const Shape& guide_shape() {
    static const Shape made = shape("a guide", {}, {"say", "ask"});
    return made;
}

const Shape& model_shape() {
    static const Shape made = [] {
        Shape model = shape("the model", {});
        model.unit = "parameter";
        for (const ModelParameter& parameter : model_parameters()) {
            model.fields.push_back({std::string(parameter.name), false});
        }
        return model;
    }();
    return made;
}

const Shape& theme_shape() {
    static const Shape made = shape("a theme", {"id", "title"}, {"horizon"});
    return made;
}

const Shape& region_shape() {
    static const Shape made =
        shape("a region", {"id", "title", "outline"}, {"start", "drift", "named"});
    return made;
}

const Shape& party_shape() {
    static const Shape made =
        shape("a party", {"id", "kind", "title", "public", "brief", "budget"},
              {"short", "region", "level", "required", "lead", "at_table", "capabilities",
               "money_value", "reserve", "interests", "mandate"});
    return made;
}

const Shape& partnership_shape() {
    static const Shape made =
        shape("a partnership", {"id", "title", "members", "tie"}, {"purpose"});
    return made;
}

const Shape& tie_shape() {
    static const Shape made = shape("a tie", {"a", "b", "strength"});
    return made;
}

const Shape& trust_shape() {
    static const Shape made = shape("a trust", {"a", "b", "value"});
    return made;
}

const Shape& challenge_shape() {
    static const Shape made = shape(
        "a challenge", {"id", "region", "title", "text", "effects", "needs", "half", "urgency"},
        {"scale", "seen_with", "needs_power", "national", "spillover"});
    return made;
}

const Shape& spillover_shape() {
    static const Shape made = shape("a spillover", {"region", "theme", "effect"});
    return made;
}

const Shape& event_shape() {
    static const Shape made =
        shape("an event", {"id", "title", "text", "phase", "chance"}, {"round", "once", "changes"});
    return made;
}

const Shape& question_shape() {
    static const Shape made =
        shape("a question", {"id", "when", "kind", "text"}, {"low", "high", "options", "correct"});
    return made;
}

const Shape& treatment_shape() {
    static const Shape made = shape("a treatment", {"id", "title", "changes"});
    return made;
}

const Shape& session_shape() {
    static const Shape made =
        shape("the session", {}, {"forecast", "grace", "same_draws", "drop_out", "second_look"});
    return made;
}

const std::vector<KindShape>& mandate_shapes() {
    static const std::vector<KindShape> made =
        by_kind("a mandate", "when", {{"points", true}, {"text", true}},
                {{"includes", shape("", {"challenge"})},
                 {"spends-at-least", shape("", {"challenge", "amount"})},
                 {"works-on", shape("", {"challenge"}, {"party"})},
                 {"conditions-at-most", shape("", {"count"})},
                 {"conditions-at-least", shape("", {"count"})},
                 {"form", shape("", {"any"})},
                 {"accountability", shape("", {"any"})},
                 {"clause", shape("", {"clause"}, {"value"})},
                 {"tension-at-most", shape("", {"tension", "value"})},
                 {"tension-at-least", shape("", {"tension", "value"})},
                 {"own-money-at-most", shape("", {"amount"})}});
    return made;
}

const std::vector<KindShape>& change_shapes() {
    static const std::vector<KindShape> made =
        by_kind("a change", "set", {},
                {{"urgency", shape("", {"challenge"}, {"add", "multiply"})},
                 {"budget", shape("", {"party"}, {"add", "multiply"})},
                 {"wellbeing", shape("", {"region", "theme"}, {"add", "multiply"})},
                 {"trust", shape("", {"a", "b"}, {"add", "multiply"})},
                 {"model", shape("", {"parameter"}, {"add", "multiply"})},
                 {"at_table", shape("", {"party", "value"})}});
    return made;
}

std::vector<std::string> words_of(const std::vector<KindShape>& shapes) {
    std::vector<std::string> words;
    for (const KindShape& kind : shapes) {
        if (!kind.word.empty()) words.push_back(kind.word);
    }
    return words;
}

std::vector<const Shape*> all_shapes() {
    std::vector<const Shape*> all{
        &scenario_shape(), &phases_shape(),   &guide_shape(),     &model_shape(),
        &theme_shape(),    &region_shape(),   &party_shape(),     &partnership_shape(),
        &tie_shape(),      &trust_shape(),    &challenge_shape(), &spillover_shape(),
        &event_shape(),    &question_shape(), &treatment_shape(), &session_shape()};
    for (const auto* kinds : {&mandate_shapes(), &change_shapes()}) {
        for (const KindShape& kind : *kinds) all.push_back(&kind.shape);
    }
    return all;
}

}  // namespace dealtafel::reading
