// What the server does with WebSockets, well-behaved and others.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { BINARY, bareSocket, frame, framesFrom, TEXT } from "./frames.mjs";
import { Client, Server, sharedBy } from "./server.mjs";

// The status with which a WebSocket is refused.
async function refusedWith(opening) {
  try {
    await opening;
  } catch (error) {
    return Number(/Unexpected server response: (\d+)/.exec(error.message)?.[1]);
  }
  return undefined;
}

describe("a WebSocket", { concurrency: true, timeout: 120_000 }, () => {
  let server;
  let code;
  const shared = sharedBy(after);
  before(async () => {
    server = await Server.start(shared);
    ({ code } = await server.createSession());
  });

  it("opens for programs and for the server's own page, not for pages from elsewhere", async () => {
    const here = server.url;
    for (const origin of [undefined, here, here.replace("http", "https")]) {
      await (await server.connect(code, { origin })).hello();
    }
    for (const origin of ["http://example.org", "null", here + ".example.org", "file://", "http://"]) {
      assert.equal(await refusedWith(server.connect(code, { origin })), 403, origin);
    }
  });

  it("opens to sessions that are there, whichever case the code has", async () => {
    await (await server.connect(code.toLowerCase())).hello();
    assert.equal(await refusedWith(server.connect("QQQQQQ")), 404);
    assert.equal(await refusedWith(Client.open(server.url.replace("http", "ws") + "/")), 404);
  });

  it("stays open after a text that is no message, which is refused with its place", async () => {
    const client = await server.connect(code);
    await client.hello();
    for (const [text, path] of [
      ["", ""],
      ["{", ""],
      ["[]", ""],
      ['{"type":"conquer"}', "type"],
      ['{"type":"ping","at":1,"colour":"red"}', "colour"],
      ['{"type":"ping","at":"noon"}', "at"],
    ]) {
      client.send(text);
      const { refusal } = await client.next("refused");
      assert.equal(refusal.code, "malformed", text);
      assert.equal(refusal.path ?? "", path, text);
    }
    client.send({ type: "ping", at: 7 });
    assert.equal((await client.next("pong")).at, 7);
  });

  it("is told why and closed when it sends bytes for text", async () => {
    const client = await server.connect(code);
    await client.hello();
    client.socket.send(Buffer.from('{"type":"ping","at":1}'), { binary: true });
    assert.equal((await client.next("bye")).code, "malformed");
    assert.deepEqual(await client.closed, { code: 1003, reason: "malformed" });
  });

  it("is told why it is closed also by a server that was held up until it would have pinged",
    async (test) => {
      const busy = await Server.start(test);
      const { code: held } = await busy.createSession();
      const sockets = [];
      for (let at = 0; at < 4; ++at) sockets.push(await bareSocket(busy, held));
      busy.process.kill("SIGSTOP");
      const state = () => readFileSync(`/proc/${busy.process.pid}/stat`, "latin1");
      while (!state().includes(") T ")) await setTimeout(1);
      for (const socket of sockets) socket.write(frame(BINARY, "{}"));
      await setTimeout(5100); // more than ping_after_ms
      busy.process.kill("SIGCONT");
      for (const socket of sockets) {
        const { value } = await framesFrom(socket).next();
        assert.equal(JSON.parse(value?.payload ?? "{}").code, "malformed");
      }
    });

  it("is closed for a message that is too large, and the others play on", async () => {
    const other = await server.connect(code);
    await other.hello();
    const client = await server.connect(code);
    await client.hello();
    // The largest that is read, in JSON that is wrong only there.
    client.send(JSON.stringify("x".repeat(64 * 1024 - 2)));
    assert.equal((await client.next("refused")).refusal.code, "malformed");
    client.send(JSON.stringify("x".repeat(64 * 1024 - 1)));
    assert.equal((await client.closed).code, 1009);
    other.send({ type: "ping", at: 1 });
    await other.next("pong");
  });

  it("that hears nothing is pinged, told that it was silent, and closed", async () => {
    const socket = await bareSocket(server, code);
    let text = "";
    let pings = 0;
    socket.on("data", (bytes) => {
      if (bytes[0] === 0x89) ++pings;
      text += bytes.toString("latin1");
    });
    await once(socket, "close");
    assert.ok(pings >= 1);
    assert.match(text, /"type":"bye","code":"silent"/);
  });

  it("that does not read what it asks for is closed, and the others play on", async () => {
    const socket = await bareSocket(server, code);
    socket.pause();
    // The system's buffers take some megabytes before the server's own limit is met.
    const pings = Buffer.concat(Array(1000).fill(frame(TEXT, '{"type":"ping","at":-1000000000000000000}')));
    const closed = new Promise((resolve) => socket.on("close", resolve));
    const feed = () => {
      while (socket.write(pings));
    };
    socket.on("drain", feed);
    feed();
    const other = await server.connect(code);
    await other.hello();
    await closed;
    other.send({ type: "ping", at: 1 });
    await other.next("pong");
  });
});
