"""The defaults and ranges in section 8 of docs/rules.md are those of the model."""

import re
import unittest

from pages import rows_by_name, text_of

DEFAULT = re.compile(r"^    double (\w+) = ([\d.]+);", re.MULTILINE)
RANGE = re.compile(r'\{"(\w+)", &Model::\w+, (-?[\d.]+), (unbounded|[\d.]+)\}')


class Defaults(unittest.TestCase):
    def setUp(self):
        self.documented = {name: cells for name, cells in rows_by_name("docs/rules.md").items()
                           if len(cells) == 3}

    def test_every_default_is_documented_and_no_other(self):
        in_code = {name: float(value)
                   for name, value in DEFAULT.findall(text_of("shared/scenario/model.hpp"))}
        self.assertEqual({name: float(cells[0]) for name, cells in self.documented.items()},
                         in_code)

    def test_every_range_is_documented(self):
        in_code = {name: f"{low}..{'' if high == 'unbounded' else high}"
                   for name, low, high in RANGE.findall(text_of("shared/scenario/model.cpp"))}
        self.assertEqual({name: cells[1] for name, cells in self.documented.items()}, in_code)


if __name__ == "__main__":
    unittest.main()
