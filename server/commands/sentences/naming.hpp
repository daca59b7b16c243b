// The names of a scenario and the texts of a record, as the sentences on what happened use them.
#pragma once

#include "record/texts.hpp"
#include "rules/events.hpp"
#include "scenario/scenario.hpp"

#include <fmt/format.h>

#include <string>

namespace dealtafel::commands::sentences {

class Naming {
public:
    Naming(const Scenario& scenario, const record::TextTable& texts)
        : scenario_(scenario), texts_(texts) {}

    void add_pairs(std::string& text, std::string_view what,
                   const std::vector<rules::event::PairChanged>& pairs) const {
        for (const rules::event::PairChanged& c : pairs) {
            text += fmt::format("; {} of {} and {} {:.2f} to {:.2f}", what, name(c.a), name(c.b),
                                c.from, c.to);
        }
    }

    template <IdKind Kind>
    std::string name(Id<Kind> id) const {
        return std::string(scenario_.name(id));
    }
    template <class Ids>
    std::string names(const Ids& ids) const {
        std::string text;
        for (const auto id : ids) text += (text.empty() ? "" : ", ") + name(id);
        return text.empty() ? "nothing" : text;
    }
    static std::string weights(const rules::Weights& given) {
        std::string text;
        for (const Criterion criterion : rules::criteria) {
            const int weight = rules::weight_of(given, criterion);
            if (weight != 0) text += fmt::format(" {} {}", to_word(criterion), weight);
        }
        return text;
    }
    // As in "version 2 of foodvalley".
    template <class E>
    std::string version(const E& event) const {
        return fmt::format("version {} of {}", event.version, name(event.region));
    }

    std::string words(const TextRef& text) const {
        if (text.empty) return "nothing";
        const auto found = texts_.find(record::text_id(text));
        return found == texts_.end() ? "(a text that is not here)" : '"' + found->second.text + '"';
    }

    std::string hearers(const rules::event::Said& said) const {
        switch (said.to) {
            case rules::Audience::all: return "all";
            case rules::Audience::table:
                return "the table of " + (said.region ? name(*said.region) : "its region");
            case rules::Audience::parties: return said.parties ? names(*said.parties) : "nobody";
            case rules::Audience::facilitator: return "the facilitator";
        }
        return "nobody";
    }

    static void add_stated(std::string& text, std::string_view tension,
                           const std::optional<rules::Stated>& stated) {
        if (stated) text += fmt::format("; {} {:+.1f}", tension, stated->value);
    }

private:
    const Scenario& scenario_;
    const record::TextTable& texts_;
};

}  // namespace dealtafel::commands::sentences
