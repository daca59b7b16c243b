#!/usr/bin/env python3
"""How a region's agenda is made at the end of the phase, section 2 of the rules.

    agenda.py SCENARIO.toml INPUT.json

with {"region": ..., "at_table": [party], "ambitions": {party: {theme: value}},
"supports": {party: [challenge]}, "demanded": [challenge], "wellbeing": {region: {theme: score}}}
(only `region` and `at_table` must be there) prints the table's ambitions, the gaps, the number of
supporters and the agenda.
"""

import sys

from scenario import SLACK
from state import command, wellbeing_in


def median(values):
    """Of an even number the mean of the middle two."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def table_ambition(scenario, at_table, ambitions, theme, score):
    """"who sets none counts with the present score plus `ambition_default`, at most 100"."""
    silent = min(100.0, score + scenario.model["ambition_default"])
    return median([float(ambitions.get(p, {}).get(theme, silent)) for p in at_table])


def challenge_gap(challenge, gaps):
    """"the sum of the gaps of the themes that it has a positive effect on"."""
    return sum(gaps[theme] for theme, effect in challenge.effects.items() if effect > 0)


def make_agenda(scenario, table):
    region, at_table = table["region"], table["at_table"]
    if not at_table:
        # A region without parties has no table, and nothing can be demanded there.
        return {"ambition": {}, "gap": {}, "challenge_gap": {}, "supporters": {}, "agenda": []}
    scores = wellbeing_in(scenario, table)[region]
    ambition = {
        theme: table_ambition(scenario, at_table, table.get("ambitions", {}), theme, score)
        for theme, score in scores.items()
    }
    gaps = {theme: max(0.0, ambition[theme] - score) for theme, score in scores.items()}
    here = [c for c in scenario.challenges.values() if c.region == region]
    supports = table.get("supports", {})
    supporters = {c.id: sum(c.id in supports.get(p, []) for p in at_table) for c in here}
    challenge_gaps = {c.id: challenge_gap(c, gaps) for c in here}
    enough = scenario.agenda_support * len(at_table)
    eligible = [
        c.id for c in here
        if not c.national and challenge_gaps[c.id] > 0 and supporters[c.id] >= enough - SLACK
    ]
    # Python's sort is stable: what is equal stays in scenario order.
    ranked = sorted(eligible, key=lambda c: (-supporters[c], -challenge_gaps[c]))
    # "National challenges that the centre demands come on top": besides the slots.
    demanded = [c.id for c in here if c.national and c.id in table.get("demanded", [])]
    return {
        "ambition": ambition, "gap": gaps, "challenge_gap": challenge_gaps,
        "supporters": supporters, "agenda": ranked[: scenario.agenda_slots] + demanded,
    }


if __name__ == "__main__":
    sys.exit(command(make_agenda, __doc__))
