#include "record/reader.hpp"

#include "base/hash.hpp"
#include "record/line_codec.hpp"
#include "scenario/parse.hpp"

namespace dealtafel::record {

namespace {

bool is_of(const KnownScenario& known, const Header& header) {
    return known.scenario && known.scenario->source_sha256 == header.scenario.sha256 &&
           known.scenario->id == header.scenario.id && known.treatment == header.treatment;
}

// Takes up the header: its scenario is the one that it names, and has no errors.
std::optional<std::string> take_header(std::string_view line, const KnownScenario& known,
                                       Record& record) {
    auto header = read_header(open_part(line));
    if (!header) return header.error().what;
    record.header = std::move(header->header);
    record.at_ms = header->at_ms;
    const std::string& toml = record.header.toml;
    const ScenarioRef& named = record.header.scenario;
    if (sha256_hex(toml) != named.sha256) return "toml: is not the text whose hash stands here";
    if (is_of(known, record.header)) {
        record.scenario = known.scenario;
        return std::nullopt;
    }
    const auto& treatment = record.header.treatment;
    ParsedScenario parsed = treatment
                                ? parse_scenario_with_treatment(toml, named.id, *treatment)
                                : parse_scenario(toml, named.id);
    if (!parsed.scenario) {
        for (const Finding& finding : parsed.findings) {
            if (finding.severity == Severity::error) return to_string(finding, "toml");
        }
    }
    record.scenario = std::make_shared<const Scenario>(std::move(*parsed.scenario));
    return std::nullopt;
}

std::optional<std::string> take_entry(std::string_view line, Record& record) {
    auto entry = read_entry(open_part(line), *record.scenario);
    if (!entry) return entry.error().what;
    if (entry->number != record.chain.number()) {
        return "n: must be " + std::to_string(record.chain.number());
    }
    const std::int64_t before =
        record.entries.empty() ? record.at_ms : record.entries.back().at_ms;
    if (entry->at_ms < before) return "at: is earlier than the line before";
    record.entries.push_back(std::move(*entry));
    return std::nullopt;
}

std::optional<RecordError> take(std::string_view line, const KnownScenario& known,
                                Record& record) {
    const std::uint64_t number = record.chain.number() + 1;
    if (auto what = record.chain.follow(line)) return RecordError{number, std::move(*what)};
    auto what = number == 1 ? take_header(line, known, record) : take_entry(line, record);
    if (what) return RecordError{number, std::move(*what)};
    return std::nullopt;
}

}  // namespace

Result<Record, RecordError> read_record(std::span<const std::string> lines,
                                        const KnownScenario& known) {
    Record record;
    for (const std::string& line : lines) {
        if (const auto error = take(line, known, record)) return *error;
    }
    if (lines.empty()) return RecordError{1, "is missing: a record begins with a header"};
    return record;
}

Result<Record, RecordError> read_record_text(std::string_view text) {
    Record record;
    if (text.empty()) return RecordError{1, "is missing: a record begins with a header"};
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) {
            return RecordError{record.chain.number() + 1, "is cut off: it has no line end"};
        }
        if (const auto error = take(text.substr(0, end), {}, record)) return *error;
        text.remove_prefix(end + 1);
    }
    return record;
}

}  // namespace dealtafel::record
