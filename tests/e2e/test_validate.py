"""The command `dealtafel validate` as a user runs it: exit codes, places and JSON. DEALTAFEL names
the program."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
GOOD = HERE / "valley.toml"


class ValidateTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def validate(self, *arguments):
        return subprocess.run([os.environ["DEALTAFEL"], "validate", *map(str, arguments)],
                              capture_output=True, text=True, timeout=60)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_a_good_scenario_is_in_order(self):
        done = self.validate(GOOD)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("`valley` is in order", done.stdout)

    def test_every_scenario_of_the_project_is_in_order(self):
        files = sorted((HERE.parents[1] / "scenarios").glob("*.toml"))
        self.assertTrue(files)
        done = self.validate(*files)
        self.assertEqual(done.returncode, 0)
        # A day longer than planned, a need that nobody meets: warnings, which ours do not have.
        self.assertNotIn("warning", done.stdout)

    def test_a_finding_is_a_line_with_file_line_and_column(self):
        # `title = 3` puts the value in column 9, and the last line has no field of that name.
        path = self.file("bad.toml", 'id = "bad"\nformat = 1\ntitle = 3\nsummry = 1\n')
        done = self.validate(path)
        self.assertEqual(done.returncode, 1)
        lines = done.stdout.splitlines()
        self.assertTrue(any(line.startswith(f"{path}:3:9: error: ") for line in lines))
        self.assertTrue(any(line.startswith(f"{path}:4:1: error: ") and "`summary`" in line
                            for line in lines))

    def test_one_bad_file_among_good_ones_ends_with_1(self):
        bad = self.file("bad.toml", "id = ")
        done = self.validate(GOOD, bad)
        self.assertEqual(done.returncode, 1)
        self.assertIn("`valley` is in order", done.stdout)
        self.assertIn(f"{bad}:1:6: error: ", done.stdout)

    def test_a_file_that_cannot_be_read_ends_with_1(self):
        for path in (self.folder / "none.toml", self.folder):
            done = self.validate(path)
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn(str(path), done.stderr)

    def test_json_holds_the_same(self):
        bad = self.file("bad.toml", "id = ")
        done = self.validate("--json", GOOD, bad)
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        good_file, bad_file = json.loads(done.stdout)["files"]
        self.assertEqual((good_file["file"], good_file["valid"]), (str(GOOD), True))
        self.assertEqual((bad_file["file"], bad_file["valid"]), (str(bad), False))
        self.assertEqual([(f["severity"], f["line"], f["column"]) for f in bad_file["findings"]],
                         [("error", 1, 6)])

    def test_without_a_file_the_usage_is_wrong(self):
        self.assertEqual(self.validate().returncode, 2)
        self.assertEqual(self.validate("--nothing", GOOD).returncode, 2)


if __name__ == "__main__":
    unittest.main()
