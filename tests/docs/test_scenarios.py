"""What every scenario of the project has, beyond what `dealtafel validate` demands, and what the
tables of docs/scenarios.md and docs/trainer.md say of them."""

import re
import tomllib
import unittest

from pages import PROJECT, text_of

PHASES = {"briefing", "framework", "agenda", "negotiation", "outcome", "accountability",
          "reflection", "debrief"}
WORDS_OF_A_BRIEF = 250
MANDATES = 3


def scenarios() -> dict[str, dict]:
    files = sorted((PROJECT / "scenarios").glob("*.toml"))
    return {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}


class Scenarios(unittest.TestCase):
    maxDiff = None

    def test_each_is_in_dutch_and_in_english(self):
        for name, scenario in scenarios().items():
            with self.subTest(scenario=name):
                self.assertEqual(scenario["languages"], ["nl", "en"])

    def test_each_names_the_essay_and_the_page_with_its_sources(self):
        for name, scenario in scenarios().items():
            with self.subTest(scenario=name):
                self.assertIn("Deal or no deal", scenario["sources"][0])
                self.assertIn("docs/sources.md", scenario["sources"][-1])

    def test_each_says_what_is_made_up(self):
        for name, scenario in scenarios().items():
            with self.subTest(scenario=name):
                self.assertIn("verzonnen", scenario["summary"]["nl"])
                self.assertIn("invented", scenario["summary"]["en"])

    def test_each_has_a_sentence_and_a_question_for_every_phase_and_the_debrief(self):
        for name, scenario in scenarios().items():
            with self.subTest(scenario=name):
                phases = PHASES | ({"proposal"} if scenario.get("selection") else set())
                self.assertEqual(set(scenario["guide"]), phases)
                for phase, guide in scenario["guide"].items():
                    self.assertEqual(set(guide), {"say", "ask"}, phase)
                    for language in scenario["languages"]:
                        self.assertTrue(guide["ask"][language].endswith("?"), phase)

    def test_each_seat_can_be_read_in_two_minutes(self):
        for name, scenario in scenarios().items():
            with self.subTest(scenario=name):
                for party in scenario["party"]:
                    self.assertLessEqual(len(party["mandate"]), MANDATES, party["id"])
                    for language, brief in party["brief"].items():
                        self.assertLessEqual(len(brief.split()), WORDS_OF_A_BRIEF,
                                             f"{party['id']} in {language}")

    def test_each_centre_wants_to_spend(self):
        for name, scenario in scenarios().items():
            with self.subTest(scenario=name):
                centre = next(p for p in scenario["party"] if p["kind"] == "central-government")
                self.assertLessEqual(centre["money_value"], 0.3)

    def test_the_guides_tell_length_and_size_of_each(self):
        sizes = {name: (len(s["party"]), s["minutes"], s["rounds"])
                 for name, s in scenarios().items()}
        authors = re.findall(r"^\| `([\w-]+)` \| .* \| (\d+) \| (\d+) \| (\d+) \|",
                             text_of("docs/scenarios.md"), re.MULTILINE)
        self.assertEqual({name: tuple(map(int, row)) for name, *row in authors}, sizes)
        trainers = re.findall(r"^\| [^|]*\(`([\w-]+)`\) \| .* \| (\d+) \| (\d+) \|$",
                              text_of("docs/trainer.md"), re.MULTILINE)
        self.assertEqual({name: tuple(map(int, row)) for name, *row in trainers},
                         {name: size[:2] for name, size in sizes.items()})


if __name__ == "__main__":
    unittest.main()
