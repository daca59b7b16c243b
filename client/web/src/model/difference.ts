// What one deal changes of another, as things that can be named: in, out, or different.
import type { ChallengeId, Deal, Line, PartyId } from "protocol/messages";
import { sameDeal, tenths } from "./deal";

export type Clause = "information" | "powers" | "coordination" | "review";
export const clauses: readonly Clause[] = ["information", "powers", "coordination", "review"];

export type Change =
  | { kind: "line-added" | "line-removed"; challenge: ChallengeId }
  | { kind: "partner-added" | "partner-removed"; challenge: ChallengeId; party: PartyId }
  | { kind: "money"; challenge: ChallengeId; party: PartyId; from: number; to: number }
  | { kind: "goal"; challenge: ChallengeId; from: Line["goal"]; to: Line["goal"] }
  | { kind: "result"; challenge: ChallengeId; from: string; to: string }
  | { kind: "form"; from: Deal["form"]; to: Deal["form"] }
  | { kind: "conditions"; from: number; to: number }
  | { kind: "accountability"; from: Deal["accountability"]; to: Deal["accountability"] }
  | { kind: "clause-added" | "clause-removed"; clause: Clause };

export function difference(from: Deal, to: Deal): Change[] {
  if (sameDeal(from, to)) return [];
  const changes: Change[] = [];
  for (const line of to.lines) {
    const before = from.lines.find((held) => held.challenge === line.challenge);
    if (before === undefined) changes.push({ kind: "line-added", challenge: line.challenge });
    else changes.push(...lineChanges(before, line));
  }
  for (const line of from.lines) {
    if (to.lines.some((held) => held.challenge === line.challenge)) continue;
    changes.push({ kind: "line-removed", challenge: line.challenge });
  }
  changes.push(...termChanges(from, to));
  return changes;
}

function lineChanges(from: Line, to: Line): Change[] {
  const { challenge } = to;
  const changes: Change[] = [];
  for (const party of to.partners) {
    if (!from.partners.includes(party)) changes.push({ kind: "partner-added", challenge, party });
  }
  for (const party of from.partners) {
    if (!to.partners.includes(party)) changes.push({ kind: "partner-removed", challenge, party });
  }
  for (const party of new Set([...Object.keys(from.money), ...Object.keys(to.money)])) {
    const was = from.money[party] ?? 0;
    const is = to.money[party] ?? 0;
    if (tenths(was) !== tenths(is)) {
      changes.push({ kind: "money", challenge, party, from: was, to: is });
    }
  }
  if (from.goal !== to.goal) {
    changes.push({ kind: "goal", challenge, from: from.goal, to: to.goal });
  }
  if (from.result.trim() !== to.result.trim()) {
    changes.push({ kind: "result", challenge, from: from.result, to: to.result });
  }
  return changes;
}

function termChanges(from: Deal, to: Deal): Change[] {
  const changes: Change[] = [];
  if (from.form !== to.form) changes.push({ kind: "form", from: from.form, to: to.form });
  if (from.conditions !== to.conditions) {
    changes.push({ kind: "conditions", from: from.conditions, to: to.conditions });
  }
  if (from.accountability !== to.accountability) {
    changes.push({ kind: "accountability", from: from.accountability, to: to.accountability });
  }
  for (const clause of clauses) {
    if (from[clause] === to[clause]) continue;
    changes.push({ kind: to[clause] ? "clause-added" : "clause-removed", clause });
  }
  return changes;
}
