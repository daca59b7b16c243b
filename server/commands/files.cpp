#include "commands/files.hpp"

#include "commands/commands.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>

namespace dealtafel::commands {

namespace fs = std::filesystem;

Result<std::string, Unreadable> read_file(const fs::path& path, std::size_t bytes_max) {
    std::error_code failed;
    if (fs::is_directory(path, failed)) {
        return Unreadable{fmt::format("{}: this is a folder", path.string())};
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    std::string part(std::min<std::size_t>(bytes_max + 1, 64 * 1024), '\0');
    while (file && bytes.size() <= bytes_max) {
        file.read(part.data(), static_cast<std::streamsize>(part.size()));
        bytes.append(part, 0, static_cast<std::size_t>(file.gcount()));
    }
    if (!file.is_open() || file.bad()) {
        return Unreadable{fmt::format("{}: cannot be read: {}", path.string(),
                                      std::generic_category().message(errno))};
    }
    return {boost::system::in_place_value, std::move(bytes)};
}

std::optional<Unreadable> write_new_file(const fs::path& path, std::string_view text) {
    const auto failed = [&] {
        return Unreadable{fmt::format("{}: cannot be written: {}", path.string(),
                                      std::generic_category().message(errno))};
    };
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return failed();
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno != EINTR) break;
        text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    std::optional<Unreadable> fault;
    if (!text.empty() || ::fsync(file) != 0) fault = failed();
    ::close(file);
    if (fault) ::unlink(path.c_str());
    return fault;
}

int refuse(const std::string& text) {
    std::cerr << text << '\n';
    return exit_refused;
}

}  // namespace dealtafel::commands
