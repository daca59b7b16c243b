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

// Holds what the header of a branch says against its lines: behind the header that the parent has,
// those that they share have the hash that it names.
class ParentCheck {
public:
    // What is wrong with the header, or nothing.
    std::optional<std::string> begin(std::string_view open, const Header& header) {
        if (!header.branches) return std::nullopt;
        if (header.branches->empty()) return "branches: must hold one or more";
        branch_ = header.branches->back();
        if (branch_.at < 1) return "branches: at: must be 1 or more";
        return link(parent_header(open, header.branches->size()));
    }
    // What is wrong with a later line, or nothing.
    std::optional<std::string> follow(std::string_view open) {
        if (chain_.number() >= branch_.at) return std::nullopt;
        return link(std::string(open));
    }
    // What is missing at the end, or nothing.
    std::optional<std::string> end() const {
        if (chain_.number() >= branch_.at) return std::nullopt;
        return "is missing: this branch shares " + std::to_string(branch_.at) +
               " lines with its parent";
    }

private:
    std::optional<std::string> link(std::string open) {
        chain_.link(std::move(open));
        if (chain_.number() < branch_.at || chain_.hash() == branch_.hash) return std::nullopt;
        return "branches: the lines up to here are not those of the parent, whose hash would be " +
               chain_.hash();
    }

    Branch branch_;
    Chain chain_;
};

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

class Reading {
public:
    explicit Reading(const KnownScenario& known) : known_(known) {}

    std::optional<RecordError> take(std::string_view line) {
        const std::uint64_t number = record_.chain.number() + 1;
        auto what = record_.chain.follow(line);
        if (!what) what = number == 1 ? take_header(line, known_, record_)
                                       : take_entry(line, record_);
        if (!what) {
            const std::string_view open = open_part(line);
            what = number == 1 ? parent_.begin(open, record_.header) : parent_.follow(open);
        }
        if (what) return RecordError{number, std::move(*what)};
        return std::nullopt;
    }
    RecordError cut_off() const { return {next(), "is cut off: it has no line end"}; }
    Result<Record, RecordError> end() && {
        if (next() == 1) return RecordError{1, "is missing: a record begins with a header"};
        if (auto what = parent_.end()) return RecordError{next(), std::move(*what)};
        return std::move(record_);
    }

private:
    std::uint64_t next() const { return record_.chain.number() + 1; }

    const KnownScenario& known_;
    Record record_;
    ParentCheck parent_;
};

}  // namespace

Result<Record, RecordError> read_record(std::span<const std::string> lines,
                                        const KnownScenario& known) {
    Reading reading(known);
    for (const std::string& line : lines) {
        if (const auto error = reading.take(line)) return *error;
    }
    return std::move(reading).end();
}

Result<Record, RecordError> read_record_text(std::string_view text) {
    const KnownScenario nothing;
    Reading reading(nothing);
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return reading.cut_off();
        if (const auto error = reading.take(text.substr(0, end))) return *error;
        text.remove_prefix(end + 1);
    }
    return std::move(reading).end();
}

}  // namespace dealtafel::record
