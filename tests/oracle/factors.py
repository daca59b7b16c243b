"""The factors of a deal and of each of its lines: sections 3 and 4 of the rules up to `yield`."""

from deal import in_tenths
from scenario import pairs

UNKNOWN_URGENCY = 0.5


def plus(x):
    """`x+` is max(0, x)."""
    return max(0.0, x)


def mean(values):
    return sum(values) / len(values)


def blank(text):
    """Empty means empty after trimming spaces, tabs and line ends."""
    return text.strip(" \t\r\n") == ""


class Terms:
    """The deal's terms as the outcome is computed with them; `withheld` is the share of its money
    that the centre keeps back."""

    def __init__(self, scenario, deal, audited, withheld=0.0):
        self.form = deal["form"]
        # "the outcome is computed as if conditions were 0 and upward accountability were `none`"
        self.conditions = 0 if audited else deal["conditions"]
        upward_falls = audited and deal["accountability"] == "upward"
        self.accountability = "none" if upward_falls else deal["accountability"]
        # "counts in section 4 like money that is late, and is not spent"
        self.centre_pays = 1 - withheld
        # "of the centre's money in each line the share `audit_delay` comes too late"
        in_time = 1 - scenario.model["audit_delay"] if audited else 1
        self.centre_counts = self.centre_pays * in_time
        self.hierarchy = (
            0.6 * {"decentralised": -1, "partnership": 0, "specific": 1}[self.form]
            + 0.4 * {"none": -1, "mutual": 0, "upward": 1}[self.accountability]
        )


def signed_money(line):
    """The line's money as signed, in millions, by party in ascending order of id."""
    return {party: in_tenths(amount) / 10 for party, amount in sorted(line["money"].items())}


def line_money(scenario, line, terms):
    """"wherever sections 3 and 4 use a line's money it counts as the rest" after a finding."""
    return sum(
        amount * (terms.centre_counts if party == scenario.centre else 1)
        for party, amount in signed_money(line).items()
    )


def admin_of(model, deal, terms, earlier_specific):
    return (
        model["admin_base"]
        + model["admin_hierarchy"] * plus(terms.hierarchy)
        + model["admin_condition"] * terms.conditions
        + (model["admin_upward"] if terms.accountability == "upward" else 0)
        + (model["admin_coordination"] if deal["coordination"] else 0)
        + (model["admin_review"] if deal["review"] else 0)
        + (model["admin_temporary"] * earlier_specific if terms.form == "specific" else 0)
        + (model["admin_partnership"] if terms.form == "partnership" else 0)
    )


def commitment_of(model, terms):
    felt = terms.hierarchy + model["built_in_hierarchy"]
    return plus(
        1
        - model["commitment_hierarchy"] * plus(felt) ** 2
        - model["commitment_freedom"] * plus(-felt) ** 2
        - (0 if terms.accountability == "mutual" else model["commitment_one_sided"])
    )


def chi_of(model, deal, terms):
    if not deal["coordination"]:
        return 0.0
    return model["coordination_base"] + model["coordination_hierarchy"] * (terms.hierarchy + 1) / 2


def largest_partnership(scenario, partners):
    """How many partners the best partnership holds, and the first in file order that holds so many;
    (0, None) with no partnership in the scenario."""
    best, first = 0, None
    for partnership in scenario.partnerships:
        held = len(partnership.members.intersection(partners))
        if first is None or held > best:
            best, first = held, partnership
    return best, first


def has(scenario, party, challenge):
    """The party has at least one capability that the challenge needs."""
    return not scenario.parties[party].capabilities.isdisjoint(challenge.needs)


def partnership_of(scenario, challenge, partners):
    best, _ = largest_partnership(scenario, partners)
    capable = sum(has(scenario, p, challenge) for p in partners)
    return best / len(partners) - capable / len(partners)


def steering_of(line, terms):
    goal = {"region": -1, "joint": 0, "national": 1}[line["goal"]]
    return 0.7 * goal + 0.3 * (terms.conditions / 2 - 1)


def friction_of(scenario, partners, ties):
    together = pairs(partners)
    looseness = mean([1 - ties[ab] for ab in together]) if together else 0.0
    model = scenario.model
    return min(model["friction_cap"], model["friction"] * (len(partners) - 1) * looseness)


def reach_of(money, friction, admin, half):
    effective = money * (1 - friction) * (1 - admin)
    return effective / (effective + half) if effective > 0 else 0.0


def coverage_of(scenario, challenge, partners, information):
    met = sum(
        weight
        for need, weight in challenge.needs.items()
        if any(need in scenario.parties[p].capabilities for p in partners)
    )
    extra = scenario.model["information_coverage"] if information else 0
    return min(1.0, met / sum(challenge.needs.values()) + extra)


def suits_of(scenario, challenge, partners):
    best, partnership = largest_partnership(scenario, partners)
    if partnership is None or not partnership.purpose:
        return 1.0
    if not partnership.purpose.isdisjoint(challenge.effects):
        return 1.0
    return plus(1 - scenario.model["partnership_mismatch"] * best / len(partners))


def scale_fit_of(scenario, challenge, partners, goal):
    level = 3 if goal == "national" else max(scenario.parties[p].level for p in partners)
    return plus(1 - scenario.model["scale_penalty"] * abs(level - challenge.scale))


def fit_of(model, line, steering):
    enabling = model["fit_enabling"] * (model["vagueness"] if blank(line.get("result", "")) else 1)
    return plus(1 - model["fit_steering"] * plus(steering) ** 2 - enabling * plus(-steering) ** 2)


def cooperation_of(scenario, line, trust):
    model = scenario.model
    floor = model["cooperation_floor"]
    circle = pairs(set(line["partners"]) | {scenario.centre})
    cooperation = floor + (1 - floor) * mean([trust[ab] for ab in circle])
    unclear = line["goal"] == "joint" and blank(line.get("result", ""))
    return cooperation * model["unclear_joint"] if unclear else cooperation


def relevance_of(scenario, deal, challenge, urgency_of, unreviewed):
    """An urgency that is not known, None, counts as 0.5 and is left out of `seen`: so forecasts
    read it. An outcome knows them all."""
    model = scenario.model
    known = urgency_of(challenge)
    urgency = UNKNOWN_URGENCY if known is None else known
    if not deal["review"]:
        unseen = min(unreviewed, model["stale_rounds_max"])
        return plus(urgency * (1 - model["stale"] * unseen))
    partners = {p for line in deal["lines"] for p in line["partners"]}
    capabilities = frozenset().union(*(scenario.parties[p].capabilities for p in partners))
    urgencies = [
        urgency_of(c)
        for c in scenario.challenges.values()
        if c.region == deal["region"] and not c.seen_with.isdisjoint(capabilities)
    ]
    seen = max((u for u in urgencies if u is not None), default=0.0)
    return urgency + model["review_recovery"] * plus(seen - urgency)


def line_outcome(scenario, deal, line, terms, shared):
    """Every factor of a line. `shared` has what the whole deal has in common."""
    model = scenario.model
    challenge = scenario.challenges[line["challenge"]]
    partners = line["partners"]
    steering = steering_of(line, terms)
    friction = friction_of(scenario, partners, shared["ties"])
    money = line_money(scenario, line, terms)
    factors = {
        "challenge": challenge.id,
        "partnership": partnership_of(scenario, challenge, partners),
        "steering": steering,
        "friction": friction,
        "reach": reach_of(money, friction, shared["admin"], challenge.half),
        "coverage": coverage_of(scenario, challenge, partners, deal["information"]),
        "suits": suits_of(scenario, challenge, partners),
        "scale_fit": scale_fit_of(scenario, challenge, partners, line["goal"]),
        "fit": fit_of(model, line, steering),
        "cooperation": cooperation_of(scenario, line, shared["trust"]),
        "power": 1.0 if deal["powers"] or not challenge.needs_power else model["power_missing"],
        "relevance": relevance_of(
            scenario, deal, challenge, shared["urgency_of"], shared["unreviewed"]
        ),
    }
    factors["yield"] = (
        factors["relevance"] * factors["reach"] * factors["coverage"] * factors["suits"]
        * factors["scale_fit"] * factors["fit"] * shared["commitment"] * factors["cooperation"]
        * factors["power"]
    )
    return factors
