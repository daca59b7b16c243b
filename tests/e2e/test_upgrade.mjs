// The upgrade path: a data folder of each version before goes on, or is refused in one sentence.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { Player } from "./player.mjs";
import { program, Server, temporaryFolder } from "./server.mjs";

// Those whose games go on; a change of format or rules takes the versions before it out of here.
const goes_on = ["0.1.0"];
const kept = new URL("data_of_versions/", import.meta.url).pathname;

function copyOf(test, version) {
  const folder = path.join(temporaryFolder(test), "data");
  cpSync(path.join(kept, version), folder, { recursive: true });
  return folder;
}

// Changes the stored header of the game, as if another version had written it.
function rewriteHeader(folder, from, to) {
  const script = "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('update events " +
    "set line = replace(line, ?, ?) where number = 1', sys.argv[2:]); d.commit()";
  const file = path.join(folder, "dealtafel.sqlite");
  assert.equal(spawnSync("python3", ["-c", script, file, from, to]).status, 0);
}

describe("a data folder of another version", { timeout: 120_000 }, () => {
  const versions = readdirSync(kept);
  assert.notEqual(versions.length, 0);

  for (const version of versions) {
    it(`of ${version} goes on, or is refused in one sentence`, async (test) => {
      const folder = copyOf(test, version);
      const { code, token, entries } = JSON.parse(readFileSync(path.join(folder, "seat.json")));
      let server;
      try {
        server = await Server.start(test, ["--data", folder]);
      } catch (error) {
        assert.match(error.message, /ended with 1: the data folder \S+ holds games of [^\n]+\n$/);
        return assert.ok(!goes_on.includes(version), error.message);
      }
      const player = await new Player(server, code, token).connect();
      assert.ok(player.feed.length >= entries, `${player.feed.length} of ${entries} entries`);
      assert.equal(await player.ask({ type: "say", to: "all", text: "Daar ben ik weer." }), undefined);
      await player.until(() => player.items("said").some(({ text }) => text === "Daar ben ik weer."), "what was said");
      assert.doesNotMatch(server.output.err, / error /);
    });
  }

  it("is refused in one sentence where its format or its rules are others", (test) => {
    for (const [from, to] of [['"format":1', '"format":7'], ['"rules":1', '"rules":8']]) {
      const folder = copyOf(test, versions[0]);
      rewriteHeader(folder, from, to);
      const done = spawnSync(program, ["serve", "--port", "0", "--data", folder]);
      assert.equal(done.status, 1);
      const format = to.includes("format") ? 7 : 1;
      const rules = to.includes("rules") ? 8 : 1;
      assert.equal(
        String(done.stderr).split("\n").filter((line) => !line.includes(" info ")).join("\n"),
        `the data folder ${folder} holds games of Dealtafel ${versions[0]} (format ${format}, ` +
        `rules ${rules}), and this program goes on with format 1 and rules 1 only: keep it for ` +
        "that version, and start with another --data\n");
    }
  });
});
