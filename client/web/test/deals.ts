// A deal as tests begin with it.
import type { Deal, Line } from "protocol/messages";

export function dealOf(region: string, lines: Line[]): Deal {
  return {
    region,
    form: "decentralised",
    conditions: 2,
    accountability: "mutual",
    information: false,
    powers: false,
    coordination: false,
    review: false,
    lines,
  };
}
