"""A record, checked by its own description and by `dealtafel replay`.

Usage: test_replay.py WRITE_RECORD DEALTAFEL
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

WRITE_RECORD, DEALTAFEL = sys.argv[1:3]
GUIDE = Path(__file__).resolve().parents[2] / "docs/record.md"
CLOSING = ',"hash":"'


def chain(opens: list[str]) -> str:
    """Lines of a record from their texts up to the hash."""
    text, before = "", ""
    for part in opens:
        before = hashlib.sha256((before + part).encode()).hexdigest()
        text += f'{part}{CLOSING}{before}"}}\n'
    return text


class Replay(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = Path(folder.name) / "0001.jsonl"
        subprocess.run([WRITE_RECORD, self.file], check=True)
        self.text = self.file.read_text(encoding="utf-8")
        self.lines = self.text.splitlines()

    def replay(self, *options: str) -> subprocess.CompletedProcess:
        return subprocess.run([DEALTAFEL, "replay", self.file, *options], capture_output=True,
                              encoding="utf-8", check=False, timeout=60)

    def opens(self) -> list[str]:
        return [line[:line.rindex(CLOSING)] for line in self.lines]

    def test_the_chain_is_a_hash_over_the_hash_before_and_the_line(self):
        self.assertEqual(chain(self.opens()), self.text)

    def test_the_check_that_the_guide_gives_to_researchers_works(self):
        code = GUIDE.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
        names = {}
        exec(code, names)
        self.assertIsNone(names["first_wrong_line"](self.file))
        for line in (1, 5, len(self.lines)):
            changed = list(self.lines)
            changed[line - 1] = changed[line - 1].replace('"at":1', '"at":2')
            self.file.write_text("\n".join(changed) + "\n", encoding="utf-8")
            self.assertEqual(names["first_wrong_line"](self.file), line)

    def test_every_line_is_an_object_with_its_number(self):
        for number, line in enumerate(self.lines, 1):
            self.assertEqual(json.loads(line)["n"], number)

    def test_texts_lie_beside_under_their_salted_hash(self):
        texts = json.loads(self.file.with_suffix(".texts.json").read_text(encoding="utf-8"))
        for text_id, text in texts.items():
            digest = hashlib.sha256((text["salt"] + text["text"]).encode()).hexdigest()
            self.assertEqual(text_id, digest[:32])
            self.assertIn(text_id, self.text)
            self.assertNotIn(text["text"], self.text)

    def test_verify_says_that_the_record_holds(self):
        done = self.replay("--verify")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn(f"{len(self.lines)} lines; the chain holds; the states are as recorded, "
                      "9 times", done.stdout)

    def test_a_seat_was_told_its_own_points_and_nobody_elses(self):
        for party, other in (("city", "rijk"), ("rijk", "city")):
            done = self.replay("--as", party)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn('city says to all: "A sentence that only the texts hold"', done.stdout)
            self.assertEqual(done.stdout.count(" points, and without a deal "), 1)
            frame = json.loads(self.replay("--as", party, "--json").stdout)
            self.assertEqual((frame["type"], frame["number"]), ("frame", 1))
            self.assertEqual(frame["view"]["own"]["party"], party)
            items = [entry["item"] for entry in frame["feed"]]
            self.assertEqual(len(done.stdout.splitlines()), len(items))
            scored = {event["party"]: event["points"] for event in self.events("scored")}
            self.assertEqual([item["points"] for item in items if item["type"] == "own-points"],
                             [scored[party]])
            self.assertNotEqual(scored[party], scored[other])

    def test_a_seat_of_no_party_is_refused_with_those_that_there_are(self):
        done = self.replay("--as", "cyti")
        self.assertEqual(done.returncode, 1)
        self.assertIn("`cyti`", done.stderr)
        self.assertIn("`city`", done.stderr)
        self.assertEqual(self.replay("--as", "city", "--verify").returncode, 2)

    def events(self, kind):
        told = [json.loads(line).get("event", {}) for line in self.lines]
        return [event for event in told if event.get("type") == kind]

    def test_events_are_printed_a_line_each_with_their_texts(self):
        done = self.replay()
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn('city says to all: "A sentence that only the texts hold"', done.stdout)
        self.assertIn("valley has a deal: version 2", done.stdout)
        events = sum('"event":' in line or '"note":' in line for line in self.lines)
        self.assertEqual(len(done.stdout.splitlines()), events)

    def test_a_record_without_its_texts_still_holds(self):
        self.file.with_suffix(".texts.json").unlink()
        self.assertEqual(self.replay("--verify").returncode, 0)
        self.assertIn("city says to all: (a text that is not here)", self.replay().stdout)

    def test_a_replay_stops_where_it_is_told(self):
        done = self.replay("--to", "5")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(int(done.stdout.splitlines()[-1].split()[0]), 5)
        self.assertEqual(json.loads(self.replay("--to", "5", "--json").stdout)["played_to"], 5)

    def test_json_sums_up_for_machines(self):
        told = json.loads(self.replay("--json", "--verify").stdout)
        self.assertEqual(told["hash"], json.loads(self.lines[-1])["hash"])
        self.assertEqual((told["valid"], told["lines"], told["scenario"], told["stage"]),
                         (True, len(self.lines), "small", "debrief"))
        self.assertEqual(told["states_checked"], 9)

    def test_a_changed_byte_is_found_in_its_line(self):
        lines = list(self.lines)
        lines[6] = lines[6].replace('"at":1', '"at":2')
        self.file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = self.replay()
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertTrue(done.stderr.startswith(f"{self.file}:7: does not follow from the lines"))
        told = json.loads(self.replay("--json").stdout)
        self.assertEqual((told["valid"], told["line"]), (False, 7))

    def test_another_state_is_found_by_verify_alone(self):
        opens = self.opens()
        at = next(i for i, text in enumerate(opens) if '"type":"ambition-set"' in text)
        opens[at] = opens[at].replace('"value":70', '"value":71')
        self.file.write_text(chain(opens), encoding="utf-8")
        done = self.replay("--verify")
        self.assertEqual(done.returncode, 1)
        self.assertIn(": state: the events so far lead to ", done.stderr)
        self.assertEqual(self.replay().returncode, 0)

    def test_states_of_another_version_are_not_compared_and_it_says_so(self):
        opens = self.opens()
        opens[0] = opens[0].replace('"state":1,', '"state":2,')
        self.file.write_text(chain(opens), encoding="utf-8")
        done = self.replay("--verify")
        self.assertEqual(done.returncode, 0)
        self.assertIn("the states are of version 2, which this program does not know", done.stdout)

    def test_what_is_no_record_or_is_not_there_is_refused(self):
        self.file.write_text("hello\n", encoding="utf-8")
        done = self.replay()
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr.startswith(f"{self.file}:1: is no line of a record"))
        self.file.unlink()
        done = self.replay()
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr.startswith(f"{self.file}: cannot be read: No such file"))

    def test_wrong_usage_ends_2(self):
        self.assertEqual(self.replay("--to", "0").returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
