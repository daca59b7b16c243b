#!/usr/bin/env python3
"""The outcome of one deal, section 4 of the rules, as `dealtafel evaluate --json` prints it.

An independent reading of docs/rules.md in plain Python: the C++ program is held against it, so
nothing here may be taken from there. `evaluate` is the library's one call; `outcome` is the same
without looking for problems and also takes the trust and the ties of a game under way.

    evaluate.py SCENARIO.toml DEAL.json [--round N] [--earlier-specific N] [--unreviewed N]
                [--audited]
"""

import argparse
import json
import sys

from deal import Malformed, problems, read_deal
from factors import (Terms, admin_of, chi_of, commitment_of, line_money, line_outcome, plus,
                     signed_money)
from points import points_of
from scenario import load_scenario


def audit_chance(scenario, deal):
    """By the terms as signed."""
    model = scenario.model
    if deal["form"] != "decentralised":
        return 0.0
    upward = deal["accountability"] == "upward"
    strings = deal["conditions"] + (model["audit_upward_counts_as"] if upward else 0)
    return min(float(model["audit_chance_cap"]), model["audit_chance_per_condition"] * strings)


def add_effects(delta, challenge, factors, chi):
    """What the line does to well-being, here and elsewhere."""
    def add(region, theme, amount):
        themes = delta.setdefault(region, {})
        themes[theme] = themes.get(theme, 0.0) + amount

    for theme, effect in challenge.effects.items():
        add(challenge.region, theme, effect * factors["yield"])
    for region, theme, effect in challenge.spillover:
        if effect < 0:
            add(region, theme, effect * factors["reach"] * plus(1 - chi))
        elif effect > 0:
            add(region, theme, effect * factors["reach"])


def tensions(scenario, deal, line_factors, terms):
    """The deal's place: means over its lines weighted by money, 0 where no money."""
    weights = [line_money(scenario, line, terms) for line in deal["lines"]]
    total = sum(weights)

    def weighted(name):
        if total == 0:
            return 0.0
        return sum(f[name] * w for f, w in zip(line_factors, weights)) / total

    return {
        "partnership": weighted("partnership"),
        "steering": weighted("steering"),
        "hierarchy": terms.hierarchy,
    }


def spent_of(scenario, deal, line_factors, terms):
    """"`spent` is money as signed, minus claw-back, plus `information_cost`, plus `steering_effort`
    times the line's money"; it holds every party with something spent."""
    model, centre = scenario.model, scenario.centre
    spent = {}

    def spend(party, amount):
        spent[party] = spent.get(party, 0.0) + amount

    for line, factors in zip(deal["lines"], line_factors):
        money = signed_money(line)
        for party, amount in money.items():
            spend(party, amount * (terms.centre_pays if party == centre else 1))
        if deal["form"] == "specific" and factors["coverage"] < model["clawback_coverage"]:
            spend(centre, -model["clawback_share"] * money.get(centre, 0.0) * terms.centre_pays)
        # "with accountability (as computed) `upward` the region bears it through `admin`"
        if line["goal"] == "national" and terms.accountability != "upward":
            spend(centre, model["steering_effort"] * line_money(scenario, line, terms))
    if deal["information"]:
        spend(centre, model["information_cost"])
    return {party: amount for party, amount in sorted(spent.items()) if amount != 0}


def outcome(scenario, deal, round=1, earlier_specific=0, unreviewed=0, audited=False,
            trust=None, ties=None, urgency_of=None, mandates_of=None, withheld=0.0):
    """The outcome of a deal without problems, with or without a finding of the audit. Trust and
    ties are by pair, urgency_of(challenge) gives this round's, mandates count of the parties
    `mandates_of`; left out, they are the scenario's, and everybody's."""
    terms = Terms(scenario, deal, audited, withheld)
    model = scenario.model
    shared = {
        "admin": admin_of(model, deal, terms, earlier_specific),
        "commitment": commitment_of(model, terms),
        "trust": scenario.trust if trust is None else trust,
        "ties": scenario.ties if ties is None else ties,
        "urgency_of": urgency_of or (lambda challenge: challenge.urgency(round)),
        "unreviewed": unreviewed,
    }
    chi = chi_of(model, deal, terms)
    line_factors = [line_outcome(scenario, deal, line, terms, shared) for line in deal["lines"]]
    delta = {}
    for factors in sorted(line_factors, key=lambda f: scenario.challenge_order[f["challenge"]]):
        add_effects(delta, scenario.challenges[factors["challenge"]], factors, chi)
    parts = {
        "tension": tensions(scenario, deal, line_factors, terms),
        "audit_chance": audit_chance(scenario, deal),
        "admin": shared["admin"],
        "commitment": shared["commitment"],
        "chi": chi,
        "lines": line_factors,
        "delta": delta,
        "spent": spent_of(scenario, deal, line_factors, terms),
    }
    parts["points"] = points_of(scenario, deal, parts, audited, mandates_of)
    return parts


def forecast(chance, clean, found):
    """"(1 - chance) times the outcome without plus chance times the one with a finding"."""
    def weigh(a, b):
        return (1 - chance) * a + chance * b

    return {
        "delta": {
            region: {theme: weigh(amount, found["delta"][region][theme])
                     for theme, amount in themes.items()}
            for region, themes in clean["delta"].items()
        },
        "points": {
            party: weigh(points, found["points"][party])
            for party, points in clean["points"].items()
        },
    }


def problem_text(code, where):
    return f"{code} at {where}"


def evaluate(scenario, deal, round=1, earlier_specific=0, unreviewed=0, audited=False):
    """What `dealtafel evaluate --json` prints, as a dict. The deal must have a deal's shape."""
    found = problems(scenario, deal, round)
    if found:
        listed = [{"code": c, "where": w, "text": problem_text(c, w)} for c, w in found]
        return {"legal": False, "problems": listed}
    clean = outcome(scenario, deal, round, earlier_specific, unreviewed, False)
    # Only free money can be found unlawful; elsewhere the chance is 0 and there is no such outcome.
    after = clean
    if deal["form"] == "decentralised":
        after = outcome(scenario, deal, round, earlier_specific, unreviewed, True)
    elif audited:
        raise ValueError("an audit looks only at deals with form `decentralised`")
    shown = after if audited else clean
    return {
        "legal": True, "problems": [], **shown,
        "forecast": forecast(clean["audit_chance"], clean, after),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("scenario")
    parser.add_argument("deal")
    parser.add_argument("--round", type=int, default=1)
    parser.add_argument("--earlier-specific", type=int, default=0)
    parser.add_argument("--unreviewed", type=int, default=0)
    parser.add_argument("--audited", action="store_true")
    options = parser.parse_args()
    scenario = load_scenario(options.scenario)
    try:
        with open(options.deal, encoding="utf-8") as file:
            deal = read_deal(file.read())
    except Malformed as error:
        print(f"{options.deal}: {error}", file=sys.stderr)
        return 1
    if options.audited and deal["form"] != "decentralised":
        parser.error("--audited needs a deal with form `decentralised`")
    result = evaluate(scenario, deal, options.round, options.earlier_specific,
                      options.unreviewed, options.audited)
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return 0 if result["legal"] else 1


if __name__ == "__main__":
    sys.exit(main())
