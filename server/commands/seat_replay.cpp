#include "commands/seat_replay.hpp"

#include "commands/entry_text.hpp"
#include "protocol/json_codec.hpp"

namespace dealtafel::commands {

namespace {

// The words of a record's texts; those that are not there are empty.
class RecordTexts final : public json::Texts {
public:
    explicit RecordTexts(const record::TextTable& texts) : texts_(texts) {}
    TextRef take(std::string_view) override { return {}; }
    std::string words(TextRef text) const override {
        const auto found = texts_.find(record::text_id(text));
        return found == texts_.end() ? std::string{} : found->second.text;
    }

private:
    const record::TextTable& texts_;
};

}  // namespace

std::vector<rules::FeedItem> SeatReplay::told(const record::Entry& entry,
                                              const rules::State& state) const {
    const auto* event = get_if<rules::Event>(&entry.what);
    if (event == nullptr) return {};
    return rules::project(scenario_, state, *event, viewer_);
}

std::vector<std::string> SeatReplay::sentences(const record::Entry& entry,
                                               const rules::State& state) const {
    std::vector<std::string> all;
    for (const rules::FeedItem& item : told(entry, state)) {
        all.push_back(item_text(item, scenario_, texts_));
    }
    return all;
}

void SeatReplay::keep(const record::Entry& entry, const rules::State& state) {
    RecordTexts texts(texts_);
    for (rules::FeedItem& item : told(entry, state)) {
        feed_.push_back(protocol::write(
            protocol::server::FeedEntry{entry.at_ms, std::move(item)}, {&scenario_, &texts}));
    }
}

std::string SeatReplay::to_json(const rules::State& state) const {
    RecordTexts texts(texts_);
    const rules::GameView view = rules::view(scenario_, state, viewer_);
    return protocol::write_frame(1, feed_, protocol::write(view, {&scenario_, &texts}));
}

}  // namespace dealtafel::commands
