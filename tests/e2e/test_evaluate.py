"""The command `dealtafel evaluate` as a user runs it: exit codes, shapes, messages and one outcome
that is worked out by hand. DEALTAFEL names the program."""

import copy
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
SCENARIO = HERE / "valley.toml"

DEAL = {
    "region": "valley", "form": "decentralised", "conditions": 1, "accountability": "mutual",
    "information": False, "powers": False, "coordination": True, "review": False,
    "lines": [
        {"challenge": "protein", "partners": ["school", "farmers"], "goal": "joint",
         "result": "fewer animals", "money": {"rijk": 3.0, "school": 2.0, "farmers": 1.0}},
        {"challenge": "homes", "partners": ["city"], "goal": "region",
         "money": {"city": 2.0, "rijk": 1.0}},
    ],
}


def changed(**changes):
    return {**copy.deepcopy(DEAL), **changes}


class EvaluateTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def evaluate(self, deal, *options, scenario=SCENARIO):
        """Runs the program on a deal: a value, or the text of its file."""
        file = self.folder / "deal.json"
        file.write_text(deal if isinstance(deal, str) else json.dumps(deal), encoding="utf-8")
        return subprocess.run(
            [os.environ["DEALTAFEL"], "evaluate", scenario, file, *map(str, options)],
            capture_output=True, text=True, timeout=60)

    def outcome(self, deal, *options):
        done = self.evaluate(deal, "--json", *options)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return json.loads(done.stdout)

    def assert_refused(self, deal, *words):
        done = self.evaluate(deal, "--json")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        for word in words:
            self.assertIn(word, done.stderr)

    def assert_near(self, value, expected):
        self.assertAlmostEqual(value, expected, delta=1e-9)


class OutcomeTest(EvaluateTest):
    def test_a_deal_that_is_worked_out_by_hand(self):
        told = self.outcome(DEAL, "--unreviewed", 2)
        self.assertIs(told["legal"], True)
        self.assertEqual(told["problems"], [])
        # Decentralised and mutual: hierarchy -0.6, felt -0.4.
        self.assert_near(told["admin"], 0.03 + 0.01 + 0.03)
        self.assert_near(told["commitment"], 1 - 0.45 * 0.16)
        self.assert_near(told["chi"], 0.4 + 0.4 * 0.4 / 2)
        self.assert_near(told["audit_chance"], 0.15)
        # protein: one pair with tie 0.2; homes: one partner.
        effective = 6 * (1 - 0.1 * 0.8) * 0.93
        reach = [effective / (effective + 5), 3 * 0.93 / (3 * 0.93 + 4)]
        # Relevance, reach, fit, scale, commitment, cooperation; steering -0.15 and -0.85.
        yields = [0.6 * 0.84 * reach[0] * (1 - 0.6 * 0.0225) * 0.928 * 0.75,
                  0.9 * 0.84 * reach[1] * (1 - 0.9 * 0.7225) * 0.92 * 0.928 * 0.75]
        self.assertEqual([line["challenge"] for line in told["lines"]], ["protein", "homes"])
        for line, expected_reach, expected_yield in zip(told["lines"], reach, yields):
            self.assert_near(line["reach"], expected_reach)
            self.assert_near(line["yield"], expected_yield)
        self.assert_near(told["tension"]["partnership"], (6 * -0.5 + 3 * 0) / 9)
        self.assert_near(told["tension"]["steering"], (6 * -0.15 + 3 * -0.85) / 9)
        self.assert_near(told["tension"]["hierarchy"], -0.6)
        self.assert_near(told["delta"]["valley"]["health"], 6 * yields[0])
        self.assert_near(told["delta"]["valley"]["work"], 4 * yields[1])
        self.assert_near(told["delta"]["elsewhere"]["work"], -3 * reach[0] * 0.52)
        self.assertEqual(told["spent"], {"city": 2.0, "farmers": 1.0, "rijk": 4.0, "school": 2.0})
        # The mandate on hierarchy holds at -0.6; the centre has no reserve in this.
        self.assert_near(told["points"]["rijk"],
                         6 * yields[0] + 4 * yields[1] - 0.5 * 4 + 2)
        # Work here and elsewhere, the money, the mandate on homes, its own goal.
        self.assert_near(told["points"]["city"],
                         2 * (4 * yields[1] - 3 * reach[0] * 0.52) - 2 + 3 + 1.5 * reach[1])
        self.assert_near(told["points"]["school"], -2)

    def test_the_forecast_weighs_the_outcomes_with_and_without_a_finding(self):
        clean, found = self.outcome(DEAL), self.outcome(DEAL, "--audited")
        # 0.4 of the centre's 3.0 is late, and there are no conditions.
        effective = (3 * 0.6 + 3) * 0.92 * 0.94
        self.assert_near(found["lines"][0]["reach"], effective / (effective + 5))
        self.assert_near(found["audit_chance"], 0.15)
        self.assertEqual(clean["forecast"], found["forecast"])
        for region, themes in clean["delta"].items():
            for theme, amount in themes.items():
                self.assert_near(clean["forecast"]["delta"][region][theme],
                                 0.85 * amount + 0.15 * found["delta"][region][theme])
        for party, points in clean["points"].items():
            self.assert_near(clean["forecast"]["points"][party],
                             0.85 * points + 0.15 * found["points"][party])

    def test_the_round_chooses_the_urgency_and_its_last_entry_lasts(self):
        for round, urgency in ((1, 0.6), (2, 0.8), (9, 0.8)):
            told = self.outcome(DEAL, "--round", round)
            self.assert_near(told["lines"][0]["relevance"], urgency)

    def test_earlier_specific_deals_make_another_one_costlier(self):
        deal = changed(form="specific")
        # hierarchy 0.6: 0.03 + 0.06 + 0.01 + 0.03 + 0.02 for each.
        self.assert_near(self.outcome(deal)["admin"], 0.13)
        self.assert_near(self.outcome(deal, "--earlier-specific", 2)["admin"], 0.17)

    def test_an_explanation_is_told_as_data_with_the_source_of_every_rule(self):
        told = self.outcome(DEAL, "--explain")["explanation"]
        line = told["deal"]["lines"][0]
        product = 1.0
        for part in line["yield"]["product"]:
            product *= part["amount"]
        self.assert_near(product, self.outcome(DEAL)["lines"][0]["yield"])
        self.assertIn({"rule": "admin-base", "amount": -0.03}, told["deal"]["admin"]["sum"])
        self.assert_near(sum(part["amount"] for part in told["points"]["city"]),
                         self.outcome(DEAL)["points"]["city"])
        self.assertEqual(told["sources"]["friction"],
                         {"origin": "essay", "claims": ["E05", "E15"]})
        self.assertEqual(told["sources"]["admin-base"],
                         {"origin": "other", "other": "administrative-burden"})
        self.assertEqual(told["sources"]["reach"], {"origin": "design"})
        self.assertNotIn("powers-price", told["sources"])

    def test_people_read_a_table_with_rules_and_their_sources(self):
        done = self.evaluate(DEAL, "--explain")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        rows = {tuple(row.split()[:3]): row for row in done.stdout.splitlines()
                if row.startswith("  ") and row.split()[0] in ("=", "+", "x")}
        self.assertIn("essay E05, E15", rows["x", "0.9200", "friction"])
        self.assertIn("essay E05", rows["x", "0.8000", "looseness"])
        self.assertIn("source administrative-burden", rows["+", "-0.0300", "admin-base"])
        self.assertIn("the game's own choice", rows["+", "1.0000", "whole"])
        self.assertNotIn("essay", self.evaluate(DEAL).stdout)
        self.assertIn("protein", self.evaluate(DEAL).stdout)


class ProblemsTest(EvaluateTest):
    def test_a_deal_with_problems_ends_with_1_and_tells_each_at_its_place(self):
        deal = changed(form="specific", accountability="none", conditions=7)
        deal["lines"][1]["partners"] = ["nobody"]
        done = self.evaluate(deal, "--json")
        self.assertEqual(done.returncode, 1)
        told = json.loads(done.stdout)
        self.assertEqual(set(told), {"legal", "problems"})
        self.assertIs(told["legal"], False)
        self.assertTrue(all(problem["text"] for problem in told["problems"]))
        # Without the city's 2.0 the region pays 3.0 of the centre's 4.0.
        self.assertEqual(
            [(problem["code"], problem["where"]) for problem in told["problems"]],
            [("specific-without-accountability", "accountability"), ("co-financing", "lines"),
             ("unknown-id", "lines/1/partners/nobody"),
             ("payer-not-partner", "lines/1/money/city"), ("conditions-range", "conditions")])

    def test_people_read_the_problems_as_sentences(self):
        done = self.evaluate(changed(conditions=7))
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("conditions: ", done.stderr)
        self.assertIn("from 0 to 4", done.stderr)

    def test_the_form_partnership_needs_its_round(self):
        deal = changed(form="partnership")
        self.assertEqual(self.evaluate(deal).returncode, 1)
        self.assertEqual(self.evaluate(deal, "--round", 2).returncode, 0)


class ShapeTest(EvaluateTest):
    def test_malformed_json_is_refused_with_line_and_column(self):
        self.assert_refused('{\n "region": "valley",\n "form" "specific"\n}', "3:9")
        self.assert_refused("")

    def test_a_missing_or_unknown_field_is_refused_with_its_path(self):
        deal = changed()
        del deal["lines"][1]["goal"]
        self.assert_refused(deal, "lines/1/goal", "missing")
        self.assert_refused(changed(extra=1), "extra", "known field")

    def test_a_wrong_type_or_word_is_refused_with_its_path(self):
        self.assert_refused(changed(review=1), "review")
        self.assert_refused(changed(form="Specific"), "form")
        deal = changed()
        deal["lines"][0]["money"]["school"] = "2.0"
        self.assert_refused(deal, "lines/0/money/school")

    def test_a_partner_twice_is_refused_with_its_path(self):
        deal = changed()
        deal["lines"][0]["partners"] = ["school", "farmers", "school"]
        self.assert_refused(deal, "lines/0/partners/2", "school")

    def test_only_the_result_may_be_left_out(self):
        deal = changed()
        del deal["lines"][0]["result"]
        vague = self.outcome(deal)["lines"][0]
        self.assert_near(vague["cooperation"], 0.75 * 0.9)


class UsageTest(EvaluateTest):
    def assert_wrong_usage(self, done):
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertTrue(done.stderr)

    def test_an_audit_of_another_form_is_wrong_usage(self):
        self.assert_wrong_usage(self.evaluate(changed(form="specific"), "--audited"))

    def test_numbers_that_make_no_sense_are_wrong_usage(self):
        for options in (("--round", 0), ("--round", "x"), ("--unreviewed", -1),
                        ("--earlier-specific", 1.5), ("--no-such-option",)):
            self.assert_wrong_usage(self.evaluate(DEAL, *options))

    def test_files_that_are_not_there_are_refused(self):
        done = self.evaluate(DEAL, scenario=self.folder / "none.toml")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("none.toml", done.stderr)
        done = subprocess.run([os.environ["DEALTAFEL"], "evaluate", SCENARIO, "none.json"],
                              capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("none.json", done.stderr)


if __name__ == "__main__":
    unittest.main()
