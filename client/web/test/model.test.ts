import assert from "node:assert/strict";
import { test } from "node:test";
import { empty_model, reduce, type Model } from "../src/model/model";
import { dealOf } from "./deals";
import type { FeedItem, ServerFrame } from "protocol/messages";

function frame(number: number, items: FeedItem[]): ServerFrame {
  return {
    type: "frame",
    number,
    feed: items.map((item, at) => ({ at_ms: 1000 * (number + at), item })),
  };
}

function said(text: string): FeedItem {
  return { type: "said", party: "a", to: "all", text };
}

const version: FeedItem = {
  type: "version-made",
  region: "r",
  number: 1,
  base: 0,
  deal: dealOf("r", []),
};

function after(...frames: ServerFrame[]): Model {
  return frames.reduce((model, next) => reduce(model, next, 0), empty_model);
}

const texts = (model: Model) => model.history.messages.map((message) => message.text);

test("entries are taken in order and counted", () => {
  const model = after(frame(1, [said("one"), said("two")]), frame(3, [said("three")]));
  assert.deepEqual(texts(model), ["one", "two", "three"]);
  assert.equal(model.seen, 3);
  assert.equal(model.gap, false);
});

test("an answer to a ping tells the lag, and the clock of the server half-way", () => {
  const model = reduce(empty_model, { type: "pong", at: 1000, server_ms: 5200 }, 1400);
  assert.equal(model.lag_ms, 400);
  assert.equal(model.server_ahead_ms, 4000);
});

test("a gap in the numbers asks for a resume and takes nothing", () => {
  const model = after(frame(1, [said("one")]), frame(3, [said("three")]));
  assert.deepEqual(texts(model), ["one"]);
  assert.equal(model.gap, true);
  assert.equal(model.seen, 1);
});

test("what is undone changes nothing any more, but what was said stays said", () => {
  const began = (stage: "agenda" | "negotiation"): FeedItem => ({
    type: "stage-began", stage, round: 1, begins_ms: 0,
  });
  const model = after(
    frame(1, [began("agenda"), said("one"), began("negotiation"), version, said("two")]),
    frame(6, [{ type: "went-back", stage: "agenda", round: 1, known_from: 3 }, said("three")]),
  );
  assert.equal(model.history.stage, "agenda");
  assert.deepEqual(model.history.versions, []);
  assert.deepEqual(
    model.history.messages.map(({ text, undone }) => [text, undone ?? false]),
    [["one", false], ["two", true], ["three", false]],
  );
  assert.deepEqual(
    model.history.happenings.filter(({ undone }) => undone).map(({ number }) => number),
    [3, 4, 5],
  );
  // Once more, to before that: what was undone already stays so.
  const again = reduce(
    model,
    frame(8, [{ type: "went-back", stage: "agenda", round: 1, known_from: 7 }]),
    0,
  );
  assert.deepEqual(
    again.history.told.filter(({ undone }) => undone).map(({ number }) => number),
    [3, 4, 5, 7],
  );
});

test("what comes again after a resume is taken once", () => {
  const model = after(frame(1, [said("one"), said("two")]), frame(2, [said("two"), said("three")]));
  assert.deepEqual(texts(model), ["one", "two", "three"]);
  assert.equal(model.seen, 3);
});

test("the feed in one frame or in many leads to the same model", () => {
  const items = [said("one"), version, said("two"), said("three")];
  const at_once = after(frame(1, items));
  const one_by_one = after(...items.map((item, at) => frame(at + 1, [item])));
  assert.deepEqual(one_by_one, at_once);
});

test("taking a frame leaves the model before it as it was", () => {
  const before = after(frame(1, [said("one")]));
  const copy = structuredClone(before);
  reduce(before, frame(2, [said("two"), version]), 0);
  assert.deepEqual(before, copy);
});

test("versions belong to their round, messages do not", () => {
  const began = (round: number): FeedItem => ({
    type: "stage-began",
    stage: "framework",
    round,
    begins_ms: 0,
  });
  const model = after(frame(1, [began(1), said("one"), version, began(2)]));
  assert.equal(model.history.versions.length, 0);
  assert.deepEqual(texts(model), ["one"]);
});

test("the server's clock is reckoned from half-way between ping and pong", () => {
  // Asked at 1000, heard at 1200: the answer was written at our 1100.
  const model = reduce(empty_model, { type: "pong", at: 1000, server_ms: 5100 }, 1200);
  assert.equal(model.server_ahead_ms, 4000);
});

test("an answer to a request for help closes what that party asked", () => {
  const model = after(
    frame(1, [
      { type: "help-asked", party: "a", text: "How?" },
      { type: "help-asked", party: "b", text: "Why?" },
      { type: "help-answered", party: "a", text: "So." },
    ]),
  );
  assert.deepEqual(
    model.history.help.map((item) => item.answered),
    ["So.", undefined],
  );
});

test("the word of a second look is kept for its round", () => {
  const look: FeedItem = { type: "second-look", region: "r", version: 1, left: "some" };
  const model = after(frame(1, [look]));
  assert.deepEqual(model.history.second_looks.map((held) => held.left), ["some"]);
  const began: FeedItem = { type: "stage-began", stage: "framework", round: 2, begins_ms: 0 };
  assert.deepEqual(after(frame(1, [look, began])).history.second_looks, []);
});
