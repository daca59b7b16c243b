// A scenario in the making: its values, and the fields that later checks compare, with their
// places. It becomes a scenario once no finding is an error.
#pragma once

#include "scenario/reading/table_reader.hpp"

namespace dealtafel::reading {

struct PartyFields {
    Place place;
    std::string id;
    Field<PartyKind> kind;
    Field<RegionId> region;
    Field<bool> required;
    Field<bool> lead;
    Field<bool> at_table;
    Field<IdSet<CapabilityId>> capabilities;
};

struct ChallengeFields {
    Place place;
    std::string id;
    bool national = false;
    bool readable = false;  // what the checks of needs and sight look at
    std::vector<KeyedNumber<CapabilityId>> needs;
    Field<IdSet<CapabilityId>> seen_with;
};

struct Draft {
    Scenario scenario;
    std::vector<Place> region_places;  // by number
    std::vector<PartyFields> parties;  // in file order, also those without a readable id
    std::vector<ChallengeFields> challenges;
    Field<int> minutes;
    Field<int> rounds;
    bool lengths_readable = true;  // of all phases
};

// One list of the file each; what they read lies in the draft, whatever is wrong in the findings.
void read_themes(Draft& draft, Context& context);
void read_regions(Draft& draft, Context& context);
void read_parties(Draft& draft, Context& context);
void read_partnerships(Draft& draft, Context& context);
void read_ties_and_trust(Draft& draft, Context& context);
void read_challenges(Draft& draft, Context& context);
void read_events(Draft& draft, Context& context);
void read_questions(Draft& draft, Context& context);
void read_treatments(Draft& draft, Context& context);

// The mandates of a party (null: none), whose owner is known where its id is.
std::vector<Mandate> read_mandates(const TableReader& party, std::optional<PartyId> owner);
// The interests of a party, in ascending order of their keys.
std::optional<std::vector<Interest>> read_interests(const toml::node& node, Context& context);
// The outline of a region: at least three points on the unit square, no two edges of which meet.
std::optional<std::vector<Point>> read_outline(const toml::node& node, Context& context);

// Everything that stands beside the lists: the fields of the file itself, phases, guide, model.
void read_settings(const TableReader& file, Draft& draft);
void read_phases(const toml::node& node, Draft& draft, Context& context);
void read_guides(const toml::node& node, Draft& draft, Context& context);
void read_capability_titles(const toml::node& node, Draft& draft, Context& context);
void read_model(const toml::node& node, Draft& draft, Context& context);

// What only the whole shows.
void check_parties(const Draft& draft, Context& context);
void check_challenges(const Draft& draft, Context& context);
void check_day(const Draft& draft, Context& context);

// Puts a thing at the place of its number; one whose id cannot be read is dropped.
template <class Thing>
void store(std::vector<Thing>& things, IdKind kind, Thing thing, const Context& context) {
    things.resize(context.names.ids(kind).size());
    const auto number = context.names.number(kind, thing.id);
    if (number) things[*number] = std::move(thing);
}

// The id of a thing as it stands, empty where it cannot be read: Names has reported that.
inline std::string id_of(const toml::table& thing) {
    return thing["id"].value_or(std::string());
}

}  // namespace dealtafel::reading
