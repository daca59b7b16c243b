#!/usr/bin/env python3
"""What a seat's forecast says, section 7 of the rules: exact, and in bands.

    bands.py SCENARIO.toml INPUT.json

with {"seat": party, "deal": ..., "on_the_table": deal or null, "round": 1, "shared": [challenge],
"earlier_specific": 0, "unreviewed": 0} and trust and ties as in state.py (only `seat` and `deal`
must be there; `shared` is what others shared with the seat) prints both.
"""

import sys

from deal import problems
from evaluate import forecast, outcome
from state import command, ties_in, trust_in

AGAINST_RESERVE = ("much-worse", "worse", "about-the-same", "better", "much-better")
SIZES = ("none", "small", "clear", "large")
COMPARISON = ("worse", "about-as-good", "better")


def against_reserve(points, reserve, band):
    difference = points - reserve
    return symmetric(difference, (0.5 * band, 2 * band), AGAINST_RESERVE)


def comparison(points, standing, band):
    return symmetric(points - standing, (0.1 * band,), COMPARISON)


def symmetric(difference, limits, words):
    """Words from worst to best around a middle one, with the same limits on both sides. Exactly at
    a limit it is still the step nearer to nothing, so that with a band of 0 no change stays so."""
    beyond = sum(abs(difference) > limit for limit in limits)
    return words[len(words) // 2 + (beyond if difference > 0 else -beyond)]


def theme_band(amount):
    """Limits 0.25, 1 and 3 points of well-being, with its sign."""
    size = SIZES[sum(abs(amount) > limit for limit in (0.25, 1, 3))]
    sign = 0 if size == "none" else (1 if amount > 0 else -1)
    return {"size": size, "sign": sign}


def sees(scenario, seat, challenge, shared):
    """It shares a capability with `seen_with`, or it is the centre and the challenge is national,
    or somebody shared it with it."""
    party = scenario.parties[seat]
    return (
        not challenge.seen_with.isdisjoint(party.capabilities)
        or (party.is_centre and challenge.national)
        or challenge.id in shared
    )


def counts_mandates(scenario, seat, deal):
    """"mandates only if the version needs the seat or is of its region"; it needs the centre, every
    required party of the region and every partner of a line."""
    party = scenario.parties[seat]
    return (
        party.is_centre
        or party.region == deal["region"]
        or any(seat in line["partners"] for line in deal["lines"])
    )


def seat_forecast(scenario, table, deal):
    """Points and changes that the seat expects of this deal alone, without anybody's reserve."""
    seat, round = table["seat"], table.get("round", 1)

    def urgency_of(challenge):
        known = sees(scenario, seat, challenge, table.get("shared", []))
        return challenge.urgency(round) if known else None

    def with_finding(audited):
        return outcome(
            scenario, deal, round, table.get("earlier_specific", 0), table.get("unreviewed", 0),
            audited, trust_in(scenario, table), ties_in(scenario, table), urgency_of,
            mandates_of=[seat] if counts_mandates(scenario, seat, deal) else [])

    clean = with_finding(False)
    found = with_finding(True) if deal["form"] == "decentralised" else clean
    both = forecast(clean["audit_chance"], clean, found)
    return {"points": both["points"][seat], "delta": both["delta"],
            "audit_chance": clean["audit_chance"]}


def told(scenario, table):
    """The forecast with its bands; a deal with problems has none."""
    deal = table["deal"]
    if problems(scenario, deal, table.get("round", 1)):
        return {"exact": None, "bands": None}
    exact = seat_forecast(scenario, table, deal)
    band, reserve = scenario.model["band"], scenario.parties[table["seat"]].reserve
    bands = {
        "points": against_reserve(exact["points"], reserve, band),
        "themes": {
            region: {theme: theme_band(amount) for theme, amount in themes.items()}
            for region, themes in exact["delta"].items()
        },
        "comparison": None,
        "audit_chance": exact["audit_chance"],
    }
    if table.get("on_the_table"):
        standing = seat_forecast(scenario, table, table["on_the_table"])
        bands["comparison"] = comparison(exact["points"], standing["points"], band)
    return {"exact": exact, "bands": bands}


if __name__ == "__main__":
    sys.exit(command(told, __doc__))
