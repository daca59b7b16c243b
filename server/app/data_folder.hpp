// The folder with all that the server keeps, readable by its owner only, and used by one server at
// a time.
#pragma once

#include "app/fault.hpp"

#include <filesystem>

namespace dealtafel::app {

class DataFolder {
public:
    // Makes the folder where there is none, and holds it while the object lives.
    static Result<DataFolder, Fault> open(const std::filesystem::path& folder);
    DataFolder(DataFolder&& other) noexcept;
    DataFolder& operator=(DataFolder&&) = delete;
    ~DataFolder();

    std::filesystem::path data_file() const { return folder_ / "dealtafel.sqlite"; }

private:
    DataFolder(std::filesystem::path folder, int lock);

    std::filesystem::path folder_;
    int lock_;  // a file descriptor; -1 where it was moved from
};

}  // namespace dealtafel::app
