// A disk for tests, as a file system of SQLite that lies in memory: it knows what was synced, and
// after a power cut holds that and a random part of what was written since, in sectors of 512
// bytes of which some are torn. What it promises is what SQLite takes a system's disk to promise.
//
// For one connection at a time: locks are always given.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_vfs;

namespace dealtafel::test {

class Disk {
public:
    enum class Act { read, write, truncate, sync, remove };
    // Sees each act before it is done; SQLITE_OK, or the code with which it fails instead.
    using Watcher = std::function<int(Act act, const std::string& file)>;

    // Registers itself with SQLite under this name, until it is gone.
    Disk(std::string name, std::uint64_t seed);
    ~Disk();
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    const std::string& name() const { return name_; }
    Watcher watcher;

    // The power goes during the change that comes after so many others; then nothing works.
    void cut_power_after(std::uint64_t changes) { changes_left_ = changes; }
    bool has_power() const { return has_power_; }
    // The power is back: files are what the disk kept of them. Nobody may hold one open.
    void restart();

    struct Change {
        std::uint64_t offset = 0;          // or the new size
        std::optional<std::string> bytes;  // none: the file was cut to a size
    };
    struct File {
        std::string now;            // as programs see it
        std::string synced;         // as the disk has it for certain
        std::vector<Change> since;  // in order, since it was synced
        bool is_named = false;      // its name is on the disk for certain
        std::vector<std::unique_ptr<char[]>> shared;  // memory that its users share
    };
    using FilePtr = std::shared_ptr<File>;

    // What SQLite asks for; see disk_calls.cpp.
    FilePtr open(const std::string& file, bool creates);
    FilePtr find(const std::string& file) const;
    int check(Act act, const std::string& file);
    int change(File& file, const std::string& name, Change change);
    int sync(File& file, const std::string& name);
    int remove(const std::string& file, bool at_once);

private:
    std::uint64_t draw(std::uint64_t below);
    bool spend_power();
    std::string survivor(const File& file, std::uint64_t eighths);
    void write_sectors(std::string& kept, const Change& change, std::uint64_t eighths);

    std::string name_;
    std::unique_ptr<sqlite3_vfs> calls_;
    std::map<std::string, FilePtr> files_;
    std::map<std::string, FilePtr> removed_;  // whose removal is not on the disk for certain
    std::uint64_t random_;
    std::optional<std::uint64_t> changes_left_;
    bool has_power_ = true;
};

// The calls through which SQLite uses a disk.
std::unique_ptr<sqlite3_vfs> calls_to(Disk& disk);

}  // namespace dealtafel::test
