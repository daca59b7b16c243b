// A client that never stops asking: the page's own connection, with commands of which some have no
// answer yet at any moment. It keeps what it was shown and answered through all breaks.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import WebSocket from "ws";
import { transform } from "../../client/web/node_modules/esbuild/lib/main.js";

const source = new URL("../../client/web/src/net/connection.ts", import.meta.url);
const { code: script } = await transform(await readFile(source, "utf8"), { loader: "ts" });
const { Connection } = await import(`data:text/javascript,${encodeURIComponent(script)}`);

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function worldOf(url) {
  return {
    open(events) {
      const socket = new WebSocket(url);
      socket.on("open", () => events.opened());
      socket.on("message", (bytes) => events.received(bytes.toString()));
      socket.on("close", () => events.closed());
      socket.on("error", () => {}); // the close that follows is what counts
      return {
        send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
        close: () => socket.terminate(),
      };
    },
    now: () => Date.now(),
    later(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  };
}

let resumers = 0;

export class Resumer {
  // `random` says what is asked for and when; `party` is that of a player.
  constructor(url, { token, game, party, random }) {
    Object.assign(this, { game, party, random });
    this.name = `resumer-${++resumers}-${process.pid}`;
    this.feed = [];
    this.codes = new Map(); // the answer to each request, by its id: undefined where it is done
    this.requests = 0;
    this.inFlight = 0; // when the connection was lost, if it was open then
    this.wrong = [];
    this.state = "connecting";
    this.asks = true;
    this.loops = [];
    this.connection = new Connection(
      worldOf(url), { client: this.name, token, game }, () => this.feed.length,
      { message: (message) => this.take(message), state: ({ kind }) => this.enter(kind) },
    );
  }

  enter(kind) {
    if (kind === "ended") this.wrong.push("the connection ended for good");
    if (this.state === "open" && kind === "lost") {
      this.inFlight = this.connection.unanswered;
      this.playedBefore = this.played(this.feed.at(-1)?.at_ms);
      this.restartsBefore = this.restarts();
      this.seenBefore = this.feed.length;
    }
    this.state = kind;
  }

  restarts() {
    return this.feed.filter(({ item }) => item.type === "restarted").length;
  }

  // Play time at a moment of the server's clock, by the newest view.
  played(at_ms) {
    const { running, anchor_wall_ms, anchor_play_ms } = this.view.clock;
    return running ? anchor_play_ms + at_ms - anchor_wall_ms : anchor_play_ms;
  }

  take(message) {
    try {
      if (message.type === "frame") this.takeFrame(message);
    } catch (error) {
      this.wrong.push(error);
    }
  }

  // What comes once more is what came before, and nothing is left out.
  takeFrame({ number, feed, view }) {
    for (const [at, entry] of feed.entries()) {
      const place = number + at - 1;
      assert.ok(place <= this.feed.length, `entry ${place + 1} after ${this.feed.length}`);
      if (place < this.feed.length) assert.deepEqual(entry, this.feed[place]);
      else this.feed.push(entry);
    }
    if (view) this.view = view;
  }

  // Whether everything of before is there again, and the clock where it was: play time stands still
  // from the last line that was stored until the game goes on.
  isBack(parties) {
    const here = this.state === "open" && this.view &&
      parties.every((party) => this.view.parties[party].presence === "here");
    if (!here || this.playedBefore === undefined) return Boolean(here);
    if (this.restarts() === this.restartsBefore) return false;
    if (this.restarts() === this.restartsBefore + 1) this.holdClock();
    this.playedBefore = undefined;
    return true;
  }

  holdClock() {
    // A game that went back meanwhile has the clock of then.
    if (this.feed.slice(this.seenBefore).some(({ item }) => item.type === "went-back")) return;
    const { at_ms } = this.feed.findLast(({ item }) => item.type === "restarted");
    const moved = this.played(at_ms) - this.playedBefore;
    if (moved < 0 || moved >= 1000) this.wrong.push(`the clock moved by ${moved} ms`);
  }

  async request(make) {
    const id = ++this.requests;
    const { refusal } = await make();
    this.codes.set(id, refusal?.code);
  }

  any() {
    const text = `Woord ${this.requests + 1} van ${this.name}`;
    if (this.party === undefined) {
      return this.connection.act({ type: "announce", text }, this.game);
    }
    const kind = this.random();
    if (kind < 0.8) return this.connection.command({ type: "say", to: "all", text });
    if (kind < 0.9) return this.connection.command({ type: "help", text });
    // Out of place in a briefing: a refusal is kept as well.
    return this.connection.command({ type: "walk-away", region: "foodvalley" });
  }

  start(loops) {
    for (let loop = 0; loop < loops; ++loop) this.loops.push(this.askOn());
  }

  async askOn() {
    while (this.asks) {
      await this.request(() => this.any());
      await pause(this.random() * 60);
    }
  }

  stop() {
    this.asks = false;
    this.connection.close();
  }

  // All that was asked for is answered.
  async finish() {
    this.asks = false;
    await Promise.all(this.loops);
  }
}
