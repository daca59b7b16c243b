// A proposal as a person edits it: a deal, changed one value at a time, never in place.
import type {
  ChallengeId,
  Deal,
  FeedChallengeCard,
  Line,
  PartyId,
  RuleInfo,
} from "protocol/messages";

export type Preset = "free" | "partnership" | "tight";
export const presets: readonly Preset[] = ["free", "partnership", "tight"];

type Terms = Pick<Deal, "form" | "conditions" | "accountability">;

// What a preset stands for in a round; the partnership form only where it exists already.
export function presetTerms(preset: Preset, round: number, rules: RuleInfo): Terms {
  switch (preset) {
    case "free":
      return { form: "decentralised", conditions: 0, accountability: "none" };
    case "partnership":
      return {
        form: partnershipFormExists(round, rules) ? "partnership" : "decentralised",
        conditions: 2,
        accountability: "mutual",
      };
    case "tight":
      return { form: "specific", conditions: 3, accountability: "upward" };
  }
}

export function partnershipFormExists(round: number, rules: RuleInfo): boolean {
  return rules.partnership_form_from > 0 && round >= rules.partnership_form_from;
}

export function presetOf(deal: Deal, round: number, rules: RuleInfo): Preset | undefined {
  return presets.find((preset) => {
    const terms = presetTerms(preset, round, rules);
    return (
      deal.form === terms.form &&
      deal.conditions === terms.conditions &&
      deal.accountability === terms.accountability
    );
  });
}

// Money adds up in tenths, so that no rounding shows.
export function tenths(millions: number): number {
  return Math.round(millions * 10);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + tenths(value), 0) / 10;
}

export function lineMoney(line: Line): number {
  return sum(Object.values(line.money));
}

export function moneyOf(deal: Deal, party: PartyId): number {
  return sum(deal.lines.map((line) => line.money[party] ?? 0));
}

// The Rijk's money (the centre and ministries) and the region's.
export function bothSides(deal: Deal, isRijk: (party: PartyId) => boolean) {
  const amounts = deal.lines.flatMap((line) => Object.entries(line.money));
  const of = (rijk: boolean) =>
    sum(amounts.filter(([party]) => isRijk(party) === rijk).map(([, amount]) => amount));
  return { rijk: of(true), region: of(false) };
}

export function changeLine(deal: Deal, at: ChallengeId, change: (line: Line) => Line): Deal {
  return {
    ...deal,
    lines: deal.lines.map((line) => (line.challenge === at ? change(line) : line)),
  };
}

export function setMoney(line: Line, party: PartyId, millions: number): Line {
  const money = { ...line.money };
  const rounded = Math.max(0, tenths(millions)) / 10;
  if (rounded === 0) delete money[party];
  else money[party] = rounded;
  return { ...line, money };
}

export function addPartner(line: Line, party: PartyId): Line {
  if (line.partners.includes(party)) return line;
  return { ...line, partners: [...line.partners, party].sort() };
}

export function removePartner(line: Line, party: PartyId): Line {
  const without = setMoney(line, party, 0);
  return { ...without, partners: line.partners.filter((held) => held !== party) };
}

// A line for a challenge that is not in the deal: whoever at the table can meet a need takes part,
// nobody pays.
export function newLine(
  card: FeedChallengeCard,
  table: PartyId[],
  can: (party: PartyId, capability: string) => boolean,
): Line {
  const partners = new Set<PartyId>();
  for (const need of Object.keys(card.needs)) {
    if ([...partners].some((party) => can(party, need))) continue;
    const first = table.find((party) => can(party, need));
    if (first !== undefined) partners.add(first);
  }
  const first = table[0];
  if (partners.size === 0 && first !== undefined) partners.add(first);
  return {
    challenge: card.challenge,
    partners: [...partners].sort(),
    goal: "joint",
    result: "",
    money: {},
  };
}

// The deal that is sent: lines that nobody pays for stay behind, so that a first try is no wall of
// problems; a line with too little money goes along, and its problem is shown.
export function sendable(deal: Deal): Deal {
  return { ...deal, lines: deal.lines.filter((line) => lineMoney(line) > 0) };
}

export function sameDeal(a: Deal, b: Deal): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(deal: Deal): unknown {
  const lines = [...deal.lines]
    .sort((a, b) => a.challenge.localeCompare(b.challenge))
    .map((line) => ({
      ...line,
      partners: [...line.partners].sort(),
      result: line.result.trim(),
      money: Object.entries(line.money)
        .filter(([, amount]) => amount !== 0)
        .sort(([a], [b]) => a.localeCompare(b)),
    }));
  const { lines: _, ...terms } = deal;
  return [Object.entries(terms).sort(([a], [b]) => a.localeCompare(b)), lines];
}
