"""docs/record.md names every event and note of a record with its members, and no other."""

import re
import unittest

from pages import PROJECT, text_of

STRUCT = re.compile(r'struct (\w+) \{\n    static constexpr std::string_view type = "([\w-]+)";')
DESCRIBED = re.compile(r"BOOST_DESCRIBE_STRUCT\((\w+), \([^)]*\), \(([^)]*)\)\)")
ROW = re.compile(r"^\| `([a-z-]+)` \|([^|]*)\|[^|]*\|$", re.MULTILINE)


def in_code(structs: str, descriptions: str) -> dict[str, list[str]]:
    members = {name: re.findall(r"\w+", listed) for name, listed in DESCRIBED.findall(descriptions)}
    return {word: members[name] for name, word in STRUCT.findall(structs)}


def documented(heading: str) -> dict[str, list[str]]:
    section = text_of("docs/record.md").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return {word: re.findall(r"`(\w+)`", members) for word, members in ROW.findall(section)}


class Record(unittest.TestCase):
    maxDiff = None

    def test_every_event_is_documented_with_its_members(self):
        described = text_of("shared/rules/describe.hpp")
        descriptions = described.partition("namespace dealtafel::rules::event {")[2]
        events = "".join(path.read_text(encoding="utf-8")
                         for path in sorted((PROJECT / "shared/rules/events").glob("*.hpp")))
        self.assertEqual(documented("Events"), in_code(events, descriptions))

    def test_every_note_is_documented_with_its_members(self):
        notes = text_of("shared/record/record.hpp").partition("namespace note {")[2]
        descriptions = text_of("shared/record/line_codec.cpp").partition("namespace note {")[2]
        self.assertEqual(documented("Notes"), in_code(notes, descriptions))


if __name__ == "__main__":
    unittest.main()
