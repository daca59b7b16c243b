// A player of the test's own: it keeps what its seat was told, by number, and the newest view.
import assert from "node:assert/strict";
import { once } from "node:events";
import { Client } from "./server.mjs";
import * as traffic from "./traffic.mjs";

let clients = 0;

export class Player {
  constructor(server, code, token) {
    Object.assign(this, { server, code, token, feed: [], view: null, welcome: null, commands: 0 });
    this.name = `player-${++clients}-${process.pid}`;
    this.answers = new Map();
  }

  get seen() {
    return this.feed.length;
  }

  // Opens a connection and goes on after the last item that this player has.
  async connect(server = this.server) {
    this.server = server;
    this.client = await server.connect(this.code);
    this.client.socket.on("message", (bytes) => this.take(JSON.parse(bytes)));
    this.send({
      type: "hello", protocol: 1, client: this.name, seen: this.seen,
      ...(this.token ? { token: this.token } : {}),
    });
    await this.until(() => this.welcome && this.view, "a first view");
    return this;
  }

  send(message) {
    traffic.sent(message);
    this.client.send(message);
  }

  drop() {
    this.client.socket.terminate();
  }

  take(message) {
    if (message.type === "welcome") this.welcome = message;
    if (message.type === "team") this.team = message;
    if (message.type === "draft") this.draft = message;
    if (message.type === "answer") this.answers.set(message.id, message);
    if (message.type === "frame") {
      // Numbers have no gaps: what this seat was told is told in full, once.
      assert.equal(message.number, this.feed.length + 1);
      this.feed.push(...message.feed.map((entry) => entry.item));
      if (message.view) this.view = message.view;
    }
  }

  items(type) {
    return this.feed.filter((item) => item.type === type);
  }

  // Waits until something holds; every message is a reason to look again.
  async until(holds, what) {
    while (!holds()) {
      const ended = await Promise.race([
        once(this.client.socket, "message").then(() => false),
        this.client.closed.then(() => true),
      ]);
      assert.ok(!ended || holds(), `the connection ended while waiting for ${what}`);
    }
  }

  // Asks for something and waits for its answer; the refusal's code, or undefined where it is done.
  async request(message, id = ++this.commands) {
    this.send({ ...message, id });
    await this.until(() => this.answers.has(id), `the answer to ${JSON.stringify(message)}`);
    return this.answers.get(id).refusal?.code;
  }

  ask(command, id) {
    return this.request({ type: "command", command }, id);
  }

  act(act) {
    return this.request({ type: "act", act });
  }

  // Answers what is asked before one may play: of a choice, the first option that lets go on.
  async answerBefore() {
    await this.until(() => this.view.stage !== "lobby", "the briefing");
    const before = this.welcome.questions.filter(({ when }) => when === "before");
    for (const { id, kind, low, options } of before) {
      const kept = () => this.view.own.answers.find(({ question }) => question === id);
      const answers =
        kind === "text" ? [{ text: "Weinig." }]
        : kind === "scale" ? [{ value: low }]
        : options.map((_, value) => ({ value }));
      for (const answer of answers) {
        if (kept()?.right) break;
        assert.equal(await this.ask({ type: "answer", question: id, ...answer }), undefined);
        await this.until(() => kept()?.value === answer.value, `the answer to ${id}`);
      }
    }
    await this.until(() => this.view.own.may_play, "leave to play");
  }

  // Says ready, and again whenever something new reached this seat, until the stage is another.
  async readyUntil(stage) {
    if (!this.view.own.may_play) await this.answerBefore();
    while (this.view.stage !== stage) {
      if (!this.view.own.ready) await this.ask({ type: "ready", ready: true });
      await this.until(() => this.view.stage === stage || !this.view.own.ready, stage);
    }
  }

  atStage(stage, round = this.view.round) {
    return this.until(() => this.view.stage === stage && this.view.round === round, stage);
  }
}

export { Client };
