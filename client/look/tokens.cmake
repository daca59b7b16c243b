# Writes the tokens that the board needs as C++ constants:
#   cmake -DFILE=tokens.json -DOUT=tokens.hpp -DTHEME=dark -P tokens.cmake
file(READ "${FILE}" json)

# "#0e141b" as the members of a colour.
function(colour_members hex out)
  string(SUBSTRING "${hex}" 1 2 red)
  string(SUBSTRING "${hex}" 3 2 green)
  string(SUBSTRING "${hex}" 5 2 blue)
  set(${out} "{0x${red}, 0x${green}, 0x${blue}}" PARENT_SCOPE)
endfunction()

# The keys of a member that are no remark ("$type").
function(keys_of out)
  string(JSON count LENGTH "${json}" ${ARGN})
  math(EXPR last "${count} - 1")
  set(keys "")
  foreach(at RANGE ${last})
    string(JSON key MEMBER "${json}" ${ARGN} ${at})
    if(NOT key MATCHES "^\\$")
      list(APPEND keys "${key}")
    endif()
  endforeach()
  set(${out} "${keys}" PARENT_SCOPE)
endfunction()

set(text "// Made from tokens.json: the colours of the theme ${THEME}, the glyphs, the sizes of the wall.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dealtafel::client::look {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
};

")

keys_of(colours color ${THEME})
foreach(key ${colours})
  string(JSON hex GET "${json}" color ${THEME} "${key}" "$value")
  colour_members("${hex}" members)
  string(REPLACE "-" "_" name "${key}")
  if(name STREQUAL "private")  # a word of the language
    set(name private_)
  endif()
  string(APPEND text "inline constexpr Colour ${name}${members};\n")
endforeach()

string(APPEND text "\n// Sizes as a percentage of the window's height.\n")
keys_of(sizes wall)
foreach(key ${sizes})
  string(JSON size GET "${json}" wall "${key}" "$value")
  string(APPEND text "inline constexpr double wall_${key} = ${size};\n")
endforeach()

set(kinds "")
string(APPEND text "\n// Corners on the unit square, y downward.\nstruct Corner {
    double x = 0;
    double y = 0;
};\n")
keys_of(kind_keys kind)
foreach(key ${kind_keys})
  string(REPLACE "-" "_" name "${key}")
  string(JSON hex GET "${json}" kind "${key}" ${THEME} "$value")
  colour_members("${hex}" members)
  string(JSON points GET "${json}" kind "${key}" glyph points)
  string(JSON count LENGTH "${points}")
  math(EXPR last "${count} - 1")
  string(APPEND text "inline constexpr std::array<Corner, ${count}> glyph_${name}{{\n")
  foreach(at RANGE ${last})
    string(JSON x GET "${points}" ${at} 0)
    string(JSON y GET "${points}" ${at} 1)
    string(APPEND text "    {${x}, ${y}},\n")
  endforeach()
  string(APPEND text "}};\n")
  string(APPEND kinds "    Kind{\"${key}\", ${members}, glyph_${name}.data(), ${count}},\n")
endforeach()

list(LENGTH kind_keys count)
string(APPEND text "
struct Kind {
    std::string_view word;
    Colour accent;
    const Corner* corners = nullptr;
    std::size_t corner_count = 0;
};

inline constexpr std::array<Kind, ${count}> kinds{{
${kinds}}};

}  // namespace dealtafel::client::look
")
file(WRITE "${OUT}" "${text}")
