"""docs/limits.md names every limit of the code with its value, and no other."""

import re
import unittest

from pages import PROJECT, rows_by_name, text_of

CONSTANT = re.compile(r"^(?:inline )?constexpr [\w:]+ (\w+) = ([\d'. *]+);", re.MULTILINE)
UNITS = {"KiB": 1024, "MiB": 1024 ** 2, "s": 1000, "ms": 1, "": 1}


def limits_in_code() -> dict[str, float]:
    limits = {}
    for file in [*PROJECT.glob("shared/**/*.?pp"), *PROJECT.glob("server/**/*.?pp")]:
        path = file.relative_to(PROJECT).as_posix()
        for name, expression in CONSTANT.findall(text_of(path)):
            if path == "server/core/limits.hpp" or name.endswith("_max"):
                factors = expression.replace("'", "").split("*")
                value = 1.0
                for factor in factors:
                    value *= float(factor)
                limits[name] = value
    return limits


def documented() -> dict[str, float]:
    limits = {}
    for name, cells in rows_by_name("docs/limits.md").items():
        number, _, unit = cells[0].partition(" ")
        limits[name] = float(number) * UNITS[unit]
    return limits


class Limits(unittest.TestCase):
    maxDiff = None

    def test_every_limit_is_documented_with_its_value(self):
        self.assertEqual(documented(), limits_in_code())


if __name__ == "__main__":
    unittest.main()
