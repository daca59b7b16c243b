import assert from "node:assert/strict";
import { test } from "node:test";
import { empty_model, reduce, type Model } from "../src/model/model";
import { teamOf } from "../src/model/team";
import type { ServerMessage } from "protocol/messages";

const joost = { number: 3, name: "Joost", here: true };
const mia = { number: 5, name: "Mia", here: false };

// What member 3 knows of a team.
function told(members: (typeof joost)[], pen?: number): Model {
  const welcome = { type: "welcome", server_ms: 0, member: 3 } as ServerMessage;
  return reduce(reduce(empty_model, welcome, 0), { type: "team", members, pen }, 0);
}

test("a person alone on a seat has no team, whoever holds the pen", () => {
  assert.equal(teamOf(empty_model), undefined);
  assert.equal(teamOf(told([joost])), undefined);
  assert.equal(teamOf(told([joost], 3)), undefined);
});

test("whoever holds the pen waits for nobody, their mates wait for them", () => {
  assert.equal(teamOf(told([joost, mia], 3))?.holder, undefined);
  assert.deepEqual(teamOf(told([joost, mia], 5))?.holder, mia);
});

test("the mates are the others of the seat, those who are away too", () => {
  assert.deepEqual(teamOf(told([joost, mia], 3))?.mates, [mia]);
});
