#include "app/admin_token.hpp"

#include "app/random_bytes.hpp"
#include "base/hash.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <system_error>

namespace dealtafel::app {

namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t token_characters_min = 32;

Fault fault(const std::filesystem::path& file, std::string_view what) {
    return {fmt::format("the administrator's token file {} {}", file.string(), what)};
}

Fault fault(const std::filesystem::path& file, int code) {
    return fault(file, "cannot be used: " + std::generic_category().message(code));
}

// Makes the file where there is none.
std::optional<Fault> make(const std::filesystem::path& file) {
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0) return errno == EEXIST ? std::nullopt : std::optional(fault(file, errno));
    const std::string text = to_hex(random_bytes(token_bytes)) + '\n';
    const bool well = ::write(made, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const int code = errno;
    ::close(made);
    if (well) return std::nullopt;
    ::unlink(file.c_str());
    return fault(file, code);
}

}  // namespace

Result<std::string, Fault> admin_token_hash(const std::filesystem::path& file) {
    if (auto wrong = make(file)) return std::move(*wrong);
    const int held = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (held < 0) return fault(file, errno);
    struct stat about {};
    std::array<char, 1024> bytes{};
    const bool is_known = ::fstat(held, &about) == 0;
    const ssize_t count = ::read(held, bytes.data(), bytes.size());
    const int code = errno;
    ::close(held);
    if (!is_known || count < 0) return fault(file, code);
    if ((about.st_mode & 077) != 0) {
        return fault(file, "can be read by others: chmod 600 mends that");
    }
    std::string_view token(bytes.data(), static_cast<std::size_t>(count));
    token = token.substr(0, token.find_first_of("\r\n"));
    if (token.size() < token_characters_min) {
        return fault(file,
                     fmt::format("holds fewer than {} characters: remove it, and a new one is made",
                                 token_characters_min));
    }
    return {boost::system::in_place_value, sha256_hex(token)};
}

}  // namespace dealtafel::app
