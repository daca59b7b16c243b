#include "disk.hpp"

#include <algorithm>

namespace dealtafel::sim {

using store::AppendResult;

void Disk::append(store::Append append) {
    waiting_.emplace_back(std::move(append));
    next();
}

void Disk::load(const std::string& stream, std::uint64_t epoch) {
    waiting_.emplace_back(Load{stream, epoch});
    next();
}

void Disk::forget() {
    waiting_.clear();
    busy_ = false;
    ++lives_;
}

void Disk::fail_for(std::int64_t ms) {
    fails_until_ms_ = std::max(fails_until_ms_, time_.now_ms() + ms);
}

bool Disk::is_troubled() const {
    return time_.now_ms() >= plan_.troubled_from_ms && time_.now_ms() < plan_.troubled_ms;
}

void Disk::next() {
    if (busy_ || waiting_.empty()) return;
    busy_ = true;
    const auto takes_ms =
        1 + static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(plan_.disk_ms)));
    if (takes_ms > 100) journal_.count(Trouble::slow_disk);
    time_.after(takes_ms, [this, life = lives_, work = std::move(waiting_.front())] {
        if (life != lives_) return;
        visit([this](const auto& asked) { carry_out(asked); }, work);
    });
    waiting_.pop_front();
}

AppendResult Disk::write(const store::Append& append) {
    const auto result = store_.append_all({&append, 1}).front();
    if (result == AppendResult::done) {
        ends_[append.stream].insert(append.first + append.lines.size() - 1);
    }
    return result;
}

// An append that was under way is stored or is not, when the server dies: nobody was told.
bool Disk::dies_at(const store::Append& append) {
    if (!is_troubled() || !random_.chance(plan_.crashes_at_append)) return false;
    const bool lands = random_.chance(0.5);
    if (lands) write(append);
    journal_.count(lands ? Trouble::crash_after_append : Trouble::crash_before_append);
    user_->die();
    return true;
}

std::optional<AppendResult> Disk::spoilt(const store::Append& append) {
    if (time_.now_ms() < fails_until_ms_) {
        journal_.count(Trouble::disk_out);
        return AppendResult::disk_fault;
    }
    if (!is_troubled() || !random_.chance(plan_.append_faults)) return std::nullopt;
    const bool of_stream = random_.chance(0.3);
    const bool lands = random_.chance(0.4);
    if (lands) write(append);
    if (lands) journal_.count(Trouble::append_fault_but_stored);
    else journal_.count(of_stream ? Trouble::stream_fault : Trouble::append_lost);
    return of_stream ? AppendResult::stream_fault : AppendResult::disk_fault;
}

void Disk::carry_out(const store::Append& append) {
    if (dies_at(append)) return;
    auto result = spoilt(append);
    if (result) {
        last_fault_ms_ = time_.now_ms();
    } else {
        result = write(append);
    }
    journal_.trace("store {} lines {}..{}: {}", append.stream.substr(0, 6), append.first,
                   append.first + append.lines.size() - 1, static_cast<int>(*result));
    time_.after(1, [this, life = lives_, stream = append.stream, result = *result] {
        if (life != lives_) return;
        busy_ = false;
        user_->appended(stream, result);
        next();
    });
}

void Disk::carry_out(const Load& load) {
    busy_ = false;
    user_->loaded(load.stream, store::read_stream(store_, load.stream, load.epoch));
    next();
}

}  // namespace dealtafel::sim
