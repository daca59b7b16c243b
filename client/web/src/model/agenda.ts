// Which challenges would make the agenda now, as far as this seat can know: the rule of the agenda
// phase over what it sees.
import type {
  ChallengeId,
  FeedChallengeCard,
  RegionView,
  RuleInfo,
  TableView,
  ThemeId,
} from "protocol/messages";

// The table's ambition: the median over those at the table; who set none counts with the present
// score plus the default, at most 100. Of an even number it is the mean of the middle two.
export function tableAmbition(
  theme: ThemeId,
  region: RegionView,
  table: TableView,
  rules: RuleInfo,
): number {
  const otherwise = Math.min(100, (region.wellbeing[theme] ?? 0) + rules.ambition_default);
  const values = region.table
    .map((party) => table.ambitions[party]?.[theme] ?? otherwise)
    .sort((a, b) => a - b);
  const middle = Math.floor(values.length / 2);
  const upper = values[middle] ?? otherwise;
  if (values.length % 2 === 1) return upper;
  return ((values[middle - 1] ?? upper) + upper) / 2;
}

export function gap(ambition: number, present: number): number {
  return Math.max(0, ambition - present);
}

export interface Candidate {
  card: FeedChallengeCard;
  supporters: string[];
  gap: number;
  needed: number; // supporters still missing
  on: boolean; // it would be on the agenda
}

export interface AgendaNow {
  candidates: Candidate[]; // in the order in which they would make it
  demanded: FeedChallengeCard[];
  taken: number; // slots
  support_needed: number; // supporters that a challenge needs
}

export function agendaNow(
  region: RegionView,
  table: TableView,
  cards: Record<ChallengeId, FeedChallengeCard>,
  rules: RuleInfo,
): AgendaNow {
  const order = Object.keys(table.supporters);
  const support_needed = Math.ceil(rules.agenda_support * region.table.length - 1e-9);
  const rank = (id: ChallengeId) => (order.includes(id) ? order.indexOf(id) : order.length);
  const all = Object.values(cards).filter((card) => card.region === region.region);
  const candidates = all
    .filter((card) => !card.national)
    .map((card): Candidate => {
      const supporters = (table.supporters[card.challenge] ?? []).filter((party) =>
        region.table.includes(party),
      );
      const themes = Object.entries(card.effects).filter(([, effect]) => effect > 0);
      const sum = themes.reduce(
        (total, [theme]) =>
          total + gap(tableAmbition(theme, region, table, rules), region.wellbeing[theme] ?? 0),
        0,
      );
      const needed = Math.max(0, support_needed - supporters.length);
      return { card, supporters, gap: sum, needed, on: false };
    })
    .sort(
      (a, b) =>
        Number(b.needed === 0 && b.gap > 0) - Number(a.needed === 0 && a.gap > 0) ||
        b.supporters.length - a.supporters.length ||
        b.gap - a.gap ||
        rank(a.card.challenge) - rank(b.card.challenge),
    );
  let taken = 0;
  for (const candidate of candidates) {
    if (candidate.needed > 0 || candidate.gap <= 0 || taken >= rules.agenda_slots) continue;
    candidate.on = true;
    ++taken;
  }
  const demanded = all.filter((card) => region.demanded.includes(card.challenge));
  return { candidates, demanded, taken, support_needed };
}
