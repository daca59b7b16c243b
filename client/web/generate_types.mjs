// Makes build/protocol/messages.ts from the JSON Schemas of the protocol, and copies the lists of
// words that go with them: node generate_types.mjs FOLDER, the schemas' folder. What says the same
// already is left alone.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? path.join(here, "../../docs/protocol");
const target = path.join(here, "build/protocol");

async function read(name) {
  return JSON.parse(await readFile(path.join(folder, name), "utf8"));
}

async function write(name, text) {
  const file = path.join(target, name);
  const before = await readFile(file, "utf8").catch(() => "");
  if (before !== text) await writeFile(file, text);
}

const parts = await Promise.all(
  ["client-message", "server-message", "http"].map((name) => read(`${name}.schema.json`)),
);
// One name is one type in all of them, so that their definitions can stand together.
const definitions = Object.assign({}, ...parts.map((part) => part.$defs));
const types = await compile({ title: "Protocol", $defs: definitions }, "Protocol", {
  additionalProperties: false,
  bannerComment: "// Made from the schemas of the protocol by generate_types.mjs.",
  format: false,
  unreachableDefinitions: true,
});
await mkdir(target, { recursive: true });
// A comment that only repeats where a type came from says nothing to a reader.
const comment = /\/\*\*\n(?: \*[^\n]*\n)*? \* via the `definition`[^\n]*\n \*\/\n/g;
const { rules, server } = await read("refusals.json");
const codes = [...rules, ...server].map((word) => JSON.stringify(word)).join(" | ");
const refusals = `export type RefusalCode = ${codes}\n`;
await write("messages.ts", types.replace(comment, "") + refusals);
await write("criterion_claims.json", JSON.stringify(await read("criterion-claims.json")));
await write("rule_sources.json", JSON.stringify(await read("rule-sources.json")));
