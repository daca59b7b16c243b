import assert from "node:assert/strict";
import { test } from "node:test";
import en from "../../../shared/messages/en.json";
import nl from "../../../shared/messages/nl.json";
import { Words, type Key, type Messages } from "../src/i18n/words";
import { clockText, remaining } from "../src/model/clock";
import { conversationOf, conversations, keyOf } from "../src/model/talk";
import { strength } from "../src/model/tension";
import type { GameView } from "protocol/messages";
import { routeOf } from "../src/router";
import { readCode } from "../src/screens/code_field";

const dutch = new Words("nl", nl);
const english = new Words("en", en as Messages);

test("numbers have the comma or point of the language and a real minus", () => {
  assert.equal(dutch.number(-1234.56, 1), "−1.234,6");
  assert.equal(english.number(-1234.56, 1), "−1,234.6");
  assert.equal(dutch.number(-0.04, 1), "0,0");
  assert.equal(dutch.signed(2), "+2,0");
  assert.equal(dutch.signed(-0.01), "0,0");
});

test("an amount has no break inside", () => {
  assert.equal(dutch.money(13.5), "€\u00a013,5\u00a0mln");
  assert.equal(english.money(13.5), "€13.5\u00a0million");
});

test("every message can be formatted in both languages", () => {
  for (const words of [dutch, english]) {
    for (const [key, pattern] of Object.entries(words === dutch ? nl : en)) {
      const values: Record<string, string | number> = {};
      for (const [, name] of pattern.matchAll(/\{(\w+)[,}]/g)) values[name!] = 3;
      const tags: Record<string, (chunks: unknown[]) => string> = {};
      for (const [, name] of pattern.matchAll(/<(\w+)>/g))
        tags[name!] = (chunks) => chunks.join("");
      const text = String(words.rich(key as Key, { ...values, ...tags } as never));
      assert.ok(text.length > 0, key);
      assert.ok(!/[{}<>]/.test(text), `${key}: ${text}`);
    }
  }
});

test("the deal in one sentence says what is there and leaves out what is not", () => {
  const values = {
    rijk: "€ 2,0 mln",
    region: "€ 2,0 mln",
    lines: 1,
    form: "decentralised",
    conditions: 2,
    accountability: "mutual",
    information: "no",
    powers: "yes",
    coordination: "no",
    review: "no",
    b: (chunks: unknown[]) => chunks.join(""),
    term: (chunks: unknown[]) => chunks.join(""),
  };
  const said = ([] as unknown[]).concat(dutch.rich("page.deal.sentence", values as never)).join("");
  assert.equal(
    said,
    [
      "Het Rijk geeft € 2,0 mln en de regio legt € 2,0 mln in, voor één opgave.",
      "Het Rijksgeld is vrij te besteden, met 2 voorwaarden.",
      "Partijen beoordelen elkaar. Het Rijk geeft bevoegdheden.",
    ].join(" "),
  );
});

test("the clock counts play time, which stands still while paused", () => {
  const view = (running: boolean) =>
    ({
      stage_ends_ms: 100_000,
      clock: { running, anchor_play_ms: 40_000, anchor_wall_ms: 1_000_000 },
    }) as GameView;
  // Ten seconds on: 100 - (40 + 10) = 50 s left.
  assert.deepEqual(remaining(view(true), 1_010_000), {
    ms: 50_000,
    running: true,
    ends_wall_ms: 1_060_000,
  });
  assert.deepEqual(remaining(view(false), 1_010_000), {
    ms: 60_000,
    running: false,
    ends_wall_ms: undefined,
  });
  assert.equal(clockText(462_000), "07:42");
  assert.equal(clockText(0), "00:00");
});

test("a private message is a conversation with everybody else in it", () => {
  const message = { at_ms: 0, from: "a", to: "parties" as const, parties: ["b", "c"], text: "x" };
  assert.equal(keyOf(conversationOf(message, "b")), "parties/a+c");
  assert.equal(
    keyOf(conversationOf({ ...message, from: "b", parties: ["c", "a"] }, "b")),
    "parties/a+c",
  );
  const all = conversations([message], "b", ["r"], [{ kind: "parties", parties: ["c", "a"] }]);
  assert.deepEqual(all.map(keyOf), ["table/r", "all", "parties/a+c"]);
});

test("the word scale of a tension has its limits at 0.15, 0.5 and 0.8", () => {
  assert.deepEqual([0.14, -0.15, 0.49, 0.5, -0.79, 0.8].map(strength), [
    "middle",
    "slight",
    "slight",
    "clear",
    "clear",
    "extreme",
  ]);
});

test("an address leads to its screen", () => {
  assert.deepEqual(routeOf("/", "", ""), { screen: "start" });
  assert.deepEqual(routeOf("/join/rkthmd", "", ""), { screen: "join", code: "RKTHMD" });
  assert.deepEqual(routeOf("/console/RKTHMD", "#abc", ""), {
    screen: "console",
    code: "RKTHMD",
    token: "abc",
  });
  assert.deepEqual(routeOf("/screen/RKTHMD", "", "?game=2"), {
    screen: "screen",
    code: "RKTHMD",
    game: 1,
  });
  assert.deepEqual(routeOf("/elsewhere/x", "", ""), { screen: "nowhere" });
});

test("a code is six letters; a sign that never occurs is answered with the one meant", () => {
  assert.deepEqual(readCode("rkt hmd"), { code: "RKTHMD", wrong: undefined, instead: undefined });
  assert.deepEqual(readCode("rkt hm0"), { code: "RKTHM", wrong: "0", instead: "D" });
  assert.equal(readCode("RKTHMDXY").code, "RKTHMD");
});
