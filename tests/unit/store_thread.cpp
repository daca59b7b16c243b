#include "store/store_thread.hpp"

#include "store/memory_store.hpp"

#include <doctest/doctest.h>

#include <semaphore>

using namespace dealtafel::store;

namespace {

// A store whose first commit lasts until it is told to go on, so that appends pile up behind it.
class SlowStore final : public EventStore {
public:
    std::vector<AppendResult> append_all(std::span<const Append> appends) override {
        batches.push_back(appends.size());
        if (batches.size() == 1) {
            entered.release();
            go_on.acquire();
        }
        return kept.append_all(appends);
    }
    std::uint64_t read(const std::string& stream, std::uint64_t from,
                       const LineVisitor& visitor) override {
        if (stream == unreadable) throw std::runtime_error("a bad sector");
        return kept.read(stream, from, visitor);
    }
    std::vector<StoredText> texts(const std::string& stream) override { return kept.texts(stream); }
    std::vector<std::string> list() override { return kept.list(); }
    std::uint64_t take_over(const std::string& stream) override { return kept.take_over(stream); }

    MemoryStore kept;
    std::string unreadable;  // a stream that the disk does not give back
    std::vector<std::size_t> batches;
    std::binary_semaphore entered{0};
    std::binary_semaphore go_on{0};
};

}  // namespace

TEST_CASE("appends that wait are stored in one commit, and their results come back in order") {
    SlowStore store;
    std::mutex mutex;
    std::vector<std::function<void()>> posted;
    std::vector<std::pair<std::string, AppendResult>> results;
    std::optional<StoredStream> seen;
    {
        StoreThread thread(
            store,
            [&](std::function<void()> work) {
                const std::lock_guard lock(mutex);
                posted.push_back(std::move(work));
            },
            [&](const std::string& stream, AppendResult result) {
                results.emplace_back(stream, result);
            },
            [&](const std::string&, const std::optional<StoredStream>& held) { seen = held; });
        thread.append({"a", 1, 1, {"one"}, {}});
        store.entered.acquire();
        thread.append({"b", 1, 1, {"one"}, {}});
        thread.load("a", 7);
        thread.append({"a", 1, 2, {"two"}, {}});
        thread.append({"a", 1, 2, {"two again"}, {}});
        store.go_on.release();
        // The end of the thread waits for all that was asked before.
    }
    CHECK(store.batches == std::vector<std::size_t>{1, 3});
    CHECK(results.empty());  // nothing ran but by the executor
    for (const auto& work : posted) work();
    CHECK(results ==
          std::vector<std::pair<std::string, AppendResult>>{{"a", AppendResult::done},
                                                            {"b", AppendResult::done},
                                                            {"a", AppendResult::done},
                                                            {"a", AppendResult::conflict}});
    // What is to be read is read after the appends that waited with it.
    REQUIRE(seen.has_value());
    CHECK(seen->lines == std::vector<std::string>{"one", "two"});
    CHECK(seen->epoch == 7);
}

TEST_CASE("the owner of a stream that cannot be read is told so, and others are read after it") {
    SlowStore store;
    store.unreadable = "a";
    store.kept.append_all(std::vector<Append>{{"b", 1, 1, {"one"}, {}}});
    std::mutex mutex;
    std::vector<std::function<void()>> posted;
    std::vector<std::pair<std::string, std::optional<StoredStream>>> seen;
    {
        StoreThread thread(
            store,
            [&](std::function<void()> work) {
                const std::lock_guard lock(mutex);
                posted.push_back(std::move(work));
            },
            [](const std::string&, AppendResult) {},
            [&](const std::string& stream, const std::optional<StoredStream>& held) {
                seen.emplace_back(stream, held);
            });
        thread.load("a", 1);
        thread.load("b", 1);
    }
    for (const auto& work : posted) work();
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].first == "a");
    CHECK_FALSE(seen[0].second.has_value());
    REQUIRE(seen[1].second.has_value());
    CHECK(seen[1].second->lines == std::vector<std::string>{"one"});
}
