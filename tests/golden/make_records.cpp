// Writes the records of all endings anew: `make_records FOLDER`.
#include "golden/endings.hpp"

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: make_records FOLDER\n";
        return 2;
    }
    for (const dealtafel::tests::Ending& ending : dealtafel::tests::endings()) {
        const auto path = std::filesystem::path(argv[1]) / (std::string(ending.name) + ".jsonl");
        try {
            std::ofstream(path, std::ios::binary) << ending.play();
        } catch (const std::exception& error) {
            std::cerr << ending.name << ": " << error.what() << '\n';
            return 1;
        }
    }
    return 0;
}
