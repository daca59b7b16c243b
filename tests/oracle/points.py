"""What a deal is worth to each party: interests, money, mandates, goals and prices."""

from factors import signed_money
from scenario import SLACK


def mandate_holds(entry, owner, deal, tension):
    """"compared with a slack of 1e-9 in the party's favour; after a finding `conditions`,
    `accountability` and money still read as signed, tensions as computed"."""
    when = entry["when"]
    lines = {line["challenge"]: line for line in deal["lines"]}
    line = lines.get(entry.get("challenge"))
    if when == "includes":
        return line is not None
    if when == "spends-at-least":
        # A deal without the line has no line's money to compare.
        return line is not None and sum(signed_money(line).values()) >= entry["amount"] - SLACK
    if when == "works-on":
        return line is not None and entry.get("party", owner) in line["partners"]
    if when == "conditions-at-most":
        return deal["conditions"] <= entry["count"] + SLACK
    if when == "conditions-at-least":
        return deal["conditions"] >= entry["count"] - SLACK
    if when in ("form", "accountability"):
        return deal[when] in entry["any"]
    if when == "clause":
        return deal[entry["clause"]] == entry.get("value", True)
    if when == "tension-at-most":
        return tension[entry["tension"]] <= entry["value"] + SLACK
    if when == "tension-at-least":
        return tension[entry["tension"]] >= entry["value"] - SLACK
    if when == "own-money-at-most":
        own = sum(signed_money(line).get(owner, 0.0) for line in deal["lines"])
        return own <= entry["amount"] + SLACK
    raise ValueError(f"unknown kind of mandate: {when}")


def interest_points(party, delta):
    """Every entry that matches counts, so `*.*` and `here.health` add up."""
    points = 0.0
    for region, theme, weight in party.interests:
        for r in sorted(delta):
            for t in sorted(delta[r]):
                if region in ("*", r) and theme in ("*", t):
                    points += weight * delta[r][t]
    return points


def mandate_points(party, deal, tension):
    return sum(
        float(entry["points"])
        for entry in party.mandate
        if mandate_holds(entry, party.id, deal, tension)
    )


def goal_points(scenario, party, deal, line_factors):
    """A national goal brings the centre something, the region's own goal each regional partner."""
    points = 0.0
    for line, factors in zip(deal["lines"], line_factors):
        if line["goal"] == "national" and party.is_centre:
            points += scenario.model["national_value"] * factors["reach"]
        if line["goal"] == "region" and party.id in line["partners"] and not party.is_rijk:
            points += scenario.model["regional_value"] * factors["reach"]
    return points


def price_points(scenario, party, deal, audited):
    if not party.is_centre:
        return 0.0
    powers = scenario.model["powers_price"] if deal["powers"] else 0
    finding = scenario.model["audit_price"] if audited else 0
    return powers + finding


def points_of(scenario, deal, parts, audited, mandates_of=None):
    """Each party with all its mandates, as if it had signed this deal (or only those of the parties
    `mandates_of`), and nobody's reserve: this deal alone is counted."""
    def mandates(party):
        counted = mandates_of is None or party.id in mandates_of
        return mandate_points(party, deal, parts["tension"]) if counted else 0.0

    return {
        party.id: interest_points(party, parts["delta"])
        - party.money_value * parts["spent"].get(party.id, 0.0)
        + mandates(party)
        + goal_points(scenario, party, deal, parts["lines"])
        - price_points(scenario, party, deal, audited)
        for party in scenario.parties.values()
    }
