"""`dealtafel branch`: a record that shares the first lines of another, and names it by hash.

Usage: test_branch.py WRITE_RECORD DEALTAFEL
"""

import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

WRITE_RECORD, DEALTAFEL = sys.argv[1:3]
CLOSING = ',"hash":"'


def chain(opens: list[str]) -> list[str]:
    lines, before = [], ""
    for part in opens:
        before = hashlib.sha256((before + part).encode()).hexdigest()
        lines.append(f'{part}{CLOSING}{before}"}}')
    return lines


def opens(lines: list[str]) -> list[str]:
    return [line[:line.rindex(CLOSING)] for line in lines]


def run(*arguments) -> subprocess.CompletedProcess:
    return subprocess.run([DEALTAFEL, *map(str, arguments)], capture_output=True,
                          encoding="utf-8", check=False, timeout=60)


class Branch(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.parent = self.folder / "0001.jsonl"
        self.out = self.folder / "branch.jsonl"
        subprocess.run([WRITE_RECORD, self.parent], check=True)
        self.lines = self.parent.read_text(encoding="utf-8").splitlines()

    def branch(self, at, record=None, out=None) -> subprocess.CompletedProcess:
        return run("branch", record or self.parent, "--at", at, "--out", out or self.out)

    def boundary(self) -> int:
        """The last line of a stage's beginning, some way into the record."""
        states = [number for number, line in enumerate(self.lines, 1) if '"state":"' in line]
        return states[len(states) // 2]

    def test_a_branch_shares_the_first_lines_and_names_its_parent(self):
        at = self.boundary()
        done = self.branch(at)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        made = self.out.read_text(encoding="utf-8").splitlines()
        self.assertEqual(opens(made)[1:], opens(self.lines)[1:at])
        header = json.loads(made[0])
        self.assertEqual(header["branches"], [{"at": at,
                                               "hash": json.loads(self.lines[at - 1])["hash"],
                                               "parent": json.loads(self.lines[-1])["hash"]}])
        verified = run("replay", "--verify", self.out)
        self.assertEqual((verified.returncode, verified.stderr), (0, ""))
        self.assertIn(f"branch of {header['branches'][0]['parent']}", verified.stdout)

    def test_a_branch_of_a_branch_names_both(self):
        second = self.folder / "second.jsonl"
        self.assertEqual(self.branch(self.boundary()).returncode, 0)
        self.assertEqual(self.branch(1, self.out, second).returncode, 0)
        first = json.loads(self.out.read_text(encoding="utf-8").splitlines()[0])
        header = json.loads(second.read_text(encoding="utf-8").splitlines()[0])
        self.assertEqual(header["branches"][0], first["branches"][0])
        self.assertEqual(len(header["branches"]), 2)
        self.assertEqual(run("replay", "--verify", second).returncode, 0)

    def test_verify_finds_a_branch_that_is_not_of_its_parent(self):
        at = self.boundary()
        self.branch(at)
        made = opens(self.out.read_text(encoding="utf-8").splitlines())
        # Each chained anew, and sound as a record of its own.
        for old, new in (('"program":"', '"program":"x'), (f'"at":{at},', f'"at":{at - 2},'),
                         ('"hash":"', '"hash":"0')):
            self.assertIn(old, made[0])
            changed = [made[0].replace(old, new, 1), *made[1:]]
            self.out.write_text("\n".join(chain(changed)) + "\n", encoding="utf-8")
            done = run("replay", "--verify", self.out)
            self.assertEqual(done.returncode, 1)
            self.assertIn("are not those of the parent", done.stderr)
        self.out.write_text("\n".join(chain(made[:at - 1])) + "\n", encoding="utf-8")
        done = run("replay", "--verify", self.out)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"this branch shares {at} lines", done.stderr)

    def test_only_the_texts_that_it_refers_to_go_along(self):
        texts = self.parent.with_suffix(".texts.json").read_text(encoding="utf-8")
        text_id = next(iter(json.loads(texts)))
        said = next(n for n, line in enumerate(self.lines, 1) if text_id in line)
        self.assertEqual(self.branch(1).returncode, 0)
        self.assertFalse(self.out.with_suffix(".texts.json").exists())
        later = self.folder / "later.jsonl"
        self.assertEqual(self.branch(len(self.lines), out=later).returncode, 0)
        self.assertGreater(said, 1)
        self.assertEqual(json.loads(later.with_suffix(".texts.json").read_text()),
                         json.loads(texts))

    def test_a_line_that_there_is_not_is_refused(self):
        for at in (0, len(self.lines) + 1):
            done = self.branch(at)
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"is no line of this record, which has 1 to {len(self.lines)}",
                          done.stderr)
        self.assertFalse(self.out.exists())
        self.assertEqual(self.branch("x").returncode, 2)

    def test_what_one_request_led_to_is_not_torn_apart(self):
        at = self.boundary()
        done = self.branch(at - 1)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"or after line {at}", done.stderr)
        before = int(done.stderr.split("after line ")[1].split()[0])
        self.assertEqual(self.branch(before).returncode, 0)

    def test_a_broken_chain_is_refused_with_its_place(self):
        self.lines[6] = self.lines[6].replace('"at":1', '"at":2')
        self.parent.write_text("\n".join(self.lines) + "\n", encoding="utf-8")
        done = self.branch(3)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr.startswith(f"{self.parent}:7: does not follow"), done.stderr)

    def test_a_branch_whose_header_does_not_end_with_its_branches_is_refused(self):
        self.assertEqual(self.branch(self.boundary()).returncode, 0)
        made = opens(self.out.read_text(encoding="utf-8").splitlines())
        for more in (',"session":"s"', ',"bots":{}', " "):
            crafted = self.folder / "crafted.jsonl"
            lines = chain([made[0] + more, *made[1:]])
            crafted.write_text("\n".join(lines) + "\n", encoding="utf-8")
            done = self.branch(1, crafted, self.folder / "of-crafted.jsonl")
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"{crafted}:1: branches: must be the last member", done.stderr)
            self.assertFalse((self.folder / "of-crafted.jsonl").exists())

    def test_where_the_disk_is_full_nothing_is_left(self):
        done = subprocess.run(
            [DEALTAFEL, "branch", self.parent, "--at", str(len(self.lines)), "--out", self.out],
            capture_output=True, encoding="utf-8", check=False, timeout=60, restore_signals=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)))
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"{self.out}: cannot be written: File too large", done.stderr)
        self.assertFalse(self.out.exists())
        self.assertFalse(self.out.with_suffix(".texts.json").exists())

    def test_nothing_is_written_over(self):
        self.out.write_text("mine", encoding="utf-8")
        done = self.branch(1)
        self.assertEqual(done.returncode, 1)
        self.assertIn("is there already", done.stderr)
        self.assertEqual(self.out.read_text(encoding="utf-8"), "mine")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
