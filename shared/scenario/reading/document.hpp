// The text of a scenario as a TOML tree, and the tree as a draft.
#pragma once

#include "scenario/parse.hpp"
#include "scenario/reading/draft.hpp"

#include <memory>

namespace dealtafel::reading {

// The tree of a text; nothing where it is no TOML, which is then the only finding, since nothing
// that comes after a syntax error can be trusted.
std::optional<toml::table> read_toml(std::string_view text, Findings& findings);

// A draft together with the names that its ids are numbered by.
struct Reading {
    std::unique_ptr<Names> names;
    Draft draft;
};

// Reads and checks everything but what treatments do.
Reading read_scenario(const toml::table& file, std::string_view file_id, Findings& findings);

// Checks the scenario as it is under each of its treatments. `findings` holds what was found
// without them.
void check_treatments(std::string_view text, std::string_view file_id, const Reading& reading,
                      Findings& findings);

// A scenario's tree with the changes of one treatment.
struct Treated {
    toml::table scenario;
    toml::table session;                          // what it sets of the session
    Place changes;                                // of the treatment's table of changes
    std::vector<std::pair<Place, Place>> places;  // from where to where each change stands

    // Whether a place is within a change.
    bool holds(Place place) const;
};

// What a treatment sets of the session.
SessionChanges read_session(const toml::table& session, Context& context);

// Applies the treatment with this number, from 0. A change that leads nowhere is reported at its
// key and left out.
std::optional<Treated> apply_treatment(std::string_view text, std::size_t number,
                                       const Names& names, Findings& findings);

}  // namespace dealtafel::reading
