"""docs/security.md names each test of non-interference, and the planted faults that there are."""

import re
import unittest

from pages import PROJECT, text_of

NAME = re.compile(r'TEST_CASE\(\s*"non-interference: ([^"]+)"')
RUN = re.compile(r'^run: .*--test-case="non-interference: ([^"*]+)\*"', re.MULTILINE)


def rows() -> dict[str, list[str]]:
    """Of the table of secrets: by the name of its test, the faults that it finds."""
    section = text_of("docs/security.md").split("## What is secret\n")[1].split("\n## ")[0]
    cells = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")]
    return {row[2].strip(): re.findall(r"`(\w+)`", row[3]) for row in cells[1:]}


def tests_in_code() -> list[str]:
    return [name for file in PROJECT.glob("tests/core/*.cpp") for name in NAME.findall(
        file.read_text(encoding="utf-8"))]


def found_by_patch() -> dict[str, list[str]]:
    """By patch, the beginnings of the names of the tests that find its faults."""
    return {file.stem: RUN.findall(file.read_text(encoding="utf-8"))
            for file in PROJECT.glob("tests/planted/*.patch")}


class Secrets(unittest.TestCase):
    def test_each_test_has_a_row(self):
        self.assertEqual(sorted(rows()), sorted(tests_in_code()))

    def test_the_faults_of_a_row_are_planted_for_its_test(self):
        patches = found_by_patch()
        for test, faults in rows().items():
            for fault in faults:
                with self.subTest(test=test, fault=fault):
                    self.assertTrue(any(test.startswith(name) for name in patches[fault]))


if __name__ == "__main__":
    unittest.main()
