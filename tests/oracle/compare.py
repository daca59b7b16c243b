#!/usr/bin/env python3
"""Holds `dealtafel evaluate` against the independent evaluator, over random scenarios and deals.

    compare.py DEALTAFEL_BINARY SEED COUNT

makes COUNT scenarios in a temporary folder and compares every number (to 1e-9, absolute or
relative), every set of keys, the problems with their places, and the exit codes. At a difference
it prints the first ones, keeps the files and ends with 1; what must be refused for its shape has to
end with 1 too, with a message that names the field.
"""

import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from deal import Malformed, PROBLEM_CODES, read_deal
from evaluate import evaluate
from generate import write_cases
from scenario import load_scenario

SHOWN = 20
SECONDS = 60


def differences(want, got, path=""):
    """What differs, as lines of text."""
    if isinstance(want, dict) and isinstance(got, dict):
        found = [f"{path}/{key}: missing" for key in want if key not in got]
        found += [f"{path}/{key}: not expected" for key in got if key not in want]
        for key in want:
            if key in got:
                found += differences(want[key], got[key], f"{path}/{key}")
        return found
    if isinstance(want, list) and isinstance(got, list):
        if len(want) != len(got):
            return [f"{path}: {len(want)} entries expected, {len(got)} found"]
        return [d for n, (w, g) in enumerate(zip(want, got))
                for d in differences(w, g, f"{path}/{n}")]
    if is_number(want) and is_number(got):
        if abs(want - got) <= 1e-9 * max(1.0, abs(want), abs(got)):
            return []
    elif type(want) is type(got) and want == got:
        return []
    return [f"{path}: {want!r} expected, {got!r} found"]


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def problem_differences(want, got):
    """Every problem once, ordered by code; within a code the order is free, the text too."""
    for problem in got:
        if set(problem) != {"code", "where", "text"} or not problem["text"]:
            return [f"problems: {problem} is not a code, a place and a text"]
    listed = [(p["code"], p["where"]) for p in got]
    expected = [(p["code"], p["where"]) for p in want]
    found = [f"problems: {p} is missing" for p in expected if p not in listed]
    found += [f"problems: {p} is not expected" for p in listed if p not in expected]
    if len(set(listed)) != len(listed):
        found.append("problems: something stands here twice")
    order = [PROBLEM_CODES.index(code) for code, _ in listed if code in PROBLEM_CODES]
    if order != sorted(order):
        found.append(f"problems: not ordered by code: {[code for code, _ in listed]}")
    return found


def arguments(options):
    words = ["--round", str(options["round"]), "--earlier-specific",
             str(options["earlier_specific"]), "--unreviewed", str(options["unreviewed"])]
    return words + (["--audited"] if options["audited"] else [])


def run(binary, *words):
    return subprocess.run([binary, "evaluate", *map(str, words), "--json"], capture_output=True,
                          text=True, timeout=SECONDS)


def deal_differences(binary, scenario_file, scenario, deal_file, options):
    """(differences, the oracle's result) for one deal."""
    want = evaluate(scenario, read_deal(pathlib.Path(deal_file).read_text("utf-8")), **options)
    done = run(binary, scenario_file, deal_file, *arguments(options))
    code = 0 if want["legal"] else 1
    found = []
    if done.returncode != code:
        found.append(f"exit code {code} expected, {done.returncode} found: {done.stderr.strip()}")
    try:
        got = json.loads(done.stdout)
    except json.JSONDecodeError:
        return found + [f"no JSON: {done.stdout[:200]!r} {done.stderr.strip()}"], want
    if not isinstance(got, dict) or not isinstance(got.get("problems"), list):
        return found + ["not an object with problems"], want
    found += problem_differences(want["problems"], got["problems"])
    found += differences(without_problems(want), without_problems(got))
    return found, want


def without_problems(result):
    """Problems are compared by themselves. What was spent is told only of who spent something; a
    sum that comes out at 0 may be so exactly or nearly."""
    rest = {key: value for key, value in result.items() if key != "problems"}
    if isinstance(rest.get("spent"), dict):
        rest["spent"] = {party: amount for party, amount in rest["spent"].items()
                         if not is_number(amount) or abs(amount) > 1e-9}
    return rest


def malformed_differences(binary, scenario_file, deal_file, names):
    try:
        read_deal(pathlib.Path(deal_file).read_text("utf-8"))
        return ["the oracle takes it for a deal: this is a fault of the generator"]
    except Malformed:
        pass
    done = run(binary, scenario_file, deal_file)
    found = []
    if done.returncode != 1:
        found.append(f"exit code 1 expected, {done.returncode} found")
    if '"legal"' in done.stdout:
        found.append("an outcome is printed")
    if not done.stderr.strip() or names not in done.stderr:
        found.append(f"the message does not name {names!r}: {done.stderr.strip()!r}")
    return found


def audited_elsewhere(binary, scenario_file, deal_file):
    """An audit of a deal with another form is wrong usage."""
    done = run(binary, scenario_file, deal_file, "--audited")
    return [] if done.returncode == 2 else [f"exit code 2 expected, {done.returncode} found"]


def main():
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    binary, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    folder = tempfile.mkdtemp(prefix="oracle-")
    seen, differing = collections.Counter(), []

    def note(kind, place, found):
        seen[kind] += 1
        if found:
            differing.append((place, found))

    for scenario_file, deals, malformed in write_cases(seed, folder, count):
        scenario = load_scenario(scenario_file)
        asked_elsewhere = False
        for deal in deals:
            words = " ".join(arguments(deal["options"]))
            place = f"evaluate {scenario_file} {deal['file']} {words} --json"
            found, want = deal_differences(binary, scenario_file, scenario, **renamed(deal))
            note("legal" if want["legal"] else "with problems", place, found)
            for code in {p["code"] for p in want["problems"]}:
                seen[code] += 1
            form = json.loads(pathlib.Path(deal["file"]).read_text("utf-8"))["form"]
            if want["legal"] and form != "decentralised" and not asked_elsewhere:
                asked_elsewhere = True
                note("audited elsewhere", place,
                     audited_elsewhere(binary, scenario_file, deal["file"]))
        for deal in malformed:
            place = f"evaluate {scenario_file} {deal['file']} --json"
            note("malformed", place,
                 malformed_differences(binary, scenario_file, deal["file"], deal["names"]))
        if len(differing) >= SHOWN:
            break
    print(", ".join(f"{kind} {n}" for kind, n in sorted(seen.items())))
    if not differing:
        shutil.rmtree(folder)
        print("no differences")
        return 0
    for place, found in differing[:SHOWN]:
        print(place)
        for line in found[:6]:
            print("   ", line)
    print(f"{len(differing)} runs differ; the files are kept in {folder}")
    return 1


def renamed(deal):
    return {"deal_file": deal["file"], "options": deal["options"]}


if __name__ == "__main__":
    sys.exit(main())
