#include "record/writer.hpp"

#include "record/line_codec.hpp"
#include "record/state_bytes.hpp"

#include <cassert>

namespace dealtafel::record {

std::string Writer::header(const Header& header, std::int64_t at_ms) {
    assert(chain_.number() == 0);
    return chain_.link(open_header(header, at_ms));
}

std::vector<std::string> Writer::events(std::int64_t at_ms, const Origin& origin,
                                        const rules::Events& events, const rules::State& after) {
    std::vector<std::string> lines;
    bool stage_began = false;
    for (const rules::Event& event : events) {
        lines.push_back(line(at_ms, origin, event));
        stage_began = stage_began || holds_alternative<rules::event::StageBegan>(event);
    }
    if (stage_began) lines.push_back(state(at_ms, after));
    return lines;
}

std::string Writer::note(std::int64_t at_ms, const Origin& origin, const Note& note) {
    return line(at_ms, origin, note);
}

std::string Writer::state(std::int64_t at_ms, const rules::State& now) {
    return line(at_ms, {}, StateHash{state_hash(now)});
}

std::string Writer::line(std::int64_t at_ms, const Origin& origin, What what) {
    assert(chain_.number() > 0);
    const Entry entry{chain_.number() + 1, at_ms, origin, std::move(what)};
    return chain_.link(open_entry(entry, *names_));
}

}  // namespace dealtafel::record
