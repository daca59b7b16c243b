// What went over the wire in a test run: each message is held against the protocol's schemas as it
// passes, and its types are kept in a file, so that a last test can tell which type the whole run
// never saw (test_traffic.mjs).
import Ajv from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const folder = process.env.TRAFFIC;
const file =
  folder && path.join(folder, `${path.basename(process.argv[1] ?? "other", ".mjs")}.txt`);
const kept = new Set();

function keep(type) {
  if (file === undefined || kept.has(type)) return;
  kept.add(type);
  mkdirSync(folder, { recursive: true });
  appendFileSync(file, `${type}\n`);
}

function schema(name) {
  const place = new URL(`../../docs/protocol/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(place, "utf8"));
}
const schemas = { client: schema("client-message"), server: schema("server-message") };

function holder(side) {
  const validate = new Ajv({ strict: false }).compile(schemas[side]);
  return (message) =>
    assert.ok(validate(message), `${JSON.stringify(validate.errors)} in ${JSON.stringify(message)}`);
}
const holdToClient = holder("client");
const holdToServer = holder("server");

// A message of a client that is meant to be right.
export function sent(message) {
  holdToClient(message);
  keep(`client ${message.type}`);
  if (message.type === "command") keep(`command ${message.command.type}`);
  if (message.type === "act") keep(`act ${message.act.type}`);
}

export function received(message) {
  holdToServer(message);
  keep(`server ${message.type}`);
  if (message.type === "frame") for (const { item } of message.feed) keep(`item ${item.type}`);
}

// All types that the protocol has, named as they are kept.
export function allTypes() {
  const kinds = [
    ["client", schemas.client, "ClientMessage"],
    ["command", schemas.client, "Command"],
    ["act", schemas.client, "Act"],
    ["server", schemas.server, "ServerMessage"],
    ["item", schemas.server, "FeedItem"],
  ];
  return kinds.flatMap(([kind, { $defs }, union]) =>
    $defs[union].oneOf.map(({ $ref }) => {
      const name = $ref.split("/").at(-1);
      return `${kind} ${$defs[name].properties.type.const}`;
    }),
  );
}
