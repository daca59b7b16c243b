// Random requests to a hub: bytes are read as a list of things that people, lines and disks do, so
// that nearly all of them are messages of the protocol, and mostly ones that mean something. Then
// each request was answered once, and each record is one: it replays to the states whose hashes it
// has, and the last of them keeps the laws of every game.
#include "doctest_faults.hpp"
#include "fuzz.hpp"
#include "valley.hpp"

#include "law/state_laws.hpp"
#include "record/replay.hpp"
#include "support/hub_world.hpp"
#include "unit/random_value.hpp"

#include <algorithm>

using namespace dealtafel;
using fuzz::must;

namespace client = protocol::client;
namespace command = rules::command;

namespace {

constexpr int deeds_max = 80;
constexpr int links_max = 6;

// Numbers out of bytes; zeros where there are no more.
class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
    bool empty() const { return size_ == 0; }
    std::uint64_t below(std::uint64_t count) {
        std::uint64_t value = 0;
        for (std::uint64_t rest = count - 1; rest > 0; rest >>= 8) value = value << 8 | next();
        return count > 1 ? value % count : 0;
    }

private:
    std::uint8_t next() {
        if (size_ == 0) return 0;
        --size_;
        return *data_++;
    }
    const std::uint8_t* data_;
    std::size_t size_;
};

tests::RandomValue::Ids ids_of(const Scenario& scenario) {
    tests::RandomValue::Ids ids{};
    const auto set = [&](IdKind kind, const auto& things) {
        ids[static_cast<std::size_t>(kind)] = static_cast<std::uint16_t>(things.size());
    };
    set(IdKind::party, scenario.parties);
    set(IdKind::region, scenario.regions);
    set(IdKind::theme, scenario.themes);
    set(IdKind::challenge, scenario.challenges);
    set(IdKind::capability, scenario.capabilities);
    set(IdKind::partnership, scenario.partnerships);
    set(IdKind::event, scenario.events);
    set(IdKind::question, scenario.questions);
    return ids;
}

class Play {
public:
    Play(const std::uint8_t* data, std::size_t size)
        : bytes_(data, size),
          hub_({core::ScenarioEntry{fuzz::valley(), fuzz::valley_toml()}}, 1),
          random_([this](std::uint64_t count) { return bytes_.below(count); },
                  ids_of(*fuzz::valley()), [this] { return text(); }) {
        protocol::http::CreateSession wish;
        wish.scenario = "valley";
        wish.seed = bytes_.below(256);
        wish.games = 1 + static_cast<int>(bytes_.below(2));
        wish.drop_out = random_.make<rules::DropOut>();
        wish.empty_seats = random_.make<rules::EmptySeats>();
        session_ = hub_.create(wish);
        for (const char* party : {"rijk", "city"}) {
            tokens_.push_back(hub_.take_seat(session_.code, party, "Noor").token);
        }
        for (const std::string& token : {session_.facilitator_token, tokens_[0], tokens_[1]}) {
            open(token);
        }
        begin();
    }

    void run() {
        for (int left = deeds_max; left > 0 && !bytes_.empty(); --left) {
            act();
            drop_closed();
        }
        mend();
        for (const Link& link : links_) must_be_answered(link);
        for (const std::string& stream : hub_.world.store.list()) look_at(stream);
    }

private:
    // A connection, and what it asked that has to be answered.
    struct Link {
        core::ConnectionId id = 0;
        std::string token;
        std::string name;
        std::uint64_t last = 0;  // the id of its last request
        std::size_t asked = 0;
        std::size_t pings = 0;
        client::Command again;
    };

    // Mostly to the negotiation, where most can be done; else to any other stage.
    void begin() {
        constexpr int skips[] = {3, 3, 3, 3, 2, 1, 0, 4, 5, 6};
        ask(links_[0], client::Act{++links_[0].last, std::nullopt, rules::act::Start{}});
        for (int left = skips[bytes_.below(std::size(skips))]; left > 0; --left) {
            for (std::uint16_t challenge = 0; challenge < 2; ++challenge) {
                Link& city = links_[2];
                ask(city, client::Command{++city.last, command::Support{ChallengeId{challenge}}});
            }
            ask(links_[0], client::Act{++links_[0].last, std::nullopt, rules::act::Skip{}});
        }
    }

    TextRef text() {
        static constexpr const char* words[] = {"", "a result", " \n", "\u00e9\u4e16\"\\"};
        return hub_.texts.take(words[bytes_.below(std::size(words))]);
    }

    void open(const std::string& token) {
        if (links_.size() == links_max) return;
        Link link;
        link.token = token;
        link.name = "client-" + std::to_string(++named_);
        link.id = hub_.connect(session_.code, token, bytes_.below(4), link.name);
        links_.push_back(link);
    }

    void act() {
        if (links_.empty()) open(session_.facilitator_token);
        Link& link = links_[bytes_.below(links_.size())];
        switch (bytes_.below(16)) {
            case 0: return open(tokens_[bytes_.below(tokens_.size())]);
            case 1: return open(bytes_.below(2) == 0 ? session_.helper_token : "");
            case 2: return come_back(link);
            case 3: return sit_down();
            case 4:
            case 5: return hub_.pass(static_cast<std::int64_t>(1) << bytes_.below(17));
            case 6: return fail();
            case 7: return wait_for_store();
            case 8: return other(link);
            case 9:
            case 10: return ask(link, client::Act{++link.last, game(), random_.make<rules::Act>()});
            case 11: return amend(link);
            case 12: return ask(link, link.again);
            default:
                link.again = {++link.last, random_.make<rules::Command>()};
                ask(link, link.again);
        }
    }

    std::optional<int> game() {
        const auto chosen = static_cast<int>(bytes_.below(4));
        return chosen == 3 ? std::nullopt : std::optional(chosen);
    }

    template <class Message>
    void ask(Link& link, const Message& message) {
        ++link.asked;
        hub_.send(link.id, message);
    }

    // The same client over a new connection: what it asked over the old one is lost with that.
    void come_back(Link& link) {
        hub_.disconnect(link.id);
        link.id = hub_.connect(session_.code, link.token, bytes_.below(8), link.name);
        link.asked = 0;
        link.pings = 0;
    }

    void sit_down() {
        const protocol::http::TakeSeat wish{game(), bytes_.below(2) == 0 ? "farmers" : "school",
                                            bytes_.below(4) == 0 ? "" : "Bo"};
        hub_.hub.take_seat(session_.code, wish, hub_.now_ms, [this](const auto& taken) {
            if (taken && tokens_.size() < links_max) tokens_.push_back(taken->token);
        });
        hub_.settle();
    }

    // The next appends go wrong.
    void fail() {
        auto left = std::make_shared<std::uint64_t>(1 + bytes_.below(4));
        const auto how = bytes_.below(4) == 0 ? store::AppendResult::stream_fault
                                              : store::AppendResult::disk_fault;
        hub_.world.store_append = [this, left, how](const store::Append& append) {
            if (*left == 0) return hub_.world.store.append_all({&append, 1}).front();
            --*left;
            return how;
        };
    }

    void wait_for_store() {
        hub_.stores = !hub_.stores;
        if (hub_.stores) hub_.settle();
    }

    void other(Link& link) {
        switch (bytes_.below(4)) {
            case 0: {
                client::Forecast forecast{++link.last, RegionId{0}, std::nullopt, deal()};
                if (bytes_.below(2) == 0) {
                    forecast.version = static_cast<int>(bytes_.below(4));
                    forecast.deal.reset();
                }
                return ask(link, forecast);
            }
            case 1: return ask(link, client::Pen{++link.last, random_.make<std::uint32_t>()});
            case 2: return hub_.send(link.id, client::Draft{RegionId{0}, "a draft"});
            default: ++link.pings; hub_.send(link.id, client::Ping{hub_.now_ms});
        }
    }

    void amend(Link& link) {
        link.again = {++link.last,
                      command::Amend{RegionId{0}, static_cast<int>(bytes_.below(4)), deal()}};
        ask(link, link.again);
    }

    // A deal that can be made, or almost: something of it comes from the bytes.
    rules::Deal deal() {
        rules::Deal made;
        const Scenario& scenario = hub_.scenario();
        const PartyId rijk = *scenario.find<PartyId>("rijk");
        const PartyId city = *scenario.find<PartyId>("city");
        made.region = RegionId{0};
        made.form = random_.make<Form>();
        made.accountability = random_.make<Accountability>();
        made.conditions = static_cast<int>(bytes_.below(6));
        made.review = random_.make<bool>();
        for (std::uint64_t left = bytes_.below(3); left > 0; --left) {
            rules::Line line;
            line.challenge = random_.make<ChallengeId>();
            line.partners = {city};
            line.result = text();
            line.money[rijk] = Money{static_cast<std::int64_t>(bytes_.below(8)) * 10};
            line.money[city] = Money{static_cast<std::int64_t>(bytes_.below(8)) * 10};
            if (bytes_.below(4) == 0) line.partners.push_back(random_.make<PartyId>());
            made.lines.push_back(std::move(line));
        }
        if (bytes_.below(8) == 0) random_.fill(made);
        return made;
    }

    // Whom the server has let go is gone.
    void drop_closed() {
        for (const auto& [connection, code] : std::exchange(hub_.world.closed, {})) {
            std::erase_if(links_, [&, id = connection](const Link& link) { return link.id == id; });
            hub_.disconnect(connection);
        }
    }

    // The disk works again, and all has time to come right.
    void mend() {
        hub_.stores = true;
        hub_.world.store_append = [this](const store::Append& append) {
            return hub_.world.store.append_all({&append, 1}).front();
        };
        hub_.settle();
        constexpr std::int64_t long_enough_ms = 12'000;
        hub_.pass(long_enough_ms);
        drop_closed();
        must(hub_.world.wrong.empty(), "what is stored can be taken up again");
    }

    void must_be_answered(const Link& link) {
        std::size_t answers = 0;
        std::size_t pongs = 0;
        for (const std::string& message : hub_.received(link.id)) {
            answers += message.starts_with(R"({"type":"answer")") ||
                       message.starts_with(R"({"type":"forecast")");
            pongs += message.starts_with(R"({"type":"pong")");
        }
        must(answers == link.asked, "each request is answered once");
        must(pongs == link.pings, "each ping is answered once");
    }

    void look_at(const std::string& stream) {
        const auto held = store::read_stream(hub_.world.store, stream, 0);
        if (held.lines.empty() || !held.lines[0].starts_with(R"({"record":)")) return;
        const auto record = record::read_record(held.lines);
        must(record.has_value(), "the record of a game can be read");
        const auto played = record::replay(*record);
        must(played.has_value(), "the record of a game comes to the states that it names");
        laws::state_keeps_the_laws(*record->scenario, played->state);
    }

    Bytes bytes_;
    test::TestHub hub_;
    tests::RandomValue random_;
    protocol::http::SessionCreated session_;
    std::vector<std::string> tokens_;
    std::vector<Link> links_;
    int named_ = 10;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::doctest_faults();
    Play(data, size).run();
    return 0;
}
