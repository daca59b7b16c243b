// A client as the protocol wants it: it comes back when its connection broke, resumes with what it
// has seen, and sends again what nobody answered. What it reads and sends is kept for the checkers.
#pragma once

#include "core/client_model.hpp"
#include "core/kept_texts.hpp"
#include "lines.hpp"
#include "protocol/messages.hpp"
#include "record/reader.hpp"
#include "server.hpp"

#include "base/random.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dealtafel::sim {

// What all clients of a run share.
struct Around {
    Timeline& time;
    Journal& journal;
    const Plan& plan;
    Lines& lines;
    Server& server;
    const Disk& disk;
    const Scenario& scenario;
    record::KnownScenario known;  // the same, for whoever reads records
};

// Something that a client asked, under one id for good.
struct Asked {
    std::string text;    // the message
    std::string type;    // of the command or act
    std::string words;   // that nobody else says; empty where it says nothing
    std::optional<IdSet<PartyId>> hearers;  // who alone may read them, beside the facilitator
    std::int64_t last_sent_ms = 0;
    std::optional<std::string> answer;  // the refusal's code, empty for done
};

// A message that a client read.
struct Heard {
    ConnectionId connection = 0;
    std::string text;
    bool is_frame = false;
    std::uint64_t number = 0;  // of a frame's first entry
    std::size_t count = 0;     // of its entries
    bool has_view = false;
    // The view of a frame, as JSON; empty where there is none.
    std::string_view view() const;
};

// Who reads, as the server knows it.
struct Reader {
    int game = 0;
    rules::Viewer viewer;
};

class Client : public Peer {
public:
    Client(const Around& around, std::string name, client::Identity identity, Reader reader);

    void come();
    // It goes, and does not come back before `come`.
    void leave();

    void opened() override;
    void received(const std::string& text) override;
    void lost() override;
    const std::string& name() const override { return name_; }
    std::int64_t reads_after_ms() override;
    // Its connection breaks.
    void cut(bool one_way);

    const Reader& reader() const { return reader_; }
    const client::ClientModel& model() const { return model_; }
    const std::map<std::uint64_t, Asked>& asked() const { return asked_; }
    const std::vector<Heard>& heard() const { return heard_; }
    const std::vector<ConnectionId>& connections() const { return connections_; }
    const client::Identity& identity() const { return identity_; }
    bool is_live() const { return model_.link == client::Link::live; }
    bool has_left() const { return has_left_; }
    // Whether it waits for no answer.
    bool is_answered() const;

protected:
    // Something came; the client may want to act.
    virtual void changed() {}
    virtual void hear(std::uint64_t /*number*/, const rules::FeedItem&) {}
    virtual void meet(const protocol::server::Team&) {}

    // Returns what is kept of it.
    Asked& ask(protocol::client::Command command);
    Asked& ask(protocol::client::Act act);
    Asked& ask(protocol::client::Pen pen);
    void send(const protocol::ClientMessage& message);
    std::uint64_t next_id() { return ++last_id_; }
    // Words that nobody else says.
    std::string new_words(std::string_view kind);
    Random& random() { return random_; }
    std::int64_t up_to(std::int64_t ms) {
        return static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(ms)));
    }

    const Around& around_;
    client::KeptTexts texts_;

private:
    json::Context context() { return {&around_.scenario, &texts_}; }
    Asked& ask(std::uint64_t id, std::string text, std::string_view type);
    void send_asked(std::uint64_t id);
    void take(const protocol::server::Welcome& welcome);
    void take(const protocol::server::Answer& answer);
    void take(const protocol::server::Bye& bye);
    void take(const protocol::server::Team& team) { meet(team); }
    template <class M>
    void take(const M&) {}
    bool is_troubled() const;
    void take_frame(const protocol::server::Frame& frame);
    void expect(std::string what, std::function<bool()> came);

    std::string name_;
    client::Identity identity_;
    Reader reader_;
    Random random_;
    client::ClientModel model_;
    ConnectionId connection_ = 0;  // 0: none
    bool has_left_ = true;
    bool reads_slowly_;
    std::uint64_t last_id_ = 0;
    int words_made_ = 0;
    std::map<std::uint64_t, Asked> asked_;
    std::vector<Heard> heard_;
    std::vector<ConnectionId> connections_;
};

}  // namespace dealtafel::sim
