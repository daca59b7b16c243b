// What `dealtafel serve` does with a data file that is damaged, or that cannot be written.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { program, Server, temporaryFolder } from "./server.mjs";

function python(name, ...args) {
  const script = new URL(name, import.meta.url).pathname;
  const { status, stderr } = spawnSync("python3", ["-B", script, ...args], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

// A data folder with a session of some games, a player in each of the first two, whose server has
// ended.
async function played(test, games = 2) {
  const folder = temporaryFolder(test);
  const data = path.join(folder, "data");
  const server = await Server.start(test, ["--data", data]);
  const { code } = await server.createSession({ games });
  const tokens = [];
  for (const game of [0, 1]) {
    const wish = { game, party: "province", name: "Sam" };
    const { token } = await (await server.post(`/api/sessions/${code}/seats`, wish)).json();
    const player = await server.connect(code);
    await player.hello({ token });
    tokens.push(token);
  }
  await server.signal("SIGTERM");
  return { folder, data, file: path.join(data, "dealtafel.sqlite"), code, tokens };
}

// The records of a data file: the name of each, and the number of its game.
function records({ folder, file }) {
  const to = path.join(folder, "records");
  mkdirSync(to, { recursive: true });
  python("export_records.py", file, to);
  return readdirSync(to).map((name) => {
    const [first] = readFileSync(path.join(to, name), "utf8").split("\n");
    return { path: path.join(to, name), stream: name.replace(".jsonl", ""), ...JSON.parse(first) };
  });
}

describe("a damaged data file", { concurrency: true, timeout: 120_000 }, () => {
  it("stops the game whose line was changed, says where, and no other", async (test) => {
    const kept = await played(test);
    const { stream } = records(kept).find(({ game }) => game === 0);
    python("change_data.py", kept.file, stream);
    const server = await Server.start(test, ["--data", kept.data]);
    assert.match(server.output.err, new RegExp(`not taken up: game ${stream}: line 3: .+\n`));

    const player = await server.connect(kept.code);
    player.send({ type: "hello", protocol: 1, client: "test-client", token: kept.tokens[0], seen: 0 });
    assert.equal((await player.next("bye")).code, "game-damaged");
    const other = await server.connect(kept.code);
    await other.hello({ token: kept.tokens[1] });
    other.send({ type: "command", id: 1, command: { type: "say", to: "all", text: "Hier wel." } });
    assert.equal((await other.next("answer")).refusal, undefined);
    await server.signal("SIGTERM");
    // Nothing was written to what is damaged: its record is refused with the same line.
    const { status, stderr } =
      spawnSync(program, ["replay", "--verify", records(kept).find(({ game }) => game === 0).path],
        { encoding: "utf8" });
    assert.equal(status, 1);
    assert.match(stderr, /\.jsonl:3: /);
  });

  it("is refused in a sentence where it is no database any more", async (test) => {
    const kept = await played(test);
    const bytes = readFileSync(kept.file);
    bytes.fill(0x55, 0, 2048);
    writeFileSync(kept.file, bytes);
    await assert.rejects(Server.start(test, ["--data", kept.data]),
      { message: /serve ended with 1: the data file \S+ cannot be opened: file is not a database\n$/ });
  });

  it("is refused in a sentence where it cannot be written at the start", async (test) => {
    // So many streams to take over that there is room to open the file, and not for all of them.
    const kept = await played(test, 20);
    for (const [fileKiB, what] of [[1, "opened"], [40, "taken over"]]) {
      await assert.rejects(Server.start(test, ["--data", kept.data], { fileKiB }),
        { message: new RegExp(`serve ended with 1: the data file \\S+ cannot be ${what}: .+\n$`) });
    }
    // With room again it goes on as if nothing had been.
    const server = await Server.start(test, ["--data", kept.data]);
    await (await server.connect(kept.code)).hello({ token: kept.tokens[0] });
  });
});
