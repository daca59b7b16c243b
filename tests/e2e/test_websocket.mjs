// The server's WebSocket against RFC 6455, frame by frame over a bare socket, and what all that
// does to somebody who plays on the same server: nothing.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  bareSocket, CLOSE, frame, framesFrom, PING, PONG, TEXT, upgradeRequest,
} from "./frames.mjs";
import { Player } from "./player.mjs";
import { Server, sharedBy } from "./server.mjs";
import { answered, ask, close, closed, groups } from "./websocket_cases.mjs";

const hello = frame(TEXT, JSON.stringify({
  type: "hello", protocol: 1, client: "frame-by-frame", seen: 0,
}));

// What a case may expect of a frame; undefined for what any connection may be told or asked.
function eventOf({ opcode, payload }) {
  if (opcode === PING) return undefined;
  if (opcode === PONG) return { transportPong: payload.toString("hex") };
  if (opcode === CLOSE) return { closed: payload.readUInt16BE(0) };
  assert.equal(opcode, TEXT, "a server sends text, pings, pongs and a close");
  const { type, at, code, refusal } = JSON.parse(payload);
  if (type === "pong") return { pong: at };
  if (type === "bye") return { bye: code };
  if (type === "refused") return { refused: refusal.code, path: refusal.path ?? "" };
  return undefined;
}

async function play(server, code, script) {
  const socket = await bareSocket(server, code);
  const frames = framesFrom(socket);
  const next = async () => {
    for (;;) {
      const { value, done } = await frames.next();
      const event = done ? "the end" : eventOf(value);
      if (event) return event;
    }
  };
  const ends = script.some((step) => step.closed !== undefined);
  const farewell = ends ? [] : [ask(424242), answered(424242), close(1000), closed(1000)];
  for (const step of [hello, ...script, ...farewell]) {
    if (Buffer.isBuffer(step)) socket.write(step);
    else assert.deepEqual(await next(), step);
  }
  assert.equal(await next(), "the end");
}

describe("RFC 6455", { timeout: 120_000 }, () => {
  let server;
  let code;
  let player;
  const shared = sharedBy(after);
  before(async () => {
    server = await Server.start(shared);
    const session = await server.createSession({ rounds: 1, seed: 3 });
    ({ code } = session);
    const { token } = await server.takeSeat(code, "municipalities", "Ineke");
    player = await new Player(server, code, token).connect();
    const facilitator = await new Player(server, code, session.facilitator_token).connect();
    assert.equal(await facilitator.act({ type: "start" }), undefined);
  });
  const says = (text) => player.ask({ type: "say", to: "all", text });

  it("is spoken to a player before all that is wrong", async () => {
    assert.equal(await says("Vooraf"), undefined);
  });

  describe("over a bare socket", { concurrency: true }, () => {
    describe("4.2: the handshake", { concurrency: true }, () => {
      const ask101 = (more) => server.raw(upgradeRequest(server.port, code, more));

      it("4.2.2: the answer proves that the key was read", async () => {
        const answer = await ask101();
        assert.match(answer, /^HTTP\/1\.1 101 /);
        // SHA-1 of the key and the RFC's own text, as section 1.3 gives it.
        assert.match(answer, /\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r\n/i);
      });

      it("9.1, RFC 7692: no extension is taken, and no protocol below ours, whatever is offered",
        async () => {
          const answer = await ask101(
            "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n" +
              "Sec-WebSocket-Protocol: chat, superchat\r\n");
          assert.match(answer, /^HTTP\/1\.1 101 /);
          assert.doesNotMatch(answer, /sec-websocket-(extensions|protocol)/i);
        });

      it("4.4: another version is refused with the one that is spoken", async () => {
        for (const version of ["12", "14", "0", "13, 8", ""]) {
          const request = upgradeRequest(server.port, code)
            .replace("Version: 13", `Version: ${version}`);
          const answer = await server.raw(request);
          assert.match(answer, /^HTTP\/1\.1 426 /, version);
          assert.match(answer, /\r\nSec-WebSocket-Version: 13\r\n/i, version);
          assert.match(answer, /"code":"malformed"/, version);
        }
      });

      it("4.2.1: a request that lacks a field is refused", async () => {
        for (const [field, status] of [
          ["Sec-WebSocket-Key", 400], ["Sec-WebSocket-Version", 400], ["Host", 400],
          // Without these it is no request for a WebSocket at all.
          ["Upgrade", 426], ["Connection", 426],
        ]) {
          const request = upgradeRequest(server.port, code)
            .replace(new RegExp(`\r\n${field}: [^\r]*`), "");
          const answer = await server.raw(request);
          assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `), field);
          assert.match(answer, /\r\nContent-Security-Policy: .*"code":"malformed"/s, field);
          // Whoever would ask on over a refused connection is told that it ends.
          if (status === 400) assert.match(answer, /\r\nConnection: close\r\n/i, field);
        }
      });
    });

    for (const [name, cases] of Object.entries(groups)) {
      describe(name, { concurrency: true }, () => {
        for (const [rule, ...script] of cases) it(rule, () => play(server, code, script));
      });
    }
  });

  it("is spoken to the same player after it all: nothing lost, nothing twice", async () => {
    assert.equal(await says("Na afloop"), undefined);
    await player.until(() => player.items("said").length === 2, "both words");
    assert.deepEqual(player.items("said").map(({ text }) => text), ["Vooraf", "Na afloop"]);
    assert.equal(player.client.socket.readyState, 1);
  });
});
