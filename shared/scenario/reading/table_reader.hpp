// Reads the fields of one table: reports at once which are unknown and which are missing, and
// then gives each field with its place.
//
// A field whose name is probably misspelled is one mistake, not two: it is reported as unknown and
// not as missing, and counts as not readable, so that no later check concludes from its absence.
#pragma once

#include "scenario/reading/context.hpp"
#include "scenario/scenario.hpp"

#include <functional>
#include <set>

namespace dealtafel::reading {

template <class T>
struct Field {
    std::optional<T> value;
    bool readable = true;  // false where it is wrong, misspelled, or missing though required
    Place place;           // of the value; of the table where the field is absent

    T value_or(T otherwise) const { return value ? *value : otherwise; }
};

class TableReader {
public:
    TableReader(const toml::table& table, const Shape& shape, Context& context);

    Context& context() const { return context_; }
    Place place() const { return place_of(table_); }
    // The value of a field, or null where it is absent.
    const toml::node* find(std::string_view name) const;

    // A field, by a function from its value.
    template <class T, class Read>
    Field<T> field(std::string_view name, Read read) const {
        const toml::node* node = find(name);
        if (node == nullptr) return {std::nullopt, !lost_.contains(name), place()};
        std::optional<T> value = read(*node);
        const bool readable = value.has_value();
        return {std::move(value), readable, place_of(*node)};
    }

    Field<bool> boolean(std::string_view name) const;
    Field<std::string> string(std::string_view name) const;
    Field<int> whole(std::string_view name, int low, int high = whole_max) const;
    Field<double> number(std::string_view name, Range range) const;
    Field<Money> money(std::string_view name) const;
    Field<Text> text(std::string_view name) const;
    template <class E>
    Field<E> word(std::string_view name) const {
        return field<E>(name, [&](const toml::node& node) {
            return read_word<E>(node, name, context_.findings);
        });
    }
    // The thing that a field names.
    template <class IdT>
    Field<IdT> reference(std::string_view name) const {
        return field<IdT>(name, [&](const toml::node& node) {
            return read_reference<IdT>(node, name, context_);
        });
    }
    // The things that a list names, each once.
    template <class IdT>
    Field<IdSet<IdT>> references(std::string_view name) const {
        return field<IdSet<IdT>>(name, [&](const toml::node& node) -> std::optional<IdSet<IdT>> {
            const auto list = read_references<IdT>(node, name, context_);
            if (!list) return std::nullopt;
            IdSet<IdT> set;
            for (const IdT id : *list) set.insert(id);
            return set;
        });
    }
    // The tables of a list, empty where there are none.
    std::vector<const toml::table*> tables(std::string_view name) const;

private:
    void report_unknown();
    void report_missing();

    const toml::table& table_;
    const Shape& shape_;
    Context& context_;
    std::set<std::string, std::less<>> lost_;
};

// The shape of an entry by the word in the field that names its kind; that of all kinds where the
// word is none of them.
const KindShape& kind_of(const std::vector<KindShape>& shapes, const toml::node* word);
// Reports a word that names no kind.
void check_kind(const TableReader& reader, std::string_view field,
                const std::vector<KindShape>& shapes);

// A text in every language of the scenario.
std::optional<Text> read_text(const toml::node& node, std::string_view name, Context& context);

}  // namespace dealtafel::reading
