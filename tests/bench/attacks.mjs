// Ways to be a nuisance, each run as a program of its own beside those who play:
// `node attacks.mjs NAME URL CODE`, until it is killed or has done what it came for. It tells on its
// standard output how often it struck.
import net from "node:net";
import { WebSocket } from "../e2e/server.mjs";

const [name, url, code, token] = process.argv.slice(2);
const { hostname, port } = new URL(url);
const socketUrl = `${url.replace("http", "ws")}/ws/${code}`;
let strikes = 0;
setInterval(() => process.stdout.write(`${strikes}\n`), 500);

// A connection without a library, opened again when the server ends it.
function bare(use, again_ms = 50) {
  const socket = net.connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.on("close", () => setTimeout(() => bare(use, again_ms), again_ms));
  socket.on("connect", () => use(socket));
}

function hello(extra = {}) {
  const client = `attacker-${process.pid}-${strikes}`;
  return JSON.stringify({ type: "hello", protocol: 1, client, seen: 0, ...extra });
}

// Writes as fast as the server takes it.
function flood(socket, make) {
  socket.resume();
  const more = () => {
    while (socket.writable && socket.write(make())) ++strikes;
  };
  socket.on("drain", more);
  more();
}

function frame(text) {
  const payload = Buffer.from(text);
  const long = payload.length > 125;
  const head = Buffer.alloc(long ? 8 : 6); // the mask is 0, so that the payload stays as it is
  head[0] = 0x81;
  head[1] = 0x80 | (long ? 126 : payload.length);
  if (long) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

function upgraded(use) {
  bare((socket) => {
    socket.write(`GET /ws/${code} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\n` +
      "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    socket.once("data", () => use(socket));
  });
}

const attacks = {
  // Connections that send nothing: half of them TCP alone, half WebSockets without a hello.
  silent() {
    for (let count = 0; count < 500; ++count) {
      bare(() => ++strikes);
      const open = () => {
        const socket = new WebSocket(socketUrl);
        socket.on("open", () => ++strikes);
        socket.on("error", () => {});
        socket.on("close", () => setTimeout(open, 1000));
      };
      open();
    }
  },
  // No JSON at all, at full speed.
  garbage() {
    const junk = frame("{]".repeat(40));
    upgraded((socket) => flood(socket, () => junk));
  },
  // JSON that takes long to read and says nothing, at full speed.
  bulk() {
    const junk = frame(`{"type":"command","id":1,"command":{"type":"say","to":[${"1,".repeat(30_000)}1]}}`);
    upgraded((socket) => flood(socket, () => junk));
  },
  // Asks for an answer again and again and reads none.
  unread() {
    const ping = frame('{"type":"ping","at":1}');
    upgraded((socket) => {
      socket.write(frame(hello()));
      flood(socket, () => ping);
      socket.pause();
    });
  },
  // Headers that come letter by letter.
  loris() {
    for (let count = 0; count < 500; ++count) {
      bare((socket) => {
        socket.write(`GET /health HTTP/1.1\r\nHost: ${hostname}\r\n`);
        const drip = setInterval(() => (socket.write("X: y\r\n"), ++strikes), 1000);
        socket.on("close", () => clearInterval(drip));
      });
    }
  },
  // Wrong codes, one after the other on forty connections, which knock anew when they are refused.
  codes() {
    const letters = "ABCDEFGHJKMNPQRSTUVWXYZ";
    const letter = () => letters[Math.floor(Math.random() * letters.length)];
    const wrong = () => `GET /api/sessions/${Array.from({ length: 6 }, letter).join("")} HTTP/1.1\r\n` +
      `Host: ${hostname}:${port}\r\n\r\n`;
    for (let count = 0; count < 40; ++count) {
      bare((socket) => {
        socket.on("data", (bytes) => {
          ++strikes;
          if (bytes.includes("HTTP/1.1 429")) socket.destroy();
          else socket.write(wrong());
        });
        socket.write(wrong());
      }, 0);
    }
  },
  // Scenarios of 1 MiB, with the administrator's token and without.
  scenarios() {
    const body = `id = "huge"\n${"# nothing\n".repeat(100_000)}`;
    const head = (authorization) =>
      `POST /api/scenarios HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${authorization}` +
      `Content-Type: application/toml\r\nContent-Length: ${body.length}\r\n\r\n`;
    for (const authorization of [`Authorization: Bearer ${token}\r\n`, ""]) {
      bare((socket) => {
        const again = () => (++strikes, socket.write(head(authorization) + body));
        socket.on("data", again);
        again();
      });
    }
  },
};

attacks[name]();
