// Starts the built program as users do, and talks to it: what the tests of this folder share.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import WebSocket from "ws";
import * as traffic from "./traffic.mjs";

export { WebSocket };

export const program = process.env.DEALTAFEL;
// The same program with a listener to the steps of a command (kill_points.cpp).
const killable = process.env.DEALTAFEL_KILLABLE;

// What a group of tests shares, given back when the last has ended; `after` is that of node:test.
export function sharedBy(after) {
  const works = [];
  after(() => works.reverse().forEach((work) => work()));
  return { after: (work) => works.push(work) };
}

// A folder of a test's own, gone when the test has ended.
export function temporaryFolder(test) {
  const folder = mkdtempSync(path.join(tmpdir(), "dealtafel-"));
  test.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

// A server on a free port. `args` go on to `dealtafel serve`; the data folder is one of its own
// unless they name another. `fileKiB` is how large its files may grow, for a disk that is full; `killAt`
// is the step of a command at which it dies, as in "synced:3", where it is `armed` counted from SIGUSR1.
export class Server {
  constructor(process, url) {
    this.process = process;
    this.url = url;
    // Not its exit, when its last words may still be on their way.
    this.ended = once(process, "close").then(([code, signal]) => ({ code, signal }));
  }

  static async start(test, args = [], { fileKiB, killAt, armed } = {}) {
    const data = args.includes("--data") ? [] : ["--data", path.join(temporaryFolder(test), "data")];
    const port = args.includes("--port") ? [] : ["--port", "0"];
    const whole = ["serve", ...port, ...data, ...args];
    const stdio = ["ignore", "pipe", "pipe"];
    const child = fileKiB
      ? spawn("bash", ["-c", `ulimit -S -f ${fileKiB}; exec "$0" "$@"`, program, ...whole], { stdio })
      : killAt
        ? spawn(killable, whole, { stdio, env: { ...process.env, DEALTAFEL_KILL_AT: killAt,
          ...(armed ? { DEALTAFEL_KILL_ARMED: "1" } : {}) } })
        : spawn(program, whole, { stdio });
    test.after(() => child.kill("SIGKILL"));
    const output = { out: "", err: "" };
    child.stderr.on("data", (bytes) => (output.err += bytes));
    const url = await new Promise((resolve, reject) => {
      child.stdout.on("data", (bytes) => {
        output.out += bytes;
        const found = /listens at (https?:\S+)\n/.exec(output.out);
        if (found) resolve(found[1]);
      });
      child.on("close", (code) => reject(new Error(`serve ended with ${code}: ${output.err}`)));
    });
    return Object.assign(new Server(child, url), { output });
  }

  // The disk that was full has room again.
  giveRoom() {
    const wish = ["--pid", String(this.process.pid), "--fsize=unlimited:"];
    if (spawnSync("prlimit", wish).status !== 0) throw new Error("prlimit gave no room");
  }

  get port() {
    return Number(new URL(this.url).port);
  }

  signal(name) {
    this.process.kill(name);
    return this.ended;
  }

  get(address, options) {
    return fetch(this.url + address, options);
  }

  post(address, body, headers = {}) {
    return fetch(this.url + address, {
      method: "POST",
      // A test may pause for longer than the server keeps an idle connection.
      headers: { "content-type": "application/json", connection: "close", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  async createSession(wish = {}) {
    return (await this.post("/api/sessions", { scenario: "foodvalley", ...wish })).json();
  }

  async takeSeat(code, party, name) {
    return (await this.post(`/api/sessions/${code}/seats`, { party, name })).json();
  }

  connect(code, options = {}) {
    return Client.open(`${this.url.replace("http", "ws")}/ws/${code}`, options);
  }

  // What a client without a library gets for some bytes, until the server ends the connection.
  async raw(bytes) {
    const socket = net.connect(this.port, "127.0.0.1");
    socket.end(bytes);
    let text = "";
    socket.on("data", (more) => (text += more.toString("latin1")));
    await once(socket, "close");
    return text;
  }
}

// A WebSocket whose messages wait until they are asked for.
export class Client {
  constructor(socket) {
    this.socket = socket;
    this.waiting = [];
    this.closed = new Promise((resolve) => {
      socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    socket.on("message", (bytes) => {
      const message = JSON.parse(bytes);
      traffic.received(message);
      this.waiting.push(message);
      this.socket.emit("waiting");
    });
  }

  static async open(url, options = {}) {
    const socket = new WebSocket(url, options);
    const client = new Client(socket);
    await once(socket, "open");
    socket.on("error", () => {}); // the close that follows says more
    return client;
  }

  send(message) {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  hello(more = {}) {
    this.send({ type: "hello", protocol: 1, client: "test-client", seen: 0, ...more });
    return this.next("welcome");
  }

  // The next message of a type; those before it are dropped.
  async next(type) {
    for (;;) {
      while (this.waiting.length > 0) {
        const message = this.waiting.shift();
        if (message.type === type) return message;
      }
      const ended = await Promise.race([
        once(this.socket, "waiting").then(() => undefined),
        this.closed,
      ]);
      if (ended && this.waiting.length === 0) {
        throw new Error(`closed with ${ended.code} ${ended.reason} before a ${type}`);
      }
    }
  }
}

// A request that fetch() would not make as it is: no normal form of paths, no unpacking.
export function request(server, options, body) {
  return new Promise((resolve, reject) => {
    const asked = http.request(
      { host: "127.0.0.1", port: server.port, ...options },
      async (response) => {
        const chunks = [];
        for await (const chunk of response) chunks.push(chunk);
        const { statusCode: status, headers } = response;
        resolve({ status, headers, bytes: Buffer.concat(chunks) });
      },
    );
    asked.on("upgrade", ({ statusCode: status, headers }, socket) => {
      socket.destroy();
      resolve({ status, headers, bytes: Buffer.alloc(0) });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}
