// Two people of a team who change one proposal at the same time: each field gets the change of
// whoever changed it, and where both did, one's own.
import type { ChallengeId, Deal, Line } from "protocol/messages";

function pick<T>(began: T, mine: T, theirs: T): T {
  return JSON.stringify(mine) === JSON.stringify(began) ? theirs : mine;
}

// Those of a set that stay or come in.
function pickSet(began: string[], mine: string[], theirs: string[]): string[] {
  const all = [...new Set([...theirs, ...mine])];
  return all.filter((id) => pick(began.includes(id), mine.includes(id), theirs.includes(id)));
}

function mergeLines(began: Line | undefined, mine: Line, theirs: Line): Line {
  const { challenge, partners, goal, result, money } = began ?? theirs;
  const paying = Object.keys({ ...theirs.money, ...mine.money });
  const amounts = paying.map((id) => [id, pick(money[id], mine.money[id], theirs.money[id])]);
  return {
    challenge,
    partners: pickSet(partners, mine.partners, theirs.partners),
    goal: pick(goal, mine.goal, theirs.goal),
    result: pick(result, mine.result, theirs.result),
    money: Object.fromEntries(amounts.filter(([, amount]) => amount !== undefined)),
  };
}

export function mergeDeals(began: Deal, mine: Deal, theirs: Deal): Deal {
  const lineOf = (deal: Deal, id: ChallengeId) => deal.lines.find((line) => line.challenge === id);
  const challenges = (deal: Deal) => deal.lines.map((line) => line.challenge);
  const kept = pickSet(challenges(began), challenges(mine), challenges(theirs));
  return {
    region: theirs.region,
    form: pick(began.form, mine.form, theirs.form),
    conditions: pick(began.conditions, mine.conditions, theirs.conditions),
    accountability: pick(began.accountability, mine.accountability, theirs.accountability),
    information: pick(began.information, mine.information, theirs.information),
    powers: pick(began.powers, mine.powers, theirs.powers),
    coordination: pick(began.coordination, mine.coordination, theirs.coordination),
    review: pick(began.review, mine.review, theirs.review),
    lines: kept.map((id) => {
      const [own, other] = [lineOf(mine, id), lineOf(theirs, id)];
      if (own === undefined || other === undefined) return (own ?? other)!;
      return mergeLines(lineOf(began, id), own, other);
    }),
  };
}
