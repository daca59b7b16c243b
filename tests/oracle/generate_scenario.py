"""A random scenario that every check lets through, as a dict in the shape of its TOML file."""

from deal import ACCOUNTABILITIES, CLAUSES, FORMS
from scenario import MODEL

THEMES = ["health", "safety", "work", "housing", "nature", "income", "education", "leisure"]
CAPABILITIES = ["research", "food", "homes", "water", "roads", "care", "land", "training", "funds"]
REGIONAL_KINDS = ["province", "municipality", "water-board", "knowledge", "business",
                  "civil-society"]
SCALES = ["neighbourhood", "municipal", "regional", "supra-regional"]

# How each parameter of section 8 is drawn when a scenario overrides it: often near its default,
# sometimes at an end of its range, sometimes far beyond what a sensible author would write.
MODEL_VALUES = {
    "default_tie": (0.0, 0.2, 0.35, 1.0), "initial_trust": (0.0, 0.4, 0.75, 1.0),
    "friction": (0.0, 0.05, 0.3, 1.5), "friction_cap": (0.0, 0.15, 0.5, 1.0),
    "partnership_mismatch": (0.0, 0.3, 1.0, 1.7), "scale_penalty": (0.0, 0.15, 0.4, 0.9),
    "admin_base": (0.0, 0.05, 0.4), "admin_hierarchy": (0.0, 0.2, 0.6),
    "admin_condition": (0.0, 0.03, 0.2), "admin_coordination": (0.0, 0.07, 0.3),
    "admin_review": (0.0, 0.09, 0.25), "admin_temporary": (0.0, 0.05, 0.3),
    "admin_partnership": (0.0, 0.06, 0.35), "admin_upward": (0.0, 0.08, 0.4),
    "commitment_one_sided": (0.0, 0.25, 0.8), "fit_steering": (0.0, 0.5, 1.6),
    "fit_enabling": (0.0, 0.3, 1.4), "vagueness": (0.0, 0.7, 3.0),
    "built_in_hierarchy": (-1, -0.45, 0.0, 0.55, 1), "commitment_hierarchy": (0.0, 0.6, 2.0),
    "commitment_freedom": (0.0, 0.9, 2.5), "cooperation_floor": (0.0, 0.25, 1.0),
    "unclear_joint": (0.0, 0.7, 1.2), "power_missing": (0.0, 0.25, 1.3),
    "information_coverage": (0.0, 0.45, 1.1), "information_cost": (0.0, 0.75, 2),
    "powers_price": (0.0, 3.5, 1), "steering_effort": (0.0, 0.12, 1.0),
    "national_value": (0.0, 4.5, 1), "regional_value": (0.0, 0.5, 3),
    "coordination_base": (0.0, 0.55, 1.1), "coordination_hierarchy": (0.0, 0.3, 1.2),
    "review_recovery": (0.0, 0.5, 1.5), "stale": (0.0, 0.2, 0.6),
    "stale_rounds_max": (0, 1, 5, 2.5),
    "cofinancing_min": (0.0, 0.5, 1.1, 2), "centre_share_min": (0.0, 0.1, 0.25, 0.33),
    "line_min": (0.0, 0.1, 0.7, 2.5), "audit_chance_per_condition": (0.0, 0.08, 0.4, 1.0),
    "audit_upward_counts_as": (0, 1, 3, 1.5), "audit_chance_cap": (0.0, 0.35, 1.0),
    "audit_delay": (0.0, 0.25, 0.8, 1.0), "audit_price": (0.0, 1.25, 6),
    "clawback_coverage": (0.0, 0.7, 0.9, 1.0), "clawback_share": (0.0, 0.35, 1.0),
    "ambition_default": (0, 5, 25.5, 100), "band": (0.0, 2.5, 8),
}


def text(words):
    return {"nl": f"{words} (nl)", "en": f"{words} (en) \"é\""}


def some(rng, items, least=0, most=None):
    most = len(items) if most is None else min(most, len(items))
    return rng.sample(items, rng.randint(min(least, most), most))


def money(rng, low, high):
    """An amount in steps of 0.1; whole ones are sometimes written without a point."""
    tenths = rng.randint(round(low * 10), round(high * 10))
    if tenths % 10 == 0 and rng.random() < 0.5:
        return tenths // 10
    return tenths / 10


def random_model(rng):
    """From nothing to every parameter; both-sides-pay stays possible."""
    share = rng.choice([0.0, 0.1, 0.3, 1.0])
    near = rng.choice([0.5, 0.85])
    model = {}
    for name, values in MODEL_VALUES.items():
        if rng.random() >= share:
            continue
        model[name] = rng.choice(values)
        # Else nearly every yield would be 0; and no digit should be special.
        if name not in ("line_min", "stale_rounds_max") and rng.random() < near:
            model[name] = min(MODEL[name] * rng.uniform(0.5, 1.5), max(values))
    while model.get("centre_share_min", 0.2) * (1 + model.get("cofinancing_min", 1.0)) > 1:
        model["centre_share_min"] = round(model.get("centre_share_min", 0.2) * 0.7, 3)
    return model


def random_themes(rng):
    themes = []
    for id in some(rng, THEMES, 2, 6):
        theme = {"id": id, "title": text(id)}
        if rng.random() < 0.6:
            theme["horizon"] = rng.choice(["now", "later"])
        themes.append(theme)
    return themes


def random_regions(rng, themes):
    regions = []
    for n, id in enumerate(some(rng, ["dal", "heuvel", "kust", "noord-oost", "stad2"], 1, 4)):
        x = 0.05 + 0.18 * n
        region = {"id": id, "title": text(id),
                  "outline": [[x, 0.1], [x + 0.15, 0.2], [x + 0.1, 0.7], [x, 0.6]]}
        if rng.random() < 0.8:
            region["start"] = {t: rng.choice([0, 100, 50.5, 62.0, 41.25])
                               for t in some(rng, themes)}
        if rng.random() < 0.6:
            region["drift"] = {t: round(rng.uniform(-2, 2), 2) for t in some(rng, themes)}
        regions.append(region)
    return regions


def random_interests(rng, regions, themes):
    keys = {f"{rng.choice(regions + ['*'])}.{rng.choice(themes + ['*'])}"
            for _ in range(rng.randint(0, 6))}
    return {key: round(rng.uniform(-1.5, 3), 2) for key in sorted(keys, key=lambda _: rng.random())}


def random_party(rng, id, kind, regions, themes):
    party = {"id": id, "kind": kind, "title": text(id), "public": text("public " + id),
             "brief": text("brief " + id), "budget": money(rng, 0, 40)}
    if rng.random() < 0.9:
        party["capabilities"] = some(rng, CAPABILITIES, 0, 4)
    if kind not in ("central-government", "ministry") and rng.random() < 0.9:
        party["region"] = rng.choice(regions)
    if rng.random() < 0.3:
        party["level"] = rng.choice(SCALES)
    if rng.random() < 0.7:
        party["money_value"] = rng.choice([0, 0.3, 1.0, 2.75, 1])
    if rng.random() < 0.7:
        party["reserve"] = rng.choice([0.0, 6, 3.5, -2.0])
    if rng.random() < 0.9:
        party["interests"] = random_interests(rng, regions, themes)
    if kind != "central-government" and rng.random() < 0.3:
        party["at_table"] = rng.random() < 0.5
    return party


def name_leads(rng, parties, regions):
    """Exactly one lead in each region that has parties; leads and required parties sit there."""
    for region in regions:
        here = [p for p in parties if p.get("region") == region]
        if not here:
            continue
        lead = rng.choice(here)
        lead["lead"] = True
        lead["required"] = True
        for party in here:
            if rng.random() < 0.3:
                party["required"] = True
            if party.get("required"):
                party.pop("at_table", None)


def random_parties(rng, regions, themes):
    kinds = ["central-government"] + ["ministry"] * rng.choice([0, 0, 1, 2])
    kinds += some(rng, REGIONAL_KINDS, 1) + some(rng, REGIONAL_KINDS, 1, 3)
    parties = [
        random_party(rng, f"{chr(97 + rng.randrange(26))}{n}-{kind}", kind, regions, themes)
        for n, kind in enumerate(kinds)
    ]
    parties[0]["budget"] = money(rng, 5, 60)
    parties[-1]["region"] = parties[-1].get("region", rng.choice(regions))
    rng.shuffle(parties)
    name_leads(rng, parties, regions)
    return parties


def random_partnerships(rng, parties, themes):
    found = []
    for n in range(rng.choice([0, 0, 1, 2, 3, 4])):
        partnership = {"id": f"circle{n}", "title": text("circle"),
                       "members": some(rng, parties, 2, 6), "tie": rng.choice([0, 0.5, 0.8, 1.0])}
        if rng.random() < 0.7:
            partnership["purpose"] = some(rng, themes, 1, 2)
        found.append(partnership)
    return found


def random_pairs(rng, parties, field):
    """Entries of `tie` or `trust`: at most one for a pair."""
    pairs = {tuple(sorted(rng.sample(parties, 2))) for _ in range(rng.choice([0, 2, 6, 15]))}
    entries = []
    for pair in sorted(pairs):
        a, b = rng.sample(pair, 2)
        entries.append({"a": a, "b": b, field: rng.choice([0, 1, round(rng.random(), 3)])})
    return entries


def random_challenge(rng, id, regions, themes):
    challenge = {
        "id": id, "region": rng.choice(regions[:1] * 2 + regions),
        "title": text(id), "text": text("text " + id),
        "effects": {t: rng.choice([-1.5, 0.75, 4, 6.0, 9.25]) for t in some(rng, themes, 1, 3)},
        "needs": {c: rng.choice([0.5, 1, 2.0, 0.7]) for c in some(rng, CAPABILITIES, 1, 4)},
        "half": rng.choice([0.35, 3, 5.0, 12.5]),
        "urgency": [rng.choice([0, 1, 1.0, 0.45, 0.8, round(rng.random(), 2)])
                    for _ in range(rng.randint(1, 5))],
    }
    if rng.random() < 0.8:
        challenge["scale"] = rng.choice(SCALES)
    if rng.random() < 0.9:
        challenge["seen_with"] = some(rng, CAPABILITIES, 1, 3)
    for flag in ("needs_power", "national"):
        if rng.random() < 0.5:
            challenge[flag] = rng.random() < 0.6
    elsewhere = [r for r in regions if r != challenge["region"]]
    if elsewhere and rng.random() < 0.7:
        challenge["spillover"] = [
            {"region": rng.choice(elsewhere), "theme": rng.choice(themes),
             "effect": rng.choice([-3.0, -1, 2.5, -0.4])}
            for _ in range(rng.randint(1, 4))
        ]
    return challenge


def random_mandate(rng, parties, challenges):
    """One entry of a random kind; thresholds are values that deals do reach exactly."""
    entry = {"points": round(rng.uniform(-2, 6), 2), "text": text("wish")}
    when = entry["when"] = rng.choice([
        "includes", "spends-at-least", "works-on", "conditions-at-most", "conditions-at-least",
        "form", "accountability", "clause", "tension-at-most", "tension-at-least",
        "own-money-at-most"])
    if when in ("includes", "spends-at-least", "works-on"):
        entry["challenge"] = rng.choice(challenges)
    if when == "spends-at-least":
        entry["amount"] = money(rng, 0.1, 9)
    if when == "own-money-at-most":
        entry["amount"] = money(rng, 0, 6)
    if when == "works-on" and rng.random() < 0.5:
        entry["party"] = rng.choice(parties)
    if when.startswith("conditions"):
        entry["count"] = rng.randint(0, 4)
    if when in ("form", "accountability"):
        words = FORMS if when == "form" else ACCOUNTABILITIES
        entry["any"] = some(rng, list(words), 1, 2)
    if when == "clause":
        entry["clause"] = rng.choice(CLAUSES)
        if rng.random() < 0.6:
            entry["value"] = rng.random() < 0.5
    if when.startswith("tension"):
        entry["tension"] = rng.choice(["partnership", "steering", "hierarchy"])
        entry["value"] = rng.choice([-1.0, -0.6, -0.3, -0.2, 0, 0.2, 0.6, 1, -0.15, 0.0, 0.4])
    return entry


def random_scenario(rng, id):
    themes = random_themes(rng)
    theme_ids = [t["id"] for t in themes]
    regions = random_regions(rng, theme_ids)
    region_ids = [r["id"] for r in regions]
    parties = random_parties(rng, region_ids, theme_ids)
    party_ids = [p["id"] for p in parties]
    challenge_ids = some(rng, ["z-eiwit", "wonen", "jeugd", "bodem", "a-energie", "ov", "zorg",
                               "water3", "natuur"], 2)
    challenges = [random_challenge(rng, c, region_ids, theme_ids) for c in challenge_ids]
    for party in parties:
        if rng.random() < 0.8:
            party["mandate"] = [random_mandate(rng, party_ids, challenge_ids)
                                for _ in range(rng.randint(1, 7))]
    scenario = {
        "id": id, "format": 1, "languages": ["nl", "en"], "title": text(id),
        "summary": text("a random scenario"), "minutes": 600, "rounds": rng.randint(1, 5),
    }
    if rng.random() < 0.8:
        scenario["partnership_form_from"] = rng.randint(0, 3)
    if rng.random() < 0.3:
        scenario["phases"] = {"framework": [120, 60], "agenda": 300}
    model = random_model(rng)
    if model:
        scenario["model"] = model
    scenario |= {
        "theme": themes, "region": regions, "party": parties,
        "partnership": random_partnerships(rng, party_ids, theme_ids),
        "tie": random_pairs(rng, party_ids, "strength"),
        "trust": random_pairs(rng, party_ids, "value"), "challenge": challenges,
    }
    return {key: value for key, value in scenario.items() if value != []}
