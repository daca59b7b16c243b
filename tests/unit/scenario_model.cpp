#include "scenario/model.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dealtafel;

TEST_CASE("every parameter of the model is listed once, with its default within its range") {
    const Model defaults;
    double Model::* const first = model_parameters().front().member;
    CHECK(model_parameters().size() * sizeof(double) == sizeof(Model));
    for (std::size_t i = 0; i < model_parameters().size(); ++i) {
        const ModelParameter& parameter = model_parameters()[i];
        CAPTURE(parameter.name);
        // In the order of the struct: so each member has exactly one entry.
        CHECK(&(defaults.*parameter.member) == &(defaults.*first) + i);
        CHECK(defaults.*parameter.member >= parameter.low);
        CHECK(defaults.*parameter.member <= parameter.high);
    }
}
