#include "run.hpp"

#include "core/limits.hpp"

#include <algorithm>

namespace dealtafel::sim {

namespace {

// How long after the last trouble a session of short games may last.
constexpr std::int64_t longest_ms = 20 * 60'000;
// What is still on its way when all is over arrives within this time, and by then the server has
// noticed who is gone.
constexpr std::int64_t settles_ms = core::limits::silent_ms_max + 3'000;
// Nobody waits longer to hear that it has a seat.
constexpr std::int64_t asks_again_ms = 20'000;

// Its header says so; within a text of it the quotes would have a stroke.
bool is_branch(const store::StoredStream& stream) {
    return stream.lines.front().find(R"("branches":)") != std::string::npos;
}

}  // namespace

Run::Run(std::uint64_t seed, const core::ScenarioEntry& entry, bool traces)
    : plan_(plan_of(seed)),
      journal_(time_, traces),
      random_(seed ^ 0x70),
      lines_(time_, journal_, plan_),
      disk_(time_, journal_, plan_),
      server_(time_, journal_, plan_, {entry}, lines_, disk_),
      around_{time_, journal_, plan_, lines_, server_, disk_,
              *entry.scenario, {entry.scenario, {}}} {}

void Run::play() {
    server_.start();
    server_.create(session_of(plan_, around_.scenario.id), [this](const auto& made) {
        if (made) return begin(*made);
        journal_.fault("the session was refused: " + made.error().code);
    });
    // Whoever came or did something while the last things arrived waits for its answer again.
    bool is_settled = false;
    do {
        play_until(plan_.troubled_ms + longest_ms);
        plan_.troubled_ms = std::min(plan_.troubled_ms, time_.now_ms());
        const ConnectionId before = lines_.newest();
        settle();
        is_settled = is_over() && lines_.newest() == before;
    } while (!is_settled && time_.goes_on() && time_.now_ms() < plan_.troubled_ms + longest_ms);
    check();
}

void Run::play_until(std::int64_t until_ms) {
    while (!is_over() && time_.now_ms() < until_ms && time_.step()) {
    }
}

void Run::settle() {
    const std::int64_t end_ms = time_.now_ms() + settles_ms;
    while (time_.now_ms() < end_ms && time_.step()) {
    }
}

// Who takes part comes, and when all have their seats the facilitator starts.
void Run::begin(const protocol::http::SessionCreated& made) {
    plan_.troubled_from_ms = time_.now_ms();
    for (int game = 0; game < plan_.games; ++game) {
        facilitators_.push_back(std::make_unique<Facilitator>(
            around_, fmt::format("facilitator-{}", game),
            client::Identity{fmt::format("facilitator-{}", game), made.facilitator_token, game},
            Reader{game, {std::nullopt, true}}));
        clients_.push_back(std::make_unique<Client>(
            around_, fmt::format("spectator-{}", game),
            client::Identity{fmt::format("spectator-{}", game), std::nullopt, game},
            Reader{game, {}}));
        facilitators_.back()->come();
        clients_.back()->come();
        for (const PartyId party : around_.scenario.all_parties()) {
            if (!random_.chance(plan_.held)) continue;
            const int people = random_.chance(plan_.teams) ? 2 : 1;
            for (int place = 0; place < people; ++place) {
                time_.after(static_cast<std::int64_t>(random_.below(2'000)),
                            [this, game, party, place] { take_seat(game, party, place); });
            }
        }
    }
    time_.after(5'000, [this] { facilitators_.front()->start(); });
    time_.at(plan_.troubled_from_ms, [this] { trouble(); });
}

void Run::trouble() {
    if (time_.now_ms() >= plan_.troubled_ms) return;
    for (const auto& client : facilitators_) {
        trouble(*client);
        if (random_.chance(plan_.acts)) client->do_something();
        if (plan_.goes_back > 0 && random_.chance(plan_.goes_back)) client->go_back();
    }
    for (const auto& client : clients_) trouble(*client);
    if (server_.is_up() && random_.chance(plan_.crashes)) {
        journal_.count(Trouble::crash);
        server_.die();
    }
    if (random_.chance(plan_.outages)) {
        disk_.fail_for(static_cast<std::int64_t>(
            random_.below(static_cast<std::size_t>(plan_.outage_ms))));
    }
    time_.after(1'000, [this] { trouble(); });
}

void Run::trouble(Client& client) {
    if (client.has_left()) return;
    if (random_.chance(plan_.cuts)) client.cut(random_.chance(0.3));
    if (random_.chance(plan_.away)) {
        journal_.count(Trouble::away);
        client.leave();
        ++returning_;
        time_.after(static_cast<std::int64_t>(random_.below(40'000)), [this, &client] {
            --returning_;
            client.come();
        });
    } else if (client.reader().viewer.party && random_.chance(plan_.gone_for_good)) {
        journal_.count(Trouble::gone_for_good);
        client.leave();
    }
}

void Run::take_seat(int game, PartyId party, int place) {
    const std::string name(around_.scenario.name(party));
    server_.take_seat({game, name, "Speler"}, [this, game, party, place](const auto& taken) {
        if (taken) return seated(game, party, place, *taken);
        time_.after(1'000, [this, game, party, place] { take_seat(game, party, place); });
    });
    if (!server_.is_up()) return;
    // Who got no answer as the server died does not know whether it has the seat, and asks again.
    time_.after(asks_again_ms, [this, game, party, place, starts = server_.starts()] {
        const bool is_lost = starts != server_.starts();
        if (is_lost && !is_seated(name_of(game, party, place))) take_seat(game, party, place);
    });
}

bool Run::is_seated(const std::string& name) const {
    return std::ranges::any_of(clients_,
                               [&](const auto& client) { return client->name() == name; });
}

std::string Run::name_of(int game, PartyId party, int place) const {
    return fmt::format("{}-{}-{}", around_.scenario.name(party), game, place);
}

void Run::seated(int game, PartyId party, int place, const protocol::http::SeatTaken& taken) {
    const std::string name = name_of(game, party, place);
    if (is_seated(name)) return;
    clients_.push_back(std::make_unique<Player>(
        around_, name, client::Identity{name, taken.token, game},
        Reader{game, {party, false, taken.member}}, place == 0));
    clients_.back()->come();
}

bool Run::is_over() const {
    const auto is_done = [](const Client& client) {
        return client.has_left() || (client.is_live() && client.is_answered() &&
                                     client.model().view &&
                                     client.model().view->stage == Stage::closed);
    };
    return !facilitators_.empty() && returning_ == 0 && disk_.is_idle() &&
           std::ranges::all_of(facilitators_, [&](const auto& one) { return is_done(*one); }) &&
           std::ranges::all_of(clients_, [&](const auto& one) { return is_done(*one); });
}

void Run::check() {
    if (facilitators_.empty()) return journal_.fault("no session came about");
    Streams streams;
    store::StoredStream session;
    for (const std::string& id : disk_.store().list()) {
        store::StoredStream stream = store::read_stream(disk_.store(), id, 0);
        if (id.starts_with("s-")) session = std::move(stream);
        else streams.emplace(id, std::move(stream));
    }
    std::set<std::string> followed;
    for (const auto& [id, stream] : streams) {
        if (is_branch(stream)) continue;
        const auto first = record::read_record(std::span(stream.lines).first(1), around_.known);
        if (!first) {
            journal_.fault("the record of a game does not begin: " + first.error().what);
            continue;
        }
        GameChecks checks(around_, session, clients_of(first->header.game.value_or(0)));
        followed.merge(checks.check(streams, id));
    }
    for (const auto& [id, stream] : streams) {
        if (is_branch(stream) && !followed.contains(id)) check_left(around_, stream);
    }
}

// All who read a game.
std::vector<const Client*> Run::clients_of(int game) const {
    std::vector<const Client*> there;
    for (const auto& one : facilitators_) {
        if (one->reader().game == game) there.push_back(one.get());
    }
    for (const auto& one : clients_) {
        if (one->reader().game == game) there.push_back(one.get());
    }
    return there;
}

}  // namespace dealtafel::sim
