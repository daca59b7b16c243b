import assert from "node:assert/strict";
import { test } from "node:test";
import { Connection, type ConnectionState, type SocketEvents } from "../src/net/connection";
import type { ServerMessage } from "protocol/messages";

// Sockets and time that the test holds in its hands.
class Hand {
  sockets: { events: SocketEvents; sent: Record<string, unknown>[]; closed: boolean }[] = [];
  timers: { at: number; then: () => void; off: boolean }[] = [];
  time = 0;
  states: ConnectionState[] = [];
  messages: ServerMessage[] = [];
  seen = 0;
  unanswered: number[] = [];

  connection = new Connection(
    {
      open: (events) => {
        const socket = { events, sent: [] as Record<string, unknown>[], closed: false };
        this.sockets.push(socket);
        return {
          send: (text) => socket.sent.push(JSON.parse(text)),
          close: () => {
            socket.closed = true;
          },
        };
      },
      now: () => this.time,
      later: (ms, then) => {
        const timer = { at: this.time + ms, then, off: false };
        this.timers.push(timer);
        return () => {
          timer.off = true;
        };
      },
      random: () => 1,
    },
    { client: "abcdefgh", token: "t" },
    () => this.seen,
    {
      message: (message) => this.messages.push(message),
      state: (state) => this.states.push(state),
      unanswered: (count) => this.unanswered.push(count),
    },
  );

  get socket() {
    return this.sockets.at(-1)!;
  }
  say(message: unknown) {
    this.socket.events.received(JSON.stringify(message));
  }
  welcome() {
    this.socket.events.opened();
    this.say({ type: "welcome", server_ms: 0 });
  }
  pass(ms: number) {
    const until = this.time + ms;
    for (;;) {
      const due = this.timers
        .filter((timer) => !timer.off && timer.at <= until)
        .sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.time = Math.max(this.time, due.at);
      due.off = true;
      due.then();
    }
    this.time = until;
  }
  get last() {
    return this.states.at(-1);
  }
}

test("the first message is a hello with the number of what was seen", () => {
  const hand = new Hand();
  hand.seen = 7;
  hand.socket.events.opened();
  assert.deepEqual(hand.socket.sent, [
    { type: "hello", protocol: 1, client: "abcdefgh", token: "t", seen: 7 },
  ]);
});

test("nothing but the hello is sent before the welcome", () => {
  const hand = new Hand();
  hand.socket.events.opened();
  void hand.connection.command({ type: "ready", ready: true });
  assert.equal(hand.socket.sent.length, 1);
  hand.say({ type: "welcome", server_ms: 0 });
  assert.deepEqual(hand.socket.sent[1], {
    type: "command",
    id: 1,
    command: { type: "ready", ready: true },
  });
});

test("what has no answer is sent again after a break, under the same id and in order", async () => {
  const hand = new Hand();
  hand.welcome();
  const first = hand.connection.command({ type: "ready", ready: true });
  void hand.connection.command({ type: "ready", ready: false });
  hand.say({ type: "answer", id: 1 });
  assert.deepEqual(await first, { type: "answer", id: 1 });
  hand.socket.events.closed();
  assert.deepEqual(hand.last, { kind: "lost" });
  hand.pass(250);
  hand.welcome();
  assert.deepEqual(
    hand.socket.sent.map((message) => message.id),
    [undefined, 2],
  );
  assert.deepEqual(hand.last, { kind: "open" });
});

test("what could not be stored is sent again under the same id, until it is answered", async () => {
  const hand = new Hand();
  hand.welcome();
  const answer = hand.connection.command({ type: "ready", ready: true });
  hand.say({ type: "answer", id: 1, refusal: { code: "try-again" } });
  hand.say({ type: "answer", id: 1, refusal: { code: "try-again" } });
  assert.deepEqual(
    hand.socket.sent.map((message) => message.id),
    [undefined, 1, 1, 1],
  );
  assert.equal(hand.connection.unanswered, 1);
  hand.say({ type: "answer", id: 1, refusal: { code: "no-writes" } });
  assert.equal((await answer).refusal?.code, "no-writes");
  hand.say({ type: "answer", id: 1, refusal: { code: "try-again" } });
  assert.equal(hand.socket.sent.length, 4);
});

test("acts are told as unanswered until their answer, forecasts are not", () => {
  const hand = new Hand();
  void hand.connection.command({ type: "ready", ready: true });
  void hand.connection.forecast("north", { version: 1 });
  assert.deepEqual(hand.unanswered, [1, 1]);
  hand.welcome();
  hand.say({ type: "answer", id: 1 });
  assert.deepEqual(hand.unanswered.at(-1), 0);
});

test("an answer that comes twice is taken once", async () => {
  const hand = new Hand();
  hand.welcome();
  const answer = hand.connection.command({ type: "ready", ready: true });
  hand.say({ type: "answer", id: 1, refusal: { code: "paused" } });
  hand.say({ type: "answer", id: 1 });
  assert.equal((await answer).refusal?.code, "paused");
  assert.equal(hand.connection.unanswered, 0);
});

test("it tries again after 250, 500, 1000 and then every 2000 ms", () => {
  const hand = new Hand();
  for (const wait of [250, 500, 1000, 2000, 2000]) {
    const before = hand.sockets.length;
    hand.socket.events.closed();
    hand.pass(wait - 1);
    assert.equal(hand.sockets.length, before);
    hand.pass(1);
    assert.equal(hand.sockets.length, before + 1);
  }
});

test("a welcome makes the next break begin at 250 ms again", () => {
  const hand = new Hand();
  hand.socket.events.closed();
  hand.pass(250);
  hand.welcome();
  hand.socket.events.closed();
  hand.pass(250);
  assert.equal(hand.sockets.length, 3);
});

test("a wrong token ends it, a server that stops does not", () => {
  const ended = new Hand();
  ended.socket.events.opened();
  ended.say({ type: "refused", refusal: { code: "wrong-token" } });
  assert.deepEqual(ended.last, { kind: "ended", code: "wrong-token" });
  ended.pass(60_000);
  assert.equal(ended.sockets.length, 1);
  const stopping = new Hand();
  stopping.welcome();
  stopping.say({ type: "bye", code: "server-stops" });
  assert.deepEqual(stopping.last, { kind: "lost" });
});

test("the newest draft of each region waits for the next connection and is sent once", () => {
  const hand = new Hand();
  hand.connection.draft("north", "one");
  hand.connection.draft("south", "two");
  hand.connection.draft("north", "three");
  hand.welcome();
  const drafts = () => hand.socket.sent.filter((message) => message.type === "draft");
  assert.deepEqual(drafts(), [
    { type: "draft", region: "north", text: "three" },
    { type: "draft", region: "south", text: "two" },
  ]);
  hand.connection.draft("north", "four");
  assert.equal(drafts().at(-1)?.text, "four");
  hand.socket.events.closed();
  hand.pass(250);
  hand.welcome();
  assert.deepEqual(drafts(), []);
});

test("a page that wakes tries a lost connection at once", () => {
  const hand = new Hand();
  hand.welcome();
  hand.socket.events.closed();
  hand.connection.wake();
  assert.equal(hand.sockets.length, 2);
});

test("a page that wakes gives up a socket that does not answer within 2 s", () => {
  const hand = new Hand();
  hand.welcome();
  hand.pass(1000);
  hand.connection.wake();
  assert.deepEqual(hand.socket.sent.at(-1), { type: "ping", at: 1000 });
  hand.pass(1999);
  assert.equal(hand.sockets.length, 1);
  hand.pass(1);
  assert.equal(hand.sockets.length, 2);
});

test("a page that wakes keeps a socket that answers", () => {
  const hand = new Hand();
  hand.welcome();
  hand.pass(1000);
  hand.connection.wake();
  hand.pass(500);
  hand.say({ type: "pong", at: 1000, server_ms: 1500 });
  hand.pass(2000);
  assert.equal(hand.sockets.length, 1);
  assert.deepEqual(hand.last, { kind: "open" });
});

test("a socket on which nothing is heard is given up after 12 s", () => {
  const hand = new Hand();
  hand.welcome();
  hand.pass(12_000);
  assert.deepEqual(hand.last, { kind: "open" });
  hand.pass(4_000);
  assert.equal(hand.socket.closed || hand.sockets.length > 1, true);
  assert.equal(
    hand.states.some((state) => state.kind === "lost"),
    true,
  );
});

test("what an old socket still says is not heard", () => {
  const hand = new Hand();
  hand.welcome();
  const old = hand.socket;
  hand.connection.resume();
  old.events.received(JSON.stringify({ type: "pong", at: 1, server_ms: 2 }));
  old.events.closed();
  assert.deepEqual(
    hand.messages.map((message) => message.type),
    ["welcome"],
  );
  assert.equal(hand.sockets.length, 2);
});
