#!/usr/bin/env python3
"""Labelled draws, section 9 of the rules: splitmix64 and FNV-1a as their authors published them.

    draws.py INPUT.json      (or `-`), holding {"seed": 7, "labels": ["audit/food/1"], "games": 3}

prints for each label its hash, the mixed word and u, and the seeds of the first `games` games.
"""

import json
import sys

MASK = (1 << 64) - 1


def splitmix64(state):
    """One step of the generator of Steele, Lea and Flood (as published by Vigna) from `state`."""
    z = (state + 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def fnv1a64(text):
    """FNV-1a with 64 bits over the UTF-8 bytes."""
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def mixed(seed, label):
    return splitmix64((seed & MASK) ^ fnv1a64(label))


def u(seed, label):
    """u = (splitmix64(seed XOR fnv1a64(label)) >> 11) * 2^-53, from 0 up to but without 1."""
    return (mixed(seed, label) >> 11) * 2.0 ** -53


def happens(seed, label, chance):
    """What has the chance p happens if u < p."""
    return u(seed, label) < chance


def game_seed(session_seed, game):
    """The seed of game i, from 0, of a session."""
    return mixed(session_seed, f"game/{game}")


def check_published_values():
    """The FNV reference test vectors, and the first words of splitmix64 for the seeds with which
    its users compare (0, and 1234567 with the states that follow it)."""
    assert fnv1a64("") == 0xCBF29CE484222325
    assert fnv1a64("a") == 0xAF63DC4C8601EC8C
    assert fnv1a64("foobar") == 0x85944171F73967E8
    assert splitmix64(0) == 0xE220A8397B1DCDAF
    words = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431,
             16408922859458223821]
    for step, word in enumerate(words):
        assert splitmix64((1234567 + step * 0x9E3779B97F4A7C15) & MASK) == word


def draw_all(table):
    seed = table["seed"]
    return {
        "draws": [
            {"label": label, "fnv1a64": fnv1a64(label), "splitmix64": mixed(seed, label),
             "u": u(seed, label)}
            for label in table.get("labels", [])
        ],
        "games": [game_seed(seed, game) for game in range(table.get("games", 0))],
    }


def main():
    check_published_values()
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    if sys.argv[1] == "-":
        table = json.load(sys.stdin)
    else:
        with open(sys.argv[1], encoding="utf-8") as file:
            table = json.load(file)
    print(json.dumps(draw_all(table), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
