// The files of the page, which are part of the program: what embed_page.mjs found when it was
// built. A path that is not in this table is not served, so none can lead out of it.
#pragma once

#include <span>
#include <string_view>

namespace dealtafel::net {

struct PageFile {
    std::string_view path;  // as in `/index.html`
    std::string_view content_type;
    std::string_view hash;  // of its bytes, as hexadecimal digits
    std::string_view bytes;
    std::string_view gzip;  // empty where that would be no shorter
};

// In ascending order of their paths.
std::span<const PageFile> page_files();

}  // namespace dealtafel::net
