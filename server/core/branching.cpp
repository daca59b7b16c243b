#include "core/branching.hpp"

#include "base/draw.hpp"
#include "record/branch.hpp"
#include "record/replay.hpp"

#include <utility>

namespace dealtafel::core {

namespace {

std::string at_line(const record::RecordError& error) {
    return "line " + std::to_string(error.line) + ": " + error.what;
}

// What a bot remembers it has heard; what is undone it never heard.
void hear(const Scenario& scenario, Branched& made, const record::Entry& entry,
          const rules::State& after) {
    const auto* event = get_if<rules::Event>(&entry.what);
    if (event == nullptr) return;
    for (std::uint16_t at = 0; at < made.bots.size(); ++at) {
        const rules::Viewer viewer{PartyId{at}, false};
        for (const rules::FeedItem& item : rules::project(scenario, after, *event, viewer)) {
            made.bots[at]->hear(item);
        }
    }
}

// When the game stood at a place, by the clock of the state there. Where the next line sets that
// clock right, the time that it makes up for was no time of the game.
std::int64_t stood_at(const record::Record& record, std::uint64_t line, std::int64_t at_ms) {
    if (line == record.chain.number()) return at_ms;
    const record::Entry& next = record.entries[line - 1];  // the header is no entry
    const auto* event = get_if<rules::Event>(&next.what);
    if (event == nullptr || next.at_ms != at_ms) return at_ms;
    if (const auto* restarted = get_if<rules::event::Restarted>(event)) {
        return at_ms - restarted->down_ms;
    }
    if (const auto* back = get_if<rules::event::WentBack>(event)) return at_ms - back->back_ms;
    return at_ms;
}

}  // namespace

std::vector<std::unique_ptr<bots::Bot>> make_bots(const Scenario& scenario,
                                                  const std::string& stream,
                                                  const std::string& language) {
    std::vector<std::unique_ptr<bots::Bot>> made;
    for (std::uint16_t at = 0; at < scenario.parties.size(); ++at) {
        made.push_back(bots::make_bot(bots::Profile::cooperative, scenario, PartyId{at},
                                      fnv1a64(stream) + at, language));
    }
    return made;
}

Branched branch_off(BranchOrder order) {
    Branched made;
    const auto record = record::read_record(order.parent.lines);
    if (!record) {
        made.wrong = at_line(record.error());
        return made;
    }
    if (record->chain.hash() != order.writer.chain().hash()) {
        made.wrong = "its last line is not the one that was written last";
        return made;
    }
    made.line = record::places_around(*record, order.point.line).before;
    made.ending = order.writer.note(order.at_ms, order.origin,
                                    record::note::WentBack{made.line, order.stream});
    auto lines = record::branch(*record, order.parent.lines, made.line,
                                record::hash_of(made.ending));
    if (!lines) {
        made.wrong = at_line(lines.error());
        return made;
    }
    made.lines = std::move(*lines);
    const auto kept = record::texts_in(made.lines);
    for (store::StoredText& text : order.parent.texts) {
        if (kept.contains(text.id)) made.texts.push_back(std::move(text));
    }
    made.bots = make_bots(*order.scenario, order.stream, order.language);
    auto played = record::replay(
        *record, {.to_line = made.line,
                  .visitor = [&](const record::Entry& entry, const rules::State& after) {
                      hear(*order.scenario, made, entry, after);
                  }});
    if (!played) {
        made.wrong = at_line(played.error());
        return made;
    }
    made.state = std::move(played->state);
    made.stood_ms = stood_at(*record, made.line, order.point.at_ms);
    return made;
}

}  // namespace dealtafel::core
