#include "scenario/reading/table_reader.hpp"

#include "scenario/reading/suggest.hpp"

#include <cassert>

namespace dealtafel::reading {

namespace {

std::vector<std::string> names_of(const Shape& shape) {
    std::vector<std::string> names;
    for (const FieldName& field : shape.fields) names.push_back(field.name);
    return names;
}

}  // namespace

TableReader::TableReader(const toml::table& table, const Shape& shape, Context& context)
    : table_(table), shape_(shape), context_(context) {
    report_unknown();
    report_missing();
}

void TableReader::report_unknown() {
    for (const auto& [key, value] : table_) {
        if (shape_.knows(key.str()) || context_.findings.full()) continue;
        std::vector<std::string> absent;
        for (const FieldName& field : shape_.fields) {
            if (!table_.contains(field.name)) absent.push_back(field.name);
        }
        const std::vector<std::string> known = names_of(shape_);
        const auto meant = nearest(key.str(), absent);
        const bool misspelled = meant && meant->likely;
        if (misspelled) lost_.insert(meant->word);
        context_.findings.error(
            place_of(key),
            fmt::format("unknown {} `{}` in {}{}", shape_.unit, key.str(), shape_.what,
                        misspelled ? fmt::format("; the nearest known is `{}`", meant->word)
                                   : hint(key.str(), known)));
    }
}

void TableReader::report_missing() {
    for (const FieldName& field : shape_.fields) {
        if (!field.required || table_.contains(field.name)) continue;
        if (!lost_.insert(field.name).second) continue;
        context_.findings.error(place(), fmt::format("{} needs the {} `{}`, which is missing",
                                                     shape_.what, shape_.unit, field.name));
    }
}

const toml::node* TableReader::find(std::string_view name) const {
    assert(shape_.knows(name));
    return table_.get(name);
}

Field<bool> TableReader::boolean(std::string_view name) const {
    return field<bool>(
        name, [&](const toml::node& node) { return read_bool(node, name, context_.findings); });
}

Field<std::string> TableReader::string(std::string_view name) const {
    return field<std::string>(
        name, [&](const toml::node& node) { return read_string(node, name, context_.findings); });
}

Field<int> TableReader::whole(std::string_view name, int low, int high) const {
    return field<int>(name, [&](const toml::node& node) {
        return read_whole(node, name, low, high, context_.findings);
    });
}

Field<double> TableReader::number(std::string_view name, Range range) const {
    return field<double>(name, [&](const toml::node& node) {
        return read_number(node, name, range, context_.findings);
    });
}

Field<Money> TableReader::money(std::string_view name) const {
    return field<Money>(
        name, [&](const toml::node& node) { return read_money(node, name, context_.findings); });
}

Field<Text> TableReader::text(std::string_view name) const {
    return field<Text>(name,
                       [&](const toml::node& node) { return read_text(node, name, context_); });
}

std::vector<const toml::table*> TableReader::tables(std::string_view name) const {
    std::vector<const toml::table*> found;
    const toml::node* node = find(name);
    if (node == nullptr) return found;
    const toml::array* list = read_list(*node, name, context_.findings);
    if (list == nullptr) return found;
    for (const toml::node& item : *list) {
        if (const toml::table* table = read_table(item, name, context_.findings)) {
            found.push_back(table);
        }
    }
    return found;
}

const KindShape& kind_of(const std::vector<KindShape>& shapes, const toml::node* word) {
    if (word != nullptr && word->is_string()) {
        for (const KindShape& kind : shapes) {
            if (kind.word == word->as_string()->get()) return kind;
        }
    }
    return shapes.front();
}

void check_kind(const TableReader& reader, std::string_view field,
                const std::vector<KindShape>& shapes) {
    const toml::node* node = reader.find(field);
    if (node == nullptr) return;
    read_choice(*node, field, words_of(shapes), reader.context().findings);
}

std::optional<Text> read_text(const toml::node& node, std::string_view name, Context& context) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
        report_type(node, name, "a text in every language, as in { nl = \"...\", en = \"...\" }",
                    context.findings);
        return std::nullopt;
    }
    if (context.text_shape.fields.empty()) return Text{};
    context.text_shape.what = fmt::format("the text `{}`", name);
    const TableReader reader(*table, context.text_shape, context);
    Text text;
    bool readable = true;
    for (const FieldName& language : context.text_shape.fields) {
        const Field<std::string> words = reader.string(language.name);
        readable = readable && words.value;
        if (!words.value) continue;
        if (words.value->find_first_not_of(" \t\r\n") == std::string::npos) {
            context.findings.warning(
                words.place, fmt::format("the text `{}` is empty in `{}`", name, language.name));
        }
        text.by_language[language.name] = *words.value;
    }
    return readable ? std::optional(text) : std::nullopt;
}

}  // namespace dealtafel::reading
