#include "store/store_thread.hpp"

#include <utility>

namespace dealtafel::store {

StoreThread::StoreThread(EventStore& store, Executor executor, Completion completion,
                         Loaded loaded)
    : store_(store),
      executor_(std::move(executor)),
      completion_(std::move(completion)),
      loaded_(std::move(loaded)),
      thread_([this] { run(); }) {}

StoreThread::~StoreThread() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void StoreThread::append(Append append) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(append));
    }
    changed_.notify_one();
}

void StoreThread::load(std::string stream, std::uint64_t epoch) {
    {
        const std::lock_guard lock(mutex_);
        loads_.push_back({std::move(stream), epoch});
    }
    changed_.notify_one();
}

void StoreThread::run() {
    for (;;) {
        std::vector<Append> appends;
        std::vector<Load> loads;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock,
                          [this] { return ending_ || !waiting_.empty() || !loads_.empty(); });
            if (waiting_.empty() && loads_.empty()) return;
            appends.swap(waiting_);
            loads.swap(loads_);
        }
        if (!appends.empty()) store(std::move(appends));
        for (Load& load : loads) read(std::move(load));
    }
}

void StoreThread::store(std::vector<Append> appends) {
    std::vector<AppendResult> results = store_.append_all(appends);
    // The completion is copied, as the executor may run it when this thread is gone.
    executor_(
        [completion = completion_, appends = std::move(appends), results = std::move(results)] {
            for (std::size_t at = 0; at < results.size(); ++at) {
                completion(appends[at].stream, results[at]);
            }
        });
}

void StoreThread::read(Load load) {
    std::optional<StoredStream> held;
    try {
        held = read_stream(store_, load.stream, load.epoch);
    } catch (const std::exception&) {
        // A disk that cannot be read either: its owner is told that there is nothing to go on with.
    }
    executor_([loaded = loaded_, stream = std::move(load.stream), held = std::move(held)] {
        loaded(stream, held);
    });
}

}  // namespace dealtafel::store
