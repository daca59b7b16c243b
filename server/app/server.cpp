#include "app/server.hpp"

#include "app/random_bytes.hpp"
#include "app/stored_streams.hpp"

#include "base/step.hpp"
#include "core/limits.hpp"
#include "protocol/refusal.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <ctime>

namespace dealtafel::app {

namespace {

// How many handlers run before the deadlines are looked at again.
constexpr int handlers_per_turn = 64;
// A deadline that has passed is tried again so often, where something keeps it from being met.
constexpr std::int64_t shortest_wait_ms = 1;
constexpr std::int64_t longest_wait_ms = 60'000;

std::string_view describe(store::AppendResult result) {
    switch (result) {
        case store::AppendResult::done: return "stored";
        case store::AppendResult::conflict: return "somebody else wrote to it";
        case store::AppendResult::fenced: return "another server took it over";
        case store::AppendResult::stream_fault: return "its data is damaged";
        case store::AppendResult::disk_fault: return "the disk takes no writes";
    }
    return {};
}

// Processor time of this thread: while it waits for something to do it takes none.
double thread_seconds() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

// Every connection is an open file, and most systems give a program fewer than it may have.
void raise_file_limit() {
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace

Result<std::unique_ptr<Server>, Fault> Server::open(Config config) {
    raise_file_limit();
    // A reader that went away and a file that may not grow are errors of a write, no reason to die.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    std::unique_ptr<net::Keys> keys;
    if (!config.tls_cert.empty()) {
        auto loaded = net::Keys::load(config.tls_cert, config.tls_key);
        if (!loaded) return Fault{loaded.error().sentence};
        keys = std::move(*loaded);
    }
    auto folder = DataFolder::open(config.data);
    if (!folder) return folder.error();
    const std::filesystem::path data_file = folder->data_file();
    auto store = store::SqliteStore::open(data_file);
    if (!store) return Fault{store.error().sentence};
    std::unique_ptr<Server> server(new Server(config, std::move(*folder), std::move(*store),
                                              std::move(keys)));

    auto listener = net::Listener::listen(server->io_, config.addresses, config.port, server->site_,
                                          core::limits::connections_max);
    if (!listener) return Fault{listener.error().sentence};
    server->listener_ = std::move(*listener);
    try {
        if (auto fault = server->restore(config.data)) return std::move(*fault);
    } catch (const std::exception& error) {
        return Fault{fmt::format("the data file {} cannot be taken over: {}", data_file.string(),
                                 error.what())};
    }
    return server;
}

Server::Server(Config& config, DataFolder folder, std::unique_ptr<store::SqliteStore> store,
               std::unique_ptr<net::Keys> keys)
    : folder_(std::move(folder)),
      store_(std::move(store)),
      hub_(*this, std::move(config.scenarios)),
      routes_(
          hub_, [this] { return now_ms(); }, config.version, std::move(config.doors), this),
      keys_(std::move(keys)),
      site_{hub_, [this] { return now_ms(); }, routes_, connections_, keys_.get()},
      signals_(io_, SIGINT, SIGTERM),
      hangup_(io_),
      metrics_(std::move(config.version)) {}

Server::~Server() = default;

std::optional<Fault> Server::restore(const std::filesystem::path& data) {
    if (const auto other = other_version(*store_)) {
        return Fault{fmt::format("the data folder {} {}", data.string(), *other)};
    }
    std::vector<std::string> unread;
    std::vector<core::StoredStream> streams = take_over_all(*store_, unread);
    for (const std::string& wrong : unread) spdlog::error("{}", wrong);
    clock_.not_before(newest_ms(streams));
    // From here on only its thread may use the store; the hub's first appends wait for it.
    store_thread_ = std::make_unique<store::StoreThread>(
        *store_, [this](std::function<void()> work) { boost::asio::post(io_, std::move(work)); },
        [this](const std::string& stream, store::AppendResult result) {
            appended(stream, result);
        },
        [this](const std::string& stream, std::optional<store::StoredStream> held) {
            loaded(stream, std::move(held));
        });
    for (const std::string& wrong : hub_.restore(std::move(streams), now_ms())) {
        spdlog::error("not taken up: {}", wrong);
    }
    spdlog::info("{} sessions taken up", hub_.session_count());
    return std::nullopt;
}

void Server::run() {
    listener_->start();
    service_manager_.ready();
    await_signal();
    // Without TLS the end of a terminal ends the server, as it does other programs.
    if (keys_ != nullptr) {
        hangup_.add(SIGHUP);
        await_hangup();
    }
    while (!is_done()) turn();
}

// Waits for something to do, does some of it, and lets time pass in the games.
void Server::turn() {
    const auto due = deadline();
    const std::int64_t wait_ms =
        due ? std::clamp(*due - now_ms(), shortest_wait_ms, longest_wait_ms) : longest_wait_ms;
    const double began_s = thread_seconds();
    io_.run_one_for(std::chrono::milliseconds(wait_ms));
    for (int ran = 1; ran < handlers_per_turn && io_.poll_one() > 0;) ++ran;
    if (due && *due <= now_ms()) tick();
    metrics_.turned(thread_seconds() - began_s);
}

// When the games, the watch over the store or the service manager want to be looked at.
std::optional<std::int64_t> Server::deadline() const {
    std::optional<std::int64_t> first = is_stopping_ ? std::nullopt : hub_.deadline();
    for (const auto due : {watch_.deadline(), service_manager_.deadline()}) {
        if (due && (!first || *due < *first)) first = due;
    }
    return first;
}

void Server::tick() {
    service_manager_.tick(now_ms());
    if (const auto news = watch_.news(now_ms())) spdlog::warn("{}", *news);
    if (!is_stopping_) hub_.tick(now_ms());
}

void Server::await_signal() {
    signals_.async_wait([this](boost::system::error_code error, int) {
        if (error) return;
        if (is_stopping_) {
            is_abandoned_ = true;  // asked twice: whoever asks will not wait
            return;
        }
        stop();
        await_signal();
    });
}

void Server::await_hangup() {
    hangup_.async_wait([this](boost::system::error_code error, int) {
        if (error) return;
        const auto reloaded = keys_->reload();
        if (reloaded) {
            spdlog::info("the certificate and its key were read again");
        } else {
            spdlog::error("the certificate before is kept: {}", reloaded.error().sentence);
        }
        await_hangup();
    });
}

void Server::stop() {
    spdlog::info("stopping");
    service_manager_.stopping();
    is_stopping_ = true;
    listener_->stop();
    connections_.close_all(to_word(protocol::Refusal::server_stops));
}

bool Server::is_done() const {
    return is_abandoned_ || (is_stopping_ && connections_.empty() && watch_.under_way() == 0);
}

void Server::appended(const std::string& stream, store::AppendResult result) {
    metrics_.stored(result, watch_.done(now_ms()));
    if (const auto news = watch_.news(now_ms())) spdlog::warn("{}", *news);
    passed(Step::back);
    if (result != store::AppendResult::done) {
        spdlog::error("stream {}: {}", stream, describe(result));
    }
    hub_.appended(stream, result, now_ms());
    passed(Step::published);
}

void Server::loaded(const std::string& stream, std::optional<store::StoredStream> held) {
    if (const auto wrong = hub_.loaded(stream, std::move(held), now_ms())) {
        spdlog::error("stream {}: not taken up again: {}", stream, *wrong);
    }
}

void Server::wake(core::ConnectionId connection) {
    connections_.wake(connection);
}

void Server::close(core::ConnectionId connection, std::string_view code) {
    connections_.close(connection, code);
}

void Server::append(store::Append append) {
    if (append.first == 1) spdlog::info("stream {} begins", append.stream);
    watch_.handed(now_ms());
    passed(Step::decided);
    store_thread_->append(std::move(append));
    passed(Step::handed);
}

void Server::load(const std::string& stream, std::uint64_t epoch) {
    store_thread_->load(stream, epoch);
}

void Server::compute(std::function<void()> job, std::function<void(std::int64_t now_ms)> then) {
    boost::asio::post(worker_, [this, job = std::move(job), then = std::move(then)]() mutable {
        job();
        boost::asio::post(io_, [this, then = std::move(then)] { then(now_ms()); });
    });
}

std::string Server::random_bytes(std::size_t count) {
    return app::random_bytes(count);
}

// On the worker's thread, whose alone the folder is once the server runs.
bool Server::keep_scenario(const std::string& id, const std::string& toml) {
    return folder_.keep_scenario(id, toml);
}

void Server::log(const std::string& line) {
    spdlog::info("{}", line);
}

std::string Server::metrics() const {
    return metrics_.text(hub_.figures(),
                         {hub_.writes(), watch_.under_way(), watch_.age_ms(now_ms())});
}

}  // namespace dealtafel::app
