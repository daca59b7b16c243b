// The contest for a tranche's money: what the framework weighs, and who stands where.
import type { Criterion, PartyId, RegionView, Weights } from "protocol/messages";
import type { Scene } from "./scene";

export const criteria: readonly Criterion[] = [
  "urgency",
  "well-being",
  "national-goals",
  "knowledge-partners",
  "existing-agenda",
  "co-financing",
  "supra-regional",
];

export const weights_sum = 10;

type Member = keyof Weights;
const member = (criterion: Criterion): Member => criterion.replaceAll("-", "_") as Member;

export function weightOf(weights: Weights, criterion: Criterion): number {
  return weights[member(criterion)];
}

export function withWeight(weights: Weights, criterion: Criterion, weight: number): Weights {
  return { ...weights, [member(criterion)]: weight };
}

export function sumOf(weights: Weights): number {
  return criteria.reduce((sum, criterion) => sum + weightOf(weights, criterion), 0);
}

// The regions of the contest, the highest score first; equal ones, and those without a score, stand
// in the order of the scenario.
export function ranking(regions: RegionView[]): RegionView[] {
  return regions
    .filter((region) => region.in_contest)
    .sort((a, b) => (b.proposal?.score ?? -1) - (a.proposal?.score ?? -1));
}

export function askedBySelected(regions: RegionView[]): number {
  return regions
    .filter((region) => region.selection?.selected === true)
    .reduce((sum, region) => sum + (region.proposal?.asked ?? 0), 0);
}

// What the regional parties at a table pledged; the Rijk's own money is no co-financing.
export function regionalPledges(scene: Scene, pledges: Record<PartyId, number>): number {
  return Object.entries(pledges)
    .filter(([party]) => !scene.isRijk(party))
    .reduce((sum, [, amount]) => sum + amount, 0);
}
