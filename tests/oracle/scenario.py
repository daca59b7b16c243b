"""The scenario as the rules see it: a TOML file with every default filled in.

It trusts the file: checking scenarios is the program's business. Numbers are plain floats, money is
a whole number of tenths of a million.
"""

import tomllib

# Section 8 of the rules.
MODEL = {
    "default_tie": 0.2, "initial_trust": 0.5, "friction": 0.1, "friction_cap": 0.5,
    "partnership_mismatch": 0.15, "scale_penalty": 0.08, "admin_base": 0.03,
    "admin_hierarchy": 0.1, "admin_condition": 0.01, "admin_coordination": 0.03,
    "admin_review": 0.04, "admin_temporary": 0.02, "admin_partnership": 0.03,
    "admin_upward": 0.03, "commitment_one_sided": 0.1, "fit_steering": 0.8, "fit_enabling": 0.6,
    "vagueness": 1.5, "built_in_hierarchy": 0.2, "commitment_hierarchy": 0.35,
    "commitment_freedom": 0.45, "cooperation_floor": 0.5, "unclear_joint": 0.9,
    "power_missing": 0.5, "information_coverage": 0.2, "information_cost": 0.5,
    "powers_price": 2.0, "steering_effort": 0.05, "national_value": 2.5, "regional_value": 1.5,
    "coordination_base": 0.4, "coordination_hierarchy": 0.4, "review_recovery": 0.2,
    "stale": 0.08, "stale_rounds_max": 3, "cofinancing_min": 1.0, "centre_share_min": 0.2,
    "line_min": 1.0, "audit_chance_per_condition": 0.15, "audit_upward_counts_as": 2,
    "audit_chance_cap": 0.9, "audit_delay": 0.4, "audit_price": 3.0, "clawback_coverage": 0.5,
    "clawback_share": 0.2, "ambition_default": 10, "band": 4.0,
}
BESIDE_THE_MODEL = {
    "agenda_slots": 4, "agenda_votes": 3, "agenda_support": 0.4, "demands_max": 1,
    "forecast_exact": 3, "last_call": 120, "partnership_form_from": 2, "selection": False,
}
LEVELS = {"neighbourhood": 0, "municipal": 1, "regional": 2, "supra-regional": 3}
LEVEL_OF_KIND = {
    "civil-society": 0, "municipality": 1, "province": 2, "water-board": 2, "knowledge": 2,
    "business": 2, "ministry": 3, "central-government": 3,
}
SLACK = 1e-9


def tenths(amount):
    """Money in millions as a whole number of tenths; the amount must be in steps of 0.1."""
    return round(amount * 10)


def pair(a, b):
    """Pairs are unordered pairs of different parties: the key has the ids in ascending order."""
    return (a, b) if a < b else (b, a)


def pairs(ids):
    """All pairs of `ids`, in ascending order of id."""
    ordered = sorted(ids)
    return [(a, b) for i, a in enumerate(ordered) for b in ordered[i + 1:]]


class Party:
    def __init__(self, table):
        self.id = table["id"]
        self.kind = table["kind"]
        self.region = table.get("region")
        self.is_centre = self.kind == "central-government"
        # "the centre and the ministries are the Rijk, everybody else is regional"
        self.is_rijk = self.kind in ("central-government", "ministry")
        self.level = LEVELS[table["level"]] if "level" in table else LEVEL_OF_KIND[self.kind]
        self.required = table.get("required", False)
        self.lead = table.get("lead", False)
        at_table_default = self.region is not None or self.kind == "ministry"
        self.at_table = table.get("at_table", at_table_default) and not self.is_centre
        self.budget = tenths(table["budget"])
        self.capabilities = frozenset(table.get("capabilities", []))
        self.money_value = float(table.get("money_value", 1))
        self.reserve = float(table.get("reserve", 0))
        self.mandate = table.get("mandate", [])
        # (region or "*", theme or "*", weight), in ascending order of key
        self.interests = [
            (*key.split("."), float(weight))
            for key, weight in sorted(table.get("interests", {}).items())
        ]


class Challenge:
    def __init__(self, table):
        self.id = table["id"]
        self.region = table["region"]
        self.scale = LEVELS[table.get("scale", "regional")]
        self.effects = {theme: float(e) for theme, e in sorted(table["effects"].items())}
        self.needs = {need: float(weight) for need, weight in sorted(table["needs"].items())}
        self.half = float(table["half"])
        self.urgencies = [float(u) for u in table["urgency"]]
        self.seen_with = frozenset(table.get("seen_with", []))
        self.needs_power = table.get("needs_power", False)
        self.national = table.get("national", False)
        self.spillover = [
            (s["region"], s["theme"], float(s["effect"])) for s in table.get("spillover", [])
        ]

    def urgency(self, round):
        """The entry of its list for that round; the last entry lasts. Rounds count from 1."""
        return self.urgencies[min(round, len(self.urgencies)) - 1]


class Partnership:
    def __init__(self, table):
        self.id = table["id"]
        self.members = frozenset(table["members"])
        self.tie = float(table["tie"])
        self.purpose = frozenset(table.get("purpose", []))


class Scenario:
    def __init__(self, table):
        self.table = table
        self.rounds = table["rounds"]
        for name, default in BESIDE_THE_MODEL.items():
            setattr(self, name, table.get(name, default))
        self.model = {**MODEL, **table.get("model", {})}
        self.themes = [theme["id"] for theme in table.get("theme", [])]
        self.horizon = {t["id"]: t.get("horizon", "now") for t in table.get("theme", [])}
        self.regions = {region["id"]: region for region in table.get("region", [])}
        self.parties = {p["id"]: Party(p) for p in table.get("party", [])}
        self.centre = next(p.id for p in self.parties.values() if p.is_centre)
        self.challenges = {c["id"]: Challenge(c) for c in table.get("challenge", [])}
        self.challenge_order = {id: n for n, id in enumerate(self.challenges)}
        self.partnerships = [Partnership(p) for p in table.get("partnership", [])]
        self.ties = self.starting_ties()
        self.trust = self.starting_trust()

    def starting_ties(self):
        """"the highest of: default_tie, the tie of each partnership that holds both, an explicit
        tie": so a weaker explicit tie does not lower a stronger partnership."""
        explicit = {}
        for tie in self.table.get("tie", []):
            explicit[pair(tie["a"], tie["b"])] = float(tie["strength"])
        ties = {}
        for a, b in pairs(self.parties):
            shared = [p.tie for p in self.partnerships if a in p.members and b in p.members]
            found = [explicit[a, b]] if (a, b) in explicit else []
            ties[a, b] = max([float(self.model["default_tie"])] + shared + found)
        return ties

    def starting_trust(self):
        trust = {ab: float(self.model["initial_trust"]) for ab in pairs(self.parties)}
        for entry in self.table.get("trust", []):
            trust[pair(entry["a"], entry["b"])] = float(entry["value"])
        return trust

    def start(self, region, theme):
        return float(self.regions[region].get("start", {}).get(theme, 50))

    def drift(self, region, theme):
        return float(self.regions[region].get("drift", {}).get(theme, 0))


def load_scenario(path):
    with open(path, "rb") as file:
        return Scenario(tomllib.load(file))
