#!/usr/bin/env python3
"""Makes docs/claims.md from the tests of the claims, the rules' sources and the places on the page.

    table.py BINARY RULE_SOURCES          prints the page
    table.py BINARY RULE_SOURCES FILE     ends with 1 where FILE says something else
"""

import difflib
import json
import pathlib
import re
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).parent
PROJECT = HERE.parent.parent
CLAIM = re.compile(r"([ER]\d+) (.+)")

OPENING = """\
# The claims of the essay, and where they are played

Each claim of the essay ([sources](sources.md)) that stands here has a test of its own, which plays
one situation twice, once on each side of the claim, and looks at the difference and at the rule
that explains it. A rule with several claims is told with all of them. The page shows the rules
under the headings in the third column, as its English texts have them; [rules.md](rules.md) says
what they do.

This page is made by `cmake --build --preset dev --target claims_docs` from the tests, from
[rule-sources.json](protocol/rule-sources.json) and from `tests/claims/places.toml`; the test
`claims_table` fails when it lags behind.

| claim | by the rules | on the screen | test |
|---|---|---|---|
"""


def tests_of(binary: str) -> dict[str, str]:
    """The claims that the program has a test for, with what each test says."""
    listed = subprocess.run([binary, "--list-test-cases", "--no-colors"], check=True,
                            capture_output=True, text=True).stdout
    found = [CLAIM.fullmatch(line) for line in listed.splitlines()]
    return {match[1]: match[2] for match in found if match}


def files() -> dict[str, str]:
    """The file of each test, by its claim."""
    return {claim: path.name for path in sorted(HERE.glob("*.cpp"))
            for claim in re.findall(r'TEST_CASE\("([ER]\d+) ', path.read_text("utf-8"))}


class Places:
    def __init__(self, sources: dict):
        told = tomllib.loads((HERE / "places.toml").read_text("utf-8"))
        self.texts = json.loads((PROJECT / "shared/messages/en.json").read_text("utf-8"))
        self.of_rule = {}
        for place in told["place"]:
            for rule in place["rules"]:
                if rule in self.of_rule:
                    sys.exit(f"places.toml: {rule} has two places")
                self.of_rule[rule] = self.text(place)
        self.of_claim = {claim["id"]: claim for claim in told["claim"]}
        essays = {rule for rule, source in sources.items() if source["origin"] == "essay"}
        if essays != set(self.of_rule):
            sys.exit(f"places.toml: differs from the essay's rules by "
                     f"{sorted(essays ^ set(self.of_rule))}")

    def text(self, place: dict) -> str:
        return ", ".join(f"*{self.texts[key]}*" for key in place["headings"])


def row(claim: str, says: str, file: str, sources: dict, places: Places) -> str:
    rules = [rule for rule, source in sources.items() if claim in source.get("claims", [])]
    if claim in places.of_claim:
        place = places.of_claim[claim]
        by, where = place["mechanism"], [places.text(place)]
    else:
        by = ", ".join(f"`{rule}`" for rule in rules)
        where = list(dict.fromkeys(places.of_rule[rule] for rule in rules))
    if not by:
        sys.exit(f"{claim} has a test, but no rule carries it")
    return f"| {claim} | {by} | {'; '.join(where)} | [{says}](../tests/claims/{file}) |\n"


def page(binary: str, sources: dict) -> str:
    places = Places(sources)
    tests = tests_of(binary)
    of_claim = files()
    order = sorted(tests, key=lambda claim: (claim[0], int(claim[1:])))
    return OPENING + "".join(row(claim, tests[claim], of_claim[claim], sources, places)
                             for claim in order)


def main() -> int:
    if len(sys.argv) not in (3, 4):
        print(__doc__, file=sys.stderr)
        return 2
    made = page(sys.argv[1], json.loads(pathlib.Path(sys.argv[2]).read_text("utf-8")))
    if len(sys.argv) == 3:
        print(made, end="")
        return 0
    written = pathlib.Path(sys.argv[3]).read_text("utf-8")
    sys.stdout.writelines(difflib.unified_diff(written.splitlines(True), made.splitlines(True),
                                               "docs/claims.md", "what the tests show"))
    return 0 if written == made else 1


if __name__ == "__main__":
    sys.exit(main())
