#include "power/disk.hpp"

#include "base/draw.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace dealtafel::test {

namespace {

constexpr std::uint64_t sector = 512;

void put(std::string& bytes, const Disk::Change& change) {
    if (!change.bytes) return bytes.resize(change.offset);
    const std::uint64_t end = change.offset + change.bytes->size();
    if (bytes.size() < end) bytes.resize(end);
    bytes.replace(change.offset, change.bytes->size(), *change.bytes);
}

}  // namespace

Disk::Disk(std::string name, std::uint64_t seed)
    : name_(std::move(name)), calls_(calls_to(*this)), random_(seed) {
    if (sqlite3_vfs_register(calls_.get(), 0) != SQLITE_OK) throw std::runtime_error(name_);
}

Disk::~Disk() { sqlite3_vfs_unregister(calls_.get()); }

std::uint64_t Disk::draw(std::uint64_t below) { return splitmix64(++random_) % below; }

Disk::FilePtr Disk::find(const std::string& file) const {
    const auto at = files_.find(file);
    return at == files_.end() ? nullptr : at->second;
}

Disk::FilePtr Disk::open(const std::string& file, bool creates) {
    if (!has_power_) return nullptr;
    FilePtr found = find(file);
    if (found || !creates) return found;
    return files_[file] = std::make_shared<File>();
}

int Disk::check(Act act, const std::string& file) {
    if (!has_power_) return SQLITE_IOERR;
    return watcher ? watcher(act, file) : SQLITE_OK;
}

// Whether the power lasts through one more change.
bool Disk::spend_power() {
    if (changes_left_ && (*changes_left_)-- == 0) {
        changes_left_.reset();
        has_power_ = false;
    }
    return has_power_;
}

int Disk::change(File& file, const std::string& name, Change change) {
    if (const int fault = check(change.bytes ? Act::write : Act::truncate, name)) return fault;
    put(file.now, change);
    file.since.push_back(std::move(change));
    return spend_power() ? SQLITE_OK : SQLITE_IOERR;
}

int Disk::sync(File& file, const std::string& name) {
    if (const int fault = check(Act::sync, name)) {
        // What a failed sync did not write is never written: systems take it for written.
        file.synced = survivor(file, draw(9));
        file.since.clear();
        return fault;
    }
    if (!spend_power()) return SQLITE_IOERR;
    file.synced = file.now;
    file.since.clear();
    // A new journal is synced with its folder, as SQLite does it on every system.
    if (!file.is_named && name.find('-') != std::string::npos) {
        for (auto& [other, named] : files_) named->is_named = true;
        removed_.clear();
    }
    return SQLITE_OK;
}

int Disk::remove(const std::string& file, bool at_once) {
    if (const int fault = check(Act::remove, file)) return fault;
    const auto at = files_.find(file);
    if (at == files_.end()) return SQLITE_IOERR_DELETE_NOENT;
    const bool has_lasted = spend_power();
    if (!at_once || !has_lasted) removed_[file] = at->second;
    files_.erase(at);
    return has_lasted ? SQLITE_OK : SQLITE_IOERR;
}

void Disk::restart() {
    // From nothing to all of what was not synced, as disks differ in when they write by themselves.
    const std::uint64_t eighths = draw(9);
    std::map<std::string, FilePtr> kept;
    const auto keep = [&](const std::string& name, const File& file) {
        auto again = std::make_shared<File>();
        again->now = again->synced = survivor(file, eighths);
        again->is_named = true;
        kept[name] = std::move(again);
    };
    for (const auto& [name, file] : removed_) {
        if (file->is_named && draw(2) == 0) keep(name, *file);
    }
    for (const auto& [name, file] : files_) {
        if (file->is_named || draw(2) == 0) keep(name, *file);
    }
    files_ = std::move(kept);
    removed_.clear();
    has_power_ = true;
    changes_left_.reset();
}

std::string Disk::survivor(const File& file, std::uint64_t eighths) {
    std::string kept = file.synced;
    for (const Change& change : file.since) {
        if (change.bytes) {
            write_sectors(kept, change, eighths);
        } else if (draw(8) < eighths) {
            put(kept, change);
        }
    }
    return kept;
}

// Each sector of a write is on the disk, or not, or only its first bytes are; what lies beside the
// written bytes in a sector stays as it was, which SQLite counts on (powersafe overwrite).
void Disk::write_sectors(std::string& kept, const Change& change, std::uint64_t eighths) {
    const std::string& bytes = *change.bytes;
    for (std::uint64_t at = 0; at < bytes.size();) {
        const std::uint64_t offset = change.offset + at;
        const std::uint64_t length = std::min(sector - offset % sector, bytes.size() - at);
        const bool is_torn = draw(16) == 0;
        const std::uint64_t there = is_torn ? draw(length + 1) : length;
        if (draw(8) < eighths && there > 0) put(kept, {offset, bytes.substr(at, there)});
        at += length;
    }
}

}  // namespace dealtafel::test
