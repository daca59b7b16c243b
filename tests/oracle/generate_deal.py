"""Random deals for a scenario: legal ones, ones with problems of every code, malformed ones."""

import copy
import json

from deal import ACCOUNTABILITIES, CLAUSES, FORMS, GOALS, problems

RESULTS = ["", " \t\n", "\r\n", "200 homes a year", " x ", "één schoon water", None]


def random_terms(rng, region):
    deal = {"region": region, "form": rng.choice(FORMS), "conditions": rng.randint(0, 4),
            "accountability": rng.choice(ACCOUNTABILITIES)}
    for clause in CLAUSES:
        deal[clause] = rng.random() < 0.5
    return deal


def random_line(rng, scenario, challenge):
    others = [p for p in scenario.parties if p != scenario.centre]
    partners = rng.sample(others, rng.randint(1, min(5, len(others))))
    needs = scenario.challenges[challenge].needs
    capable = [p for p in others if not scenario.parties[p].capabilities.isdisjoint(needs)]
    if capable and rng.random() < 0.7 and not set(partners) & set(capable):
        partners[0] = rng.choice(capable)
    line = {"challenge": challenge, "partners": partners, "goal": rng.choice(GOALS), "money": {}}
    result = rng.choice(RESULTS)
    if result is not None:
        line["result"] = result
    return line


def as_written(tenths):
    return tenths // 10 if tenths % 20 == 0 else tenths / 10


def spread(rng, total, entries, left):
    """Shares `total` tenths over (line, party) entries within what each party has left; what does
    not fit stays undistributed."""
    shares = {}
    most = 2 * total // max(1, len(entries)) + 1
    for _ in range(12):
        for line, party in rng.sample(entries, len(entries)):
            part = min(left[party], rng.randint(0, max(most, 0)), total)
            if part > 0:
                shares[line, party] = shares.get((line, party), 0) + part
                left[party] -= part
                total -= part
    return shares


def fund(rng, scenario, lines):
    """Money so that both sides pay; the Rijk's is often exactly at one of its limits."""
    model, left = scenario.model, {p.id: p.budget for p in scenario.parties.values()}
    regional = [(n, p) for n, line in enumerate(lines) for p in line["partners"]
                if not scenario.parties[p].is_rijk]
    rijk = [(n, p) for n, line in enumerate(lines) for p in line["partners"] + [scenario.centre]
            if scenario.parties[p].is_rijk]
    shares = spread(rng, rng.randint(5, 150), regional, left) if regional else {}
    total = sum(shares.values())
    most = int(total / model["cofinancing_min"] + 1e-9) if model["cofinancing_min"] else 200
    part = model["centre_share_min"]
    least = -int(-total * part // (1 - part)) if part < 1 else 0
    goal = rng.choice([most, least, rng.randint(min(least, most), max(least, most))])
    shares |= spread(rng, goal, rijk, left)
    for (n, party), amount in shares.items():
        lines[n]["money"][party] = as_written(amount)
    for line in lines:
        for party in line["partners"] + [scenario.centre]:
            if rng.random() < 0.1:
                line["money"].setdefault(party, 0)


def random_deal(rng, scenario, round):
    """A deal that may still have a problem with money or form."""
    regions = sorted({c.region for c in scenario.challenges.values()})
    deal = random_terms(rng, rng.choice(regions))
    here = [c.id for c in scenario.challenges.values() if c.region == deal["region"]]
    chosen = rng.sample(here, min(rng.choice([1, 2, 2, 3, 4, 5]), len(here)))
    deal["lines"] = [random_line(rng, scenario, c) for c in chosen]
    fund(rng, scenario, deal["lines"])
    return deal


def legal_deal(rng, scenario, round, tries=400):
    """A deal without problems, or None where chance found none (some scenarios allow few)."""
    for _ in range(tries):
        deal = random_deal(rng, scenario, round)
        if not problems(scenario, deal, round):
            return deal
    return None


def any_line(rng, deal):
    return rng.choice(deal["lines"]) if deal["lines"] else None


def spoil_money(rng, scenario, deal):
    line = any_line(rng, deal)
    if line is None:
        return
    payer = rng.choice([scenario.centre, *line["partners"]])
    line["money"][payer] = rng.choice([
        -0.1, -3, -0.05, 0.05, 3.14, 1.25, 0.1001, 2.0000001, 0, 0.0, 1e6,
        scenario.parties[payer].budget / 10 + 0.1 if payer in scenario.parties else 1.0,
        12.3, round(rng.uniform(0, 20), 1), -1e-3])


def spoil_payer(rng, scenario, deal):
    line = any_line(rng, deal)
    if line is not None:
        payer = rng.choice([*scenario.parties, "nobody", "Nobody 2", ""])
        line["money"][payer] = rng.choice([0, 1.5, -2, 0.05, 4])


def spoil_partner(rng, scenario, deal):
    line = any_line(rng, deal)
    if line is None:
        return
    newcomer = rng.choice([scenario.centre, "stranger", "another-stranger", None])
    if newcomer is None:
        line["partners"] = []
    elif newcomer not in line["partners"]:
        line["partners"].insert(rng.randint(0, len(line["partners"])), newcomer)


def spoil_challenge(rng, scenario, deal):
    line = any_line(rng, deal)
    if line is None:
        return
    how = rng.randrange(4)
    if how == 0:
        line["challenge"] = rng.choice(["no-such-challenge", "", "neither"])
    elif how == 1:
        line["challenge"] = rng.choice(list(scenario.challenges))
    else:
        deal["lines"].insert(rng.randint(0, len(deal["lines"])), copy.deepcopy(line))


def spoil_terms(rng, scenario, deal):
    how = rng.randrange(6)
    if how == 0:
        deal["form"], deal["accountability"] = "specific", "none"
    elif how == 1:
        deal["form"] = "partnership"
    elif how == 2:
        deal["conditions"] = rng.choice([-1, 5, 17, -40])
    elif how == 3:
        deal["region"] = rng.choice(["nowhere", "", *scenario.regions])
    elif how == 4:
        deal["lines"] = []
    else:
        for line in deal["lines"]:
            line["money"].pop(scenario.centre, None)


SPOILERS = (spoil_money, spoil_money, spoil_payer, spoil_partner, spoil_challenge, spoil_terms)


def spoiled_deal(rng, scenario, round):
    """One to four changes for the worse; now and then it is legal all the same."""
    deal = legal_deal(rng, scenario, round, 20) or random_deal(rng, scenario, round)
    deal = copy.deepcopy(deal)
    for _ in range(rng.choice([1, 1, 1, 2, 3, 4])):
        rng.choice(SPOILERS)(rng, scenario, deal)
    return deal


def malformed_deals(rng, scenario):
    """(what is wrong, text) for each way that a deal's file can miss the shape. `what` is the last
    part of the place that a refusal must name, or nothing where the text is no JSON at all."""
    whole = random_deal(rng, scenario, 1)
    wrong = []

    def add(what, change):
        deal = copy.deepcopy(whole)
        change(deal)
        wrong.append((what, json.dumps(deal)))

    for field in [*random_terms(rng, "x"), "lines"]:
        add(field, lambda d, f=field: d.pop(f))
        add(field, lambda d, f=field: d.__setitem__(f, None))
        add(field, lambda d, f=field: d.__setitem__(f, {"a": 1}))
    for field, value in [("form", "Specific"), ("form", ""), ("accountability", "both"),
                         ("conditions", "2"), ("conditions", 1.5), ("conditions", True),
                         ("review", 1), ("powers", "true"), ("region", 3), ("lines", {}),
                         ("extra", 1), ("round", 2), ("comment", "x")]:
        add(field, lambda d, f=field, v=value: d.__setitem__(f, v))
    for field in ("challenge", "partners", "goal", "money"):
        add(field, lambda d, f=field: d["lines"][0].pop(f))
        add(field, lambda d, f=field: d["lines"][-1].__setitem__(f, 7))
    for field, value in [("goal", "National"), ("result", None), ("result", 3), ("note", "x"),
                         ("partners", [1]), ("partners", "ab"), ("money", [1.0]),
                         ("challenge", None)]:
        add(field, lambda d, f=field, v=value: d["lines"][0].__setitem__(f, v))
    add("partners", lambda d: d["lines"][0]["partners"].append(d["lines"][0]["partners"][0]))
    for value in ("3.0", None, True, [1], {}):
        add(scenario.centre,
            lambda d, v=value: d["lines"][0]["money"].__setitem__(scenario.centre, v))
    add("0", lambda d: d["lines"].__setitem__(0, "wonen"))
    text = json.dumps(whole)
    no_json = ["", " ", text[:-1], text + "}", text.replace(":", "", 1), text.replace('"', "'"),
               "[" + text, "{region: 1}", text[: len(text) // 2], "nonsense", text[:-1] + ",}",
               text.replace("true", "True").replace("false", "False"),
               text.replace('"conditions": ', '"conditions": NaN, "x": ')]
    wrong += [("", t) for t in no_json]
    wrong += [("", t) for t in ("[]", "null", "3", '"deal"', "[" + text + "]")]
    return wrong
