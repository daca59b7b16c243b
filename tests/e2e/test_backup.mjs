// A running server's data is copied, and another server goes on with the copy; a game is taken back
// while people play, and both of its records hold.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { Player } from "./player.mjs";
import { program, Server, temporaryFolder } from "./server.mjs";

const run = (...args) => spawnSync(program, args, { encoding: "utf8" });

// The records of a data folder, each checked by `dealtafel replay`.
function records(data, folder) {
  mkdirSync(folder, { recursive: true });
  const script = new URL("export_records.py", import.meta.url).pathname;
  const exported = spawnSync("python3", ["-B", script, path.join(data, "dealtafel.sqlite"), folder]);
  assert.equal(exported.status, 0, String(exported.stderr));
  return readdirSync(folder).map((name) => {
    const file = path.join(folder, name);
    const done = run("replay", "--verify", file);
    assert.equal(done.status, 0, done.stderr);
    return { verified: done.stdout, lines: readFileSync(file, "utf8").trimEnd().split("\n") };
  });
}

// Says one thing after the other until it is told to stop; counts what was answered as done.
async function talk(player) {
  const work = { answered: 0, stop: false };
  work.done = (async () => {
    while (!work.stop) {
      const text = `woord ${player.name} ${work.answered + 1}`;
      if ((await player.ask({ type: "say", to: "all", text })) === undefined) work.answered += 1;
      // Nobody may give more than ten commands a second.
      await new Promise((resolve) => setTimeout(resolve, 110));
    }
  })();
  return work;
}

async function seated(server, code, party) {
  const { token } = await server.takeSeat(code, party, "Sam");
  return new Player(server, code, token).connect();
}

describe("a backup", { timeout: 120_000 }, () => {
  it("of a server under load has all that was answered before, and is played on", async (test) => {
    const folder = temporaryFolder(test);
    const data = path.join(folder, "data");
    const copy = path.join(folder, "copy");
    const server = await Server.start(test, ["--data", data]);
    const sessions = await Promise.all([1, 2, 3].map(() => server.createSession()));
    const players = [];
    for (const { code } of sessions) {
      for (const party of ["province", "municipalities"]) {
        players.push(await seated(server, code, party));
      }
    }
    mkdirSync(path.join(data, "scenarios"));
    writeFileSync(path.join(data, "scenarios", "mine.toml"), "id = \"mine\"\n");
    const work = await Promise.all(players.map(talk));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    // A fast machine is done between two answers: then once more.
    let acknowledged;
    const answers = () => work.map(({ answered }) => answered);
    const underWay = () => answers().some((count, at) => count > acknowledged[at]);
    for (let attempt = 0; attempt === 0 || (attempt < 100 && !underWay()); attempt += 1) {
      rmSync(copy, { recursive: true, force: true });
      acknowledged = answers();
      const backup = spawn(program, ["backup", "--data", data, "--out", copy]);
      let said = "";
      backup.stdout.on("data", (bytes) => (said += bytes));
      const [status] = await once(backup, "close");
      assert.equal(status, 0);
      assert.match(said, /: 6 streams, \d+ lines; all chains hold\n/);
    }
    assert.ok(underWay(), "nothing was under way");
    for (const each of work) each.stop = true;
    await Promise.all(work.map(({ done }) => done));
    await server.signal("SIGKILL");

    assert.ok(existsSync(path.join(copy, "scenarios", "mine.toml")));
    assert.equal(existsSync(`${copy}.part`), false);
    const told = records(copy, path.join(folder, "records")).flatMap(({ lines }) => lines);
    for (const [at, player] of players.entries()) {
      const ids = told.map((line) => JSON.parse(line))
        .filter(({ client, event }) => client === player.name && event.type === "said")
        .map(({ id }) => id);
      assert.ok(ids.length >= acknowledged[at], `${ids.length} of ${acknowledged[at]}`);
      assert.deepEqual(ids, ids.map((_, index) => index + 1));
    }

    // Whoever comes back to the other server has all that the copy has, and goes on.
    const other = await Server.start(test, ["--data", copy]);
    for (const before of players) {
      const player = await new Player(other, before.code, before.token).connect();
      player.name = before.name;
      assert.ok(player.items("said").length >= 1);
      const text = "Verder.";
      assert.equal(await player.ask({ type: "say", to: "all", text }, 10_000), undefined);
      await player.until(() => player.items("said").some((item) => item.text === text), text);
    }
    await other.signal("SIGTERM");
  });

  it("is never written over anything, and of nothing there is none", (test) => {
    const folder = temporaryFolder(test);
    const nothing = run("backup", "--data", folder, "--out", path.join(folder, "copy"));
    assert.equal(nothing.status, 1);
    assert.match(nothing.stderr, /is no data folder of Dealtafel/);
    writeFileSync(path.join(folder, "dealtafel.sqlite"), "no database, though long enough to look like one".repeat(30));
    const damaged = run("backup", "--data", folder, "--out", path.join(folder, "copy"));
    assert.equal(damaged.status, 1);
    assert.match(damaged.stderr, /cannot be copied .*not a database/);
    assert.deepEqual(readdirSync(folder), ["dealtafel.sqlite"]);
    mkdirSync(path.join(folder, "copy"));
    const taken = run("backup", "--data", folder, "--out", path.join(folder, "copy"));
    assert.equal(taken.status, 1);
    assert.match(taken.stderr, /is there already/);
    assert.equal(run("backup", "--data", folder).status, 2);
  });

  it("that cannot be finished leaves nothing, and can be made again", async (test) => {
    const folder = temporaryFolder(test);
    const data = path.join(folder, "data");
    const copy = path.join(folder, "copy");
    const server = await Server.start(test, ["--data", data]);
    await server.signal("SIGTERM");
    const scenarios = path.join(data, "scenarios");
    rmSync(scenarios, { recursive: true, force: true });
    symlinkSync("scenarios", scenarios);  // leads to itself
    const failed = run("backup", "--data", data, "--out", copy);
    assert.notEqual(failed.status, 0);
    assert.match(failed.stderr, /scenarios/);
    assert.deepEqual(readdirSync(folder), ["data"]);
    rmSync(scenarios);
    assert.equal(run("backup", "--data", data, "--out", copy).status, 0);
  });

  it("waits for whoever holds the data for a moment", async (test) => {
    const folder = temporaryFolder(test);
    const data = path.join(folder, "data");
    const server = await Server.start(test, ["--data", data]);
    await server.signal("SIGTERM");
    const hold = `
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("PRAGMA locking_mode = EXCLUSIVE")
held.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
`;
    const holder = spawn("python3", ["-c", hold, path.join(data, "dealtafel.sqlite")]);
    await once(holder.stdout, "data");
    const backup = spawn(program, ["backup", "--data", data, "--out", path.join(folder, "copy")]);
    let said = "";
    backup.stderr.on("data", (bytes) => (said += bytes));
    setTimeout(() => holder.stdin.end("\n"), 1_000);
    const [status] = await once(backup, "close");
    assert.equal(status, 0, said);
  });
});

describe("a game that is taken back", { timeout: 120_000 }, () => {
  it("goes on as a branch, also after a kill, and both records hold", async (test) => {
    const folder = temporaryFolder(test);
    const data = path.join(folder, "data");
    const server = await Server.start(test, ["--data", data]);
    const { code, facilitator_token } = await server.createSession();
    const facilitator = await new Player(server, code, facilitator_token).connect();
    const player = await seated(server, code, "province");
    for (const type of ["start", "skip"]) assert.equal(await facilitator.act({ type }), undefined);
    await player.atStage("framework", 1);
    await player.ask({ type: "say", to: "all", text: "Dit blijft bekend." });
    assert.equal(await facilitator.act({ type: "undo", stage: "briefing" }), undefined);
    await player.atStage("briefing");
    const number = player.feed.findIndex(({ type }) => type === "went-back") + 1;
    const { known_from } = player.feed[number - 1];
    const undone = player.feed.slice(known_from - 1, number - 1);
    assert.ok(undone.some((item) => item.text === "Dit blijft bekend."));
    assert.doesNotMatch(server.output.out + server.output.err, /read again from the store/);
    await server.signal("SIGKILL");

    const again = await Server.start(test, ["--data", data]);
    const feed = [...player.feed];
    await player.connect(again);
    assert.deepEqual(player.feed.slice(0, feed.length), feed);
    await player.atStage("briefing");
    await player.readyUntil("framework");
    await again.signal("SIGTERM");
    const [parent, branch] = records(data, path.join(folder, "records"))
      .sort((a, b) => a.verified.includes("a branch of") - b.verified.includes("a branch of"));
    const ended = JSON.parse(parent.lines.at(-1));
    assert.equal(ended.note.type, "went-back");
    assert.match(branch.verified, new RegExp(`a branch of ${ended.hash}, whose lines it shares up to ${ended.note.to}\n`));
  });
});
