// docs/asyncapi.yaml is a valid AsyncAPI document, names every message that there is, and says of
// each message of a game what a running server and its clients then send.
import Ajv from "ajv";
import addFormats from "ajv-formats";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { assertFits, definitionOf, Description, membersOf } from "./descriptions.mjs";
import { Player } from "./player.mjs";
import { Server } from "./server.mjs";

const asyncApi = createRequire(import.meta.url)("@asyncapi/specs/schemas/3.0.0.json");
const description = new Description("asyncapi.yaml");
const { channels, operations } = description.document;
const messagesOf = (holder) => (holder?.messages ?? []).map((one) => description.follow(one));

// What goes to the server, or comes from it: by operations, and as replies to those.
function going(action) {
  const all = Object.values(operations);
  const operated = all.filter((one) => one.action === action).flatMap(messagesOf);
  const replies = action === "send" ? all.flatMap(({ reply }) => messagesOf(reply)) : [];
  return [...new Set([...operated, ...replies])];
}
const sides = {
  receive: ["client-message", "ClientMessage"],
  send: ["server-message", "ServerMessage"],
};
const namesOf = (messages) => messages.map(({ payload }) => definitionOf(payload.schema)).sort();

// Keeps what its connection sends and gets, in order.
class Watched extends Player {
  constructor(...known) {
    super(...known);
    this.passed = [];
  }

  send(message) {
    this.passed.push({ action: "receive", message });
    super.send(message);
  }

  take(message) {
    this.passed.push({ action: "send", message });
    if (message.type === "forecast") this.answers.set(message.id, message);
    super.take(message);
  }
}

async function shortGame(test) {
  const server = await Server.start(test);
  const { code, facilitator_token } = await server.createSession({ rounds: 1, seed: 3 });
  const sit = async (name) => {
    const { token } = await server.takeSeat(code, "municipalities", name);
    return new Watched(server, code, token).connect();
  };
  const [player, mate] = [await sit("Ineke"), await sit("Joris")];
  const facilitator = await new Watched(server, code, facilitator_token).connect();
  const spectator = await new Watched(server, code).connect();
  await facilitator.act({ type: "start" });
  await player.readyUntil("framework");
  await player.ask({ type: "say", to: "all", text: "Goedemorgen." });
  await player.ask({ type: "walk-away", region: "foodvalley" }); // not now
  while (player.view.stage !== "negotiation") {
    const { stage } = player.view;
    await facilitator.act({ type: "skip" });
    await player.until(() => player.view.stage !== stage, `the end of ${stage}`);
  }
  await player.until(() => player.items("version-made").length > 0, "a version");
  await player.request({ type: "pen" });
  player.send({ type: "draft", region: "foodvalley", text: "{}" });
  await mate.until(() => mate.draft, "the draft");
  const gets = (wanted) => player.until(
    () => player.passed.some(({ action, message }) => action === "send" && message.type === wanted),
    wanted);
  const forecast = { type: "forecast", region: "foodvalley", version: 1 };
  assert.equal(await player.request(forecast), undefined);
  assert.equal(await facilitator.request(forecast), "wrong-role");
  player.send({ type: "ping", at: 5 });
  await gets("pong");
  player.client.send({ type: "conquer" });
  await gets("refused");
  spectator.client.send(Buffer.from("{}"));
  await server.signal("SIGTERM");
  await player.client.closed;
  return [player, mate, facilitator, spectator];
}

describe("docs/asyncapi.yaml", { timeout: 60_000 }, () => {
  it("is valid by the schema of AsyncAPI 3.0.0, and every reference leads somewhere", () => {
    // The schema brings the one of JSON Schema itself along.
    const ajv = addFormats(new Ajv({ strict: false, meta: false, validateSchema: false }));
    const isValid = ajv.validate(asyncApi, description.document);
    assert.deepEqual(isValid ? [] : ajv.errors, []);
    assert.deepEqual(description.broken(), []);
  });

  it("has every message of the protocol in its direction, under its type, and no other", () => {
    for (const [action, [file, union]] of Object.entries(sides)) {
      const messages = going(action);
      assert.deepEqual(namesOf(messages), membersOf(file, union).sort(), action);
      for (const { name, payload } of messages) {
        const { properties } = description.target(payload.schema.$ref);
        assert.equal(name, properties.type.const);
      }
    }
    const all = Object.values(channels.session.messages).map((one) => description.follow(one));
    assert.deepEqual(namesOf(all), namesOf([...going("receive"), ...going("send")]));
  });

  it("says of every message of a game what it is, and what answers it", async (test) => {
    const connections = await shortGame(test);
    const seen = { receive: new Set(), send: new Set() };
    for (const { passed } of connections) {
      for (const { action, message } of passed) {
        const described = going(action).filter(({ name }) => name === message.type);
        assert.equal(described.length, 1, `${action} ${message.type}`);
        assertFits(described[0].payload.schema, message, message.type);
        seen[action].add(definitionOf(described[0].payload.schema));
      }
      assertReplies(passed);
    }
    // The game leaves no message out.
    for (const action of Object.keys(sides)) {
      assert.deepEqual([...seen[action]].sort(), namesOf(going(action)), action);
    }
  });
});

// What has an id is answered under it, by one of the messages that the operation names.
function assertReplies(passed) {
  for (const { action, message } of passed) {
    if (action !== "receive" || message.id === undefined) continue;
    const operation = Object.values(operations).find((one) =>
      one.action === "receive" && messagesOf(one)[0].name === message.type);
    const answers = passed.filter((one) =>
      one.action === "send" && one.message.id === message.id);
    assert.equal(answers.length, 1, JSON.stringify(message));
    const names = messagesOf(operation.reply).map(({ name }) => name);
    assert.ok(names.includes(answers[0].message.type), JSON.stringify(answers[0].message));
  }
}
