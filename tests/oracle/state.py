"""What a game's state adds to a scenario, read from JSON: trust, ties and well-being that moved.

A round in a file may hold, each left out meaning as at the start of a session:
  "trust": [{"a": ..., "b": ..., "value": ...}], "ties": [{"a": ..., "b": ..., "strength": ...}],
  "wellbeing": {region: {theme: score}}
"""

import json
import sys

from scenario import load_scenario, pair


def trust_in(scenario, table):
    moved = {pair(e["a"], e["b"]): float(e["value"]) for e in table.get("trust", [])}
    return {**scenario.trust, **moved}


def ties_in(scenario, table):
    moved = {pair(e["a"], e["b"]): float(e["strength"]) for e in table.get("ties", [])}
    return {**scenario.ties, **moved}


def wellbeing_in(scenario, table):
    moved = table.get("wellbeing", {})
    return {
        region: {
            theme: float(moved.get(region, {}).get(theme, scenario.start(region, theme)))
            for theme in scenario.themes
        }
        for region in scenario.regions
    }


def by_pair(values):
    """Pairs as JSON: the first id, in it the second, ids ascending."""
    nested = {}
    for (a, b), value in sorted(values.items()):
        nested.setdefault(a, {})[b] = value
    return nested


def command(function, usage):
    """A command line SCENARIO.toml INPUT.json around function(scenario, input); `-` reads the
    input from standard input."""
    if len(sys.argv) != 3:
        print(usage, file=sys.stderr)
        return 2
    scenario = load_scenario(sys.argv[1])
    if sys.argv[2] == "-":
        table = json.load(sys.stdin)
    else:
        with open(sys.argv[2], encoding="utf-8") as file:
            table = json.load(file)
    print(json.dumps(function(scenario, table), indent=2, ensure_ascii=False))
    return 0
