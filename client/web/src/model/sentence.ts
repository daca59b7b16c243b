// The deal in one sentence, as the values of its message's slots.
import type { Deal } from "protocol/messages";
import { bothSides, sendable } from "./deal";

export interface SentenceValues {
  rijk: number;
  region: number;
  lines: number;
  form: Deal["form"];
  conditions: number;
  accountability: Deal["accountability"];
  information: "yes" | "no";
  powers: "yes" | "no";
  coordination: "yes" | "no";
  review: "yes" | "no";
}

export function sentenceValues(deal: Deal, isRijk: (party: string) => boolean): SentenceValues {
  const said = (value: boolean) => (value ? "yes" : "no");
  const paid = sendable(deal);
  return {
    ...bothSides(paid, isRijk),
    lines: paid.lines.length,
    form: deal.form,
    conditions: deal.conditions,
    accountability: deal.accountability,
    information: said(deal.information),
    powers: said(deal.powers),
    coordination: said(deal.coordination),
    review: said(deal.review),
  };
}
