// Holds the message files against those that use them: every code that the protocol can carry has
// a text in both languages, and no text is there that nobody shows.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (name) => readFileSync(path.join(project, name), "utf8");
const json = (name) => JSON.parse(read(name));

const texts = { nl: json("shared/messages/nl.json"), en: json("shared/messages/en.json") };
const { $defs: types } = json("docs/protocol/server-message.schema.json");
const refusals = json("docs/protocol/refusals.json");
const rule_sources = json("docs/protocol/rule-sources.json");
const criterion_claims = json("docs/protocol/criterion-claims.json");

const keysBelow = (prefix) => Object.keys(texts.nl).filter((key) => key.startsWith(prefix));

// The keys under a prefix are exactly one for each of these words.
function exactly(prefix, words, besides = []) {
  const wanted = [...words.map((word) => prefix + word), ...besides].sort();
  assert.deepEqual(keysBelow(prefix).sort(), wanted);
}

test("both languages have the same keys, and no text is empty", () => {
  assert.deepEqual(Object.keys(texts.en), Object.keys(texts.nl));
  for (const language of Object.values(texts)) {
    for (const [key, text] of Object.entries(language)) assert.notEqual(text.trim(), "", key);
  }
});

test("every refusal has a text, whether the rules or the server refuse", () => {
  const both = refusals.rules.filter((word) => refusals.server.includes(word));
  assert.deepEqual(both, [], "one word for two reasons");
  exactly("refusal.", [...refusals.rules, ...refusals.server]);
});

test("every problem of a deal has a text", () => {
  exactly("problem.", types.ProblemCode.enum);
});

test("every rule that explains a number has a text, and so has every source behind one", () => {
  exactly("rule.", types.Rule.enum);
  const named = (member) => Object.values(rule_sources).flatMap((source) => source[member] ?? []);
  const claims = [...named("claims"), ...Object.values(criterion_claims).flat()];
  exactly("claim.", [...new Set(claims)], ["claim.source"]);
  exactly("source.", [...new Set(named("other"))]);
});

test("every source behind a rule, but for the essay, stands in docs/sources.md", () => {
  const sources = read("docs/sources.md");
  for (const { other } of Object.values(rule_sources)) {
    if (other !== undefined) assert.ok(sources.includes(`\`${other}\``), other);
  }
});

test("every criterion of a framework has a name and a meaning", () => {
  const words = types.Criterion.enum;
  exactly("criterion.", [...words, ...words.map((word) => `meaning.${word}`)]);
});

test("every stage has a name", () => {
  exactly("stage.", types.Stage.enum);
});

function sourcesBelow(folder) {
  const left_out = new Set(["node_modules", "build", "test"]);
  return readdirSync(path.join(project, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return left_out.has(entry.name) ? [] : sourcesBelow(name);
    return /\.(cpp|hpp|ts|tsx)$/.test(name) ? [name] : [];
  });
}

test("every text is shown somewhere", () => {
  const sources = ["client", "server", "shared"].flatMap(sourcesBelow).map(read).join("\n");
  const literals = new Set(sources.match(/(?<=")[a-z]+(\.[A-Za-z0-9_-]+)+(?=")/g));
  // What is put together: "stage." and then something in C++, `stage.${stage}` in the page, where
  // each part that is filled in is one word.
  const begun = sources.match(/(?<=")[a-z]+(\.[A-Za-z0-9_-]+)*\.(?=")/g) ?? [];
  const filled = (sources.match(/(?<=`)[a-z]+\.[^`\s]*\$\{[^`]*(?=`)/g) ?? []).map((template) => {
    const words = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(".", "\\."));
    return new RegExp(`^${words.join("[A-Za-z0-9-]+")}$`);
  });
  const unused = Object.keys(texts.nl).filter(
    (key) =>
      !literals.has(key) &&
      !begun.some((beginning) => key.startsWith(beginning)) &&
      !filled.some((pattern) => pattern.test(key)),
  );
  assert.deepEqual(unused, []);
});
