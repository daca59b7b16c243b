// Writes the files of docs/protocol into a folder: protocol_schemas FOLDER. A file that says the
// same already is left alone, so that nothing is made anew from it.
#include "protocol/schema.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("usage: protocol_schemas FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    for (const auto& [name, text] : dealtafel::protocol::protocol_files()) {
        std::ifstream before(folder / name, std::ios::binary);
        const std::string held{std::istreambuf_iterator<char>(before), {}};
        if (before && held == text) continue;
        std::ofstream file(folder / name, std::ios::binary);
        file << text;
        if (!file.flush()) {
            std::fprintf(stderr, "cannot write %s\n", (folder / name).c_str());
            return 1;
        }
    }
    return 0;
}
