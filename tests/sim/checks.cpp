#include "checks.hpp"

#include "protocol/json_codec.hpp"
#include "record/reader.hpp"
#include "record/texts.hpp"
#include "rules/game.hpp"

#include <algorithm>

namespace dealtafel::sim {

namespace {

namespace event = rules::event;

// How much later than it is due something may happen, while the server runs.
constexpr std::int64_t late_ms_max = 5'000;

// Whether what was done under a type leaves a line for certain.
bool leaves_a_line(const std::string& type) {
    return type == "say" || type == "lesson" || type == "amend" || type == "sign" ||
           type == "answer" || type == "undo";
}

}  // namespace

GameChecks::GameChecks(const Around& around, const store::StoredStream& session,
                       std::vector<const Client*> clients)
    : around_(around), clients_(std::move(clients)) {
    game_ = clients_.front()->reader().game;
    read_members(session);
}

void GameChecks::fault(const std::string& what) {
    const std::string where = branches_.empty() ? "" : fmt::format(", branch {}", branches_.size());
    around_.journal.fault(fmt::format("game {}{}: {}", game_, where, what));
}

std::set<std::string> GameChecks::check(const Streams& streams, const std::string& first) {
    if (!follow_records(streams, first)) return branches_;
    if (states_checked_ == 0) fault("no state's hash was in its records");
    check_end();
    for (const Client* client : clients_) {
        check_wire(*client);
        check_asked(*client);
    }
    return branches_;
}

// A seat is given to each of its members once, under a token of its own.
void GameChecks::read_members(const store::StoredStream& session) {
    record::Chain chain;
    std::set<std::string> tokens;
    for (const std::string& line : session.lines) {
        const auto read = core::read_line(chain, line);
        if (!read) return fault("the session's stream: " + read.error());
        const auto* taken = get_if<core::session_event::SeatTaken>(&read->event);
        if (taken == nullptr) continue;
        if (!members_.emplace(taken->member, *taken).second) {
            fault(fmt::format("member {} was seated twice", taken->member));
        }
        if (!tokens.insert(taken->token_hash).second) fault("two members have one token");
    }
}

bool GameChecks::follow_records(const Streams& streams, std::string id) {
    std::set<rules::Viewer> viewers;
    for (const Client* client : clients_) viewers.insert(client->reader().viewer);
    truth_ = std::make_unique<Truth>(around_.scenario, std::move(viewers));
    for (;;) {
        const auto stream = streams.find(id);
        if (stream == streams.end()) {
            fault("the branch that its record names is not there");
            return false;
        }
        const auto record = follow_record(stream->second);
        if (!record) return false;
        const auto* note =
            record->entries.empty() ? nullptr : get_if<record::Note>(&record->entries.back().what);
        const auto* back = note == nullptr ? nullptr : get_if<record::note::WentBack>(note);
        if (back == nullptr) return true;
        if (!branches_.insert(back->branch).second) {
            fault("two records name one branch");
            return false;
        }
        around_.journal.count(Trouble::gone_back);
        parent_ = &stream->second;
        id = back->branch;
    }
}

std::optional<record::Record> GameChecks::follow_record(const store::StoredStream& stream) {
    auto record = record::read_record(stream.lines, around_.known);
    if (!record) {
        fault(fmt::format("line {}: {}", record.error().line, record.error().what));
        return std::nullopt;
    }
    for (const store::StoredText& text : stream.texts) words_[text.id] = text.words;
    if (parent_ != nullptr) check_branch(stream, record->header);
    const auto& branches = record->header.branches;
    const std::uint64_t shared = branches ? branches->back().at : 0;
    truth_->enter(stream, around_.disk.ends_of(stream.id), shared);
    rules::State before = rules::initial_state(around_.scenario, record->header.settings);
    if (shared == 0) truth_->show(1, before);
    record::ReplayOptions options;
    options.visitor = [&](const record::Entry& entry, const rules::State& after) {
        if (entry.number > shared) {
            ++lines_;
            look_at(entry, before);
            truth_->follow(entry, after);
        }
        before = after;
    };
    const auto played = record::replay(*record, options);
    if (!played) {
        fault(fmt::format("line {}: {}", played.error().line, played.error().what));
        return std::nullopt;
    }
    states_checked_ += played->states_checked;
    state_ = played->state;
    return std::move(*record);
}

// A branch has the first lines of the record before, names it by its hashes, and says where.
void GameChecks::check_branch(const store::StoredStream& stream, const record::Header& header) {
    const std::vector<std::string>& parent = parent_->lines;
    if (!header.branches || header.branches->back().at >= parent.size()) {
        return fault("it does not say where it left its parent");
    }
    const record::Branch& left = header.branches->back();
    if (left.parent != record::hash_of(parent.back()) ||
        left.hash != record::hash_of(parent[left.at - 1])) {
        fault("it names another parent");
    }
    for (std::uint64_t at = 1; at < left.at; ++at) {
        if (record::open_part(stream.lines[at]) == record::open_part(parent[at])) continue;
        fault(fmt::format("line {} is not its parent's", at + 1));
    }
}

void GameChecks::look_at(const record::Entry& entry, const rules::State& before) {
    check_origin(entry, before);
    check_time(entry, before);
    check_absence(entry);
    const auto* done = get_if<rules::Event>(&entry.what);
    if (done == nullptr) return;
    const auto say = [&](const TextRef& text) { ++said_[words_[record::text_id(text)]]; };
    if (const auto* said = get_if<event::Said>(done)) say(said->text);
    if (const auto* noted = get_if<event::Noted>(done)) say(noted->text);
    if (const auto* lesson = get_if<event::LessonWritten>(done)) say(lesson->text);
}

// A command is done at once and once, by whoever holds the seat.
void GameChecks::check_origin(const record::Entry& entry, const rules::State& before) {
    const record::Origin& origin = entry.origin;
    if (origin.client && origin.id) {
        const auto [at, is_new] = done_.emplace(Origin(*origin.client, *origin.id), lines_);
        if (!is_new && at->second + 1 != lines_) {
            fault(fmt::format("line {}: {} {} was done before, {} lines up", entry.number,
                              *origin.client, *origin.id, lines_ - at->second));
        }
        at->second = lines_;
    }
    const auto* seat = origin.by ? get_if<record::by::Seat>(&*origin.by) : nullptr;
    if (seat == nullptr) return;
    const auto member = members_.find(seat->member);
    const std::string_view party = around_.scenario.name(seat->party);
    const bool holds = member != members_.end() && member->second.game == game_ &&
                       member->second.party == party;
    if (seat->member != 0 ? !holds : !rules::bot_plays(before.seats[seat->party.value])) {
        fault(fmt::format("line {}: member {} acts for {} and does not hold it", entry.number,
                          seat->member, party));
    }
}

// What is due happens, and what happens is never dated back.
void GameChecks::check_time(const record::Entry& entry, const rules::State& before) {
    const auto* done = get_if<rules::Event>(&entry.what);
    if (done != nullptr && (holds_alternative<event::Restarted>(*done) ||
                            holds_alternative<event::WentBack>(*done))) {
        return;
    }
    const auto due = rules::deadline(around_.scenario, before);
    if (due && entry.at_ms > *due + late_ms_max) {
        fault(fmt::format("line {}: something was due {} ms before", entry.number,
                          entry.at_ms - *due));
    }
}

// Nobody is away without a reason: a seat that was just taken, a connection that ended, or a
// server that began anew.
void GameChecks::check_absence(const record::Entry& entry) {
    // What is decided together has one time; who came meanwhile is told with it.
    if (entry.at_ms > decided_ms_) decided_before_ms_ = std::exchange(decided_ms_, entry.at_ms);
    const auto* done = get_if<rules::Event>(&entry.what);
    if (done == nullptr) return;
    if (holds_alternative<event::Restarted>(*done)) restarted_ms_ = entry.at_ms;
    if (const auto* held = get_if<event::SeatHeld>(done)) held_ms_[held->party] = entry.at_ms;
    if (const auto* came = get_if<event::SeatPresent>(done)) {
        came_after_ms_[came->party] = decided_before_ms_;
    }
    const auto* away = get_if<event::SeatAbsent>(done);
    if (away == nullptr) return;
    const auto held = held_ms_.find(away->party);
    if (restarted_ms_ == entry.at_ms) return;
    if (held != held_ms_.end() && held->second == entry.at_ms) return;
    if (went_away(away->party, came_after_ms_[away->party], entry.at_ms)) return;
    fault(fmt::format("line {}: {} is away for no reason", entry.number,
                      around_.scenario.name(away->party)));
}

// Whether the last connection of a seat ended in this time.
bool GameChecks::went_away(PartyId party, std::int64_t from_ms, std::int64_t to_ms) const {
    std::vector<Server::Stay> stays;
    for (const Client* client : clients_) {
        if (client->reader().viewer.party != party) continue;
        for (const ConnectionId connection : client->connections()) {
            const auto stay = around_.server.stays().find(connection);
            if (stay != around_.server.stays().end()) stays.push_back(stay->second);
        }
    }
    return std::ranges::any_of(stays, [&](const Server::Stay& last) {
        return last.to_ms && *last.to_ms >= from_ms && *last.to_ms <= to_ms &&
               std::ranges::none_of(stays, [&](const Server::Stay& other) {
                   return other.covers(*last.to_ms);
               });
    });
}

void GameChecks::check_end() {
    if (state_.stage != Stage::closed) {
        fault("it never ended, and stands in " + std::string(to_word(state_.stage)));
    }
    // Who is there is shown to be there, and who is not, not.
    std::map<PartyId, bool> here;
    for (const Client* client : clients_) {
        const auto party = client->reader().viewer.party;
        if (party) here[*party] = here[*party] || client->is_live();
    }
    for (const auto& [party, is_here] : here) {
        if (state_.seats[party.value].present == is_here) continue;
        fault(fmt::format("{} is {}, and the game says otherwise", around_.scenario.name(party),
                          is_here ? "there" : "gone"));
    }
}

// --- What each client read, and was answered.

void GameChecks::check_wire(const Client& client) {
    const Heard* last_view = nullptr;
    for (const Heard& heard : client.heard()) {
        check_secrets(client, heard);
        if (!heard.is_frame) continue;
        check_frame(client, heard);
        if (heard.has_view) last_view = &heard;
    }
    if (client.has_left()) return;
    const rules::Viewer& viewer = client.reader().viewer;
    if (client.model().seen != truth_->feed(viewer).size()) {
        fault(fmt::format("{} was told {} of {} entries", client.name(), client.model().seen,
                          truth_->feed(viewer).size()));
    }
    if (last_view == nullptr || !truth_->is_last(viewer, std::string(last_view->view()))) {
        fault(client.name() + " was not shown how things stand at the end");
    }
}

// Every frame holds what the record tells this reader, to the byte, and no other view than it could
// have there.
void GameChecks::check_frame(const Client& client, const Heard& heard) {
    const rules::Viewer& viewer = client.reader().viewer;
    const auto& feed = truth_->feed(viewer);
    const std::uint64_t told = heard.number - 1 + heard.count;
    if (told > feed.size()) {
        return fault(fmt::format("{} was told entry {}, which is in no record", client.name(),
                                 told));
    }
    const auto first = feed.begin() + static_cast<std::ptrdiff_t>(heard.number - 1);
    const std::vector<std::string> entries(first, first + static_cast<std::ptrdiff_t>(heard.count));
    std::string frame = protocol::write_frame(heard.number, entries, std::string(heard.view()));
    if (frame != heard.text) {
        fault(fmt::format("{} was told other than the record says: {}", client.name(),
                          heard.text.substr(0, 400)));
    } else if (heard.has_view &&
               !truth_->could_show(viewer, told, std::string(heard.view()))) {
        fault(fmt::format("{} was shown at {} what is in no record: {}", client.name(), told,
                          heard.view().substr(0, 400)));
    }
}

// What is said to some alone is on no other wire; nor is a token, a hash or another's brief.
void GameChecks::check_secrets(const Client& client, const Heard& heard) {
    const rules::Viewer& viewer = client.reader().viewer;
    const auto holds = [&](const std::string& words) {
        return heard.text.find(words) != std::string::npos;
    };
    if (heard.text.find("geheim/") != std::string::npos && !viewer.facilitator) {
        for (const Client* other : clients_) {
            for (const auto& [id, asked] : other->asked()) {
                if (!asked.hearers || (viewer.party && asked.hearers->contains(*viewer.party))) {
                    continue;
                }
                if (holds(asked.words)) fault(client.name() + " read the secret " + asked.words);
            }
        }
    }
    if (heard.is_frame) return;
    for (const Client* other : clients_) {
        if (other->identity().token && holds(*other->identity().token)) {
            fault(client.name() + " read a token");
        }
    }
    for (const PartyId party : around_.scenario.all_parties()) {
        const Text& brief = around_.scenario.parties[party.value].brief;
        const auto words = brief.by_language.find("nl");
        if (party == viewer.party || words == brief.by_language.end()) continue;
        if (holds(words->second.substr(0, 40))) fault(client.name() + " read another's brief");
    }
}

// What was answered to be done stands in the record, once; what was refused does not.
void GameChecks::check_asked(const Client& client) {
    for (const auto& [id, asked] : client.asked()) {
        if (!asked.answer) {
            if (!client.has_left()) fault(client.name() + " got no answer to " + asked.type);
            continue;
        }
        const bool is_done = asked.answer->empty();
        if (is_done && leaves_a_line(asked.type) &&
            !done_.contains({client.identity().client, id})) {
            fault(fmt::format("{} {} of {} is done, and in no record", asked.type, id,
                              client.name()));
        }
        if (asked.words.empty()) continue;
        const auto said = said_.find(asked.words);
        const int times = said == said_.end() ? 0 : said->second;
        if (times != (is_done ? 1 : 0)) {
            fault(fmt::format("{} was answered '{}' and said {} times", asked.words, *asked.answer,
                              times));
        }
    }
}

void check_left(const Around& around, const store::StoredStream& branch) {
    const auto record = record::read_record(branch.lines, around.known);
    if (!record) {
        return around.journal.fault(fmt::format("a branch that was left, line {}: {}",
                                                record.error().line, record.error().what));
    }
    if (const auto played = record::replay(*record); !played) {
        around.journal.fault(fmt::format("a branch that was left, line {}: {}",
                                         played.error().line, played.error().what));
    }
    if (around.disk.ends_of(branch.id).size() != 1) {
        around.journal.fault("somebody went on in a branch that no record names");
    }
}

}  // namespace dealtafel::sim
