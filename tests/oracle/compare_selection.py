"""What the program's own games say of proposals and of the selection, against selection.py.

Usage: compare_selection.py DEALTAFEL SCENARIO SEED GAMES
Plays games of bots, reads their records, and works out every score and every selection anew from
the scenario and from what was pledged, submitted and decided.
"""

import sys
import tomllib

from records import play, take
from selection import CRITERIA, against_ranking, features, score, selected

TOLERANCE = 1e-9


class Game:
    """Follows one record; `compared` counts the proposals that were held against the rules."""

    def __init__(self, header, events):
        self.scenario = tomllib.loads(header["toml"])
        self.budget = round(self.scenario["tranche_budget"] * 10)
        self.compared = self.selections = 0
        self.shifts = []
        self.round = 0
        self.published = {}
        for event in events:
            take(self, event)

    def on_stage_began(self, event):
        self.round = event["round"]
        if event["stage"] == "framework":
            self.published = {}
        if event["stage"] == "proposal":
            self.pledges, self.proposals, self.decided, self.scores = {}, {}, {}, {}

    def on_published(self, event):
        self.published = event

    def on_event_happened(self, event):
        self.shifts += event["urgency"]

    def on_pledged(self, event):
        self.pledges[event["region"], event["party"]] = event["amount"]

    def on_submitted(self, event):
        self.proposals[event["region"]] = event

    def on_decided(self, event):
        self.decided[event["region"]] = event["selected"]

    def urgency(self):
        """Of each challenge now: what its list says, and what events did to that."""
        now = {}
        for challenge in self.scenario["challenge"]:
            listed = challenge["urgency"]
            now[challenge["id"]] = listed[min(self.round, len(listed)) - 1]
        for shift in self.shifts:
            value = now[shift["challenge"]]
            value = value + shift["add"] if "add" in shift else value * shift["multiply"]
            now[shift["challenge"]] = min(1.0, max(0.0, value))
        return now

    def on_submissions_closed(self, event):
        centre = next(party["id"] for party in self.scenario["party"]
                      if party["kind"] == "central-government")
        ministries = {party["id"] for party in self.scenario["party"]
                      if party["kind"] == "ministry"}
        weights = self.published.get("weights") and {
            name.replace("_", "-"): weight for name, weight in self.published["weights"].items()}
        for ranked in event["ranking"]:
            region = ranked["region"]
            pledged = sum(amount for (at, party), amount in self.pledges.items()
                          if at == region and party not in ministries | {centre})
            demanded = {each["challenge"] for each in self.published.get("demands", [])
                        if each["region"] == region}
            found = features(self.scenario, self.proposals[region], self.urgency(), demanded,
                             pledged)
            told = {part["criterion"]: part["feature"] for part in ranked["parts"]}
            for criterion in CRITERIA:
                near(found[criterion], told[criterion], f"{criterion} of {region}")
            self.scores[region] = score(weights, found)
            near(self.scores[region], ranked["score"], f"the score of {region}")
            self.compared += 1
        if set(self.scores) != set(self.proposals):
            sys.exit(f"scored are {set(self.scores)}, submitted {set(self.proposals)}")

    def on_selection_made(self, event):
        asked = {region: round(made["asked"] * 10) for region, made in self.proposals.items()}
        order = [region["id"] for region in self.scenario["region"]]
        ranking = sorted(self.scores, key=lambda region: (-self.scores[region],
                                                          order.index(region)))
        chosen = selected(ranking, asked, self.decided, self.budget)
        if chosen != set(event["selected"]):
            sys.exit(f"selected are {event['selected']}, by the rules {chosen}")
        against = against_ranking(self.scores, asked, chosen, self.budget)
        if against != event["against_ranking"]:
            sys.exit(f"against the ranking {event['against_ranking']}, by the rules {against}")
        self.selections += 1


def near(want, got, what):
    if abs(want - got) > TOLERANCE:
        sys.exit(f"{what} is {got}, by the rules {want}")


def main():
    program, scenario, seed, games = sys.argv[1:]
    played = [Game(header, events) for header, events in play(program, scenario, seed, games)]
    compared = sum(game.compared for game in played)
    selections = sum(game.selections for game in played)
    print(f"{compared} proposals and {selections} selections are as the rules have them")
    if compared < len(played) or selections < len(played):
        sys.exit("there was too little to compare")


if __name__ == "__main__":
    main()
