"""How a framework scores a proposal, and what the ranking selects: sections 2 and 6 of the
rules."""

CRITERIA = ("urgency", "well-being", "national-goals", "knowledge-partners", "existing-agenda",
            "co-financing", "supra-regional")
PUBLIC_BODIES = {"ministry", "province", "municipality", "water-board"}


def good(challenge):
    return sum(effect for effect in challenge.get("effects", {}).values() if effect > 0)


def harm(challenge):
    return sum(-each["effect"] for each in challenge.get("spillover", []) if each["effect"] < 0)


def mean(values):
    return sum(values) / len(values)


def part_of(count, whole, where_none):
    return count / whole if whole else where_none


def features(scenario, proposal, urgency, demanded, pledged):
    """The seven features of a proposal, each 0..1. `scenario` is the table of the file; `urgency`
    that of each challenge in this round; `demanded` the national challenges demanded in its region;
    `pledged` the regional money in millions."""
    challenges = {each["id"]: each for each in scenario["challenge"]}
    parties = {each["id"]: each for each in scenario["party"]}
    held = [challenges[challenge] for challenge in proposal["challenges"]]
    kinds = {parties[partner]["kind"] for partner in proposal["partners"]}
    groups = [{"knowledge"} & kinds, {"business"} & kinds, PUBLIC_BODIES & kinds]
    shares = [len(set(proposal["partners"]) & set(circle["members"])) / len(proposal["partners"])
              for circle in scenario.get("partnership", [])]
    most_good = max(map(good, challenges.values()))
    most_harm = max(map(harm, challenges.values()))
    return {
        "urgency": mean([urgency[challenge] for challenge in proposal["challenges"]]),
        "well-being": part_of(mean([good(each) for each in held]), most_good, 0.0),
        "national-goals": part_of(len(demanded & set(proposal["challenges"])), len(demanded), 1.0),
        "knowledge-partners": sum(1 for group in groups if group) / 3,
        "existing-agenda": max(shares, default=0.0),
        "co-financing": min(1.0, part_of(pledged, proposal["asked"], 1.0)),
        "supra-regional": 1 - part_of(mean([harm(each) for each in held]), most_harm, 0.0),
    }


def score(weights, of):
    """The sum of weight times feature over the sum of weights; without weights all are equal."""
    if weights is None:
        return mean([of[criterion] for criterion in CRITERIA])
    return sum(weights[criterion] * of[criterion] for criterion in CRITERIA) / 10


def selected(ranking, asked, decided, budget):
    """The selected regions: those that the centre decided for, then down the ranking whatever still
    fits. Money in tenths."""
    chosen = {region for region in ranking if decided.get(region) is True}
    for region in ranking:
        left = budget - sum(asked[each] for each in chosen)
        if region not in decided and asked[region] <= left:
            chosen.add(region)
    return chosen


def against_ranking(scores, asked, chosen, budget):
    """How many selected regions scored below a rejected one that would have fitted in their
    place."""
    spent = sum(asked[region] for region in chosen)
    return sum(
        any(scores[other] > scores[region] and spent - asked[region] + asked[other] <= budget
            for other in scores if other not in chosen)
        for region in chosen)
