"""The evaluator itself, against values worked out by hand: python3 -m unittest test_oracle."""

import copy
import tomllib
import unittest

from agenda import make_agenda
from bands import against_reserve, comparison, theme_band, told
from deal import Malformed, check_shape, problems
from draws import check_published_values, u
from evaluate import evaluate
from moves_on import move_on
from scenario import Scenario
from selection import against_ranking, features, score, selected

SCENARIO = tomllib.loads("""
rounds = 2
theme = [{ id = "health" }, { id = "work", horizon = "later" }]
region = [{ id = "dal", start = { health = 60.0 }, drift = { health = -1.0 } }, { id = "kust" }]
[[party]]
id = "rijk"
kind = "central-government"
budget = 20.0
money_value = 0.5
interests = { "*.*" = 1.0 }
[[party]]
id = "stad"
kind = "municipality"
region = "dal"
lead = true
required = true
budget = 3.0
capabilities = ["homes"]
interests = { "dal.*" = 1.0, "*.health" = 2.0, "kust.health" = 9.0 }
mandate = [
  { when = "own-money-at-most", amount = 3.0, points = 2.0 },
  { when = "conditions-at-most", count = 1, points = 5.0 },
  { when = "tension-at-most", tension = "steering", value = -0.3, points = 0.25 },
]
[[party]]
id = "boer"
kind = "business"
region = "dal"
budget = 5.0
capabilities = ["food"]
[[partnership]]
id = "circle"
members = ["stad", "boer"]
tie = 0.6
purpose = ["work"]
[[challenge]]
id = "wonen"
region = "dal"
scale = "municipal"
effects = { health = 4.0 }
needs = { homes = 1.0, research = 1.0 }
half = 5.0
urgency = [0.5]
seen_with = ["homes"]
needs_power = true
spillover = [{ region = "kust", theme = "work", effect = -2.0 }]
[[challenge]]
id = "snelweg"
region = "dal"
effects = { work = 2.0 }
needs = { homes = 1.0 }
half = 5.0
urgency = [0.9]
national = true
""")
DEAL = {
    "region": "dal", "form": "decentralised", "conditions": 2, "accountability": "mutual",
    "information": False, "powers": False, "coordination": True, "review": False,
    "lines": [{"challenge": "wonen", "partners": ["stad", "boer"], "goal": "joint", "result": " ",
               "money": {"rijk": 4.0, "stad": 3.0, "boer": 3.0}}],
}
# effective = 10 * 0.96 * 0.92 = 8.832, reach = 8.832 / 13.832
REACH = 1104 / 1729
# Without reach: 0.5 * 0.5 coverage * 0.85 suits * 0.92 scale * 0.928 commitment * 0.675 * 0.5 power
REST = 0.0612306
# After a finding: 2.4 of the 4 come in time, admin is 0.06: 8.4 * 0.96 * 0.94 = 7.58016; and
# steering is -0.3, so fit = 1 - 0.6 * 1.5 * 0.09 = 0.919
FOUND_REACH = 7.58016 / 12.58016
FOUND_REST = 0.0612306 * 0.919


def changed(**terms):
    return {**copy.deepcopy(DEAL), **terms}


class WorkedByHand(unittest.TestCase):
    def setUp(self):
        self.scenario = Scenario(SCENARIO)

    def near(self, want, got):
        self.assertAlmostEqual(want, got, delta=1e-12)

    def test_every_factor_of_a_decentralised_deal(self):
        result = evaluate(self.scenario, DEAL)
        line = result["lines"][0]
        want = {"partnership": 0.5, "steering": 0.0, "friction": 0.04, "reach": REACH,
                "coverage": 0.5, "suits": 0.85, "scale_fit": 0.92, "fit": 1.0,
                "cooperation": 0.675, "power": 0.5, "relevance": 0.5, "yield": REST * REACH}
        for name, value in want.items():
            self.near(value, line[name])
        self.near(0.3, result["audit_chance"])  # two conditions of 0.15
        self.near(0.08, result["admin"])  # 0.03 + 2 * 0.01 + 0.03 for coordination
        self.near(0.928, result["commitment"])  # felt = -0.4: 1 - 0.45 * 0.16
        self.near(0.48, result["chi"])  # 0.4 + 0.4 * 0.4 / 2
        self.near(-0.6, result["tension"]["hierarchy"])

    def test_deltas_and_points(self):
        result = evaluate(self.scenario, DEAL)
        health, work = 4 * REST * REACH, -2 * REACH * 0.52
        self.near(health, result["delta"]["dal"]["health"])
        self.near(work, result["delta"]["kust"]["work"])
        self.near(health + work - 0.5 * 4, result["points"]["rijk"])
        # dal.* and *.health count both; of the mandates only own money holds
        self.near(3 * health - 3 + 2, result["points"]["stad"])
        self.near(-3, result["points"]["boer"])

    def test_a_finding_and_the_forecast(self):
        result = evaluate(self.scenario, DEAL, audited=True)
        self.near(FOUND_REACH, result["lines"][0]["reach"])
        health, work = 4 * FOUND_REST * FOUND_REACH, -2 * FOUND_REACH * 0.52
        self.near(health, result["delta"]["dal"]["health"])
        # Spent as signed, conditions as signed, the tension as computed.
        self.near(4, result["spent"]["rijk"])
        self.near(3 * health - 3 + 2 + 0.25, result["points"]["stad"])
        found = health + work - 0.5 * 4 - 3
        self.near(found, result["points"]["rijk"])
        clean = 4 * REST * REACH - 2 * REACH * 0.52 - 2
        self.near(0.7 * clean + 0.3 * found, result["forecast"]["points"]["rijk"])

    def test_a_specific_deal_gives_back_and_steering_costs(self):
        deal = changed(form="specific", accountability="mutual", information=True)
        deal["lines"][0]["goal"] = "national"
        scenario = Scenario({**SCENARIO, "model": {"clawback_coverage": 0.8}})
        # coverage 0.5 + 0.2 is below 0.8: 4 - 0.2 * 4 back + 0.05 * 10 effort + 0.5 information
        self.near(4.2, evaluate(scenario, deal)["spent"]["rijk"])

    def test_problems_stand_at_their_places(self):
        deal = changed(form="specific", accountability="none", conditions=5)
        deal["lines"].append({"challenge": "wonen", "partners": ["rijk", "niemand"],
                              "goal": "joint",
                              "money": {"stad": 0, "niemand": -1, "rijk": 0.05, "boer": 5.1}})
        self.assertEqual(problems(self.scenario, deal), [
            ("specific-without-accountability", "accountability"),
            ("line-min", "lines/1/money"),
            ("money-step", "lines/1/money/rijk"),
            ("unknown-id", "lines/1/partners/niemand"),
            ("unknown-id", "lines/1/money/niemand"),
            ("duplicate-line", "lines/1/challenge"),
            ("centre-as-partner", "lines/1/partners/rijk"),
            ("payer-not-partner", "lines/1/money/stad"),
            ("payer-not-partner", "lines/1/money/boer"),
            ("conditions-range", "conditions"),
        ])

    def test_both_sides_pay(self):
        deal = changed()
        deal["lines"][0]["money"] = {"rijk": 8.1, "stad": 3.0, "boer": 5.0}
        self.assertEqual(problems(self.scenario, deal), [("co-financing", "lines")])
        deal["lines"][0]["money"] = {"rijk": 1.9, "stad": 3.1, "boer": 5.0}
        self.assertEqual(problems(self.scenario, deal),
                         [("centre-share", "lines"), ("over-budget", "budget/stad")])
        deal["lines"][0]["money"] = {"rijk": 2, "stad": 3.0, "boer": 5.0}
        self.assertEqual(problems(self.scenario, deal), [])

    def test_a_partner_twice_is_malformed(self):
        deal = changed()
        deal["lines"][0]["partners"].append("stad")
        with self.assertRaisesRegex(Malformed, "lines/0/partners/2"):
            check_shape(deal)

    def test_the_agenda(self):
        made = make_agenda(self.scenario, {
            "region": "dal", "at_table": ["stad", "boer"],
            "ambitions": {"stad": {"health": 67}}, "supports": {"stad": ["wonen"]},
            "demanded": ["snelweg"]})
        # 67 and, of the silent one, 60 + 10
        self.assertEqual(made["ambition"], {"health": 68.5, "work": 60.0})
        self.assertEqual(made["challenge_gap"], {"wonen": 8.5, "snelweg": 10.0})
        self.assertEqual(made["agenda"], ["wonen", "snelweg"])

    def test_what_moves_on(self):
        moved = move_on(self.scenario, {
            "deals": [{"deal": DEAL, "audited": True}],
            "framework": {"published": True,
                          "stated": {"hierarchy": {"value": -1.0, "sentence": True}}},
            "ratings": [{"rater": "stad", "rated": "boer", "rating": 5}],
            "agenda": {"dal": {"health": {"score": 60.0, "ambition": 70.0}}}})
        self.near(60 - 1 + 4 * FOUND_REST * FOUND_REACH, moved["wellbeing"]["dal"]["health"])
        # (0.25 + 0.25 + 1 - 0.4 / 2) / 3 of 100: hierarchy is -0.6
        self.near(130 / 3, moved["governance"]["round"])
        # 0.5 + 0.05 - 0.10 - 0.15 * (1 - 1.3 / 3)
        self.near(0.365, moved["trust_after_outcome"]["rijk"]["stad"])
        self.near(0.61, moved["trust_after_accountability"]["boer"]["stad"])
        self.near(0.75, moved["ties"]["boer"]["stad"])
        self.assertEqual(moved["attainment"]["dal"]["health"]["attainment"], 0.0)

    def test_pretence_costs_what_was_not_stated(self):
        deal = changed(form="specific", accountability="upward")
        stated = {name: {"value": 0.5, "sentence": True}
                  for name in ("partnership", "steering", "hierarchy")}
        moved = move_on(self.scenario, {
            "deals": [{"deal": deal}], "framework": {"published": True, "stated": stated}})
        # hierarchy 1, partnership 0.5, steering 0: governance = (1 + 0.75 + 0.75) / 3 of 100;
        # 0.5 + 0.05 - 0.30 * 0.5 - 0.15 * 0.5 / 3
        self.near(0.375, moved["trust_after_outcome"]["boer"]["rijk"])

    def test_bands(self):
        self.assertEqual([against_reserve(6 + d, 6, 4) for d in (-9, -8, -2, 2, 2.5, 8.5)],
                         ["much-worse", "worse", "about-the-same", "about-the-same", "better",
                          "much-better"])
        self.assertEqual(comparison(1.5, 1.0, 4), "better")
        self.assertEqual(theme_band(-1.5), {"size": "clear", "sign": -1})
        seat = told(self.scenario, {"seat": "boer", "deal": changed(review=True)})["exact"]
        # To the farmer this urgency is unknown: 0.5, as it happens the true one.
        self.near(0.3, seat["audit_chance"])

    def test_published_values_of_the_draws(self):
        check_published_values()
        self.assertTrue(0 <= u(7, "audit/dal/1") < 1)


class Selection(unittest.TestCase):
    def test_every_feature_of_a_proposal(self):
        proposal = {"challenges": ["wonen"], "partners": ["stad", "boer"], "asked": 4.0}
        found = features(SCENARIO, proposal, {"wonen": 0.5}, {"snelweg"}, 2.0)
        # wonen does most good (4 of 4) and most harm (2 of 2); the highway is not in it; a farmer
        # and a town without knowledge; both are of the circle; half of the money is pledged
        self.assertEqual(found, {
            "urgency": 0.5, "well-being": 1.0, "national-goals": 0.0, "knowledge-partners": 2 / 3,
            "existing-agenda": 1.0, "co-financing": 0.5, "supra-regional": 0.0})
        self.assertAlmostEqual(score(None, found), (0.5 + 1 + 2 / 3 + 1 + 0.5) / 7)
        weights = dict.fromkeys(found, 0) | {"urgency": 4, "co-financing": 6}
        self.assertAlmostEqual(score(weights, found), (4 * 0.5 + 6 * 0.5) / 10)

    def test_what_fits_is_selected_down_the_ranking_beside_what_the_centre_chose(self):
        asked = {"a": 60, "b": 50, "c": 40}
        self.assertEqual(selected(["a", "b", "c"], asked, {}, 100), {"a", "c"})
        self.assertEqual(selected(["a", "b", "c"], asked, {"a": False}, 100), {"b", "c"})
        self.assertEqual(selected(["a", "b", "c"], asked, {"c": True}, 100), {"a", "c"})

    def test_a_selection_below_a_rejected_one_that_would_have_fitted_goes_against_the_ranking(self):
        scores, asked = {"a": 0.9, "b": 0.5}, {"a": 60, "b": 50}
        self.assertEqual(against_ranking(scores, asked, {"b"}, 100), 1)
        self.assertEqual(against_ranking(scores, asked, {"b"}, 59), 0)
        self.assertEqual(against_ranking(scores, asked, {"a"}, 100), 0)


if __name__ == "__main__":
    unittest.main()
