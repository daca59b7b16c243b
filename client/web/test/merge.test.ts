import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeDeals } from "../src/model/merge";
import { dealOf } from "./deals";
import type { Deal, Line } from "protocol/messages";

const homes: Line = {
  challenge: "homes",
  partners: ["province", "town"],
  goal: "joint",
  result: "",
  money: { rijk: 2, town: 1 },
};
const water: Line = { ...homes, challenge: "water", partners: ["board"], money: { board: 3 } };
const began: Deal = dealOf("valley", [homes]);
const withHomes = (change: Partial<Line>): Deal => ({ ...began, lines: [{ ...homes, ...change }] });

test("what only one of two changed is as they changed it, whoever merges", () => {
  const one = { ...withHomes({ money: { rijk: 2.5, town: 1 } }), conditions: 3 };
  const other = { ...withHomes({ money: { rijk: 2, province: 4 }, result: "500" }), review: true };
  const both = {
    ...withHomes({ money: { rijk: 2.5, province: 4 }, result: "500" }),
    conditions: 3,
    review: true,
  };
  assert.deepEqual(mergeDeals(began, one, other), both);
  assert.deepEqual(mergeDeals(began, other, one), both);
});

test("where both changed a field one's own stands, and the rest is merged", () => {
  const mine = withHomes({ money: { rijk: 5, town: 1 } });
  const theirs = { ...withHomes({ money: { rijk: 7, town: 1 } }), powers: true };
  assert.deepEqual(mergeDeals(began, mine, theirs), { ...mine, powers: true });
});

test("partners and lines that one took out or put in are out or in", () => {
  const mine = withHomes({ partners: ["town"] });
  const theirs = { ...began, lines: [{ ...homes, partners: ["province", "town", "x"] }, water] };
  assert.deepEqual(mergeDeals(began, mine, theirs).lines, [
    { ...homes, partners: ["town", "x"] },
    water,
  ]);
  assert.deepEqual(mergeDeals(theirs, began, { ...theirs, review: true }).lines, [homes]);
});
