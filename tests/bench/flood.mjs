// What those who play notice of others who flood the server: the time from a command to its answer,
// quiet and under each attack in one run, and the server's memory.
// `DEALTAFEL=build/release/dealtafel node tests/bench/flood.mjs [ATTACK...]`
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Client, Server, sharedBy, temporaryFolder } from "../e2e/server.mjs";

const games = 3;
const parties = ["rijk", "province", "municipalities"];
const measured_ms = Number(process.env.MEASURED_MS ?? 10_000);
const every_ms = 120; // a player's pace, within the limit of the server
const all = ["silent", "garbage", "bulk", "unread", "loris", "codes", "scenarios"];
const ratio_max = 2;
// As docs/limits.md states it; what the games of this run take besides is little.
const memory_MiB_max = 1024;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Talker {
  static async sit(server, code, game, party) {
    const wish = { game, party, name: "Speler" };
    const { token } = await (await server.post(`/api/sessions/${code}/seats`, wish)).json();
    const talker = Object.assign(new Talker(), { id: 0, sent: new Map(), took: [], on: true });
    talker.client = await Client.open(`${server.url.replace("http", "ws")}/ws/${code}`);
    talker.client.socket.on("message", (bytes) => talker.take(JSON.parse(bytes)));
    const client = `talker-${game}-${party}`;
    talker.client.send({ type: "hello", protocol: 1, client, token, seen: 0 });
    talker.talk();
    return talker;
  }

  async talk() {
    await pause(Math.random() * every_ms);
    while (this.on) {
      this.sent.set(++this.id, performance.now());
      this.client.send({ type: "command", id: this.id,
        command: { type: "say", to: "all", text: `Woord ${this.id}` } });
      await pause(every_ms);
    }
  }

  take({ type, id, refusal }) {
    if (type !== "answer") return;
    if (refusal) throw new Error(`a player's word was refused: ${refusal.code}`);
    this.took.push(performance.now() - this.sent.get(id));
    this.sent.delete(id);
  }
}

function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

// The answers of all talkers within some time; what is open at the end counts with its age.
async function measure(talkers) {
  for (const talker of talkers) talker.took = [];
  await pause(measured_ms);
  const now = performance.now();
  const took = talkers.flatMap(({ took, sent }) =>
    [...took, ...[...sent.values()].map((at) => now - at)]);
  took.sort((a, b) => a - b);
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), count: took.length };
}

function memoryMiB(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)[1]) / 1024;
}

async function attacked(server, code, token, name, talkers) {
  const script = new URL("attacks.mjs", import.meta.url).pathname;
  // Who attacks has a machine of their own: here they get only what the others leave.
  const attacker = spawn("nice", ["-n", "19", process.execPath, script, name, server.url, code, token],
    { stdio: ["ignore", "pipe", "inherit"] });
  let strikes = 0;
  attacker.stdout.on("data", (bytes) => (strikes = Number(String(bytes).trim().split("\n").at(-1))));
  await pause(1500);
  const result = await measure(talkers);
  attacker.kill("SIGKILL");
  await pause(500);
  return { ...result, strikes };
}

async function main() {
  const works = [];
  const shared = sharedBy((end) => works.push(end));
  const names = process.argv.length > 2 ? process.argv.slice(2) : all;
  const admin = path.join(temporaryFolder(shared), "admin");
  const server = await Server.start(shared, ["--admin-token-file", admin]);
  const token = readFileSync(admin, "utf8").trim();
  const { code, facilitator_token } = await server.createSession({
    games, phases: [{ phase: "briefing", seconds: [36000] }] });
  const facilitator = await server.connect(code);
  facilitator.send({ type: "hello", protocol: 1, client: "facilitator", token: facilitator_token, seen: 0 });
  facilitator.send({ type: "act", id: 1, act: { type: "start" } });
  const talkers = [];
  for (let game = 0; game < games; ++game) {
    for (const party of parties) talkers.push(await Talker.sit(server, code, game, party));
  }
  await measure(talkers); // warm
  let failed = false;
  for (const name of names) {
    const quiet = await measure(talkers);
    const loud = await attacked(server, code, token, name, talkers);
    const ratio = loud.p99 / quiet.p99;
    const memory = memoryMiB(server.process.pid);
    failed ||= ratio > ratio_max || memory > memory_MiB_max;
    console.log(`${name.padEnd(10)} p99 ${quiet.p99.toFixed(1).padStart(7)} ms quiet, ` +
      `${loud.p99.toFixed(1).padStart(7)} ms attacked (${ratio.toFixed(2)}); ` +
      `p50 ${quiet.p50.toFixed(1)} and ${loud.p50.toFixed(1)}; ${loud.strikes} strikes; ` +
      `memory up to ${memory.toFixed(0)} MiB`);
  }
  for (const talker of talkers) talker.on = false;
  for (const end of works) end();
  process.exit(failed ? 1 : 0);
}

await main();
