// How `dealtafel serve` begins and ends.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { describe, it } from "node:test";
import { bareSocket, upgradeRequest } from "./frames.mjs";
import { program, Server, temporaryFolder } from "./server.mjs";

// What `dealtafel serve` says where it does not begin.
function refused(...args) {
  const options = { encoding: "utf8", timeout: 60_000 };
  const { status, stderr } = spawnSync(program, ["serve", ...args], options);
  return { status, stderr };
}

describe("dealtafel serve", { concurrency: true, timeout: 120_000 }, () => {
  it("says in a sentence that a port is taken", async (test) => {
    const server = await Server.start(test);
    const data = path.join(temporaryFolder(test), "data");
    const { status, stderr } = refused("--port", String(server.port), "--data", data);
    assert.equal(status, 1);
    assert.equal(stderr, `port ${server.port} of 127.0.0.1 is taken by another program\n`);
  });

  it("says in a sentence that a data folder is in use, or cannot be used", async (test) => {
    const folder = temporaryFolder(test);
    const data = path.join(folder, "data");
    const server = await Server.start(test, ["--data", data]);
    assert.deepEqual(refused("--port", "0", "--data", data),
      { status: 1, stderr: `the data folder ${data} is in use by another server\n` });
    await server.signal("SIGKILL");
    await Server.start(test, ["--data", data]);

    const file = path.join(folder, "file");
    writeFileSync(file, "");
    const { status, stderr } = refused("--port", "0", "--data", file);
    assert.equal(status, 1);
    assert.match(stderr, /^the data folder \S+file cannot be used: .+\n$/);
  });

  it("keeps its data from the eyes of others", async (test) => {
    const data = path.join(temporaryFolder(test), "new", "data");
    await Server.start(test, ["--data", data]);
    assert.equal(statSync(data).mode & 0o777, 0o700);
    assert.equal(statSync(path.join(data, "dealtafel.sqlite")).mode & 0o077, 0);
  });

  it("refuses an address that is none, a scenario that is none and options that are wrong", (test) => {
    const folder = temporaryFolder(test);
    const data = ["--data", path.join(folder, "data"), "--port", "0"];
    assert.deepEqual(refused(...data, "--address", "here"),
      { status: 1, stderr: "here is not an IP address\n" });
    assert.equal(refused(...data, "--demo", "atlantis").status, 1);
    mkdirSync(path.join(folder, "empty"));
    assert.match(refused(...data, "--scenarios", path.join(folder, "empty")).stderr,
      /holds no scenario that is in order\n$/);
    assert.equal(refused(...data, "--port", "70000").status, 2);
    assert.equal(refused(...data, "--colour", "red").status, 2);
  });

  it("prints the addresses of a demo, whose codes work", async (test) => {
    const server = await Server.start(test, ["--demo", "foodvalley", "--language", "en"]);
    const printed = () => server.output.out.match(/http:\S+/g);
    while (printed().length < 4) await once(server.process.stdout, "data");
    const [, player, console_, screen] = printed();
    const code = /\/join\/(\w+)$/.exec(player)[1];
    assert.equal(screen, `${server.url}/screen/${code}`);
    const [, token] = new RegExp(`/console/${code}#(\\w+)$`).exec(console_);
    const facilitator = await server.connect(code);
    const welcome = await facilitator.hello({ token });
    assert.equal(welcome.role, "facilitator");
    assert.equal(welcome.language, "en");
  });

  it("tells its clients when it stops, ends with 0, and has all when it starts again", async (test) => {
    const data = path.join(temporaryFolder(test), "data");
    const first = await Server.start(test, ["--data", data]);
    const { code } = await first.createSession();
    const client = await first.connect(code);
    await client.hello();
    const ended = first.signal("SIGTERM");
    assert.equal((await client.next("bye")).code, "server-stops");
    assert.deepEqual(await client.closed, { code: 1001, reason: "server-stops" });
    assert.deepEqual(await ended, { code: 0, signal: null });

    const second = await Server.start(test, ["--data", data]);
    assert.equal((await (await second.get("/health")).json()).sessions, 1);
    await (await second.connect(code)).hello();
  });

  it("stops although a client does not answer its goodbye", async (test) => {
    const server = await Server.start(test);
    const { code } = await server.createSession();
    const socket = await bareSocket(server, code);
    socket.pause();
    assert.deepEqual(await server.signal("SIGINT"), { code: 0, signal: null });
  });

  it("tells also who asks for a WebSocket while it stops, and stops", async (test) => {
    const server = await Server.start(test);
    const { code } = await server.createSession();
    const late = net.connect(server.port, "127.0.0.1");
    late.write(`GET /health HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`);
    await once(late, "data");
    // Who does not answer the goodbye keeps it from ending at once.
    const slow = await bareSocket(server, code);
    const ended = server.signal("SIGTERM");
    await once(slow, "data");
    let text = "";
    late.on("data", (bytes) => (text += bytes.toString("latin1")));
    late.write(upgradeRequest(server.port, code));
    await once(late, "close");
    assert.match(text, /101 Switching[^]*"bye","code":"server-stops"/);
    assert.deepEqual(await ended, { code: 0, signal: null });
  });

  it("has all that it acknowledged when it was killed", async (test) => {
    const data = path.join(temporaryFolder(test), "data");
    const first = await Server.start(test, ["--data", data]);
    const { code } = await first.createSession();
    const { games } = await (await first.get(`/api/sessions/${code}`)).json();
    const { token } = await first.takeSeat(code, games[0].seats[0].party, "Ineke");
    await first.signal("SIGKILL");
    const second = await Server.start(test, ["--data", data]);
    const welcome = await (await second.connect(code)).hello({ token });
    assert.equal(welcome.role, "player");
    assert.equal(welcome.party, games[0].seats[0].party);
  });

  it("says that nothing can be stored any more, and still shows what was", async (test) => {
    const server = await Server.start(test, [], { fileKiB: 1024 });
    const codes = [];
    let response;
    for (;;) {
      response = await server.post("/api/sessions", { scenario: "foodvalley" });
      if (response.status !== 201) break;
      codes.push((await response.json()).code);
    }
    assert.equal(response.status, 503);
    assert.equal((await response.json()).refusal.code, "no-writes");
    assert.ok(codes.length > 0);
    // Whoever was told a code has that session.
    for (const code of codes) assert.equal((await server.get(`/api/sessions/${code}`)).status, 200);
    const health = await server.get("/health");
    assert.equal(health.status, 503);
    assert.equal((await health.json()).status, "no-writes");
    await (await server.connect(codes[0])).hello();
    const seat = await server.post(`/api/sessions/${codes[0]}/seats`, { party: "rijk", name: "A" });
    assert.equal(seat.status, 503);
    assert.deepEqual(await server.signal("SIGTERM"), { code: 0, signal: null });
  });

  it("refuses what cannot be stored, and goes on by itself when there is room again", async (test) => {
    const server = await Server.start(test, [], { fileKiB: 1024 });
    const { code } = await server.createSession();
    const { token } = await server.takeSeat(code, "province", "Sam");
    const player = await server.connect(code);
    await player.hello({ token });
    while ((await server.post("/api/sessions", { scenario: "foodvalley" })).status === 201);
    let id = 0;
    const say = async (text) => {
      player.send({ type: "command", id: ++id, command: { type: "say", to: "all", text } });
      return (await player.next("answer")).refusal?.code;
    };
    let refusal;
    while (!refusal) refusal = await say("x".repeat(2000));
    assert.equal(refusal, "try-again");
    // Going on takes a few bytes too, until there is no room for those either.
    while (refusal !== "no-writes") refusal = await say("x".repeat(2000));
    const reader = await server.connect(code);
    await reader.hello();
    assert.equal((await server.get("/health")).status, 503);

    server.giveRoom();
    let frame;
    do frame = await player.next("frame");
    while (!frame.feed?.some(({ item }) => item.type === "restarted"));
    assert.equal(await say("z"), undefined);
    assert.equal((await server.get("/health")).status, 200);
  });

  it("logs no token, no name and no word of a player", async (test) => {
    const server = await Server.start(test);
    const { code, facilitator_token } = await server.createSession();
    const { games } = await (await server.get(`/api/sessions/${code}`)).json();
    const { token } = await server.takeSeat(code, games[0].seats[0].party, "Wilhelmina");
    const client = await server.connect(code);
    await client.hello({ token });
    client.send({ type: "ping", at: 424242 });
    await client.next("pong");
    await server.signal("SIGTERM");
    const { out, err } = server.output;
    for (const secret of [token, facilitator_token, "Wilhelmina", "424242"]) {
      assert.ok(!(out + err).includes(secret));
    }
    assert.match(err, /stopping/);
  });
});
