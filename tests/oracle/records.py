"""Games of bots that the program plays, for those who hold its records against the rules."""

import json
import subprocess
import tempfile
from pathlib import Path


def play(program, scenario, seed, games, bots=None):
    """Plays so many games; yields each game's header and an iterator over its events."""
    with tempfile.TemporaryDirectory() as folder:
        profile = ["--bots", bots] if bots else []
        subprocess.run([program, "simulate", scenario, "--games", games, "--seed", seed,
                        "--out", folder, *profile], check=True, stdout=subprocess.DEVNULL)
        for path in sorted(Path(folder).glob("*.jsonl")):
            with open(path, encoding="utf-8") as lines:
                yield json.loads(next(lines)), events(lines)


def events(lines):
    for line in lines:
        event = json.loads(line).get("event")
        if event is not None:
            yield event


def take(follower, event):
    """Calls the follower's method for events of this type, where it has one."""
    handler = getattr(follower, "on_" + event["type"].replace("-", "_"), None)
    if handler:
        handler(event)
