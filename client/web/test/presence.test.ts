import assert from "node:assert/strict";
import { test } from "node:test";
import { goneOf } from "../src/model/presence";
import { empty_history } from "../src/model/history";
import { Scene } from "../src/model/scene";
import type { DropOut, GameView, ServerWelcome } from "protocol/messages";

// A game whose play time is 10 s behind the wall's, in which the town is gone until 90 s of play.
function scene(drop_out: DropOut, running = true): Scene {
  const parties = [
    { id: "rijk", kind: "central-government" },
    { id: "town", lead: true },
    { id: "people" },
  ];
  const rules = { drop_out, grace_seconds: 60 };
  const away = { presence: "away", grace_ends_ms: 90_000 };
  return new Scene(
    { scenario: { parties, rules } } as unknown as ServerWelcome,
    {
      clock: { running, anchor_wall_ms: 30_000, anchor_play_ms: 20_000 },
      parties: { rijk: { presence: "here" }, town: away, people: away },
      model: [],
    } as unknown as GameView,
    empty_history,
  );
}

test("the grace counts in play time, which stands still with the clock", () => {
  const gone = { for_ms: 20_000, left_ms: 40_000, then: "bot" };
  assert.deepEqual(goneOf(scene("bot"), "people", 60_000), gone);
  const still = { for_ms: 0, left_ms: 60_000, then: "bot" };
  assert.deepEqual(goneOf(scene("bot", false), "people", 60_000), still);
});

test("who is here is not gone", () => {
  assert.equal(goneOf(scene("bot"), "rijk", 60_000), undefined);
});

test("a seat that is never empty gets a bot where others become vacant", () => {
  assert.equal(goneOf(scene("vacant"), "people", 60_000)?.then, "vacant");
  assert.equal(goneOf(scene("vacant"), "town", 60_000)?.then, "bot");
  assert.equal(goneOf(scene("wait"), "town", 60_000)?.then, "wait");
});
