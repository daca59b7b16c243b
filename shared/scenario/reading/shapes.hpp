// The tables of a scenario file and the names of their fields: the contract of docs/scenarios.md.
#pragma once

#include "scenario/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::reading {

struct FieldName {
    std::string name;
    bool required = false;
};

struct Shape {
    std::string what;  // as messages call such a table: "a party"
    std::vector<FieldName> fields;
    std::string unit = "field";  // what its keys are

    bool knows(std::string_view name) const;
};

const Shape& scenario_shape();
const Shape& phases_shape();
const Shape& guides_shape();
const Shape& guide_shape();
const Shape& model_shape();
const Shape& theme_shape();
const Shape& region_shape();
const Shape& party_shape();
const Shape& partnership_shape();
const Shape& tie_shape();
const Shape& trust_shape();
const Shape& challenge_shape();
const Shape& spillover_shape();
const Shape& event_shape();
const Shape& question_shape();
const Shape& treatment_shape();
const Shape& session_shape();  // what a treatment may set of the session

// The kinds of mandates by their `when`, of changes of an event by their `set`; the first of each
// list, with an empty word, is for an entry whose kind cannot be read and has the fields of all.
struct KindShape {
    std::string word;
    Shape shape;
};
const std::vector<KindShape>& mandate_shapes();
const std::vector<KindShape>& change_shapes();
// The words of such a list.
std::vector<std::string> words_of(const std::vector<KindShape>& shapes);

// Every shape there is.
std::vector<const Shape*> all_shapes();

}  // namespace dealtafel::reading
