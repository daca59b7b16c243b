#include "app/data_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace dealtafel::app {

namespace {

constexpr mode_t for_owner_only = 077;

Fault fault(const std::filesystem::path& folder, int code) {
    return {fmt::format("the data folder {} cannot be used: {}", folder.string(),
                        std::generic_category().message(code))};
}

}  // namespace

Result<DataFolder, Fault> DataFolder::open(const std::filesystem::path& folder) {
    // Also for the files that SQLite makes later.
    umask(for_owner_only);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fault(folder, error.value());
    const int lock = ::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) return fault(folder, errno);
    DataFolder held(folder, lock);
    // The system gives the lock back when the process ends, however it ends.
    if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return fault(folder, errno);
        return Fault{
            fmt::format("the data folder {} is in use by another server", folder.string())};
    }
    return {boost::system::in_place_value, std::move(held)};
}

// Whole or not at all: written beside, brought to the disk, and then given its name.
bool DataFolder::keep_scenario(const std::string& id, const std::string& toml) const {
    std::error_code error;
    std::filesystem::create_directories(scenarios(folder_), error);
    const std::filesystem::path beside = scenarios(folder_) / (id + ".new");
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return false;
    const ssize_t written = ::write(file, toml.data(), toml.size());
    const bool well = written == static_cast<ssize_t>(toml.size()) && ::fsync(file) == 0;
    ::close(file);
    if (well) std::filesystem::rename(beside, scenarios(folder_) / (id + ".toml"), error);
    return well && !error;
}

DataFolder::DataFolder(std::filesystem::path folder, int lock)
    : folder_(std::move(folder)), lock_(lock) {}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : folder_(std::move(other.folder_)), lock_(std::exchange(other.lock_, -1)) {}

DataFolder::~DataFolder() {
    if (lock_ >= 0) ::close(lock_);
}

}  // namespace dealtafel::app
