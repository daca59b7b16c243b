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
    made.line = record::places_around(*record, order.line).before;
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
    return made;
}

}  // namespace dealtafel::core
