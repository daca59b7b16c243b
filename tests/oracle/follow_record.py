#!/usr/bin/env python3
"""Holds the outcomes and the second looks of whole games against the independent evaluator.

    follow_record.py DEALTAFEL_BINARY SCENARIO.toml SEED GAMES [PROFILE]

lets bots play, and follows each record: with the trust, the ties and the rest that its events tell,
it computes each outcome that was told (also where money was withheld), each second look, and how
trust moved by ratings and by what was withheld. It follows a game up to its first scenario event.
"""

import sys
import tomllib

from deal import in_tenths
from evaluate import outcome
from moves_on import end_accountability, Concluded
from records import play, take
from scenario import Scenario, pair
from second_look import Game, second_look


class Region:
    def __init__(self):
        self.versions, self.signed_by = {}, {}
        self.on_table = self.rival = self.concluded = 0
        self.asked, self.audited = None, False


class Following:
    def __init__(self, scenario, seed):
        self.scenario, self.seed, self.round = scenario, seed, 1
        self.trust, self.ties = dict(scenario.trust), dict(scenario.ties)
        self.regions = {region: Region() for region in scenario.regions}
        self.specific = dict.fromkeys(scenario.regions, 0)
        self.unreviewed = dict.fromkeys(scenario.regions, 0)
        self.withheld = dict.fromkeys(scenario.regions, 0)  # percent, from the next deal
        self.told = []
        self.counts = {"outcomes": 0, "withheld": 0, "looks": 0}

    def facts(self, region):
        return {"trust": self.trust, "ties": self.ties, "unreviewed": self.unreviewed[region],
                "earlier_specific": self.specific[region],
                "withheld": self.withheld[region] / 100}

    def on_stage_began(self, event):
        if event["stage"] != "framework":
            return
        self.round, self.told = event["round"], []
        self.regions = {region: Region() for region in self.scenario.regions}

    def on_submitted(self, event):
        self.regions[event["region"]].asked = in_tenths(event["asked"])

    def on_version_made(self, event):
        self.regions[event["region"]].versions[event["number"]] = plain(event["deal"])

    def on_put_on_table(self, event):
        region = self.regions[event["region"]]
        region.on_table = event["version"]
        region.signed_by[event["version"]] = set()

    def on_taken_off(self, event):
        region = self.regions[event["region"]]
        region.signed_by[event["version"]] = set()
        if region.on_table == event["version"]:
            region.on_table = 0
        if region.rival == event["version"]:
            region.rival = 0

    def on_last_call_began(self, event):
        for region, version in event["rivals"].items():
            self.regions[region].rival = version

    def on_signed(self, event):
        region = self.regions[event["region"]]
        region.signed_by.setdefault(event["version"], set()).add(event["party"])

    def on_unsigned(self, event):
        self.regions[event["region"]].signed_by[event["version"]].discard(event["party"])

    def on_negotiation_ended(self, event):
        region = self.regions[event["region"]]
        region.on_table = region.rival = 0

    def on_concluded(self, event):
        region = self.regions[event["region"]]
        region.concluded, region.on_table, region.rival = event["version"], 0, 0

    def left_of(self, party, but_for):
        """What a party can still put into a region's deal, in tenths."""
        left = self.scenario.parties[party].budget
        for name, region in self.regions.items():
            if name == but_for:
                continue
            sums = [money_of(region.versions.get(region.concluded), party)]
            for version in (region.on_table, region.rival):
                if party in region.signed_by.get(version, ()):
                    sums.append(money_of(region.versions[version], party))
            left -= max(sums)
        return max(0, left)

    def on_second_look(self, event):
        name = event["region"]
        region = self.regions[name]
        budgets = {party: self.left_of(party, name) for party in self.scenario.parties}
        game = Game(self.facts(name), budgets, region.asked if self.is_contest(name) else None)
        want = second_look(self.scenario, region.versions[event["version"]], self.seed, self.round,
                           game)
        self.counts["looks"] += 1
        compare(want, {key: event[key] for key in want}, f"second look of round {self.round}")

    def is_contest(self, region):
        return self.scenario.selection and not self.scenario.regions[region].get("named", False)

    def on_audit_drawn(self, event):
        self.regions[event["region"]].audited = event["finding"]

    def on_outcome_told(self, event):
        name = event["region"]
        audited = self.regions[name].audited
        deal = plain(event["deal"])
        want = outcome(self.scenario, deal, self.round, audited=audited, **self.facts(name))
        got = {"delta": event["delta"], "spent": event["spent"],
               "tension": event["outcome"]["tension"]}
        for amounts in (want["delta"], got["delta"]):
            drop_nothing(amounts)
        compare({key: want[key] for key in got}, got, f"outcome of {name}, round {self.round}")
        self.counts["outcomes"] += 1
        self.counts["withheld"] += self.withheld[name] > 0
        self.told.append(Concluded(self.scenario, {"deal": deal, "audited": audited}, self.round,
                                   self.trust, self.ties))
        self.withheld[name] = 0
        self.specific[name] += deal["form"] == "specific"
        self.unreviewed[name] = 0 if deal["review"] else self.unreviewed[name] + 1

    def on_moved_on(self, event):
        move(self.trust, event["trust"])
        move(self.ties, event["ties"])

    def on_ratings_shown(self, event):
        withheld = event["withheld"]
        want = end_accountability(self.scenario, self.trust, self.told, event["ratings"], withheld)
        move(self.trust, event["trust"])
        compare({f"{a}/{b}": value for (a, b), value in want.items()},
                {f"{a}/{b}": value for (a, b), value in self.trust.items()},
                f"trust after round {self.round}")
        self.withheld.update(withheld)


def plain(deal):
    """A deal of a record with results as texts, as the evaluator reads them."""
    lines = [{**line, "result": "" if line["result"]["empty"] else "a result"}
             for line in deal["lines"]]
    return {**deal, "lines": lines}


def money_of(deal, party):
    if deal is None:
        return 0
    return sum(in_tenths(line["money"].get(party, 0)) for line in deal["lines"])


def move(values, moved):
    for change in moved:
        values[pair(change["a"], change["b"])] = change["to"]


def drop_nothing(delta):
    for region in list(delta):
        delta[region] = {theme: by for theme, by in delta[region].items() if by != 0}
        if not delta[region]:
            del delta[region]


def compare(want, got, what):
    if isinstance(want, dict):
        assert set(want) == set(got), f"{what}: {sorted(want)} expected, {sorted(got)} found"
        for key in want:
            compare(want[key], got[key], f"{what}, {key}")
    elif isinstance(want, float):
        close = abs(want - got) <= 1e-9 * max(1.0, abs(want))
        assert close, f"{what}: {want!r} expected, {got!r} found"
    else:
        assert want == got, f"{what}: {want!r} expected, {got!r} found"


def follow(header, events, totals):
    following = Following(Scenario(tomllib.loads(header["toml"])), header["settings"]["seed"])
    for event in events:
        if event["type"] == "event-happened":
            break
        take(following, event)
    for name, count in following.counts.items():
        totals[name] = totals.get(name, 0) + count


def main():
    if len(sys.argv) not in (5, 6):
        print(__doc__, file=sys.stderr)
        return 2
    totals = {}
    for header, events in play(*sys.argv[1:]):
        follow(header, events, totals)
    print(", ".join(f"{count} {name}" for name, count in totals.items()))
    return 0 if totals.get("looks") and totals.get("outcomes") else 1


if __name__ == "__main__":
    sys.exit(main())
