// The server as it runs: hub and network on one thread without locks, the store on its own, real
// time, real chance, and the signals that end it.
#pragma once

#include "app/data_folder.hpp"
#include "app/metrics.hpp"
#include "app/service_manager.hpp"
#include "app/store_watch.hpp"
#include "app/wall_clock.hpp"
#include "core/hub.hpp"
#include "net/listener.hpp"
#include "store/sqlite_store.hpp"
#include "store/store_thread.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>

namespace dealtafel::app {

struct Config {
    std::vector<std::string> addresses;
    std::uint16_t port = 0;  // 0: any that is free
    std::filesystem::path data;
    std::vector<core::ScenarioEntry> scenarios;
    std::string version;
    net::Doors doors;
    std::string tls_cert;  // files, for TLS; empty: without
    std::string tls_key;
};

class Server final : private core::World, private net::Operations {
public:
    // Takes up what the data folder holds, and listens.
    static Result<std::unique_ptr<Server>, Fault> open(Config config);
    ~Server() override;

    core::Hub& hub() { return hub_; }
    std::int64_t now_ms() const { return clock_.now_ms(); }
    // Where browsers find it, as in `http://127.0.0.1:8080`.
    std::vector<std::string> urls() const { return listener_->urls(); }
    // Serves until SIGINT or SIGTERM: then takes no more, tells the clients, stores what was
    // begun, and returns. With TLS, SIGHUP reads the certificate and the key again.
    void run();
    // What a signal does.
    void stop();

private:
    Server(Config& config, DataFolder folder, std::unique_ptr<store::SqliteStore> store,
           std::unique_ptr<net::Keys> keys);
    // Takes up what is stored; why it cannot, if so.
    std::optional<Fault> restore(const std::filesystem::path& data);
    void turn();
    void await_signal();
    void await_hangup();
    bool is_done() const;
    std::optional<std::int64_t> deadline() const;
    void tick();
    void appended(const std::string& stream, store::AppendResult result);
    void loaded(const std::string& stream, std::optional<store::StoredStream> held);

    void wake(core::ConnectionId connection) override;
    void close(core::ConnectionId connection, std::string_view code) override;
    void append(store::Append append) override;
    void load(const std::string& stream, std::uint64_t epoch) override;
    void compute(std::function<void()> job,
                 std::function<void(std::int64_t now_ms)> then) override;
    std::string random_bytes(std::size_t count) override;
    bool keep_scenario(const std::string& id, const std::string& toml) override;
    void log(const std::string& line) override;

    std::string metrics() const override;
    bool store_is_behind() const override { return watch_.is_behind(now_ms()); }

    // What is destroyed first stands last: the hub's replies hold connections of the io_context.
    boost::asio::io_context io_{1};
    WallClock clock_;
    DataFolder folder_;
    std::unique_ptr<store::SqliteStore> store_;
    net::Connections connections_;
    core::Hub hub_;
    net::Routes routes_;
    std::unique_ptr<net::Keys> keys_;
    net::Site site_;
    std::unique_ptr<net::Listener> listener_;
    boost::asio::signal_set signals_;
    boost::asio::signal_set hangup_;
    std::unique_ptr<store::StoreThread> store_thread_;
    boost::asio::thread_pool worker_{1};

    StoreWatch watch_;
    Metrics metrics_;
    ServiceManager service_manager_;
    bool is_stopping_ = false;
    bool is_abandoned_ = false;
};

}  // namespace dealtafel::app
