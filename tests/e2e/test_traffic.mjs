// The last of the run: every type of message that the protocol has went over a wire in it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import path from "node:path";
import { allTypes, folder } from "./traffic.mjs";

test("the run saw every type of message, command, act and item of the feed", () => {
  const seen = new Set(
    readdirSync(folder).flatMap((name) =>
      readFileSync(path.join(folder, name), "utf8").split("\n").filter(Boolean),
    ),
  );
  assert.deepEqual(
    allTypes().filter((type) => !seen.has(type)),
    [],
    "types that no test sends or gets over a wire",
  );
});
