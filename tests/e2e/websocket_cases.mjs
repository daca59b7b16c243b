// What RFC 6455 asks of a server's WebSocket, rule by rule with its section: the cases that the
// Autobahn suite tests, told in this server's protocol, which is JSON in text messages. A case is a
// script: bytes are sent, an object is what the server says next, and after a close nothing. Where
// the server closes nothing, whoever runs the script asks once more and closes in good order.
import {
  BINARY, chopped, CLOSE, CONTINUATION, fragments, frame, frameHead, PING, PONG, TEXT,
} from "./frames.mjs";

const messageBytesMax = 64 * 1024; // docs/limits.md, frame_bytes_max

// Bytes as they are written in standards: "ce ba".
const hex = (text) => Buffer.from(text.replaceAll(" ", ""), "hex");

// A message of so many bytes that is answered, as spaces after a JSON text mean nothing.
const sized = (bytes, at) => JSON.stringify({ type: "ping", at }).padEnd(bytes);
export const ask = (at) => frame(TEXT, sized(0, at));
export const answered = (at) => ({ pong: at });
// A message whose refusal says a text of its own again, byte for byte.
const naming = (text) => JSON.stringify({ type: "ping", at: 1, [text]: 1 });
const named = (text) => ({ refused: "malformed", path: text });
const garbage = { refused: "malformed", path: "" };

const controlPong = (payload) => ({ transportPong: Buffer.from(payload).toString("hex") });
export const closed = (code) => ({ closed: code });
export function close(code, reason = "") {
  const status = Buffer.alloc(2);
  status.writeUInt16BE(code);
  return frame(CLOSE, Buffer.concat([status, Buffer.from(reason)]));
}
// The server closes in good order, so that the client answers.
const notText = [{ bye: "malformed" }, closed(1003), close(1003)];
const broken = closed(1002);
const notUtf8 = closed(1007);
const tooLarge = closed(1009);

const framing = [
  ["5.6: an empty text is a message, and refused as none of ours", frame(TEXT), garbage],
  ...[125, 126, 127, 128, 65_535, 65_536].map((length) => [
    `5.2: a text of ${length} bytes is read whole`, frame(TEXT, sized(length, 7)), answered(7),
  ]),
  ["5.2: a text of 65536 bytes in pieces of 997 is read whole",
    ...chopped(frame(TEXT, sized(65_536, 8)), 997), answered(8)],
  ["5.3: a text is read through its mask byte by byte",
    ...chopped(frame(TEXT, naming("gemaskerd")), 1), named("gemaskerd")],
  ["5.6: text that is no JSON is refused, and the connection stays",
    frame(TEXT, "GET / HTTP/1.1\r\n"), garbage, ask(9), answered(9)],
  ["5.6: text that is JSON and no message is refused, and the connection stays",
    frame(TEXT, "[[[[[[1e400]]]]]]"), garbage, ask(9), answered(9)],
  ...[0, 125, 126, 127, 128, 65_535, 65_536].map((length) => [
    `5.6: ${length} bytes that are no text end with 1003`,
    frame(BINARY, Buffer.alloc(length, 0xfe)), ...notText,
  ]),
  ["5.6: a message of ours in a binary frame ends with 1003, as it is not text",
    frame(BINARY, sized(0, 1)), ...notText],
  ["5.6: bytes that are no text, in fragments, end with 1003",
    ...fragments(BINARY, ["a", "b", "c"]), ...notText],
  ["5.1: a frame without a mask is refused", frame(TEXT, sized(0, 1), { masked: false }), broken],
  ["5.1: an empty frame without a mask is refused", frame(TEXT, "", { masked: false }), broken],
  ["5.1: a control frame without a mask is refused", frame(PING, "a", { masked: false }), broken],
  ["5.2: a length of 125 in 16 bits is refused",
    frame(TEXT, sized(125, 1), { bits: 16 }), broken],
  ["5.2: a length of 125 in 64 bits is refused",
    frame(TEXT, sized(125, 1), { bits: 64 }), broken],
  ["5.2: a length of 65535 in 64 bits is refused",
    frameHead(TEXT, 65_535, { bits: 64 }), broken],
];

const bytes125 = Buffer.alloc(125, 0xfe);
const tenPings = [...Array(10).keys()].map((at) => `ping ${at}`);
const pings = [
  ["5.5.3: a ping without a payload gets a pong without one", frame(PING), controlPong("")],
  ["5.5.3: a ping gets a pong with its text", frame(PING, "Hallo"), controlPong("Hallo")],
  ["5.5.3: a ping gets a pong with its bytes, whatever they are",
    frame(PING, hex("00 ff fe fd fc fb 00 ff")), controlPong(hex("00 ff fe fd fc fb 00 ff"))],
  ["5.5: a ping of 125 bytes gets a pong of 125", frame(PING, bytes125), controlPong(bytes125)],
  ["5.5: a ping of 125 bytes that come one by one gets its pong",
    ...chopped(frame(PING, bytes125), 1), controlPong(bytes125)],
  ["5.5: a ping of 126 bytes is refused", frame(PING, Buffer.alloc(126)), broken],
  ["5.5: a pong of 126 bytes is refused", frame(PONG, Buffer.alloc(126)), broken],
  ["5.5.3: a pong that nobody asked for is no fault", frame(PONG), ask(3), answered(3)],
  ["5.5.3: a pong with a payload that nobody asked for is no fault",
    frame(PONG, "ongevraagd"), ask(3), answered(3)],
  ["5.5.3: a pong before a ping is not taken for an answer",
    frame(PONG, "ongevraagd"), frame(PING, "Hallo"), controlPong("Hallo")],
  ["5.5.3: ten pings get ten pongs in their order",
    ...tenPings.map((text) => frame(PING, text)), ...tenPings.map(controlPong)],
  ["5.5.3: ten pings byte by byte get ten pongs in their order",
    ...chopped(Buffer.concat(tenPings.map((text) => frame(PING, text))), 1),
    ...tenPings.map(controlPong)],
];

const reserved = [
  ...[1, 2, 3, 4, 5, 6, 7].map((rsv) => [
    `5.2: reserved bits ${rsv.toString(2).padStart(3, "0")} of a text are refused`,
    frame(TEXT, sized(0, 1), { rsv }), frame(PING), broken,
  ]),
  ["5.2: a reserved bit of bytes is refused", frame(BINARY, "a", { rsv: 4 }), broken],
  ["5.2: a reserved bit of a ping is refused", frame(PING, "a", { rsv: 4 }), broken],
  ["5.2: a reserved bit of a close is refused", frame(CLOSE, "", { rsv: 2 }), broken],
  ["5.2: a reserved bit of a continuation is refused",
    frame(TEXT, "{", { fin: false }), frame(CONTINUATION, "}", { rsv: 1 }), broken],
  ["5.2: a reserved bit after an answered text is refused",
    ask(4), answered(4), frame(TEXT, sized(0, 5), { rsv: 4 }), broken],
  ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].flatMap((opcode) => [
    [`5.2: the reserved opcode ${opcode} is refused`, frame(opcode), frame(PING), broken],
    [`5.2: the reserved opcode ${opcode} with a payload is refused`, frame(opcode, "a"), broken],
  ]),
  ["5.2: a reserved opcode within a fragmented message is refused",
    frame(TEXT, "{", { fin: false }), frame(3, "a"), broken],
];

const two = fragments(TEXT, ['{"type":"ping",', '"at":21}']);
const five = fragments(TEXT, ['{"type"', ':"ping"', "", ',"at"', ":22}"]);
const fragmentation = [
  ["5.4: a text in two fragments is one message", ...two, answered(21)],
  ["5.4: fragments may be empty", ...fragments(TEXT, ["", "", sized(0, 23), ""]),
    answered(23)],
  ["5.4: a text in fragments is one message, byte by byte",
    ...chopped(Buffer.concat(five), 1), answered(22)],
  ["5.4: a text in fragments of one byte is one message",
    ...fragments(TEXT, chopped(Buffer.from(sized(0, 24)), 1)), answered(24)],
  ["5.4: a ping between fragments is answered at once",
    two[0], frame(PING, "ertussen"), controlPong("ertussen"), two[1], answered(21)],
  ["5.4: pings between all fragments are answered",
    ...five.flatMap((part, at) => [frame(PING, `${at}`), controlPong(`${at}`), part]),
    answered(22)],
  ["5.4: a pong between fragments is no fault", two[0], frame(PONG, "x"), two[1], answered(21)],
  ["5.4: a ping in fragments is refused", frame(PING, "a", { fin: false }), broken],
  ["5.4: a pong in fragments is refused", frame(PONG, "a", { fin: false }), broken],
  ["5.4: a close in fragments is refused", frame(CLOSE, "", { fin: false }), broken],
  ["5.4: a continuation of nothing is refused", frame(CONTINUATION, "a"), ask(1), broken],
  ["5.4: a first fragment that continues nothing is refused",
    frame(CONTINUATION, "a", { fin: false }), broken],
  ["5.4: a continuation after a whole message is refused",
    ask(1), answered(1), frame(CONTINUATION, "a"), broken],
  ["5.4: a new text within a fragmented one is refused", two[0], ask(1), broken],
  ["5.4: bytes within a fragmented text are refused", two[0], frame(BINARY, "a"), broken],
  ["5.4: a second first fragment is refused", two[0], two[0], broken],
  ["5.4: two fragmented messages, one after the other, are two",
    ...two, answered(21), ...five, answered(22)],
];

// Members that the refusal repeats: the ends of each length in UTF-8, and what has no character.
const rightTexts = {
  "κόσμε": "Greek", "\u0080": "80", "\u07ff": "7FF", "\u0800": "800", "\ud7ff": "D7FF",
  "\ue000": "E000", "\ufdd0": "FDD0", "\ufffd": "FFFD", "\ufffe": "FFFE", "\uffff": "FFFF",
  "\u{10000}": "10000", "\u{1fffe}": "1FFFE", "\u{10ffff}": "10FFFF",
};
const wrongTexts = [
  ["a continuation byte alone", "80"], ["the last continuation byte alone", "bf"],
  ["continuation bytes alone", "80 bf 80 bf"],
  ["a first byte of two without the second", "c3 22"],
  ["a first byte of three with one more", "e2 82 22"],
  ["a first byte of four with two more", "f0 90 80 22"],
  ["five bytes for one", "f8 88 80 80 80"], ["six bytes for one", "fc 84 80 80 80 80"],
  ["the byte fe", "fe"], ["the byte ff", "ff"], ["what is above 10FFFF", "f4 90 80 80"],
  ["the highest of four bytes", "f7 bf bf bf"],
  ["a slash in two bytes", "c0 af"], ["a slash in three bytes", "e0 80 af"],
  ["a slash in four bytes", "f0 80 80 af"], ["7F in two bytes", "c1 bf"],
  ["7FF in three bytes", "e0 9f bf"], ["FFFF in four bytes", "f0 8f bf bf"],
  ["zero in two bytes", "c0 80"],
  ["half a pair", "ed a0 80"], ["the other half of a pair", "ed bf bf"],
  ["a pair of halves", "ed a0 80 ed b0 80"],
];
const wrongText = (bytes) => Buffer.concat([Buffer.from('"'), hex(bytes), Buffer.from('"')]);
const greek = Buffer.from(naming("κόσμε"));
const utf8 = [
  ...Object.entries(rightTexts).map(([text, what]) => [
    `8.1: ${what} is text, and comes back as it was`, frame(TEXT, naming(text)), named(text),
  ]),
  ...wrongTexts.map(([what, bytes]) => [
    `8.1: ${what} (${bytes}) is no text`, frame(TEXT, wrongText(bytes)), notUtf8,
  ]),
  ...["ce", "e2 82", "f0 90 80"].map((bytes) => [
    `8.1: a message that ends within a character (${bytes}) is no text`,
    frame(TEXT, hex(bytes)), notUtf8,
  ]),
  ["8.1: fragments may end within a character",
    ...fragments(TEXT, chopped(greek, 1)), named("κόσμε")],
  ["8.1: a ping may come within a character",
    ...fragments(TEXT, [greek.subarray(0, 23), greek.subarray(23)]).flatMap((part, at) =>
      [part, frame(PING, `${at}`), controlPong(`${at}`)]).slice(0, 4), named("κόσμε")],
  ["8.1: a wrong byte in a later fragment is refused",
    ...fragments(TEXT, ['"κόσμε', hex("ed a0 80"), '"']), notUtf8],
  ["8.1: a character that is wrong across two fragments is refused",
    ...fragments(TEXT, [hex("f4"), hex("90 80 80")]), notUtf8],
  ["8.1: a character that does not go on in the next fragment is refused",
    ...fragments(TEXT, [hex("22 ce"), hex("22")]), notUtf8],
  ["8.1: fragments that end within a character are no text",
    ...fragments(TEXT, [hex("22 ce ba"), hex("ce")]), notUtf8],
  ["8.1: a wrong fragment is refused before the last one has come",
    frame(TEXT, '"κόσμε', { fin: false }), frame(CONTINUATION, hex("f4 90 80 80"), { fin: false }),
    notUtf8],
  ["8.1: a wrong byte is refused before its frame has come whole",
    frame(TEXT, Buffer.concat([wrongText("ff"), Buffer.alloc(99)]))
      .subarray(0, 20), notUtf8],
  ["8.1: a character that cannot become right is refused before it is whole",
    frame(TEXT, hex("22 f4 90 80 80 22")).subarray(0, 2 + 4 + 3), notUtf8],
];

const reason123 = "r".repeat(123);
const closing = [
  ["7.1.1: a close without a status is answered, and the connection ends",
    frame(CLOSE), closed(1000)],
  ...[1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 3000, 3999, 4000, 4999].map(
    (code) => [`7.4: a close with ${code} is answered with it`, close(code), closed(code)]),
  ...[0, 999, 1004, 1005, 1006, 1014, 1015, 1016, 1100, 2000, 2999].map((code) => [
    `7.4: a close with ${code}, which no frame may carry, is refused`, close(code), broken,
  ]),
  ["5.5.1: a close with half a status is refused", frame(CLOSE, "a"), broken],
  ["5.5.1: a reason of 123 bytes is taken", close(1000, reason123), closed(1000)],
  ["5.5: a reason of 124 bytes is refused", close(1000, `${reason123}r`), broken],
  ["5.5.1: a reason may be any text", close(1000, "κόσμε \u{10ffff}"), closed(1000)],
  ["5.5.1: a reason that is not UTF-8 is refused",
    close(1000, hex("ce ba e1 bd b9 ed a0 80")), broken],
  ["5.5.1: a reason that ends within a character is refused", close(1000, hex("ce")), broken],
  ["5.5.1: a text after a close is not answered", close(1000), ask(1), closed(1000)],
  ["5.5.1: a ping after a close is not answered", close(1000), frame(PING, "a"), closed(1000)],
  ["5.5.1: a second close is not answered", close(1000), close(1001), closed(1000)],
  ["5.5.1: a wrong frame after a close is not answered", close(1000), frame(3), closed(1000)],
  ["5.5.1: much that comes after a close is not answered",
    close(1000), frame(TEXT, sized(messageBytesMax, 1)), frame(PING, "a"), closed(1000)],
  ["7.1.1: a close of the server that is not answered is cut off after a while",
    frame(BINARY), ...notText.slice(0, 2)],
  ["5.4: a close within a fragmented message ends it", two[0], close(1001), closed(1001)],
];

const half = messageBytesMax / 2;
const limits = [
  ["10.4: a message of 64 KiB is read", frame(TEXT, sized(messageBytesMax, 31)), answered(31)],
  ["10.4: a message of 64 KiB in fragments of 1 KiB is read",
    ...fragments(TEXT, chopped(Buffer.from(sized(messageBytesMax, 32)), 1024)), answered(32)],
  ["10.4: a message of a byte more ends with 1009",
    frame(TEXT, sized(messageBytesMax + 1, 1)), tooLarge],
  ["10.4: bytes that are no text, and too many, end with 1009",
    frame(BINARY, Buffer.alloc(messageBytesMax + 1)), tooLarge],
  ["10.4: a length beyond the limit is refused before a byte of it has come",
    frameHead(TEXT, messageBytesMax + 1), tooLarge],
  ["10.4: fragments that are too large together end with 1009",
    ...fragments(TEXT, [" ".repeat(half), " ".repeat(half), " "]), tooLarge],
  ["10.4: a fragment that makes the message too large is refused before it has come",
    frame(TEXT, " ".repeat(half), { fin: false }), frameHead(CONTINUATION, half + 1), tooLarge],
  ["10.4: a length of 2^62 is refused, not waited for",
    frameHead(TEXT, 2n ** 62n, { bits: 64 }), tooLarge],
  ["5.2: a length with the highest bit is refused, not waited for",
    frameHead(TEXT, 2n ** 64n - 1n, { bits: 64 }), tooLarge],
  ["5.2: lengths whose sum overflows are refused, not waited for",
    frame(TEXT, "{", { fin: false }), frameHead(CONTINUATION, 2n ** 64n - 1n, { bits: 64 }),
    tooLarge],
];

export const groups = { framing, pings, reserved, fragmentation, "UTF-8": utf8, closing, limits };
