// The thread on which a store works: it takes all appends that wait, of all streams, and commits
// them at once, so that a commit costs the same for one game and for a hundred. What is to be read
// is read after them.
#pragma once

#include "store/event_store.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace dealtafel::store {

class StoreThread {
public:
    // Runs a function on the thread that owns the games.
    using Executor = std::function<void(std::function<void()>)>;
    // Gets the result of an append, run by the executor in the order of the appends.
    using Completion = std::function<void(const std::string& stream, AppendResult result)>;
    // Gets what a stream holds; nothing where it cannot be read. Run by the executor.
    using Loaded =
        std::function<void(const std::string& stream, std::optional<StoredStream> held)>;

    // Nobody else may use the store while the thread lives.
    StoreThread(EventStore& store, Executor executor, Completion completion, Loaded loaded);
    // Stores what still waits, hands its results to the executor, and ends the thread.
    ~StoreThread();
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    void append(Append append);
    // Reads a stream for its owner, once all appends are done that were asked for before.
    void load(std::string stream, std::uint64_t epoch);

private:
    struct Load {
        std::string stream;
        std::uint64_t epoch;
    };
    void run();
    void store(std::vector<Append> appends);
    void read(Load load);

    EventStore& store_;
    const Executor executor_;
    const Completion completion_;
    const Loaded loaded_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Append> waiting_;  // guarded by mutex_, as is all from here on
    std::vector<Load> loads_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace dealtafel::store
