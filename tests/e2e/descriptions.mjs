// The descriptions of the interfaces for tools, docs/asyncapi.yaml and docs/openapi.yaml: read, and
// their references followed, into the schemas of docs/protocol too.
import Ajv from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const docs = new URL("../../docs/", import.meta.url);
const read = (name) => readFileSync(new URL(name, docs), "utf8");
// The schemas that the descriptions refer to, by the names that they refer by.
export const files = new Map(["http", "client-message", "server-message"].map((name) => {
  const file = `protocol/${name}.schema.json`;
  return [file, JSON.parse(read(file))];
}));
const ajv = new Ajv({ strict: false });
for (const [file, schema] of files) ajv.addSchema(schema, file);

function entryAt(document, pointer) {
  return pointer.split("/").slice(1).reduce(
    (node, part) => node?.[part.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}

export class Description {
  constructor(name) {
    this.document = parse(read(name));
  }

  // What a reference leads to; undefined where that is nothing.
  target(reference) {
    const [file, pointer] = reference.split("#");
    return entryAt(file === "" ? this.document : files.get(file), pointer);
  }

  // A node, or what stands where it refers to within this file.
  follow(node) {
    while (node?.$ref?.startsWith("#")) node = this.target(node.$ref);
    return node;
  }

  // The references that lead nowhere.
  broken(node = this.document) {
    if (typeof node !== "object" || node === null) return [];
    if (typeof node.$ref === "string" && this.target(node.$ref) === undefined) return [node.$ref];
    return Object.values(node).flatMap((below) => this.broken(below));
  }
}

// Holds a value against a schema that stands in a description.
export function assertFits(schema, value, what) {
  const errors = ajv.validate(schema, value) ? [] : ajv.errors;
  assert.deepEqual(errors, [], `${what}: ${JSON.stringify(value)}`);
}

// The name of the definition that a schema is: what a message is called in the code.
export function definitionOf({ $ref }) {
  return $ref.split("/").at(-1);
}

// The names of all definitions that a message of this kind may be.
export function membersOf(file, union) {
  return files.get(`protocol/${file}.schema.json`).$defs[union].oneOf.map(definitionOf);
}
