#include "truth.hpp"

#include "protocol/json_codec.hpp"
#include "rules/feed.hpp"

#include <algorithm>

namespace dealtafel::sim {

namespace {

// While nothing can be stored a view shows a clock that stands, which no line tells of.
std::string without_clock(std::string view) {
    const std::size_t from = view.find(R"("clock":{)");
    if (from == std::string::npos) return view;
    return view.erase(from, view.find('}', from) + 1 - from);
}

}  // namespace

Truth::Truth(const Scenario& scenario, std::set<rules::Viewer> viewers)
    : scenario_(scenario), viewers_(std::move(viewers)) {
    for (const rules::Viewer& viewer : viewers_) feeds_[seat_of(viewer)];
}

void Truth::enter(const store::StoredStream& stream, const std::set<std::uint64_t>& ends,
                  std::uint64_t shared) {
    for (const store::StoredText& text : stream.texts) table_.add(text);
    ends_ = &ends;
    for (const auto& [viewer, feed] : feeds_) {
        known_from_[viewer] = feed.size() + 1;
        std::vector<Counted>& counted = counted_[viewer];
        while (!counted.empty() && counted.back().line > shared) {
            known_from_[viewer] = counted.back().number;
            counted.pop_back();
        }
    }
}

void Truth::follow(const record::Entry& entry, const rules::State& after) {
    core::ShownTexts shown(table_);
    const json::Context context{&scenario_, &shown};
    if (const auto* event = get_if<rules::Event>(&entry.what)) {
        for (auto& [viewer, feed] : feeds_) {
            for (rules::FeedItem& item : rules::project(scenario_, after, *event, viewer)) {
                auto* back = get_if<rules::feed::WentBackTold>(&item);
                if (back != nullptr) back->known_from = known_from_.at(viewer);
                counted_[viewer].push_back({feed.size() + 1, entry.number});
                feed.push_back(
                    protocol::write(protocol::server::FeedEntry{entry.at_ms, item}, context));
            }
        }
    }
    show(entry.number, after);
}

void Truth::show(std::uint64_t line, const rules::State& now) {
    if (!ends_->contains(line)) return;
    core::ShownTexts shown(table_);
    const json::Context context{&scenario_, &shown};
    for (const rules::Viewer& viewer : viewers_) {
        views_[viewer].push_back(
            {feed(viewer).size(),
             without_clock(protocol::write(rules::view(scenario_, now, viewer), context))});
    }
}

bool Truth::could_show(const rules::Viewer& viewer, std::uint64_t told, std::string view) const {
    const std::string wanted = without_clock(std::move(view));
    const auto at = views_.find(viewer);
    return at != views_.end() &&
           std::any_of(at->second.begin(), at->second.end(), [&](const Shown& shown) {
               return shown.told == told && shown.view == wanted;
           });
}

bool Truth::is_last(const rules::Viewer& viewer, std::string view) const {
    const auto at = views_.find(viewer);
    return at != views_.end() && at->second.back().view == without_clock(std::move(view));
}

}  // namespace dealtafel::sim
