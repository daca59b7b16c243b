// The folder with all that the server keeps, readable by its owner only, and used by one server at
// a time.
#pragma once

#include "app/fault.hpp"

#include <filesystem>
#include <string>

namespace dealtafel::app {

class DataFolder {
public:
    // Makes the folder where there is none, and holds it while the object lives.
    static Result<DataFolder, Fault> open(const std::filesystem::path& folder);
    DataFolder(DataFolder&& other) noexcept;
    DataFolder& operator=(DataFolder&&) = delete;
    ~DataFolder();

    // Where scenarios lie that the administrator sent.
    static std::filesystem::path scenarios(const std::filesystem::path& folder) {
        return folder / "scenarios";
    }
    // Keeps the text of one there; whether that went well.
    bool keep_scenario(const std::string& id, const std::string& toml) const;

    static std::filesystem::path data_file(const std::filesystem::path& folder) {
        return folder / "dealtafel.sqlite";
    }
    std::filesystem::path data_file() const { return data_file(folder_); }

private:
    DataFolder(std::filesystem::path folder, int lock);

    std::filesystem::path folder_;
    int lock_;  // a file descriptor; -1 where it was moved from
};

}  // namespace dealtafel::app
