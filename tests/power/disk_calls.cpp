// The C functions through which SQLite uses a disk of a test.
#include "power/disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace dealtafel::test {

namespace {

// What SQLite holds of an open file: its calls first, as it demands.
struct Handle {
    sqlite3_file base;
    Disk* disk;
    std::string name;
    Disk::FilePtr file;
    bool goes_when_closed;
};

Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
Disk& of(sqlite3_vfs* calls) { return *static_cast<Disk*>(calls->pAppData); }
std::uint64_t place(sqlite3_int64 offset) { return static_cast<std::uint64_t>(offset); }

int close(sqlite3_file* file) {
    Handle& handle = of(file);
    if (handle.goes_when_closed && handle.disk->has_power()) {
        handle.disk->remove(handle.name, true);
    }
    handle.~Handle();
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* to, int count, sqlite3_int64 offset) {
    const Handle& handle = of(file);
    if (const int fault = handle.disk->check(Disk::Act::read, handle.name)) return fault;
    const std::string& now = handle.file->now;
    const std::size_t wanted = static_cast<std::size_t>(count);
    const std::size_t from = std::min<std::size_t>(place(offset), now.size());
    const std::size_t there = std::min(wanted, now.size() - from);
    std::memcpy(to, now.data() + from, there);
    std::memset(static_cast<char*>(to) + there, 0, wanted - there);
    return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
    const Handle& handle = of(file);
    std::string bytes(static_cast<const char*>(from), static_cast<std::size_t>(count));
    return handle.disk->change(*handle.file, handle.name, {place(offset), std::move(bytes)});
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    const Handle& handle = of(file);
    return handle.disk->change(*handle.file, handle.name, {place(size), {}});
}

int sync(sqlite3_file* file, int) { return of(file).disk->sync(*of(file).file, of(file).name); }

int size(sqlite3_file* file, sqlite3_int64* bytes) {
    *bytes = static_cast<sqlite3_int64>(of(file).file->now.size());
    return SQLITE_OK;
}

int lock(sqlite3_file*, int) { return SQLITE_OK; }
int check_lock(sqlite3_file*, int* is_reserved) {
    *is_reserved = 0;
    return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }  // as SQLite says of a system's disk
int promises(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int map_shared(sqlite3_file* file, int region, int bytes, int extends, void volatile** memory) {
    auto& shared = of(file).file->shared;
    const std::size_t at = static_cast<std::size_t>(region);
    while (extends != 0 && shared.size() <= at) {
        shared.push_back(std::make_unique<char[]>(static_cast<std::size_t>(bytes)));
    }
    *memory = at < shared.size() ? shared[at].get() : nullptr;
    return SQLITE_OK;
}
int lock_shared(sqlite3_file*, int, int, int) { return SQLITE_OK; }
void order_shared(sqlite3_file*) {}
int unmap_shared(sqlite3_file* file, int removes) {
    if (removes != 0) of(file).file->shared.clear();
    return SQLITE_OK;
}

const sqlite3_io_methods file_calls{
    2,          close,        read,          write,       truncate,     sync,         size, lock,
    lock,       check_lock,   control,       sector_size, promises,     map_shared,
    lock_shared, order_shared, unmap_shared, nullptr,     nullptr};

int open(sqlite3_vfs* calls, const char* name, sqlite3_file* file, int flags, int* given) {
    Disk& disk = of(calls);
    file->pMethods = nullptr;
    const std::string known = name != nullptr ? name : "temporary";
    Disk::FilePtr found = name != nullptr ? disk.open(known, (flags & SQLITE_OPEN_CREATE) != 0)
                                          : std::make_shared<Disk::File>();
    if (!found) return SQLITE_CANTOPEN;
    const bool goes = name != nullptr && (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    new (file) Handle{{&file_calls}, &disk, known, std::move(found), goes};
    if (given != nullptr) *given = flags;
    return SQLITE_OK;
}

int remove(sqlite3_vfs* calls, const char* name, int at_once) {
    return of(calls).remove(name, at_once != 0);
}

// A file without bytes counts as none, as on a system's disk.
int access(sqlite3_vfs* calls, const char* name, int, int* is_there) {
    const Disk::FilePtr found = of(calls).find(name);
    *is_there = found && !found->now.empty() ? 1 : 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int bytes, char* to) {
    sqlite3_snprintf(bytes, to, "%s", name);
    return SQLITE_OK;
}

}  // namespace

std::unique_ptr<sqlite3_vfs> calls_to(Disk& disk) {
    // Time and chance are the system's.
    auto calls = std::make_unique<sqlite3_vfs>(*sqlite3_vfs_find(nullptr));
    calls->iVersion = 2;
    calls->szOsFile = sizeof(Handle);
    calls->pNext = nullptr;
    calls->zName = disk.name().c_str();
    calls->pAppData = &disk;
    calls->xOpen = open;
    calls->xDelete = remove;
    calls->xAccess = access;
    calls->xFullPathname = full_path;
    return calls;
}

}  // namespace dealtafel::test
