// Tables as text: lines of their own, and rows of a name and a cell for each column.
#pragma once

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace dealtafel::commands {

class TableText {
public:
    // Widths in characters.
    TableText(int name_width, int cell_width) : name_width_(name_width), cell_width_(cell_width) {}

    template <class... Args>
    void line(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Args>(args)...);
        text_ += '\n';
    }
    // A row: `cell` gives the text for one of the columns.
    template <class Columns, class Cell>
    void row(std::string_view name, const Columns& columns, const Cell& cell) {
        fmt::format_to(std::back_inserter(text_), "  {:<{}}", name, name_width_);
        for (const auto& column : columns) {
            fmt::format_to(std::back_inserter(text_), " {:>{}}", cell(column), cell_width_);
        }
        text_ += '\n';
    }
    std::string take() { return std::move(text_); }

private:
    int name_width_;
    int cell_width_;
    std::string text_;
};

}  // namespace dealtafel::commands
