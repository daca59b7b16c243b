"""The second look: the deals that are drawn near a concluded one, section 9 of docs/rules.md, and
what its signatories left on the table, section 2."""

import copy

from deal import ACCOUNTABILITIES, FORMS, GOALS, in_tenths, problems
from draws import u
from evaluate import audit_chance, forecast, outcome
from moves_on import signatories
from scenario import SLACK

DEALS = 2000
STEPS = (1, 3, 5, 10, 20, 40)
CLAUSES = ("information", "powers", "coordination", "review")


class Draws:
    """"*one of n* is the next draw times n, rounded down"."""

    def __init__(self, seed, label):
        self.seed, self.label, self.k = seed, label, 0

    def one_of(self, n):
        drawn = u(self.seed, f"{self.label}/{self.k}")
        self.k += 1
        return int(drawn * n)


def move(line, party, tenths):
    """Adds to what a party pays, or takes away what there is; says how much it was."""
    before = in_tenths(line["money"].get(party, 0))
    after = max(0, before + tenths)
    line["money"].pop(party, None)
    if after > 0:
        line["money"][party] = after / 10
    return after - before


def change_term(deal, draws):
    which = draws.one_of(7)
    if which == 0:
        deal["form"] = FORMS[draws.one_of(3)]
    elif which == 1:
        deal["accountability"] = ACCOUNTABILITIES[draws.one_of(3)]
    elif which == 2:
        deal["conditions"] = draws.one_of(5)
    else:
        clause = CLAUSES[which - 3]
        deal[clause] = not deal[clause]


def change_partner(deal, draws, bound):
    line = some_line(deal, draws)
    party = bound[draws.one_of(len(bound))]
    if party not in line["partners"]:
        line["partners"] = sorted([*line["partners"], party])
    elif len(line["partners"]) > 1:
        line["partners"].remove(party)
        line["money"].pop(party, None)


def some_line(deal, draws):
    return deal["lines"][draws.one_of(len(deal["lines"]))]


def some_payer(line, draws, centre):
    payers = [*sorted(line["partners"]), centre]
    return payers[draws.one_of(len(payers))]


def change_money(deal, draws, centre):
    line = some_line(deal, draws)
    payer = some_payer(line, draws, centre)
    step = STEPS[draws.one_of(len(STEPS))]
    way = draws.one_of(6)
    if way == 0:
        move(line, payer, step)
    elif way == 1:
        move(line, payer, -step)
    elif way == 2:
        other = some_payer(line, draws, centre)
        move(line, other, -move(line, payer, -step))
    elif way == 3:
        other = some_line(deal, draws)
        if payer == centre or payer in other["partners"]:
            move(other, payer, -move(line, payer, -step))
    else:
        sign = 1 if way == 4 else -1
        move(line, payer, sign * step)
        move(line, centre, sign * step)


def drawn_deal(scenario, concluded, seed, round, number):
    """The deal with this number, from 1."""
    deal = copy.deepcopy(concluded)
    bound = sorted(signatories(scenario, concluded) - {scenario.centre})
    draws = Draws(seed, f"better/{concluded['region']}/{round}/{number}")
    for _ in range(1 + draws.one_of(3)):
        kind = draws.one_of(8)
        if kind == 0:
            change_term(deal, draws)
        elif kind == 1:
            line = some_line(deal, draws)
            line["goal"] = GOALS[draws.one_of(3)]
        elif kind == 2:
            change_partner(deal, draws, bound)
        else:
            change_money(deal, draws, scenario.centre)
    return deal


class Game:
    """What the outcome of a deal depends on in a game: trust, ties, urgency and so on, as arguments
    of `outcome`; what each party can still pay, in tenths; what the centre was asked for, if it
    was."""

    def __init__(self, facts, budgets, asked=None):
        self.facts, self.budgets, self.asked = facts, budgets, asked


def is_sound(scenario, deal, round, game):
    found = [code for code, _ in problems(scenario, deal, round) if code != "over-budget"]
    paid = {}
    for line in deal["lines"]:
        for party, amount in line["money"].items():
            paid[party] = paid.get(party, 0) + in_tenths(amount)
    within = all(amount <= game.budgets[party] for party, amount in paid.items())
    as_asked = game.asked is None or paid.get(scenario.centre, 0) <= game.asked
    return not found and within and as_asked


def expected(scenario, deal, round, game):
    """Everybody's points by this deal alone, with a finding as likely as it is."""
    own = {p.id for p in scenario.parties.values() if p.region == deal["region"]}
    mandates_of = own | signatories(scenario, deal)
    chance = audit_chance(scenario, deal)
    clean = outcome(scenario, deal, round, mandates_of=mandates_of, **game.facts)
    if chance == 0:
        return clean["points"]
    found = outcome(scenario, deal, round, audited=True, mandates_of=mandates_of, **game.facts)
    return forecast(chance, clean, found)["points"]


def second_look(scenario, concluded, seed, round, game):
    """What the signatories have together above their reserves, the most that they could have more,
    and the word that they are told."""
    bound = signatories(scenario, concluded)
    now = expected(scenario, concluded, round, game)
    above = sum(now[party] - scenario.parties[party].reserve for party in sorted(bound))
    gain = 0.0
    for number in range(1, DEALS + 1):
        deal = drawn_deal(scenario, concluded, seed, round, number)
        if deal == concluded or not is_sound(scenario, deal, round, game):
            continue
        points = expected(scenario, deal, round, game)
        if all(points[party] >= now[party] - SLACK for party in bound):
            gain = max(gain, sum(points[party] - now[party] for party in sorted(bound)))
    return {"above": above, "gain": gain, "left": word(above, gain)}


def word(above, gain):
    if gain <= SLACK or gain < 0.05 * above:
        return "little"
    return "some" if gain < 0.2 * above else "much"
