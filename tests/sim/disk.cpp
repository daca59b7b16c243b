#include "disk.hpp"

namespace dealtafel::sim {

std::int64_t Disk::takes_ms() { return 1 + static_cast<std::int64_t>(random_.below(8)); }

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

void Disk::next() {
    if (busy_ || waiting_.empty()) return;
    busy_ = true;
    time_.after(takes_ms(), [this, life = lives_, work = std::move(waiting_.front())] {
        if (life != lives_) return;
        visit([this](const auto& asked) { carry_out(asked); }, work);
    });
    waiting_.pop_front();
}

void Disk::carry_out(const store::Append& append) {
    const auto result = store_.append_all({&append, 1}).front();
    if (result == store::AppendResult::done) {
        ends_[append.stream].insert(append.first + append.lines.size() - 1);
    }
    time_.after(1, [this, life = lives_, stream = append.stream, result] {
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
