import assert from "node:assert/strict";
import { test } from "node:test";
import { agendaNow, tableAmbition } from "../src/model/agenda";
import type { FeedChallengeCard, RegionView, RuleInfo, TableView } from "protocol/messages";

const rules = {
  agenda_slots: 2,
  agenda_support: 0.5,
  ambition_default: 10,
} as RuleInfo;

function region(table: string[]): RegionView {
  return {
    region: "r",
    wellbeing: { health: 60, work: 95 },
    table,
    invited: [],
    knocked: [],
    agenda_made: false,
    agenda: [],
    demanded: ["crime"],
    in_contest: false,
    negotiation: "none",
    withheld_percent: 0,
    trail: [],
  };
}

function table(
  supporters: Record<string, string[]>,
  ambitions: TableView["ambitions"] = {},
): TableView {
  return {
    region: "r",
    ambitions,
    supporters,
    pledges: {},
    versions: 0,
    backing: {},
    stances: { could_sign: 0, not_yet: 0, obstacles: [] },
  };
}

function card(
  challenge: string,
  effects: Record<string, number>,
  national = false,
): FeedChallengeCard {
  return {
    type: "challenge",
    challenge,
    region: "r",
    title: {},
    text: {},
    scale: "regional",
    effects,
    needs: {},
    half: 5,
    needs_power: false,
    national,
    spillovers: [],
  };
}

const cards = {
  crime: card("crime", { health: 1 }, true),
  farms: card("farms", { health: 2, work: -1 }),
  homes: card("homes", { health: 2, work: 1 }),
  jobs: card("jobs", { work: 3 }),
  green: card("green", { health: 1 }),
};

test("the table's ambition is the median, and who set none counts with the default", () => {
  // Set: 64, 80, 90; the fourth counts with 60 + 10 = 70. Sorted 64 70 80 90: (70 + 80) / 2 = 75.
  const held = table({}, { a: { health: 64 }, b: { health: 80 }, c: { health: 90 } });
  assert.equal(tableAmbition("health", region(["a", "b", "c", "d"]), held, rules), 75);
  // Of three the middle one: 64 80 90.
  assert.equal(tableAmbition("health", region(["a", "b", "c"]), held, rules), 80);
  // 95 + 10 is over 100.
  assert.equal(tableAmbition("work", region(["a"]), held, rules), 100);
});

test("the gap of a challenge is that of the themes that it helps", () => {
  const now = agendaNow(region(["a", "b"]), table({}), cards, rules);
  const gapOf = (id: string) => now.candidates.find((held) => held.card.challenge === id)?.gap;
  assert.equal(gapOf("farms"), 10); // health alone: 70 - 60
  assert.equal(gapOf("homes"), 15); // health 10 and work 100 - 95
  assert.equal(gapOf("jobs"), 5);
});

test("most support goes first, then the largest gap, then the scenario, within the slots", () => {
  // Half of four is two supporters. Homes 3; farms, green and jobs 2 each, gaps 10, 10 and 5.
  const held = table({
    farms: ["a", "b"],
    homes: ["a", "b", "c"],
    jobs: ["c", "d"],
    green: ["a", "d"],
  });
  const now = agendaNow(region(["a", "b", "c", "d"]), held, cards, rules);
  assert.deepEqual(
    now.candidates.map((candidate) => candidate.card.challenge),
    ["homes", "farms", "green", "jobs"],
  );
  assert.deepEqual(
    now.candidates.map((candidate) => candidate.on),
    [true, true, false, false],
  );
  assert.equal(now.taken, 2);
  assert.equal(now.support_needed, 2);
});

test("who lacks support says how many are missing, and a demanded challenge stands apart", () => {
  const now = agendaNow(region(["a", "b", "c", "d"]), table({ farms: ["a"] }), cards, rules);
  const farms = now.candidates.find((candidate) => candidate.card.challenge === "farms");
  assert.equal(farms?.needed, 1);
  assert.equal(farms?.on, false);
  assert.deepEqual(
    now.demanded.map((held) => held.challenge),
    ["crime"],
  );
  assert.equal(
    now.candidates.some((candidate) => candidate.card.national),
    false,
  );
});

test("a challenge without a gap does not make it, whatever its support", () => {
  const none = { a: { health: 50, work: 50 }, b: { health: 50, work: 50 } };
  const now = agendaNow(region(["a", "b"]), table({ farms: ["a", "b"] }, none), cards, rules);
  assert.equal(
    now.candidates.some((candidate) => candidate.on),
    false,
  );
});
