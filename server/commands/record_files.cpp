#include "commands/record_files.hpp"

#include <fmt/format.h>

#include <iostream>

namespace dealtafel::commands {

namespace {

constexpr std::size_t record_bytes_max = 256 * 1024 * 1024;

}  // namespace

Result<std::string, Unreadable> record_text(const std::filesystem::path& record) {
    auto text = read_file(record, record_bytes_max);
    if (text && text->size() > record_bytes_max) {
        return Unreadable{
            fmt::format("{}: it is larger than {} bytes", record.string(), record_bytes_max)};
    }
    return text;
}

std::filesystem::path texts_file(std::filesystem::path record) {
    return record.replace_extension(".texts.json");
}

record::TextTable texts_beside(const std::filesystem::path& record) {
    const std::filesystem::path path = texts_file(record);
    if (!std::filesystem::exists(path)) return {};
    const auto text = record_text(path);
    if (!text) {
        std::cerr << text.error().text << '\n';
        return {};
    }
    auto texts = record::read_texts(*text);
    if (texts) return std::move(*texts);
    std::cerr << fmt::format("{}: {}\n", path.string(), texts.error().what);
    return {};
}

}  // namespace dealtafel::commands
