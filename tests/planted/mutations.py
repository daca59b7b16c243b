"""Changes one constant or one operator of the rules in a copy of the project, and expects a test to
go red: do the tests bite?

    mutations.py                   those of mutations.txt, which `ctest --preset planted` tries
    mutations.py --random 30 --seed 7 [--below view.cpp]
                                   as many others, drawn by the seed, from files whose name ends so

A line of mutations.txt, and of what is printed, is FILE:LINE: BEFORE => AFTER, the whole line of
code before and after, without the spaces around it. The number is for readers; the line is found by
its text. A change that does not compile proves nothing and is drawn anew.
"""

import argparse
import functools
import random
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from run import COPY, PROJECT, Fault, build, make_copy, succeeds

RULES = Path("shared/rules")
# The outcome, what moves on, the framework's score, and who sees what.
FILES = [
    "agenda.cpp", "bands.cpp", "feed.cpp", "forecast.cpp", "moves_on.cpp",
    "outcome.cpp", "points.cpp", "problems.cpp", "proposal.cpp", "second_look.cpp",
    "selection.cpp", "tensions.cpp", "view.cpp", "withholding.cpp",
]
# The quick ones first: most changes are seen by them. A change that makes one run for ever is seen.
TARGETS = ("unit_tests", "law_tests", "core_tests")
TESTS = [(target, f"timeout 600 ./{target}") for target in TARGETS]
# Operators between two values stand between spaces, by the project's formatting.
SWAPS = {
    " + ": " - ", " - ": " + ", " * ": " / ", " / ": " * ", " < ": " <= ", " <= ": " < ",
    " > ": " >= ", " >= ": " > ", " == ": " != ", " != ": " == ", " && ": " || ", " || ": " && ",
    "true": "false", "false": "true",
}
WORD = re.compile("|".join(re.escape(swap) if swap[0] == " " else rf"\b{swap}\b" for swap in SWAPS))
NUMBER = re.compile(r"(?<![\w.])\d+(\.\d+)?(?![\w.])")


@dataclass(frozen=True)
class Change:
    file: Path  # from the project's folder
    line: int  # from 1
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.before} => {self.after}"


def other_number(text: str) -> str:
    return f"{float(text) * 2 + 0.25:g}" if "." in text else str(int(text) + 1)


def changes_of_line(file: Path, number: int, line: str) -> list[Change]:
    code = line.split("//")[0].rstrip()
    # What a loop's head changes is read beyond the end of something, or nothing at all.
    if code.lstrip().startswith(("#", "for (")) or '"' in code:
        return []
    found = [(match, SWAPS[match[0]]) for match in WORD.finditer(code)]
    found += [(match, other_number(match[0])) for match in NUMBER.finditer(code)]
    return [Change(file, number, code.strip(),
                   (code[: match.start()] + after + code[match.end():]).strip())
            for match, after in found]


def all_changes(ending: str) -> list[Change]:
    changes = []
    for name in FILES:
        path = PROJECT / RULES / name
        if not name.endswith(ending) or not path.exists():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            changes += changes_of_line(RULES / name, number, line)
    return changes


def agreed_changes() -> list[Change]:
    changes = []
    for text in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if not text or text.startswith("#"):
            continue
        match = re.fullmatch(r"(\S+?):(\d+): (.+) => (.+)", text)
        if match is None:
            raise Fault(f"mutations.txt: `{text}` is not FILE:LINE: BEFORE => AFTER")
        changes.append(Change(Path(match[1]), int(match[2]), match[3], match[4]))
    return changes


def make(change: Change) -> None:
    path = COPY / change.file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    places = [at for at, line in enumerate(lines) if line.split("//")[0].strip() == change.before]
    if not places:
        raise Fault(f"{change.file} holds no line `{change.before}` any more: draw another change")
    at = min(places, key=lambda place: abs(place + 1 - change.line))
    lines[at] = lines[at].replace(change.before, change.after)
    path.write_text("".join(lines), encoding="utf-8")


@functools.cache
def holds_unchanged(target: str, command: str) -> None:
    make_copy()
    build(target)
    if not succeeds(command):
        raise Fault(f"{target} fails without a change too")


def seen_by(change: Change) -> str | None:
    """Which test goes red, or none; raises where the change does not compile."""
    for target, command in TESTS:
        holds_unchanged(target, command)
        make_copy()
        make(change)
        build(target, quiet=True)
        if not succeeds(command + " >/dev/null 2>&1"):
            return target
    return None


def compiles(change: Change) -> bool:
    try:
        make_copy()
        make(change)
        build("dealtafel_rules", quiet=True)
    except subprocess.CalledProcessError:
        return False
    return True


def drawn_changes(count: int, seed: int, ending: str) -> list[Change]:
    changes = all_changes(ending)
    print(f"{len(changes)} places", flush=True)
    random.Random(seed).shuffle(changes)
    drawn = []
    while len(drawn) < count and changes:
        change = changes.pop()
        if compiles(change):
            drawn.append(change)
    return drawn


def survivors(changes: list[Change]) -> list[Change]:
    unseen = []
    for change in changes:
        red = seen_by(change)
        print(f"{red or 'NOT SEEN'}: {change}", flush=True)
        if red is None:
            unseen.append(change)
    return unseen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--below", default="", metavar="ENDING")
    options = parser.parse_args()
    if options.random:
        changes = drawn_changes(options.random, options.seed, options.below)
    else:
        changes = agreed_changes()
    try:
        unseen = survivors(changes)
    finally:
        make_copy()
    print(f"{len(changes) - len(unseen)} of {len(changes)} changes were seen")
    if unseen:
        raise Fault(f"{len(unseen)} changes were not seen by any test")


if __name__ == "__main__":
    try:
        main()
    except (Fault, subprocess.CalledProcessError) as error:
        sys.exit(f"mutations: {error}")
