#include "commands/entry_text.hpp"

#include "commands/sentences.hpp"

#include <fmt/format.h>

namespace dealtafel::commands {

namespace {

// One sentence for each kind of note; whose it is comes before it.
struct NoteSentences {
    std::string operator()(const record::note::Refused& n) const {
        return fmt::format("is refused {}: {}", n.command, n.code);
    }
    std::string operator()(const record::note::MoreRefused& n) const {
        return fmt::format("is refused {} times more", n.count);
    }
    std::string operator()(const record::note::Joined&) const { return "joins"; }
    std::string operator()(const record::note::Left&) const { return "leaves for good"; }
    std::string operator()(const record::note::Connected&) const { return "is connected"; }
    std::string operator()(const record::note::Disconnected&) const { return "is disconnected"; }
    std::string operator()(const record::note::PenTaken&) const { return "has the pen"; }
    std::string operator()(const record::note::WentBack& n) const {
        return fmt::format("takes the game back to line {}: it goes on in {}", n.to, n.branch);
    }
};

std::string whose(const std::optional<record::By>& by, const Scenario& scenario) {
    if (!by) return "somebody";
    if (const auto* seat = get_if<record::by::Seat>(&*by)) {
        return fmt::format("player {} of {}", seat->member, scenario.name(seat->party));
    }
    return holds_alternative<record::by::Helper>(*by) ? "a helper" : "the facilitator";
}

template <class Variant>
std::string in_words(const Variant& what, const Scenario& scenario,
                     const record::TextTable& texts) {
    const sentences::Naming in(scenario, texts);
    return visit([&](const auto& one) { return sentence(in, one); }, what);
}

}  // namespace

std::string entry_text(const record::Entry& entry, const Scenario& scenario,
                       const record::TextTable& texts) {
    if (const auto* event = get_if<rules::Event>(&entry.what)) {
        return in_words(*event, scenario, texts);
    }
    if (const auto* note = get_if<record::Note>(&entry.what)) {
        return whose(entry.origin.by, scenario) + ' ' + visit(NoteSentences{}, *note);
    }
    return "";
}

std::string item_text(const rules::FeedItem& item, const Scenario& scenario,
                      const record::TextTable& texts) {
    return in_words(item, scenario, texts);
}

}  // namespace dealtafel::commands
