#include "scenario/reading/draft.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::reading {

namespace {

std::optional<std::vector<Text>> read_options(const toml::node& node, Context& context) {
    const toml::array* list = read_list(node, "options", context.findings);
    if (list == nullptr) return std::nullopt;
    std::vector<Text> options;
    for (const toml::node& item : *list) {
        if (auto text = read_text(item, "options", context)) options.push_back(std::move(*text));
    }
    return options.size() == list->size() ? std::optional(std::move(options)) : std::nullopt;
}

std::optional<std::vector<int>> read_correct(const toml::node& node, Context& context) {
    const toml::array* list = read_list(node, "correct", context.findings);
    if (list == nullptr) return std::nullopt;
    std::vector<int> correct;
    for (const toml::node& item : *list) {
        const auto option = read_whole(item, "correct", 0, whole_max, context.findings);
        if (!option) continue;
        if (std::find(correct.begin(), correct.end(), *option) != correct.end()) {
            context.findings.error(place_of(item),
                                   fmt::format("`correct` names the option {} twice", *option));
        }
        correct.push_back(*option);
    }
    return correct.size() == list->size() ? std::optional(std::move(correct)) : std::nullopt;
}

void check_options(const Field<QuestionKind>& kind, const Field<std::vector<Text>>& options,
                   const TableReader& reader) {
    if (!kind.value || !options.readable) return;
    const std::size_t count = options.value_or({}).size();
    if (*kind.value == QuestionKind::choice && count == 0) {
        reader.context().findings.error(options.place,
                                        "a choice needs `options`: at least one text");
    }
    if (*kind.value != QuestionKind::choice && count > 0) {
        reader.context().findings.error(options.place,
                                        "only a question of the kind `choice` has `options`");
    }
}

// The places of the options that do not exist.
void check_correct(const toml::node* node, std::size_t options, Context& context) {
    if (node == nullptr || !node->is_array()) return;
    for (const toml::node& item : *node->as_array()) {
        const auto* option = item.as_integer();
        if (option == nullptr || option->get() < 0 || option->get() > whole_max) continue;
        if (option->get() < static_cast<std::int64_t>(options)) continue;
        context.findings.error(place_of(item),
                               fmt::format("`correct` names the option {}, but the last of the {} "
                                           "options is {}: they count from 0",
                                           option->get(), options, options - 1));
    }
}

void check_correct_fits(const Field<std::vector<int>>& correct, const Question& question,
                        const Field<QuestionWhen>& when, const Field<QuestionKind>& kind,
                        const Field<std::vector<Text>>& options, const TableReader& reader) {
    if (!correct.value || correct.value->empty()) return;
    if (when.value && *when.value != QuestionWhen::before) {
        reader.context().findings.error(correct.place,
                                        "only a question asked `before` has `correct` options");
    }
    if (kind.value && *kind.value != QuestionKind::choice) {
        reader.context().findings.error(correct.place,
                                        "only a question of the kind `choice` has `correct` "
                                        "options");
    } else if (options.value && !options.value->empty()) {
        check_correct(reader.find("correct"), question.options.size(), reader.context());
    }
}

}  // namespace

void read_questions(Draft& draft, Context& context) {
    for (const toml::table* table : context.names.things("question").tables) {
        const TableReader reader(*table, question_shape(), context);
        Question question;
        question.id = id_of(*table);
        const auto when = reader.word<QuestionWhen>("when");
        const auto kind = reader.word<QuestionKind>("kind");
        question.when = when.value_or({});
        question.kind = kind.value_or({});
        const auto low = reader.whole("low", -whole_max);
        const auto high = reader.whole("high", -whole_max);
        question.low = low.value_or(1);
        question.high = high.value_or(7);
        if (low.readable && high.readable && question.low >= question.high) {
            context.findings.error(high.place, fmt::format("`high` ({}) must be above `low` ({})",
                                                           question.high, question.low));
        }
        question.text = reader.text("text").value_or({});
        const auto options = reader.field<std::vector<Text>>(
            "options", [&](const toml::node& node) { return read_options(node, context); });
        check_options(kind, options, reader);
        question.options = options.value_or({});
        const auto correct = reader.field<std::vector<int>>(
            "correct", [&](const toml::node& node) { return read_correct(node, context); });
        check_correct_fits(correct, question, when, kind, options, reader);
        question.correct = correct.value_or({});
        store(draft.scenario.questions, IdKind::question, std::move(question), context);
    }
}

}  // namespace dealtafel::reading
