#include "scenario/reading/document.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::reading {

namespace {

constexpr int format_read = 1;
constexpr std::size_t languages_max = 16;

bool is_language(std::string_view code) {
    return code.size() == 2 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The languages, in the file's order; none where the field cannot be read.
std::vector<std::string> read_languages(const toml::table& file, Findings& findings) {
    const toml::node* node = file.get("languages");
    const toml::array* list = node != nullptr ? read_list(*node, "languages", findings) : nullptr;
    if (list == nullptr) return {};
    std::vector<std::string> languages;
    if (list->empty() || list->size() > languages_max) {
        findings.error(place_of(*node), fmt::format("`languages` must hold from 1 to {} codes, as "
                                                    "in [\"nl\", \"en\"]",
                                                    languages_max));
        return {};
    }
    for (const toml::node& item : *list) {
        const auto code = read_string(item, "languages", findings);
        if (!code) continue;
        if (!is_language(*code)) {
            findings.error(place_of(item), fmt::format("`{}` is no language: two lower-case "
                                                       "letters, as in `nl`",
                                                       *code));
        } else if (std::find(languages.begin(), languages.end(), *code) != languages.end()) {
            findings.error(place_of(item), fmt::format("`languages` names `{}` twice", *code));
        } else {
            languages.push_back(*code);
        }
    }
    return languages.size() == list->size() ? languages : std::vector<std::string>();
}

void read_identity(const TableReader& file, std::string_view file_id, Draft& draft) {
    Findings& findings = file.context().findings;
    const auto id = file.string("id");
    draft.scenario.id = id.value_or({});
    std::set<std::string> seen;
    if (id.value && check_id(*id.value, "scenario", id.place, seen, findings) && !file_id.empty() &&
        *id.value != file_id) {
        findings.error(id.place, fmt::format("`id` must equal the file's name, which is `{}`, not "
                                             "`{}`",
                                             file_id, *id.value));
    }
    file.whole("format", format_read, format_read);
}

// What a phase lasts where the file does not say.
std::map<Stage, std::vector<int>> default_seconds() {
    return {{Stage::briefing, {480}},
            {Stage::framework, {120, 60}},
            {Stage::agenda, {420, 240, 180}},
            {Stage::proposal, {300}},
            {Stage::negotiation, {1020, 720, 480}},
            {Stage::outcome, {240}},
            {Stage::accountability, {120}},
            {Stage::reflection, {120}},
            {Stage::debrief, {2400}}};
}

}  // namespace

Reading read_scenario(const toml::table& file, std::string_view file_id, Findings& findings) {
    Reading reading{std::make_unique<Names>(file, findings), {}};
    Draft& draft = reading.draft;
    Context context{findings, *reading.names, {"a text", {}, "language"}};
    draft.scenario.languages = read_languages(file, findings);
    for (const std::string& language : draft.scenario.languages) {
        context.text_shape.fields.push_back({language, true});
    }
    draft.scenario.phase_seconds = default_seconds();
    const TableReader reader(file, scenario_shape(), context);
    read_identity(reader, file_id, draft);
    read_themes(draft, context);
    read_regions(draft, context);
    read_parties(draft, context);
    read_settings(reader, draft);
    if (const toml::node* node = reader.find("phases")) read_phases(*node, draft, context);
    if (const toml::node* node = reader.find("guide")) read_guides(*node, draft, context);
    if (const toml::node* node = reader.find("capability")) {
        read_capability_titles(*node, draft, context);
    }
    if (const toml::node* node = reader.find("model")) read_model(*node, draft, context);
    read_partnerships(draft, context);
    read_ties_and_trust(draft, context);
    read_challenges(draft, context);
    read_events(draft, context);
    read_questions(draft, context);
    read_treatments(draft, context);
    check_parties(draft, context);
    check_challenges(draft, context);
    check_day(draft, context);
    return reading;
}

}  // namespace dealtafel::reading
