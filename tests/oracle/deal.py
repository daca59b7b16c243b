"""Deals in files: their shape, and the problems of a deal by the codes and places of `evaluate`."""

import json
import math
from fractions import Fraction

from scenario import SLACK

FORMS = ("decentralised", "specific", "partnership")
ACCOUNTABILITIES = ("none", "mutual", "upward")
GOALS = ("region", "joint", "national")
CLAUSES = ("information", "powers", "coordination", "review")
PROBLEM_CODES = (
    "specific-without-accountability", "partnership-form-not-available", "co-financing",
    "centre-share", "line-min", "over-budget", "money-step", "money-negative", "unknown-id",
    "duplicate-line", "no-lines", "no-partners", "centre-as-partner", "payer-not-partner",
    "other-region", "conditions-range",
)


class Malformed(ValueError):
    """What is not of the shape of a deal; the message begins with the field's path."""


def read_deal(text):
    """JSON text to a deal of the right shape, or Malformed."""
    def no_constant(word):
        raise Malformed(f"{word} is no JSON number")

    try:
        deal = json.loads(text, parse_constant=no_constant)
    except json.JSONDecodeError as error:
        raise Malformed(f"{error.lineno}:{error.colno}: {error.msg}") from error
    check_shape(deal)
    return deal


def check_shape(deal):
    check_fields(deal, "", ("region", "form", "conditions", "accountability", *CLAUSES, "lines"))
    check_type(deal["region"], str, "region")
    check_word(deal["form"], FORMS, "form")
    check_type(deal["conditions"], int, "conditions")
    check_word(deal["accountability"], ACCOUNTABILITIES, "accountability")
    for clause in CLAUSES:
        if not isinstance(deal[clause], bool):
            raise Malformed(f"{clause}: true or false expected")
    check_type(deal["lines"], list, "lines")
    for n, line in enumerate(deal["lines"]):
        check_line_shape(line, f"lines/{n}/")


def check_line_shape(line, path):
    check_fields(line, path, ("challenge", "partners", "goal", "money"), optional=("result",))
    check_type(line["challenge"], str, path + "challenge")
    check_type(line["partners"], list, path + "partners")
    for n, partner in enumerate(line["partners"]):
        check_type(partner, str, f"{path}partners/{n}")
        if partner in line["partners"][:n]:
            raise Malformed(f"{path}partners/{n}: {partner} stands here twice")
    check_word(line["goal"], GOALS, path + "goal")
    check_type(line.get("result", ""), str, path + "result")
    check_type(line["money"], dict, path + "money")
    for party, amount in line["money"].items():
        if isinstance(amount, bool) or not isinstance(amount, (int, float)):
            raise Malformed(f"{path}money/{party}: a number expected")
        if not math.isfinite(amount):
            raise Malformed(f"{path}money/{party}: not a finite number")


def check_fields(table, path, required, optional=()):
    check_type(table, dict, path or "the deal")
    for field in required:
        if field not in table:
            raise Malformed(f"{path}{field}: missing")
    for field in table:
        if field not in required and field not in optional:
            raise Malformed(f"{path}{field}: unknown field")


def check_type(value, kind, path):
    if isinstance(value, bool) or not isinstance(value, kind):
        raise Malformed(f"{path}: {kind.__name__} expected")


def check_word(value, words, path):
    check_type(value, str, path)
    if value not in words:
        raise Malformed(f"{path}: one of {', '.join(words)} expected")


def problems(scenario, deal, round=1):
    """Every problem as (code, where), ordered by code."""
    found = deal_problems(scenario, deal, round)
    named = set()
    for n, line in enumerate(deal["lines"]):
        found += line_problems(scenario, deal, line, n)
        # "duplicate-line at the later one"
        if line["challenge"] in named:
            found.append(("duplicate-line", f"lines/{n}/challenge"))
        named.add(line["challenge"])
    return sorted(found, key=lambda problem: PROBLEM_CODES.index(problem[0]))


def deal_problems(scenario, deal, round):
    found = []
    if deal["form"] == "specific" and deal["accountability"] == "none":
        found.append(("specific-without-accountability", "accountability"))
    available_from = scenario.partnership_form_from
    if deal["form"] == "partnership" and (available_from == 0 or round < available_from):
        found.append(("partnership-form-not-available", "form"))
    if deal["region"] not in scenario.regions:
        found.append(("unknown-id", "region"))
    if not deal["lines"]:
        found.append(("no-lines", "lines"))
    if not 0 <= deal["conditions"] <= 4:
        found.append(("conditions-range", "conditions"))
    return found + sum_problems(scenario, deal)


def sum_problems(scenario, deal):
    """Both sides pay, and no party's money exceeds its budget; all in tenths. "Money that is itself
    a problem does not count in sums." "Both-sides-pay is compared in tenths with a slack of 1e-9."
    """
    found = []
    own = {}
    for line in deal["lines"]:
        for party, amount in sound_money(scenario, line).items():
            own[party] = own.get(party, 0) + amount
    rijk = sum(amount for party, amount in own.items() if scenario.parties[party].is_rijk)
    regional = sum(own.values()) - rijk
    model = scenario.model
    if regional + SLACK < model["cofinancing_min"] * rijk:
        found.append(("co-financing", "lines"))
    if rijk + SLACK < model["centre_share_min"] * (rijk + regional):
        found.append(("centre-share", "lines"))
    for party in sorted(own):
        if own[party] > scenario.parties[party].budget:
            found.append(("over-budget", f"budget/{party}"))
    return found


def line_problems(scenario, deal, line, n):
    found = []
    challenge = scenario.challenges.get(line["challenge"])
    if challenge is None:
        found.append(("unknown-id", f"lines/{n}/challenge"))
    # "With an unknown region nothing is `other-region`."
    elif deal["region"] in scenario.regions and challenge.region != deal["region"]:
        found.append(("other-region", f"lines/{n}/challenge"))
    if not line["partners"]:
        found.append(("no-partners", f"lines/{n}/partners"))
    for partner in line["partners"]:
        if partner not in scenario.parties:
            found.append(("unknown-id", f"lines/{n}/partners/{partner}"))
        elif partner == scenario.centre:
            found.append(("centre-as-partner", f"lines/{n}/partners/{partner}"))
    for party in line["money"]:
        code = money_problem(scenario, line, party)
        if code:
            found.append((code, f"lines/{n}/money/{party}"))
    line_min = in_tenths(scenario.model["line_min"])
    if sum(sound_money(scenario, line).values()) < line_min:
        found.append(("line-min", f"lines/{n}/money"))
    return found


def money_problem(scenario, line, party):
    """"only the first of unknown-id, money-negative, money-step, payer-not-partner; an entry of 0
    counts as an entry"."""
    amount = line["money"][party]
    if party not in scenario.parties:
        return "unknown-id"
    if amount < 0:
        return "money-negative"
    if in_tenths(amount) is None:
        return "money-step"
    if party != scenario.centre and party not in line["partners"]:
        return "payer-not-partner"
    return None


def in_tenths(amount):
    """A whole number of tenths, or None. An amount in steps of 0.1 is the double nearest to it."""
    whole = round(Fraction(amount) * 10) if abs(amount) > 1e15 else round(amount * 10)
    return whole if whole / 10 == amount else None


def sound_money(scenario, line):
    """The line's money in tenths, without what is itself a problem."""
    return {
        party: in_tenths(amount)
        for party, amount in line["money"].items()
        if money_problem(scenario, line, party) is None
    }
