// Records as files: `x.jsonl`, and beside it `x.texts.json` with the texts that it refers to.
#pragma once

#include "commands/files.hpp"
#include "record/texts.hpp"

#include <filesystem>
#include <string>

namespace dealtafel::commands {

// The whole text of a record, of bounded size.
Result<std::string, Unreadable> record_text(const std::filesystem::path& record);

// Where the texts of a record lie.
std::filesystem::path texts_file(std::filesystem::path record);

// The texts beside a record: none where there is no such file. What is wrong with it is said on
// standard error, and the record is worked on without.
record::TextTable texts_beside(const std::filesystem::path& record);

}  // namespace dealtafel::commands
