"""The author's check finds nothing wrong with these scenarios, each in under two minutes, and bots
that play Foodvalley come to deals of every kind. DEALTAFEL names the program."""

import json
import os
import pathlib
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ["DEALTAFEL"]
BALANCED = sorted(path.stem for path in (ROOT / "scenarios").glob("*.toml"))


def simulate(*arguments):
    return subprocess.run([PROGRAM, "simulate", *map(str, arguments), "--json", "--scenarios",
                           ROOT / "scenarios"], capture_output=True, text=True, timeout=120)


class ScenariosTest(unittest.TestCase):
    maxDiff = None

    def test_nothing_is_wrong(self):
        for scenario in BALANCED:
            with self.subTest(scenario):
                done = simulate(scenario, "--balance", "--jobs", 1)
                self.assertEqual(json.loads(done.stdout)["problems"], [])
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_games_of_foodvalley_have_deals_of_every_kind(self):
        figures = json.loads(simulate("foodvalley", "--games", 300).stdout)
        totals = {"forms": {}, "goals": {}, "accountability": {}}
        for each in figures["rounds"]:
            deals = each["with_deal"]
            # Between 40% and 95% of a round's tables come to a deal,
            self.assertGreaterEqual(deals, 0.4 * 300)
            self.assertLessEqual(deals, 0.95 * 300)
            for party, facts in each["parties"].items():
                # of which most bring everybody its reserve.
                self.assertGreater(facts["above_reserve"], deals / 2, party)
            for kind, total in totals.items():
                for word, count in each[kind].items():
                    total[word] = total.get(word, 0) + count
        for kind, total in totals.items():
            for word, count in total.items():
                self.assertGreater(count, 0, f"no deal with {kind} {word}")


if __name__ == "__main__":
    unittest.main()
