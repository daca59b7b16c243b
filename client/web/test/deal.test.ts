import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addPartner,
  bothSides,
  lineMoney,
  presetOf,
  presetTerms,
  removePartner,
  sameDeal,
  sendable,
  setMoney,
} from "../src/model/deal";
import { difference } from "../src/model/difference";
import { figures, placeOf } from "../src/model/problems";
import { dealOf } from "./deals";
import type { Deal, Line, RuleInfo } from "protocol/messages";

const rules: RuleInfo = {
  rounds: 3,
  agenda_slots: 4,
  agenda_votes: 3,
  agenda_support: 0.4,
  ambition_default: 10,
  demands_max: 1,
  forecast_exact: 3,
  last_call_seconds: 120,
  partnership_form_from: 2,
  cofinancing_min: 1,
  centre_share_min: 0.2,
  line_min: 1,
  conditions_max: 4,
  forecast: "bands",
};

const line: Line = {
  challenge: "homes",
  partners: ["province", "town"],
  goal: "joint",
  result: "",
  money: { rijk: 2.5, province: 1.1, town: 0.3 },
};

const deal: Deal = dealOf("valley", [line]);

const isRijk = (party: string) => party === "rijk" || party === "ministry";

test("money adds up in tenths", () => {
  // 2.5 + 1.1 + 0.3 = 3.9; doubles alone would give 3.9000000000000004.
  assert.equal(lineMoney(line), 3.9);
  // The Rijk 2.5, the region 1.1 + 0.3 = 1.4.
  assert.deepEqual(bothSides(deal, isRijk), { rijk: 2.5, region: 1.4 });
});

test("money set to nothing is no entry, and never below zero", () => {
  assert.deepEqual(setMoney(line, "town", 0).money, { rijk: 2.5, province: 1.1 });
  assert.deepEqual(setMoney(line, "town", -1).money, { rijk: 2.5, province: 1.1 });
  assert.equal(setMoney(line, "town", 0.4).money.town, 0.4);
});

test("partners stay in ascending order, and who leaves takes its money along", () => {
  assert.deepEqual(addPartner(line, "business").partners, ["business", "province", "town"]);
  const without = removePartner(line, "province");
  assert.deepEqual(without.partners, ["town"]);
  assert.deepEqual(without.money, { rijk: 2.5, town: 0.3 });
});

test("a line that nobody pays for stays behind", () => {
  const empty: Line = { ...line, challenge: "farms", money: {} };
  assert.deepEqual(sendable({ ...deal, lines: [line, empty] }).lines, [line]);
});

test("the partnership preset takes the partnership form from its round on", () => {
  assert.equal(presetTerms("partnership", 1, rules).form, "decentralised");
  assert.equal(presetTerms("partnership", 2, rules).form, "partnership");
  assert.equal(
    presetTerms("partnership", 3, { ...rules, partnership_form_from: 0 }).form,
    "decentralised",
  );
  assert.equal(presetOf(deal, 1, rules), "partnership");
  assert.equal(presetOf(deal, 2, rules), undefined);
  assert.equal(presetOf({ ...deal, ...presetTerms("tight", 1, rules) }, 1, rules), "tight");
});

test("a deal is the same whatever the order of its lines, partners and amounts", () => {
  const other: Line = { ...line, challenge: "farms" };
  const turned: Line = {
    ...line,
    partners: ["town", "province"],
    money: { town: 0.3, province: 1.1, rijk: 2.5, business: 0 },
  };
  assert.equal(
    sameDeal({ ...deal, lines: [line, other] }, { ...deal, lines: [other, turned] }),
    true,
  );
  assert.equal(sameDeal(deal, { ...deal, lines: [{ ...line, goal: "region" }] }), false);
});

test("a difference names what came in, what went out and what is different", () => {
  const farms: Line = { ...line, challenge: "farms" };
  const to: Deal = {
    ...deal,
    conditions: 1,
    review: true,
    lines: [farms, { ...setMoney(addPartner(line, "business"), "rijk", 2), result: "200 homes" }],
  };
  assert.deepEqual(difference(deal, to), [
    { kind: "line-added", challenge: "farms" },
    { kind: "partner-added", challenge: "homes", party: "business" },
    { kind: "money", challenge: "homes", party: "rijk", from: 2.5, to: 2 },
    { kind: "result", challenge: "homes", from: "", to: "200 homes" },
    { kind: "conditions", from: 2, to: 1 },
    { kind: "clause-added", clause: "review" },
  ]);
  assert.deepEqual(difference(deal, deal), []);
});

test("a problem's place is the line, and the party where there is one", () => {
  assert.deepEqual(placeOf("lines"), { part: "lines" });
  assert.deepEqual(placeOf("lines/2/money/rijk"), { part: "line", line: 2, party: "rijk" });
  assert.deepEqual(placeOf("lines/0/challenge"), { part: "line", line: 0, party: undefined });
  assert.deepEqual(placeOf("form"), { part: "form" });
  assert.deepEqual(placeOf("budget/town"), { part: "deal" });
});

test("the figures of a problem say how much is missing", () => {
  const of = (
    code: "co-financing" | "line-min" | "over-budget" | "centre-share",
    where: string,
    held = deal,
  ) => figures({ code, where }, held, rules, isRijk, () => 0.2);
  // The Rijk pays 2.5, the region 1.4: it has to put in 2.5, so 1.1 more.
  assert.deepEqual(
    [of("co-financing", "lines").least, of("co-financing", "lines").short],
    [2.5, 1.1],
  );
  // A line of 0.4 against the least of 1.0.
  const small: Deal = { ...deal, lines: [{ ...line, money: { town: 0.4 } }] };
  assert.equal(of("line-min", "lines/0/money", small).short, 0.6);
  // The Rijk pays 0 of 0.4; its least share is 0.2 * 0.4 = 0.08, so 0.1.
  assert.equal(of("centre-share", "lines", small).short, 0.1);
  // The town puts in 0.3 and has 0.2.
  assert.equal(of("over-budget", "budget/town").short, 0.1);
});
