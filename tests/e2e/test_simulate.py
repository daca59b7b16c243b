"""The command `dealtafel simulate` as a user runs it: the same bytes however many jobs, records
that replay, rounds with a deal and without, and the signature of how games go. DEALTAFEL names the
program. The signature is made anew by
`build/dev/dealtafel simulate --signature > tests/golden/signature.txt`; say in the commit why."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ["DEALTAFEL"]


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments), "--scenarios", ROOT / "scenarios"],
                          capture_output=True, text=True, timeout=600)


class SimulateTest(unittest.TestCase):
    def folder(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return pathlib.Path(folder.name)

    def records(self, jobs):
        folder = self.folder()
        done = run("simulate", "foodvalley", "--games", 3, "--seed", 7, "--jobs", jobs,
                   "--out", folder, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout, {file.name: file.read_bytes() for file in sorted(folder.iterdir())}

    def test_the_number_of_jobs_changes_no_byte(self):
        self.assertEqual(self.records(1), self.records(2))

    def test_every_record_replays_to_the_same_states(self):
        folder = self.folder()
        self.assertEqual(run("simulate", "foodvalley", "--games", 2, "--seed", 9, "--bots",
                             "rijk=tough,business=erratic", "--out", folder).returncode, 0)
        for record in ("0001.jsonl", "0002.jsonl"):
            done = subprocess.run([PROGRAM, "replay", folder / record, "--verify"],
                                  capture_output=True, text=True, timeout=120)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertTrue((folder / record.replace(".jsonl", ".texts.json")).exists())

    def test_a_seat_heard_what_was_said_to_it_and_saw_what_it_sees(self):
        folder = self.folder()
        run("simulate", "foodvalley", "--games", 1, "--seed", 9, "--out", folder)
        record = folder / "0001.jsonl"
        lines = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
        events = [line["event"] for line in lines if "event" in line]
        said = [event for event in events if event["type"] == "said"]
        shared = [event for event in events if event["type"] == "shared"]
        self.assertTrue(shared)
        for party in ("residents", "rijk"):
            done = subprocess.run([PROGRAM, "replay", record, "--as", party, "--json"],
                                  capture_output=True, text=True, timeout=120)
            items = [entry["item"] for entry in json.loads(done.stdout)["feed"]]
            private = [event for event in said if event["to"] == "parties"
                       and (event["party"] == party or party in event["parties"])]
            self.assertEqual(len([item for item in items if item["type"] == "said"
                                  and item["to"] == "parties"]), len(private))
            told = [item["challenge"] for item in items if item["type"] == "challenge"
                    and "shared_by" in item]
            self.assertEqual(told, [event["challenge"] for event in shared
                                    if party in event["with"]])

    def test_a_treatment_is_in_the_record_and_in_its_replay(self):
        folder = self.folder()
        text = (ROOT / "tests/e2e/valley.toml").read_text(encoding="utf-8")
        scenario = folder / "valley.toml"
        scenario.write_text(text + """
[[treatment]]
id = "poor"
title = { en = "Poor" }
changes = { rounds = 1, "party.rijk.budget" = 2.5, "session.same_draws" = true }
""", encoding="utf-8")
        done = run("simulate", scenario, "--treatment", "poor", "--games", 2, "--seed", 9,
                   "--out", folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        for record in ("0001.jsonl", "0002.jsonl"):
            header = json.loads((folder / record).read_text(encoding="utf-8").splitlines()[0])
            self.assertEqual(header["treatment"], "poor")
            self.assertEqual(header["settings"]["rounds"], 1)
            self.assertEqual(header["settings"]["seed"], 9)
            done = subprocess.run([PROGRAM, "replay", folder / record, "--verify"],
                                  capture_output=True, text=True, timeout=120)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        refused = run("simulate", scenario, "--treatment", "rich")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("`rich`", refused.stderr)
        self.assertIn("`poor`", refused.stderr)

    def test_a_changed_byte_of_a_record_is_refused_with_its_line(self):
        folder = self.folder()
        run("simulate", "foodvalley", "--games", 1, "--out", folder)
        record = folder / "0001.jsonl"
        lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
        lines[9] = lines[9].replace('"at":', '"at":1', 1)
        record.write_text("".join(lines), encoding="utf-8")
        done = subprocess.run([PROGRAM, "replay", record, "--verify"], capture_output=True,
                              text=True, timeout=120)
        self.assertEqual(done.returncode, 1)
        self.assertIn(":10", (done.stdout + done.stderr).replace("line 10", ":10"))

    def test_there_are_rounds_with_a_deal_and_without_and_two_forms(self):
        folder = self.folder()
        run("simulate", "foodvalley", "--games", 12, "--seed", 2, "--out", folder, "--bots",
            "rijk=tough,municipalities=tough,province=tough,residents=tough")
        kinds = {"outcome-told": [], "no-deal": []}
        for record in folder.glob("*.jsonl"):
            for line in record.read_text(encoding="utf-8").splitlines():
                event = json.loads(line).get("event", {})
                if event.get("type") in kinds:
                    kinds[event["type"]].append(event.get("deal", {}).get("form"))
        self.assertGreater(len(kinds["no-deal"]), 0)
        self.assertGreaterEqual(len(set(kinds["outcome-told"])), 2)

    def test_figures_add_up(self):
        figures = json.loads(run("simulate", "foodvalley", "--games", 4, "--json", "--bots",
                                 "tough,rijk=erratic").stdout)
        self.assertEqual(set(figures["bots"].values()), {"tough", "erratic"})
        self.assertEqual(figures["bots"]["rijk"], "erratic")
        self.assertEqual([each["round"] for each in figures["rounds"]], [1, 2, 3])
        for each in figures["rounds"]:
            self.assertEqual(each["with_deal"] + each["without_deal"], 4)
            for kind in ("forms", "accountability", "conditions"):
                self.assertEqual(sum(each[kind].values()), each["with_deal"])
            for party in each["parties"].values():
                if each["with_deal"] == 0:
                    # Without a deal everybody has its reserve, and nothing else.
                    self.assertEqual(party["points"], party["reserve"])
                    self.assertNotIn("points_of_deals", party)
        self.assertEqual(figures["refused"], 0)

    def test_what_cannot_be_written_ends_1(self):
        file = self.folder() / "in-the-way"
        file.write_text("", encoding="utf-8")
        done = run("simulate", "foodvalley", "--out", file)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn(str(file), done.stderr)

    def test_wrong_usage_ends_2_and_a_missing_scenario_1(self):
        self.assertEqual(run("simulate", "foodvalley", "--games", "none").returncode, 2)
        self.assertEqual(run("simulate", "foodvalley", "--bots", "nobody=tough").returncode, 2)
        done = run("simulate", "foodvalley", "--bots", "rijk=meek")
        self.assertEqual(done.returncode, 2)
        self.assertIn("`meek` is no profile", done.stderr)
        for profile in ("cooperative", "tough", "erratic", "boulware", "conceder", "reciprocating",
                        "modelling"):
            self.assertIn(profile, done.stderr)
            self.assertEqual(run("simulate", "foodvalley", "--bots", f"rijk={profile}").returncode,
                             0)
        self.assertEqual(run("simulate", "foodvalley", "--balance", "--signature").returncode, 2)
        self.assertEqual(run("simulate", "foodvalley", "--balance", "--out", "x").returncode, 2)
        self.assertEqual(run("simulate", "nowhere").returncode, 1)

    def balance_of_good(self, *changed):
        """The author's check of the scenario in which it finds nothing, or with a text changed."""
        text = (ROOT / "tests/balance/good.toml").read_text(encoding="utf-8")
        if changed:
            self.assertEqual(text.count(changed[0]), 1)
            text = text.replace(*changed)
        scenario = self.folder() / "good.toml"
        scenario.write_text(text, encoding="utf-8")
        return run("simulate", scenario, "--balance", "--games", 2, "--json")

    def test_the_authors_check_prints_its_figures_and_ends_0_if_nothing_is_wrong(self):
        done = self.balance_of_good()
        figures = json.loads(done.stdout)
        self.assertEqual((done.returncode, figures["problems"]), (0, []), done.stderr)
        self.assertEqual([each["round"] for each in figures["tables"]], [1, 2])
        for each in figures["tables"]:
            self.assertEqual(set(each["parties"]), {"rijk", "town", "firms", "people"})
            share = each["plausible"]
            self.assertEqual(share["sample"], figures["search"]["plausible"])
            # The standard error of a share p of n is the root of p (1 - p) / n.
            self.assertAlmostEqual(share["error"] ** 2 * share["sample"],
                                   share["share"] * (1 - share["share"]))
            self.assertEqual(sum(each["forms"].values()), each["efficient"])
        talk = figures["talk"]
        self.assertEqual([len(talk[kind]) for kind in ("attainable", "sharing", "silent")], [2] * 3)

    def test_the_authors_check_names_what_is_wrong_and_ends_1(self):
        done = self.balance_of_good("minutes = 120", "minutes = 60")
        self.assertEqual(done.returncode, 1, done.stderr)
        problems = json.loads(done.stdout)["problems"]
        self.assertEqual([(each["code"], each["what"], each["round"]) for each in problems],
                         [("too-long", "good", 0)])

    def test_the_signature_is_the_one_that_was_agreed(self):
        done = run("simulate", "--signature")
        self.assertEqual(done.returncode, 0, done.stderr)
        agreed = (ROOT / "tests/golden/signature.txt").read_text(encoding="utf-8")
        self.assertEqual(done.stdout, agreed)


if __name__ == "__main__":
    unittest.main()
