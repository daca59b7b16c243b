import assert from "node:assert/strict";
import { test } from "node:test";
import { readKept, writeKept } from "../src/model/kept";

// The part of a browser's storage that is used.
function store(full = false): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (full) throw new Error("QuotaExceededError");
      held.set(key, text);
    },
    removeItem: (key: string) => held.delete(key),
    get length() {
      return held.size;
    },
  } as unknown as Storage;
}

test("what is kept comes back for its own seat and field only", () => {
  const tab = store();
  writeKept(tab, "ABC/0/province/3", "lesson/1", "half", "");
  assert.equal(readKept(tab, "ABC/0/province/3", "lesson/1"), "half");
  assert.equal(readKept(tab, "ABC/0/province/4", "lesson/1"), undefined);
  assert.equal(readKept(tab, "ABC/0/province/3", "lesson/2"), undefined);
});

test("a field that is as it began is not kept", () => {
  const tab = store();
  writeKept(tab, "seat", "texts", { table: "half" }, {});
  writeKept(tab, "seat", "texts", {}, {});
  assert.equal(tab.length, 0);
});

test("a browser without room keeps nothing and goes on", () => {
  const tab = store(true);
  writeKept(tab, "seat", "help", "half", "");
  assert.equal(readKept(tab, "seat", "help"), undefined);
});
