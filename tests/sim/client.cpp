#include "client.hpp"

#include "base/draw.hpp"
#include "protocol/json_codec.hpp"

#include <algorithm>

namespace dealtafel::sim {

namespace {

// A client comes back within two seconds.
constexpr std::int64_t comes_back_ms = 2'000;
// What was refused for a while is asked again.
constexpr std::int64_t asks_again_ms = 1'500;

// Refusals of the moment: the same message may be taken later.
bool is_of_the_moment(std::string_view code) {
    return code == "try-again" || code == "no-writes" || code == "busy" || code == "too-fast";
}

template <class V>
std::string_view type_of(const V& wanted) {
    return visit([](const auto& any) { return std::remove_cvref_t<decltype(any)>::type; }, wanted);
}

}  // namespace

std::string_view Heard::view() const {
    if (!has_view) return {};
    // A frame ends with its view; nothing in its feed has a member of that name.
    constexpr std::string_view begins = R"("view":)";
    const std::size_t at = text.find(begins);
    return std::string_view(text).substr(at + begins.size(), text.size() - at - begins.size() - 1);
}

Client::Client(const Around& around, std::string name, client::Identity identity, Reader reader)
    : around_(around),
      name_(std::move(name)),
      identity_(std::move(identity)),
      reader_(reader),
      random_(around.plan.seed ^ fnv1a64(name_)),
      reads_slowly_(random_.chance(around.plan.slow_readers)) {}

bool Client::is_troubled() const {
    const std::int64_t now_ms = around_.time.now_ms();
    return now_ms >= around_.plan.troubled_from_ms && now_ms < around_.plan.troubled_ms;
}

std::int64_t Client::reads_after_ms() {
    if (!reads_slowly_ || !is_troubled()) return 1;
    around_.journal.count(Trouble::slow_reader);
    return 1 + up_to(around_.plan.slow_reader_ms);
}

void Client::cut(bool one_way) {
    if (connection_ == 0) return;
    around_.journal.count(one_way ? Trouble::cut_one_way : Trouble::cut);
    around_.lines.cut(connection_, one_way);
}

void Client::come() {
    has_left_ = false;
    connection_ = around_.lines.connect(*this);
    connections_.push_back(connection_);
}

void Client::leave() {
    around_.journal.trace("{} leaves", name_);
    has_left_ = true;
    if (connection_ != 0) around_.lines.hang_up(connection_);
    connection_ = 0;
    client::lost(model_);
}

void Client::opened() {
    around_.journal.trace("{} says hello on {}, seen {}", name_, connection_, model_.seen);
    send(client::opened(model_, identity_));
    expect("a welcome", [this] { return is_live(); });
}

void Client::lost() {
    around_.journal.trace("{} lost {}", name_, connection_);
    connection_ = 0;
    client::lost(model_);
    if (has_left_) return;
    around_.time.after(1 + up_to(comes_back_ms), [this] {
        if (!has_left_ && connection_ == 0) come();
    });
}

// Whoever waits over a connection that holds gets what it waits for, once the store works again.
void Client::expect(std::string what, std::function<bool()> came) {
    const std::int64_t since_ms = around_.time.now_ms();
    around_.time.after(around_.plan.patience_ms(), [this, what = std::move(what),
                                                    came = std::move(came), since_ms,
                                                    connection = connection_] {
        const auto failed_ms = around_.disk.last_fault_ms();
        if (came() || connection != connection_ || !around_.lines.is_whole(connection)) return;
        if (failed_ms && *failed_ms >= since_ms) return expect(what, came);
        around_.journal.fault(name_ + " waited in vain for " + what);
    });
}

void Client::received(const std::string& text) {
    const auto message = protocol::read_server(text, context());
    if (!message) {
        return around_.journal.fault(name_ + " cannot read " + message.error().path + ": " +
                                     message.error().what + ": " + text.substr(0, 200));
    }
    around_.journal.trace("{} reads {}", name_, text.substr(0, 300));
    heard_.push_back({connection_, text});
    const auto* frame = get_if<protocol::server::Frame>(&*message);
    if (frame != nullptr) take_frame(*frame);
    client::receive(model_, *message, around_.time.now_ms());
    visit([this](const auto& any) { take(any); }, *message);
    changed();
}

void Client::take_frame(const protocol::server::Frame& frame) {
    Heard& heard = heard_.back();
    heard.is_frame = true;
    heard.number = frame.number;
    heard.count = frame.feed.size();
    heard.has_view = frame.view.has_value();
    if (frame.number > model_.seen + 1) {
        around_.journal.fault(fmt::format("{} saw {} and got a frame that begins with {}", name_,
                                          model_.seen, frame.number));
        return leave();  // whoever missed something cannot play on
    }
    for (std::size_t at = 0; at < frame.feed.size(); ++at) {
        if (frame.number + at > model_.seen) hear(frame.number + at, frame.feed[at].item);
    }
}

// What has no answer is sent again, once it is clear who we are.
void Client::take(const protocol::server::Welcome&) {
    std::vector<std::uint64_t> open;
    for (const auto& [id, asked] : asked_) {
        if (!asked.answer) open.push_back(id);
    }
    if (open.size() > 1 && is_troubled() && random_.chance(around_.plan.in_another_order)) {
        around_.journal.count(Trouble::sent_in_another_order);
        std::rotate(open.begin(), open.begin() + 1 + up_to(std::ssize(open) - 1), open.end());
    }
    for (const std::uint64_t id : open) send_asked(id);
}

void Client::take(const protocol::server::Answer& answer) {
    const auto at = asked_.find(answer.id);
    if (at == asked_.end()) {
        return around_.journal.fault(fmt::format("{} got an answer to {}, which it never asked",
                                                 name_, answer.id));
    }
    Asked& asked = at->second;
    const std::string code = answer.refusal ? answer.refusal->code : std::string();
    if (is_of_the_moment(code)) {
        asked.last_sent_ms = 0;
        around_.time.after(asks_again_ms, [this, id = answer.id] {
            if (is_live() && !asked_.at(id).answer) send_asked(id);
        });
    } else if (!asked.answer) {
        asked.answer = code;
    } else if (*asked.answer != code) {
        around_.journal.fault(fmt::format("{} asked {} ({}) and was told '{}', then '{}'", name_,
                                          answer.id, asked.type, *asked.answer, code));
    }
}

void Client::take(const protocol::server::Bye& bye) {
    around_.journal.count("bye " + bye.code);
}

Asked& Client::ask(protocol::client::Command command) {
    command.id = next_id();
    const auto type = type_of(command.command);
    return ask(command.id, protocol::write(protocol::ClientMessage(command), context()), type);
}

Asked& Client::ask(protocol::client::Act act) {
    act.id = next_id();
    const auto type = type_of(act.act);
    return ask(act.id, protocol::write(protocol::ClientMessage(act), context()), type);
}

Asked& Client::ask(protocol::client::Pen pen) {
    pen.id = next_id();
    return ask(pen.id, protocol::write(protocol::ClientMessage(pen), context()), pen.type);
}

Asked& Client::ask(std::uint64_t id, std::string text, std::string_view type) {
    Asked& asked = asked_[id];
    asked.text = std::move(text);
    asked.type = type;
    if (is_live()) send_asked(id);
    return asked;
}

void Client::send_asked(std::uint64_t id) {
    Asked& asked = asked_.at(id);
    around_.journal.trace("{} sends {}", name_, asked.text.substr(0, 300));
    const std::int64_t now_ms = around_.time.now_ms();
    asked.last_sent_ms = now_ms;
    around_.lines.send(connection_, asked.text);
    if (is_troubled() && random_.chance(around_.plan.sent_twice)) {
        around_.journal.count(Trouble::sent_twice);
        around_.lines.send(connection_, asked.text);
    }
    expect("an answer to " + asked.type, [this, id, now_ms] {
        const Asked& then = asked_.at(id);
        return then.answer || then.last_sent_ms != now_ms;
    });
}

void Client::send(const protocol::ClientMessage& message) {
    around_.lines.send(connection_, protocol::write(message, context()));
}

bool Client::is_answered() const {
    return std::all_of(asked_.begin(), asked_.end(),
                       [](const auto& asked) { return asked.second.answer.has_value(); });
}

std::string Client::new_words(std::string_view kind) {
    return fmt::format("{}/{}/{}/", kind, name_, ++words_made_);
}

}  // namespace dealtafel::sim
