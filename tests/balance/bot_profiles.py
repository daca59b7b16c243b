#!/usr/bin/env python3
"""Plays a scenario with each profile of bots beside the default, for docs/bots.md.

    bot_profiles.py PROGRAM                prints the table
    bot_profiles.py PROGRAM --write        puts it into docs/bots.md
"""

import argparse
import json
import pathlib
import re
import statistics
import subprocess
import sys

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PAGE = PROJECT / "docs/bots.md"
PLACE = re.compile(r"(<!-- profiles -->\n).*?(<!-- /profiles -->)", re.DOTALL)
DEFAULT = "cooperative"
HEADING = """\
| profile | all seats: rounds with a deal | all seats: points above reserve | \
one seat: rounds with a deal | one seat: its points above reserve | one seat: those of the others |
|---|---|---|---|---|---|
"""


def profiles(program: str) -> list[str]:
    """Every profile: the program lists them where it is told one that does not exist."""
    told = subprocess.run([program, "simulate", "foodvalley", "--bots", "none"],
                          capture_output=True, text=True).stderr
    return re.search(r"there are ([a-z, ]+)", told)[1].split(", ")


class Figures:
    """What the games of one line-up came to."""

    def __init__(self, program: str, bots: str, order: argparse.Namespace):
        done = subprocess.run([program, "simulate", order.scenario, "--json", "--games",
                               str(order.games), "--seed", str(order.seed), "--bots", bots],
                              capture_output=True, text=True, check=True)
        rounds = json.loads(done.stdout)["rounds"]
        self.deals = sum(each["with_deal"] for each in rounds)
        self.tables = self.deals + sum(each["without_deal"] for each in rounds)
        # Without a deal a party has its reserve, which counts here as 0.
        self.gains = {party: statistics.fmean(each["parties"][party]["points"] -
                                              each["parties"][party]["reserve"]
                                              for each in rounds)
                      for party in rounds[0]["parties"]}


def row(program: str, profile: str, order: argparse.Namespace) -> str:
    alone = Figures(program, profile, order)
    deals, tables, own, others = 0, 0, [], []
    for seat in alone.gains:
        mixed = Figures(program, f"{DEFAULT},{seat}={profile}", order)
        deals += mixed.deals
        tables += mixed.tables
        own.append(mixed.gains[seat])
        others += [gain for party, gain in mixed.gains.items() if party != seat]
    cells = [profile, f"{alone.deals / alone.tables:.0%}",
             f"{statistics.fmean(alone.gains.values()):.2f}", f"{deals / tables:.0%}",
             f"{statistics.fmean(own):.2f}", f"{statistics.fmean(others):.2f}"]
    return "| " + " | ".join(cells) + " |\n"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--scenario", default="foodvalley")
    parser.add_argument("--games", type=int, default=25)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--profiles", nargs="*")
    parser.add_argument("--write", action="store_true")
    order = parser.parse_args()
    table = HEADING
    for profile in order.profiles or profiles(order.program):
        table += row(order.program, profile, order)
        print(table.splitlines()[-1], file=sys.stderr)
    if not order.write:
        print(table, end="")
        return
    page, count = PLACE.subn(lambda at: at[1] + table + at[2], PAGE.read_text("utf-8"))
    if count != 1:
        sys.exit(f"{PAGE}: no place for the table")
    PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
