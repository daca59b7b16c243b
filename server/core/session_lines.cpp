#include "core/session_lines.hpp"

#include "json/codec.hpp"

#include <boost/describe/class.hpp>

namespace dealtafel::core {

namespace session_event {
BOOST_DESCRIBE_STRUCT(Created, (), (code, scenario, scenario_sha256, language, facilitator_hash,
                                    helper_hash, games, start_when_taken, treatment))
BOOST_DESCRIBE_STRUCT(SeatTaken, (), (game, party, member, token_hash, name))
BOOST_DESCRIBE_STRUCT(PenGiven, (), (game, party, member))
BOOST_DESCRIBE_STRUCT(Drafted, (), (game, party, region, member, text))
}  // namespace session_event
BOOST_DESCRIBE_STRUCT(SessionLine, (), (n, at, event))

std::string write_line(record::Chain& chain, std::int64_t at_ms, const SessionEvent& event) {
    std::string open = json::write(SessionLine{chain.number() + 1, at_ms, event});
    open.pop_back();
    return chain.link(std::move(open));
}

Result<SessionLine, std::string> read_line(record::Chain& chain, std::string_view line) {
    if (auto wrong = chain.follow(line)) return *wrong;
    auto value = json::parse(line);
    if (!value) return value.error().what;
    if (auto* object = value->root().if_object()) object->erase("hash");
    auto read = json::decode<SessionLine>(*value);
    if (!read) return read.error().path + ": " + read.error().what;
    if (read->n != chain.number()) return std::string("the line has another number");
    return *read;
}

}  // namespace dealtafel::core
