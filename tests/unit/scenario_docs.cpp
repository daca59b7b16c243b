#include "scenario/reading/shapes.hpp"

#include "scenario/model.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

using namespace dealtafel;

namespace {

std::string page(const std::string& name) {
    std::ifstream file(std::string(PROJECT_FOLDER) + "/docs/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    REQUIRE_FALSE(text.str().empty());
    return text.str();
}

// Whether a page has a name as code: alone, or as the last part of a dotted path.
bool has_code(const std::string& text, const std::string& name) {
    return text.find("`" + name + "`") != std::string::npos ||
           text.find("." + name + "`") != std::string::npos;
}

}  // namespace

TEST_CASE("every field that a scenario may have is in the guide for authors") {
    const std::string guide = page("scenarios.md");
    for (const reading::Shape* shape : reading::all_shapes()) {
        if (shape == &reading::model_shape()) continue;  // those are in the rules
        for (const reading::FieldName& field : shape->fields) {
            CAPTURE(shape->what);
            CAPTURE(field.name);
            // Lists of tables stand there as they are written.
            CHECK((has_code(guide, field.name) ||
                   guide.find("`[[" + field.name + "]]`") != std::string::npos ||
                   guide.find("`[" + field.name + "]`") != std::string::npos ||
                   guide.find("`[" + field.name + ".") != std::string::npos));
        }
    }
}

TEST_CASE("every kind of mandate and of change is in the guide for authors") {
    const std::string guide = page("scenarios.md");
    for (const auto* kinds : {&reading::mandate_shapes(), &reading::change_shapes()}) {
        for (const std::string& word : reading::words_of(*kinds)) {
            CAPTURE(word);
            CHECK(guide.find("| `\"" + word + "\"` |") != std::string::npos);
        }
    }
}

TEST_CASE("every parameter of the model is in the rules") {
    const std::string rules = page("rules.md");
    for (const ModelParameter& parameter : model_parameters()) {
        CAPTURE(parameter.name);
        CHECK(has_code(rules, std::string(parameter.name)));
    }
}
