#include "net/pages.hpp"

#include "net/page_files.hpp"
#include "net/text.hpp"

#include <algorithm>
#include <array>

namespace dealtafel::net {

namespace {

constexpr std::string_view start_page = "/index.html";

// The places inside the page; each may be followed by the code of a session.
constexpr std::array<std::string_view, 4> places{"join", "play", "console", "screen"};

bool is_code(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
}

// Whether the page itself shows what is at this path.
bool is_place(std::string_view path) {
    if (path == "/") return true;
    // A client may ask for anything: for `*`, or for a query alone, whose path is empty.
    if (!path.starts_with('/')) return false;
    const auto parts = split(path.substr(1), '/');
    if (parts.size() > 2 || std::find(places.begin(), places.end(), parts[0]) == places.end()) {
        return false;
    }
    return parts.size() == 1 || is_code(parts[1]);
}

const PageFile* find(std::string_view path) {
    const auto files = page_files();
    const auto found = std::lower_bound(
        files.begin(), files.end(), path,
        [](const PageFile& file, std::string_view wanted) { return file.path < wanted; });
    return found != files.end() && found->path == path ? &*found : nullptr;
}

// Whether an Accept-Encoding names gzip and does not exclude it.
bool takes_gzip(std::string_view accept_encoding) {
    for (const std::string_view entry : split(accept_encoding, ',')) {
        const auto parts = split(entry, ';');
        if (!equal_ignoring_case(trimmed(parts[0]), "gzip")) continue;
        const std::string_view weight = parts.size() > 1 ? trimmed(parts[1]) : "q=1";
        return weight.find_first_not_of("q=0.") != std::string_view::npos;
    }
    return false;
}

}  // namespace

std::optional<HttpResponse> page_response(const HttpRequest& request) {
    const PageFile* file = find(is_place(request.path) ? start_page : request.path);
    if (file == nullptr) return std::nullopt;

    const bool packed = !file->gzip.empty() && takes_gzip(request.accept_encoding);
    // Two forms of one file are two things to a cache.
    const std::string tag = '"' + std::string(file->hash) + (packed ? "-gzip\"" : "\"");
    // The name of an asset changes with its content, the start page's does not.
    const bool lasts = file->path.starts_with("/assets/");

    HttpResponse response;
    response.content_type = file->content_type;
    response.fields.emplace_back("ETag", tag);
    response.fields.emplace_back("Vary", "Accept-Encoding");
    response.fields.emplace_back("Cache-Control",
                                 lasts ? "public, max-age=31536000, immutable" : "no-store");
    if (request.if_none_match.find(tag) != std::string::npos) {
        response.status = 304;
        return response;
    }
    if (packed) response.fields.emplace_back("Content-Encoding", "gzip");
    response.kept = packed ? file->gzip : file->bytes;
    return response;
}

}  // namespace dealtafel::net
