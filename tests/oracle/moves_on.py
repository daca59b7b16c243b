#!/usr/bin/env python3
"""What moves on after a round, section 5 of the rules.

    moves_on.py SCENARIO.toml ROUND.json

ROUND.json holds, besides trust, ties and well-being as in state.py (only `deals` must be there):
  "round": 1,
  "deals": [{"deal": ..., "audited": false, "earlier_specific": 0, "unreviewed": 0}],
  "no_deal": [region],            regions that negotiated and have none
  "framework": {"published": true, "stated": {tension: {"value": 0.5, "sentence": true}}},
  "against_ranking": 0,
  "ratings": [{"rater": ..., "rated": ..., "rating": 1..5}], "withheld": [region],
  "agenda": {region: {theme: {"score": ..., "ambition": ...}}},
  "shared_table": [[party, party]]
It prints well-being, trust after the outcome and after accountability, ties, governance,
attainment and the common result.
"""

import sys

from evaluate import outcome
from factors import plus
from scenario import pair, pairs
from state import by_pair, command, ties_in, trust_in, wellbeing_in

TENSIONS = ("partnership", "steering", "hierarchy")


def held(value, low, high):
    return min(high, max(low, value))


def signatories(scenario, deal):
    """Those that the version needs: the centre, every required party of the region, every partner
    of a line."""
    required = {party.id for party in scenario.parties.values()
                if party.required and party.region == deal["region"]}
    partners = {p for line in deal["lines"] for p in line["partners"]}
    return {scenario.centre} | required | partners


class Concluded:
    """A concluded deal of the round with its outcome, which is as after an audit where one found
    something."""

    def __init__(self, scenario, entry, round, trust, ties):
        self.deal = entry["deal"]
        self.region = self.deal["region"]
        self.audited = entry.get("audited", False)
        self.signatories = signatories(scenario, self.deal)
        self.outcome = outcome(
            scenario, self.deal, round, entry.get("earlier_specific", 0),
            entry.get("unreviewed", 0), self.audited, trust, ties)
        self.tension = self.outcome["tension"]


def move_wellbeing(scenario, wellbeing, deals):
    """"each region's theme gets its drift in one step, then for each deal (in order of their
    regions) the sum of its deltas for that theme in one step, within 0..100"."""
    moved = {}
    for region, scores in wellbeing.items():
        moved[region] = {}
        for theme, score in scores.items():
            score = held(score + scenario.drift(region, theme), 0.0, 100.0)
            for concluded in deals:
                delta = concluded.outcome["delta"].get(region, {}).get(theme, 0.0)
                score = held(score + delta, 0.0, 100.0)
            moved[region][theme] = score
    return moved


def change_trust(trust, ab, amount):
    trust[ab] = held(trust[ab] + amount, 0.0, 1.0)


def with_others(scenario, concluded):
    """The pairs of the centre with each other signatory, in ascending order of ids."""
    others = concluded.signatories - {scenario.centre}
    return sorted(pair(scenario.centre, other) for other in others)


def move_trust(scenario, trust, deals, no_deal, stated):
    """Region by region in file order, in each the sentences of the rule in their order, in each of
    these the pairs in ascending order of ids; within 0..1 at every step."""
    trust = dict(trust)
    by_region = {concluded.region: concluded for concluded in deals}
    for region in scenario.regions:
        if region in no_deal:
            required = [p.id for p in scenario.parties.values()
                        if p.required and p.region == region]
            for ab in sorted(pair(scenario.centre, party) for party in required):
                change_trust(trust, ab, -0.05)
        if region not in by_region:
            continue
        concluded = by_region[region]
        for ab in pairs(concluded.signatories):
            change_trust(trust, ab, 0.05)
        steps = []
        if concluded.audited:
            steps.append(-0.10)
        if "hierarchy" in stated:
            pretence = plus(concluded.tension["hierarchy"]) - plus(stated["hierarchy"]["value"])
            steps.append(-0.30 * plus(pretence))
        steps.append(-0.15 * (1 - deal_governance(concluded.tension, stated) / 100))
        for amount in steps:
            for ab in with_others(scenario, concluded):
                change_trust(trust, ab, amount)
    return trust


def end_accountability(scenario, trust, deals, ratings, withheld):
    """"+0.03 * (rating - 3) per rating given, on the pair; -0.05 between the centre and each other
    signatory of a deal where it withholds": two ratings of one pair are two steps, the one by the
    party with the lower id first."""
    trust = dict(trust)
    for given in sorted(ratings, key=lambda r: (pair(r["rater"], r["rated"]), r["rater"])):
        change_trust(trust, pair(given["rater"], given["rated"]), 0.03 * (given["rating"] - 3))
    for concluded in deals:
        if concluded.region in withheld:
            for ab in with_others(scenario, concluded):
                change_trust(trust, ab, -0.05)
    return trust


def move_ties(ties, deals):
    """"once a round, for each pair that is partner of one line", however many lines they share."""
    together = {
        ab for concluded in deals for line in concluded.deal["lines"]
        for ab in pairs(line["partners"])
    }
    return {
        ab: max(tie, min(0.9, tie + 0.15)) if ab in together else tie for ab, tie in ties.items()
    }


def deal_governance(tension, stated):
    """100 times the mean over the tensions of 1 - |stated - actual| / 2 where a position was stated
    with a sentence, else of 0.25; the actual position is the one after an audit."""
    def part(name):
        position = stated.get(name)
        if position is None or not position["sentence"]:
            return 0.25
        return 1 - abs(position["value"] - tension[name]) / 2

    return 100 * sum(part(name) for name in TENSIONS) / 3


def round_governance(deals, stated, published, against_ranking):
    """One deal's figure is its own, several deals' has a share for being alike; the two reductions
    count in both cases. A round without deals has no figure."""
    if not deals:
        return None
    own = [deal_governance(concluded.tension, stated) for concluded in deals]
    figure = own[0]
    if len(deals) > 1:
        spans = []
        for name in TENSIONS:
            values = [concluded.tension[name] for concluded in deals]
            spans.append((max(values) - min(values)) / 2)
        figure = 0.7 * sum(own) / len(own) + 0.3 * 100 * (1 - sum(spans) / 3)
    return plus(figure - 10 * against_ranking - (0 if published else 10))


def attainment(agenda, wellbeing):
    """"(score after the round - score at the agenda) / gap, within 0..1", for themes with a gap."""
    found = {}
    for region, themes in agenda.items():
        for theme, then in themes.items():
            gap = then["ambition"] - then["score"]
            if gap > 0:
                closed = held((wellbeing[region][theme] - then["score"]) / gap, 0.0, 1.0)
                found.setdefault(region, {})[theme] = {"gap": gap, "attainment": closed}
    return found


def common_wellbeing(scenario, concluded):
    """The deal's changes in its own region by `now` and `later`, and in all others."""
    sums = {"now": 0.0, "later": 0.0, "elsewhere": 0.0}
    for region, themes in concluded.outcome["delta"].items():
        for theme, amount in themes.items():
            here = region == concluded.region
            sums[scenario.horizon[theme] if here else "elsewhere"] += amount
    return sums


def move_on(scenario, table):
    trust, ties = trust_in(scenario, table), ties_in(scenario, table)
    order = list(scenario.regions)
    deals = sorted(
        (Concluded(scenario, entry, table.get("round", 1), trust, ties)
         for entry in table["deals"]),
        key=lambda concluded: order.index(concluded.region))
    framework = table.get("framework", {"published": False})
    stated = framework.get("stated", {})
    wellbeing = move_wellbeing(scenario, wellbeing_in(scenario, table), deals)
    after_outcome = move_trust(scenario, trust, deals, table.get("no_deal", []), stated)
    after_accountability = end_accountability(
        scenario, after_outcome, deals, table.get("ratings", []), table.get("withheld", []))
    shared_table = sorted(pair(a, b) for a, b in table.get("shared_table", []))
    met = [after_accountability[ab] for ab in shared_table]
    return {
        "wellbeing": wellbeing,
        "trust_after_outcome": by_pair(after_outcome),
        "trust_after_accountability": by_pair(after_accountability),
        "ties": by_pair(move_ties(ties, deals)),
        "governance": {
            "deals": {c.region: deal_governance(c.tension, stated) for c in deals},
            "round": round_governance(
                deals, stated, framework["published"], table.get("against_ranking", 0)),
        },
        "attainment": attainment(table.get("agenda", {}), wellbeing),
        "common": {
            "wellbeing": {c.region: common_wellbeing(scenario, c) for c in deals},
            "trust": sum(met) / len(met) if met else None,
        },
    }


if __name__ == "__main__":
    sys.exit(command(move_on, __doc__))
