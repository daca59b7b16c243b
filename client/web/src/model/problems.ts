// Problems of a deal beside the clause that has them, with the figures that words need.
import type { Deal, Problem, ProblemCode, RuleInfo } from "protocol/messages";
import { bothSides, lineMoney, moneyOf, tenths } from "./deal";

export type Place =
  | { part: "deal" }
  | { part: "form" | "accountability" | "conditions" }
  | { part: "lines" }
  | { part: "line"; line: number; party?: string };

// Where a problem belongs: `lines/2/money/rijk` is the third line's, and that party's.
export function placeOf(where: string): Place {
  const [part, number, , party] = where.split("/");
  if (part === "lines" && number !== undefined) {
    return { part: "line", line: Number(number), party };
  }
  if (part === "lines") return { part: "lines" };
  if (part === "form" || part === "accountability" || part === "conditions") return { part };
  return { part: "deal" };
}

export interface Figures {
  code: ProblemCode;
  rijk: number;
  region: number;
  least: number; // what the region must put in at least
  short: number; // how much is missing, or too much
  money: number; // of the line
  party?: string;
}

// The figures of a problem; `deal` is the deal that was sent, `budget` what a party has.
export function figures(
  problem: Problem,
  deal: Deal,
  rules: RuleInfo,
  isRijk: (party: string) => boolean,
  budget: (party: string) => number,
): Figures {
  const { rijk, region } = bothSides(deal, isRijk);
  const place = placeOf(problem.where);
  const line = place.part === "line" ? deal.lines[place.line] : undefined;
  const party = place.part === "line" ? place.party : partyOfBudget(problem.where);
  const money = line === undefined ? 0 : lineMoney(line);
  const least = Math.ceil(tenths(rijk) * rules.cofinancing_min - 1e-9) / 10;
  return {
    code: problem.code,
    rijk,
    region,
    least,
    short: shortfall(problem.code),
    money,
    party,
  };

  function shortfall(code: ProblemCode): number {
    switch (code) {
      case "co-financing":
        return (tenths(least) - tenths(region)) / 10;
      case "centre-share": {
        const wanted = Math.ceil(tenths(rijk + region) * rules.centre_share_min - 1e-9) / 10;
        return (tenths(wanted) - tenths(rijk)) / 10;
      }
      case "line-min":
        return (tenths(rules.line_min) - tenths(money)) / 10;
      case "over-budget":
        return party === undefined
          ? 0
          : (tenths(moneyOf(deal, party)) - tenths(budget(party))) / 10;
      default:
        return 0;
    }
  }
}

function partyOfBudget(where: string): string | undefined {
  return where.startsWith("budget/") ? where.slice("budget/".length) : undefined;
}
