#!/usr/bin/env python3
"""Random scenarios and deals as files, the same for the same seed.

    generate.py SEED OUTDIR COUNT

writes COUNT folders, each with a scenario, `deals/` (most legal, some with problems; the options of
each are in `deals.json`) and, in every tenth, `malformed/` (what must be refused for its shape;
`malformed.json` has the field that the refusal must name).
"""

import json
import pathlib
import random
import sys

from generate_deal import legal_deal, malformed_deals, spoiled_deal
from generate_scenario import random_scenario
from scenario import load_scenario
from toml_text import document

LEGAL, SPOILED = 6, 5


def options_for(rng, scenario):
    """The options of `evaluate`; an audit may be asked for where the form allows one."""
    return {"round": rng.randint(1, scenario.rounds), "earlier_specific": rng.choice([0, 0, 1, 3]),
            "unreviewed": rng.choice([0, 1, 2, 4, 9])}


def write_case(rng, folder, number, with_malformed):
    """A scenario with its deals; returns its file and its lists of deals and of malformed ones."""
    id = f"random{number}"
    folder = pathlib.Path(folder) / id
    (folder / "deals").mkdir(parents=True)
    path = folder / f"{id}.toml"
    path.write_text(document(random_scenario(rng, id)), encoding="utf-8")
    scenario = load_scenario(path)
    deals = []
    for n in range(LEGAL + SPOILED):
        options = options_for(rng, scenario)
        make = legal_deal if n < LEGAL else spoiled_deal
        deal = make(rng, scenario, options["round"])
        if deal is None:
            continue
        options["audited"] = deal["form"] == "decentralised" and rng.random() < 0.5
        file = folder / "deals" / f"{n:03}.json"
        file.write_text(json.dumps(deal, ensure_ascii=False, indent=1), encoding="utf-8")
        deals.append({"file": str(file), "options": options})
    malformed = []
    if with_malformed:
        (folder / "malformed").mkdir()
        for n, (what, text) in enumerate(malformed_deals(rng, scenario)):
            file = folder / "malformed" / f"{n:03}.json"
            file.write_text(text, encoding="utf-8")
            malformed.append({"file": str(file), "names": what})
    (folder / "deals.json").write_text(json.dumps(deals, indent=1))
    (folder / "malformed.json").write_text(json.dumps(malformed, indent=1))
    return path, deals, malformed


def write_cases(seed, folder, count):
    """One generator a case, so that a case does not depend on how many come before it. Malformed
    deals have little to do with the scenario: every tenth case has them."""
    for number in range(count):
        rng = random.Random(f"{seed}/{number}")
        yield write_case(rng, folder, number, number % 10 == 0)


def main():
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    seed, folder, count = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    deals = sum(len(deals) for _, deals, _ in write_cases(seed, folder, count))
    print(f"{count} scenarios, {deals} deals in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
