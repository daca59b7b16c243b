// Writes the record of a short game, and its texts beside it: `write_record FILE.jsonl`.
#include "record_game.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: write_record FILE.jsonl\n";
        return 2;
    }
    using namespace dealtafel;
    const tests::RecordedGame game;
    std::filesystem::path path = argv[1];
    std::ofstream(path, std::ios::binary) << game.text();
    const record::SaltedText said = game.said();
    std::ofstream(path.replace_extension(".texts.json"), std::ios::binary)
        << record::write_texts({{record::text_id(record::refer_to(said)), said}});
    return 0;
}
