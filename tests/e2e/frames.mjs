// WebSockets without a library: frames made by hand, also wrong ones, and read byte by byte
// (RFC 6455, section 5.2).
import assert from "node:assert/strict";
import { once } from "node:events";
import net from "node:net";

export const CONTINUATION = 0;
export const TEXT = 1;
export const BINARY = 2;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

const mask = Buffer.from([0x37, 0xfa, 0x21, 0x3d]);

export function upgradeRequest(port, code, headers = "") {
  return `GET /ws/${code} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\n` +
    `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n${headers}` +
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
}

export async function bareSocket(server, code) {
  const socket = net.connect(server.port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(upgradeRequest(server.port, code));
  await once(socket, "data");
  return socket;
}

// The bytes of a length, in as few as it takes or in more.
function lengthField(length, bits) {
  if (bits === 7) return Buffer.from([length]);
  const field = Buffer.alloc(bits === 16 ? 3 : 9);
  field[0] = bits === 16 ? 126 : 127;
  if (bits === 16) field.writeUInt16BE(length, 1);
  else field.writeBigUInt64BE(BigInt(length), 1);
  return field;
}

function bitsFor(length) {
  return length < 126 ? 7 : length < 65_536 ? 16 : 64;
}

// What stands before the payload of a client's frame.
export function frameHead(opcode, length, { fin = true, rsv = 0, masked = true, bits } = {}) {
  const field = lengthField(length, bits ?? bitsFor(length));
  if (masked) field[0] |= 0x80;
  const first = Buffer.from([(fin ? 0x80 : 0) | (rsv << 4) | opcode]);
  return Buffer.concat([first, field, masked ? mask : Buffer.alloc(0)]);
}

export function frame(opcode, payload = "", options = {}) {
  const bytes = Buffer.from(payload);
  if (options.masked !== false) bytes.forEach((byte, at) => (bytes[at] = byte ^ mask[at % 4]));
  return Buffer.concat([frameHead(opcode, bytes.length, options), bytes]);
}

// A message in frames with these payloads.
export function fragments(opcode, payloads) {
  return payloads.map((payload, at) =>
    frame(at === 0 ? opcode : CONTINUATION, payload, { fin: at === payloads.length - 1 }));
}

// One after another, as they may arrive on a slow line.
export function chopped(bytes, size) {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return pieces;
}

// The first frame in these bytes and how many it takes, if it is whole. A server's frames are
// whole messages, without a mask, with a length in as few bytes as it takes.
function takeFrame(bytes) {
  if (bytes.length < 2) return undefined;
  const bits = { 126: 16, 127: 64 }[bytes[1]] ?? 7;
  const head = { 7: 2, 16: 4, 64: 10 }[bits];
  if (bytes.length < head) return undefined;
  const length = bits === 7 ? bytes[1] : bits === 16 ? bytes.readUInt16BE(2)
    : Number(bytes.readBigUInt64BE(2));
  const opcode = bytes[0] & 0x0f;
  assert.equal(bytes[0] & 0xf0, 0x80, "a server's frame is final and has no reserved bit");
  assert.equal(bits, bitsFor(length), "a server's frame has the shortest length, without a mask");
  assert.ok(opcode < CLOSE || bits === 7, "a control frame is short");
  if (bytes.length < head + length) return undefined;
  return { opcode, payload: bytes.subarray(head, head + length), size: head + length };
}

// All frames of the server until it ends the connection.
export async function* framesFrom(socket) {
  let bytes = Buffer.alloc(0);
  for await (const chunk of socket) {
    bytes = Buffer.concat([bytes, chunk]);
    for (let found; (found = takeFrame(bytes)); bytes = bytes.subarray(found.size)) yield found;
  }
  assert.equal(bytes.length, 0, "a frame was cut off");
}
