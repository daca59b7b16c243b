#include "scenario/reading/draft.hpp"

#include <fmt/format.h>

namespace dealtafel::reading {

namespace {

constexpr Range tension_range{-1.0, 1.0, false};

using Condition = std::optional<mandate::Condition>;

// The words of `any`: at least one of an enum's.
template <class E>
std::optional<std::vector<E>> read_any(const TableReader& reader) {
    Findings& findings = reader.context().findings;
    const toml::node* node = reader.find("any");
    const toml::array* list = node != nullptr ? read_list(*node, "any", findings) : nullptr;
    if (list == nullptr) return std::nullopt;
    if (list->empty()) {
        findings.error(place_of(*node), "`any` must hold at least one word");
        return std::nullopt;
    }
    std::vector<E> any;
    for (const toml::node& item : *list) {
        if (const auto word = read_word<E>(item, "any", findings)) any.push_back(*word);
    }
    return any.size() == list->size() ? std::optional(any) : std::nullopt;
}

Condition read_includes(const TableReader& reader) {
    const auto challenge = reader.reference<ChallengeId>("challenge");
    if (!challenge.value) return std::nullopt;
    return mandate::Includes{*challenge.value};
}

Condition read_spends(const TableReader& reader) {
    const auto challenge = reader.reference<ChallengeId>("challenge");
    const auto amount = reader.money("amount");
    if (!challenge.value || !amount.value) return std::nullopt;
    return mandate::SpendsAtLeast{*challenge.value, *amount.value};
}

Condition read_works_on(const TableReader& reader, std::optional<PartyId> owner) {
    const auto challenge = reader.reference<ChallengeId>("challenge");
    const auto party = reader.reference<PartyId>("party");
    const std::optional<PartyId> who = party.value ? party.value : owner;
    if (!challenge.value || !party.readable || !who) return std::nullopt;
    return mandate::WorksOn{*challenge.value, *who};
}

template <class Counts>
Condition read_count(const TableReader& reader) {
    const auto count = reader.whole("count", 0, conditions_max);
    if (!count.value) return std::nullopt;
    return Counts{*count.value};
}

template <class In, class E>
Condition read_in(const TableReader& reader) {
    auto any = read_any<E>(reader);
    if (!any) return std::nullopt;
    return In{std::move(*any)};
}

Condition read_clause(const TableReader& reader) {
    const auto clause = reader.word<Clause>("clause");
    const auto value = reader.boolean("value");
    if (!clause.value || !value.readable) return std::nullopt;
    return mandate::ClauseIs{*clause.value, value.value_or(true)};
}

template <class Tensions>
Condition read_tension(const TableReader& reader) {
    const auto tension = reader.word<Tension>("tension");
    const auto value = reader.number("value", tension_range);
    if (!tension.value || !value.value) return std::nullopt;
    return Tensions{*tension.value, *value.value};
}

Condition read_own_money(const TableReader& reader) {
    const auto amount = reader.money("amount");
    if (!amount.value) return std::nullopt;
    return mandate::OwnMoneyAtMost{*amount.value};
}

// What must hold for a mandate of a kind; nothing where that cannot be read.
Condition read_condition(const TableReader& reader, std::string_view when,
                         std::optional<PartyId> owner) {
    if (when == "includes") return read_includes(reader);
    if (when == "spends-at-least") return read_spends(reader);
    if (when == "works-on") return read_works_on(reader, owner);
    if (when == "conditions-at-most") return read_count<mandate::ConditionsAtMost>(reader);
    if (when == "conditions-at-least") return read_count<mandate::ConditionsAtLeast>(reader);
    if (when == "form") return read_in<mandate::FormIn, Form>(reader);
    if (when == "accountability") {
        return read_in<mandate::AccountabilityIn, Accountability>(reader);
    }
    if (when == "clause") return read_clause(reader);
    if (when == "tension-at-most") return read_tension<mandate::TensionAtMost>(reader);
    if (when == "tension-at-least") return read_tension<mandate::TensionAtLeast>(reader);
    if (when == "own-money-at-most") return read_own_money(reader);
    return std::nullopt;
}

}  // namespace

std::vector<Mandate> read_mandates(const TableReader& party, std::optional<PartyId> owner) {
    std::vector<Mandate> mandates;
    for (const toml::table* table : party.tables("mandate")) {
        const KindShape& kind = kind_of(mandate_shapes(), table->get("when"));
        const TableReader reader(*table, kind.shape, party.context());
        check_kind(reader, "when", mandate_shapes());
        const auto points = reader.number("points", any_number);
        const auto text = reader.text("text");
        auto condition = read_condition(reader, kind.word, owner);
        if (condition && points.value && text.value) {
            mandates.push_back({std::move(*condition), *points.value, *text.value});
        }
    }
    return mandates;
}

}  // namespace dealtafel::reading
