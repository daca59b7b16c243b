// A server that is killed under load loses nothing that anybody was shown or told: at random
// moments, and between every two steps of the way of a command.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { pause, Resumer } from "./resumer.mjs";
import { Server, temporaryFolder } from "./server.mjs";

const kills = Number(process.env.KILLS ?? 12);
const back_ms_max = 5000;
const parties = ["rijk", "province", "municipalities"];

// Numbers that a seed repeats, as far as a server in real time repeats anything.
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

// Several games under load, on a server that can be killed and started again.
class Load {
  static async start(test, seed, { games = 3, loops = 2 } = {}) {
    const load = Object.assign(new Load(), { test, folder: temporaryFolder(test), clients: [] });
    // Whoever still asks would keep a run that failed from ending.
    test.after(() => load.clients.forEach((client) => client.stop()));
    load.random = randomOf(seed);
    load.data = path.join(load.folder, "data");
    load.server = await Server.start(test, ["--data", load.data]);
    load.port = load.server.port;
    const phases = [{ phase: "briefing", seconds: [36000] }];
    load.session = await load.server.createSession({ games, seed, phases });
    for (let game = 0; game < games; ++game) await load.seatGame(game, loops);
    await load.allBack();
    return load;
  }

  async seatGame(game, loops) {
    const { code, facilitator_token } = this.session;
    const join = async (token, party) => {
      const url = `${this.server.url.replace("http", "ws")}/ws/${code}`;
      const client = new Resumer(url, { token, game, party, random: this.random });
      this.clients.push(client);
      return client;
    };
    const facilitator = await join(facilitator_token);
    await facilitator.request(() => facilitator.connection.act({ type: "start" }, game));
    for (const party of parties) {
      const wish = { game, party, name: `Speler ${party}` };
      const { token } = await (await this.server.post(`/api/sessions/${code}/seats`, wish)).json();
      await join(token, party);
    }
    for (const client of this.clients.slice(-1 - parties.length)) client.start(loops);
  }

  // How many ms it took until the server listened again.
  async restart(options) {
    const began = Date.now();
    const args = ["--data", this.data, "--port", String(this.port)];
    this.server = await Server.start(this.test, args, options);
    return Date.now() - began;
  }

  // All seats are there again by themselves; after how many ms.
  async allBack() {
    const began = Date.now();
    while (!this.clients.every((client) => client.isBack(parties))) {
      const late = Date.now() - began > back_ms_max;
      const missing = this.clients.filter((client) => !client.isBack(parties));
      const told = missing.map(({ name, state, wrong }) => `${name} is ${state} ${wrong}`);
      assert.ok(!late, `not back after ${back_ms_max} ms: ${told.join(", ")}`);
      await pause(5);
    }
    return Date.now() - began;
  }

  // How many commands had no answer when the server died.
  async dead() {
    const { signal } = await this.server.ended;
    assert.equal(signal, "SIGKILL");
    while (this.clients.some((client) => client.state === "open")) await pause(1);
    const inFlight = this.clients.reduce((sum, client) => sum + client.inFlight, 0);
    for (const client of this.clients) client.inFlight = 0;
    return inFlight;
  }

  async end() {
    await Promise.all(this.clients.map((client) => client.finish()));
    for (const client of this.clients) assert.deepEqual(client.wrong, []);
    await this.holdFeeds();
    for (const client of this.clients) client.stop();
    await this.server.signal("SIGTERM");
  }

  // Who comes anew is shown all that anybody was shown before.
  async holdFeeds() {
    const url = `${this.server.url.replace("http", "ws")}/ws/${this.session.code}`;
    for (const { connection, game, feed } of this.clients) {
      const { token } = connection.identity;
      const fresh = new Resumer(url, { token, game, random: this.random });
      this.test.after(() => fresh.stop());
      for (const began = Date.now(); fresh.feed.length < feed.length; await pause(5)) {
        assert.ok(Date.now() - began < back_ms_max, `${fresh.feed.length} of ${feed.length} entries`);
      }
      assert.deepEqual(fresh.feed.slice(0, feed.length), feed);
      fresh.stop();
    }
  }

  // The lines of each record, which `dealtafel replay` accepts.
  records() {
    const folder = path.join(this.folder, "records");
    mkdirSync(folder);
    const script = new URL("export_records.py", import.meta.url).pathname;
    const data = path.join(this.data, "dealtafel.sqlite");
    assert.equal(spawnSync("python3", ["-B", script, data, folder]).status, 0);
    return readdirSync(folder).map((name) => {
      const file = path.join(folder, name);
      const verified = spawnSync(process.env.DEALTAFEL, ["replay", "--verify", file]);
      assert.equal(verified.status, 0, String(verified.stderr));
      return readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
    });
  }

  // The records hold exactly what was answered, each command once, and no clock ran while the
  // server was down.
  holdRecords() {
    const kept = new Map();
    for (const lines of this.records()) {
      holdClock(lines);
      for (const { client, id, event, note } of lines) {
        if (client === undefined) continue;
        const code = note?.type === "refused" ? note.code : undefined;
        const key = `${client} ${id}`;
        kept.set(key, [...(kept.get(key) ?? []), code ?? event.type]);
      }
    }
    return this.compare(kept);
  }

  compare(kept) {
    const done = new Set(["said", "help-asked", "announced"]);
    let commands = 0;
    for (const { name, codes, requests, party } of this.clients) {
      assert.equal(codes.size, requests);
      for (const [id, code] of codes) {
        if (party === undefined && id === 1) continue; // the start, which leads to several events
        const lines = kept.get(`${name} ${id}`) ?? [];
        kept.delete(`${name} ${id}`);
        if (code === "too-fast") assert.deepEqual(lines, []);
        else if (code) assert.deepEqual(lines, [code]);
        else assert.ok(lines.length === 1 && done.has(lines[0]), `${name} ${id}: ${lines}`);
        commands += lines.length;
      }
      kept.delete(`${name} 1`);
    }
    assert.deepEqual([...kept], []);
    return commands;
  }
}

function holdClock(lines) {
  for (const [at, { event, at: now }] of lines.entries()) {
    if (event?.type !== "restarted") continue;
    assert.equal(event.down_ms, now - lines[at - 1].at);
  }
}

describe("a killed server", { timeout: 900_000 }, () => {
  it(`loses nothing in ${kills} kills at random moments under load`, async (test) => {
    const load = await Load.start(test, 7);
    let hits = 0;
    let longest = 0; // from when it listens, and from when it is started
    let longestInAll = 0;
    for (let kill = 1; kill <= kills; ++kill) {
      await pause(50 + load.random() * 400);
      load.server.process.kill("SIGKILL");
      const inFlight = await load.dead();
      if (inFlight > 0) ++hits;
      const start = await load.restart();
      const back = await load.allBack();
      longest = Math.max(longest, back);
      longestInAll = Math.max(longestInAll, start + back);
      test.diagnostic(`kill ${kill}: ${inFlight} commands in flight, listens after ${start} ms, ` +
        `all seats back after ${back} ms more`);
    }
    await load.end();
    const commands = load.holdRecords();
    test.diagnostic(`${hits} of ${kills} kills hit a command; ${commands} commands, each once; ` +
      `all seats were back within ${longest} ms of listening, ${longestInAll} ms of the start`);
    assert.ok(hits * 2 >= kills, `only ${hits} of ${kills} kills hit a command`);
  });

  const steps =
    ["received", "decided", "handed", "written", "synced", "back", "published", "sent"];
  it(`loses nothing when it is killed at ${steps.join(", ")}`, async (test) => {
    const load = await Load.start(test, 11);
    load.server.process.kill("SIGKILL");
    await load.dead();
    let hits = 0;
    for (const step of steps) {
      // What a restart by itself needs passes each step a few times; then come the commands.
      const nth = (step === "sent" ? 400 : 60) + Math.floor(load.random() * 60);
      // On a slow machine it may die before the last seat is back.
      await load.restart({ killAt: `${step}:${nth}` });
      const inFlight = await load.dead();
      test.diagnostic(`killed at ${step}, passed ${nth} times: ${inFlight} commands in flight`);
      if (inFlight > 0) ++hits;
    }
    assert.ok(hits * 2 >= steps.length, `only ${hits} of ${steps.length} kills hit a command`);
    await load.restart();
    await load.allBack();
    await load.end();
    load.holdRecords();
  });

  // The branch is stored first, then the last line of the record that it leaves.
  const places = [1, 2].flatMap((nth) => ["handed", "written", "synced", "back"]
    .map((step) => `${step}:${nth}`)).concat("published:1");
  it(`has gone back once for each act when it is killed at ${places.join(", ")} of it`, async (test) => {
    const load = await Load.start(test, 13, { games: 1, loops: 0 });
    const [facilitator, player] = load.clients;
    const act = (wish) => facilitator.request(() => facilitator.connection.act(wish, 0));
    const backs = () => player.feed.filter(({ item }) => item.type === "went-back").length;
    for (const [at, killAt] of places.entries()) {
      load.server.process.kill("SIGKILL");
      await load.dead();
      await load.restart({ killAt, armed: true });
      await load.allBack();
      await act({ type: "skip" });
      load.server.process.kill("SIGUSR1");
      const done = act({ type: "undo", stage: "briefing" });
      assert.ok((await load.dead()) > 0, `nothing was under way at ${killAt}`);
      await load.restart();
      await load.allBack();
      await done;
      for (const began = Date.now(); backs() <= at; await pause(5)) {
        assert.ok(Date.now() - began < back_ms_max, `not gone back at ${killAt}`);
      }
      assert.equal(backs(), at + 1);
      assert.equal(player.view.stage, "briefing");
    }
    assert.deepEqual([...facilitator.codes.values()].filter(Boolean), []);
    await load.end();
    const lasts = load.records().map((lines) => lines.at(-1));
    const ended = lasts.filter(({ note }) => note?.type === "went-back");
    assert.equal(ended.length, places.length);
  });
});
