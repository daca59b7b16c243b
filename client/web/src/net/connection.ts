// One lasting connection to a game over sockets that come and go: it says hello again after a
// break, resumes where the feed was, and sends what was not answered once more under the same id,
// so that it is done once. Sockets and time come from outside.
import type {
  Act,
  ClientMessage,
  Command,
  ServerAnswer,
  ServerForecastAnswer,
  ServerMessage,
  RegionId,
  Deal,
} from "protocol/messages";

export type ConnectionState =
  | { kind: "connecting" }
  | { kind: "open" }
  | { kind: "lost" }
  // Nothing will come of trying again; the code has a text under refusal.
  | { kind: "ended"; code: string };

export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketEvents {
  opened(): void;
  received(text: string): void;
  closed(): void;
}

export interface World {
  open(events: SocketEvents): Socket;
  now(): number;
  // Calls back later, unless the returned function is called before.
  later(ms: number, then: () => void): () => void;
  random(): number;
}

export interface Listener {
  message(message: ServerMessage): void;
  state(state: ConnectionState): void;
  // How many commands and acts have no answer yet.
  unanswered?(count: number): void;
}

export interface Identity {
  client: string;
  token?: string;
  game?: number;
}

const back_off_ms = [250, 500, 1000, 2000];
const ping_every_ms = 4000;
const silence_ms = 12000;
const wake_ms = 2000;
const protocol_version = 1;
// After these the same hello may be welcome again.
const passing = new Set([
  "busy",
  "too-slow",
  "silent",
  "try-again",
  "server-stops",
  "too-many-connections",
  "too-fast",
]);

type Request = Extract<ClientMessage, { id: number }>;
export type Reply = ServerAnswer | ServerForecastAnswer;

interface Waiting {
  request: Request;
  resolve(reply: Reply): void;
}

export class Connection {
  private socket: Socket | undefined;
  private state: ConnectionState = { kind: "connecting" };
  private welcomed = false;
  private attempts = 0;
  private heard_ms = 0;
  private next_id = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly drafts = new Map<RegionId, string>();
  private cancelTimer: () => void = () => {};
  private cancelPing: () => void = () => {};

  constructor(
    private readonly world: World,
    private readonly identity: Identity,
    private readonly seen: () => number,
    private readonly listener: Listener,
  ) {
    this.connect();
  }

  command(command: Command): Promise<ServerAnswer> {
    return this.ask((id) => ({ type: "command", id, command })) as Promise<ServerAnswer>;
  }

  act(act: Act, game?: number): Promise<ServerAnswer> {
    return this.ask((id) => ({ type: "act", id, game, act })) as Promise<ServerAnswer>;
  }

  forecast(region: RegionId, of: { version?: number; deal?: Deal }): Promise<ServerForecastAnswer> {
    return this.ask((id) => ({
      type: "forecast",
      id,
      region,
      ...of,
    })) as Promise<ServerForecastAnswer>;
  }

  // The newest text of a region; without a connection it waits for the next one.
  draft(region: RegionId, text: string): void {
    if (this.welcomed) this.send({ type: "draft", region, text });
    else this.drafts.set(region, text);
  }

  // Takes the pen of the team, or gives it to a member of it.
  pen(to?: number): Promise<ServerAnswer> {
    return this.ask((id) => ({ type: "pen", id, to })) as Promise<ServerAnswer>;
  }

  // Drops the socket and resumes: a gap in the feed was found, or the page woke up.
  resume(): void {
    if (this.state.kind === "ended") return;
    this.drop();
    this.attempts = 0;
    this.connect();
  }

  // The page came to light or the network came back: a lost connection is tried at once, and one
  // that still looks open has little time to show that it is.
  wake(): void {
    if (!this.welcomed) {
      this.resume();
      return;
    }
    const asked_ms = this.world.now();
    this.send({ type: "ping", at: asked_ms });
    this.cancelPing();
    this.cancelPing = this.world.later(wake_ms, () => {
      if (this.heard_ms >= asked_ms) {
        this.watch();
        return;
      }
      this.enter({ kind: "lost" });
      this.resume();
    });
  }

  close(): void {
    this.drop();
    this.enter({ kind: "ended", code: "" });
  }

  // How many requests have no answer yet.
  get unanswered(): number {
    return this.waiting.size;
  }

  private ask(make: (id: number) => Request): Promise<Reply> {
    const request = make(this.next_id++);
    return new Promise((resolve) => {
      this.waiting.set(request.id, { request, resolve });
      this.tellUnanswered();
      if (this.welcomed) this.send(request);
    });
  }

  private connect(): void {
    this.welcomed = false;
    let mine: Socket | undefined;
    const current = () => mine !== undefined && this.socket === mine;
    mine = this.world.open({
      opened: () => {
        if (current()) this.hello();
      },
      received: (text) => {
        if (current()) this.receive(text);
      },
      closed: () => {
        if (current()) this.lost();
      },
    });
    this.socket = mine;
    this.heard_ms = this.world.now();
    this.watch();
  }

  private hello(): void {
    const { client, token, game } = this.identity;
    const message: ClientMessage = {
      type: "hello",
      protocol: protocol_version,
      client,
      token,
      game,
      seen: this.seen(),
    };
    this.send(message);
  }

  private receive(text: string): void {
    this.heard_ms = this.world.now();
    const message = JSON.parse(text) as ServerMessage;
    switch (message.type) {
      case "welcome":
        this.welcomed = true;
        this.attempts = 0;
        this.enter({ kind: "open" });
        this.listener.message(message);
        this.sendWhatWaits();
        return;
      case "answer":
      case "forecast": {
        const found = this.waiting.get(message.id);
        if (found && message.refusal?.code === "try-again") {
          // It was not stored, and the game goes on: under the same id it is done once.
          this.send(found.request);
          return;
        }
        this.waiting.delete(message.id);
        this.tellUnanswered();
        found?.resolve(message);
        return;
      }
      case "bye":
        this.refused(message.code);
        return;
      case "refused":
        if (!this.welcomed) this.refused(message.refusal.code);
        return;
      default:
        this.listener.message(message);
    }
  }

  private sendWhatWaits(): void {
    for (const { request } of this.waiting.values()) this.send(request);
    for (const [region, text] of this.drafts) this.send({ type: "draft", region, text });
    this.drafts.clear();
  }

  private refused(code: string): void {
    if (passing.has(code)) {
      this.lost();
      return;
    }
    this.drop();
    this.enter({ kind: "ended", code });
  }

  private lost(): void {
    if (this.state.kind === "ended") return;
    this.drop();
    this.enter({ kind: "lost" });
    const longest = back_off_ms[Math.min(this.attempts++, back_off_ms.length - 1)] ?? 2000;
    // A little chance, so that a class of two hundred does not come back in one moment.
    const wait = longest * (0.6 + 0.4 * this.world.random());
    this.cancelTimer = this.world.later(wait, () => this.connect());
  }

  // Asks for a sign of life now and then, and gives a silent socket up.
  private watch(): void {
    this.cancelPing();
    this.cancelPing = this.world.later(ping_every_ms, () => {
      if (this.world.now() - this.heard_ms > silence_ms) {
        this.lost();
        return;
      }
      if (this.welcomed) this.send({ type: "ping", at: this.world.now() });
      this.watch();
    });
  }

  private drop(): void {
    this.cancelTimer();
    this.cancelPing();
    const socket = this.socket;
    this.socket = undefined;
    this.welcomed = false;
    socket?.close();
  }

  private send(message: ClientMessage): void {
    this.socket?.send(JSON.stringify(message));
  }

  // What a forecast would bring is asked for all the time, and no act.
  private tellUnanswered(): void {
    const acts = [...this.waiting.values()].filter(({ request }) => request.type !== "forecast");
    this.listener.unanswered?.(acts.length);
  }

  private enter(state: ConnectionState): void {
    this.state = state;
    this.listener.state(state);
  }
}
