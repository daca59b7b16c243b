// The ids that a scenario file gives, collected before its fields are read, so that whatever
// points to one can be resolved at once and in any order of the file.
#pragma once

#include "base/ids.hpp"
#include "scenario/reading/findings.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::reading {

// One list of tables of the file, as in [[party]].
struct Things {
    std::vector<const toml::table*> tables;  // in file order
    bool complete = true;                    // false where some of it could not be read as tables
};

class Names {
public:
    // Collects the ids of a scenario, reporting those that are no ids, given twice or too many.
    Names(const toml::table& scenario, Findings& findings);

    const Things& things(std::string_view list) const { return things_.at(std::string(list)); }
    // The ids of a kind in the order of their numbers, no more than one above ids_max of them.
    const std::vector<std::string>& ids(IdKind kind) const { return of(kind).ids; }
    // The number of an id; ids_max for all those that are too many of a kind.
    std::optional<std::uint16_t> number(IdKind kind, std::string_view id) const;
    template <class IdT>
    std::optional<IdT> find(std::string_view id) const {
        const auto found = number(IdT::kind, id);
        return found ? std::optional(IdT{*found}) : std::nullopt;
    }
    // Whether the file has such a list of tables.
    bool is_list(std::string_view name) const { return things_.contains(std::string(name)); }
    // Whether every table of a list has an id.
    bool has_all_ids(const std::string& list) const;
    // Whether every thing of a kind has an id, so that what is not among them does not exist.
    bool complete(IdKind kind) const { return of(kind).complete; }

private:
    struct Known {
        std::vector<std::string> ids;
        std::map<std::string, std::uint16_t, std::less<>> numbers;
        bool complete = true;
    };

    const Known& of(IdKind kind) const { return known_[static_cast<std::size_t>(kind)]; }
    void find_things(const toml::table& scenario, Findings& findings);
    void collect(IdKind kind, std::string_view list, Findings& findings);
    void collect_capabilities(Findings& findings);
    void number_ids(IdKind kind, std::vector<std::string> ids);

    std::map<std::string, Things> things_;
    std::array<Known, 8> known_;
};

// Reports an id that is none, or that is among those seen before; adds it to them.
// Whether it is new.
bool check_id(const std::string& id, std::string_view what, Place place,
              std::set<std::string>& seen, Findings& findings);

// The word for a kind: also the name of its list in the file.
std::string_view word_of(IdKind kind);

}  // namespace dealtafel::reading
