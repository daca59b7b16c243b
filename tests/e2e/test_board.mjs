// The big screen as a program: pictures of a session that is played, and what it says where it
// cannot show one.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { describe, it } from "node:test";
import { difference, drawn, readPicture } from "./picture.mjs";
import { Player } from "./player.mjs";
import { Server, temporaryFolder } from "./server.mjs";
import { acts, agreeOnHomes, amend, done, everybodyReady, heard, region, sitDown } from "./table.mjs";

const client = process.env.DEALTAFEL_CLIENT;
const onScreen = new URL("../on_screen.sh", import.meta.url).pathname;

// Runs the board to its end; on a screen that nobody sees unless `env` says otherwise.
async function run(args, { display = true } = {}) {
  // The graphics driver keeps memory until the end, which is no leak of ours.
  const env = { ...process.env, LIBGL_ALWAYS_SOFTWARE: "1", ASAN_OPTIONS: "detect_leaks=0" };
  delete env.DISPLAY;
  const child = display ? spawn(onScreen, [client, ...args], { env }) : spawn(client, args, { env });
  let said = "";
  child.stderr.on("data", (bytes) => (said += bytes));
  const [code] = await once(child, "close");
  return { code, said };
}

async function picture(test, server, code, ...more) {
  const file = path.join(temporaryFolder(test), "board.png");
  const { code: ended, said } = await run(
    ["--url", server.url, "--code", code, "--screenshot", file, "--size", "640x400", ...more]);
  assert.deepEqual({ ended, said }, { ended: 0, said: "" });
  return readPicture(file);
}

describe("dealtafel-client", { concurrency: 2 }, () => {
  it("draws the lobby, who comes, and the game that begins", async (test) => {
    const server = await Server.start(test);
    const { code, facilitator_token } = await server.createSession({ language: "nl" });
    const lobby = await picture(test, server, code);
    assert.deepEqual([lobby.width, lobby.height], [640, 400]);
    assert.ok(drawn(lobby) > 0.1 && drawn(lobby) < 0.9);

    await server.takeSeat(code, "residents", "Noor");
    const taken = await picture(test, server, code);
    assert.ok(difference(lobby, taken) > 0 && difference(lobby, taken) < 0.1);

    const facilitator = await new Player(server, code, facilitator_token).connect();
    assert.equal(await facilitator.act({ type: "start" }), undefined);
    await facilitator.atStage("briefing");
    const play = await picture(test, server, code);
    assert.ok(drawn(play) > 0.1);
    assert.ok(difference(taken, play) > 0.2);

    const english = await picture(test, server, code, "--language", "en");
    assert.ok(difference(play, english) > 0.01);
  });

  it("shows what lies on the table, and the game's end", async (test) => {
    const { server, session, seats, facilitator } = await sitDown(test);
    const { code } = session;
    const { municipalities, province, residents } = seats;
    await acts(facilitator, { type: "start" });
    await everybodyReady(seats, "agenda");
    await agreeOnHomes(municipalities, province, residents);
    await everybodyReady(seats, "negotiation");
    await heard(municipalities, "version-made");
    const empty = await picture(test, server, code);
    const version = await amend(seats, ["municipalities"]);
    await done(municipalities, { type: "put", region, version });
    await facilitator.until(() => facilitator.view.regions[0].on_table, "a version on the table");
    const table = await picture(test, server, code);
    assert.ok(difference(empty, table) > 0.005);

    while (facilitator.view.stage !== "debrief") {
      const now = facilitator.view.stage;
      await acts(facilitator, { type: "skip" });
      await facilitator.until(() => facilitator.view.stage !== now, `the end of ${now}`);
    }
    const end = await picture(test, server, code);
    assert.ok(drawn(end) > 0.1 && difference(table, end) > 0.005);
  });

  it("comes back when its connection breaks, and ends when its session is gone", async (test) => {
    const server = await Server.start(test);
    const { code } = await server.createSession();
    // Between the board and the server: the connections go through here, and can be cut.
    let gone = false;
    const relay = net.createServer((from) => {
      from.on("error", () => {});
      if (gone) return from.once("data", () => from.end("HTTP/1.1 404 Not Found\r\n\r\n"));
      const to = net.connect(server.port, "127.0.0.1").on("error", () => {});
      from.pipe(to).pipe(from);
      to.once("data", () => relay.emit("answered", from));
    });
    relay.listen(0, "127.0.0.1");
    await once(relay, "listening");
    test.after(() => relay.close());
    const host = `127.0.0.1:${relay.address().port}`;
    const ended = run(
      ["--url", `http://${host}`, "--code", code, "--size", "640x400", "--language", "nl"]);
    for (let time = 0; time < 3; ++time) {
      const [socket] = await Promise.race([once(relay, "answered"), ended.then(assert.fail)]);
      gone = time === 2;
      socket.destroy();
    }
    assert.deepEqual(await ended,
      { code: 1, said: `dealtafel-client: Er is geen sessie met code ${code} op ${host}.\n` });
  });

  it("says in a sentence why it cannot show a session", async (test) => {
    const server = await Server.start(test);
    const { code } = await server.createSession();
    const host = `127.0.0.1:${server.port}`;
    const at = ["--url", server.url];
    const file = ["--screenshot", path.join(temporaryFolder(test), "none", "board.png")];
    assert.deepEqual(await run([...at, "--code", "AAAAAA"]),
      { code: 1, said: `dealtafel-client: There is no session with code AAAAAA at ${host}.\n` });
    assert.deepEqual(await run([...at, "--code", code, "--game", "2", "--language", "nl"]),
      { code: 1, said: `dealtafel-client: Sessie ${code} heeft geen spel 2.\n` });
    assert.deepEqual(await run([...at, "--code", code, ...file, "--language", "en"]),
      { code: 1, said: `dealtafel-client: The picture could not be written to ${file[1]}.\n` });
    assert.deepEqual(await run([...at, "--code", code], { display: false }),
      { code: 1, said: "dealtafel-client: There is no display: set DISPLAY, or use xvfb-run.\n" });
    await server.signal("SIGKILL");
    assert.deepEqual(await run([...at, "--code", code]),
      { code: 1, said: `dealtafel-client: Cannot connect to ${host}: Connection refused\n` });
  });

  it("ends with 2 where it is called wrongly", async () => {
    const at = ["--url", "http://127.0.0.1:9"];
    const code = ["--code", "ABCDEF"];
    for (const args of [[], at, [...at, "--code", "ABC"], [...at, ...code, "--game", "0"],
      ["--url", "https://127.0.0.1", ...code], [...at, ...code, "--size", "100x100"],
      [...at, ...code, "--size", "1920"]]) {
      assert.equal((await run(args, { display: false })).code, 2, args.join(" "));
    }
  });
});
