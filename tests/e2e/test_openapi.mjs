// docs/openapi.yaml is a valid OpenAPI document, has the server's own list of addresses, and says of
// every answer of a running server, to right requests and wrong ones, what it is.
import { Validator } from "@seriousme/openapi-schema-validator";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { assertFits, Description, files } from "./descriptions.mjs";
import { request, Server, sharedBy, temporaryFolder } from "./server.mjs";

const description = new Description("openapi.yaml");
const { paths, components } = description.document;
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const operations = new Map(Object.entries(paths).flatMap(([address, item]) =>
  methods.filter((method) => item[method])
    .map((method) => [`${method.toUpperCase()} ${address}`, item[method]])));

// An answer is as a response says: its type, its body and the fields that it must have.
function assertAnswers({ headers, bytes }, response, what) {
  for (const [name, { required, schema }] of Object.entries(response.headers ?? {})) {
    const value = headers[name.toLowerCase()];
    assert.ok(value !== undefined || !required, `${what} has no ${name}`);
    assertFits(schema, value, `${name} of ${what}`);
  }
  const type = headers["content-type"];
  const types = response.content ?? {};
  assert.deepEqual(type === undefined ? [] : [type], Object.keys(types), `type of ${what}`);
  if (type === undefined) return assert.equal(bytes.length, 0, `body of ${what}`);
  const body = type === "application/json" ? JSON.parse(bytes) : bytes.toString();
  assertFits(types[type].schema, body, `body of ${what}`);
  return body;
}

// Which status of which operation a running server was seen to answer with.
const seen = new Set();

// Asks for an operation, and holds the answer against what stands there for this status.
async function answers(server, name, status, { code = "QQQQQQ", headers = {}, body } = {}) {
  const [method, address] = name.split(" ");
  const options = { method, path: address.replace("{code}", code), headers };
  const response = await request(server, options, body);
  const what = `${name} ${response.status}`;
  assert.equal(response.status, status, `${what} ${response.bytes}`);
  const described = description.follow(operations.get(name).responses[status]);
  assert.ok(described, `${what} is not described`);
  seen.add(what);
  return assertAnswers(response, described, what);
}

const json = { "content-type": "application/json" };
const toml = { "content-type": "application/toml" };
const elsewhere = { origin: "http://example.org" };
const upgrade = {
  connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
};
const valley = readFileSync(new URL("valley.toml", import.meta.url), "utf8");
const wishOf = (name) => operations.get(name).requestBody.content["application/json"].schema;

describe("docs/openapi.yaml", { timeout: 120_000 }, () => {
  let server;
  let administrator;
  let code;
  const shared = sharedBy(after);
  before(async () => {
    const file = path.join(temporaryFolder(shared), "admin");
    server = await Server.start(shared, [
      "--admin-token-file", file, "--security-contact", "mailto:security@example.org"]);
    administrator = { authorization: `Bearer ${readFileSync(file, "utf8").trim()}` };
    ({ code } = await server.createSession());
  });

  it("is valid by the schema of OpenAPI 3.1, and every reference leads somewhere", async () => {
    const validator = new Validator();
    const bodies = "protocol/http.schema.json";
    await validator.addSpecRef(structuredClone(files.get(bodies)), bodies);
    const { valid, errors } = await validator.validate(structuredClone(description.document));
    assert.ok(valid, JSON.stringify(errors));
    assert.deepEqual(description.broken(), []);
  });

  it("has the addresses and methods of the server's own list, and no other", () => {
    const { stdout, status } = spawnSync(process.env.DEALTAFEL_ADDRESSES, { encoding: "utf8" });
    assert.equal(status, 0);
    const listed = stdout.trim().split("\n").map((line) => line.replace("*", "{code}"));
    assert.deepEqual([...operations.keys()].sort(), listed.sort());
  });

  it("says what is wrong with any request, whatever it asks for", async () => {
    for (const name of operations.keys()) {
      await answers(server, name, 400, { headers: { "content-length": "many" } });
      await answers(server, name, 413, { headers: { "content-length": "9000000000" } });
      await answers(server, name, 421, { headers: { host: "example.org" } });
      await answers(server, name, 431, { headers: { x: "y".repeat(9000) } });
    }
  });

  it("says what an address answers to another method, and that HEAD is GET without a body",
    async () => {
      for (const address of Object.keys(paths)) {
        const options = { method: "DELETE", path: address.replace("{code}", code) };
        const other = await request(server, options);
        assert.equal(other.status, 405);
        assertAnswers(other, components.responses.WrongMethod, `DELETE ${address}`);
        if (!operations.has(`GET ${address}`)) continue;
        const head = await request(server, { ...options, method: "HEAD" });
        const get = await request(server, { ...options, method: "GET" });
        assert.equal(head.status, get.status, address);
        // Figures move on from one request to the next.
        if (address !== "/metrics") {
          assert.equal(head.headers["content-length"], String(get.bytes.length), address);
        }
        assert.equal(head.bytes.length, 0, address);
      }
      const nowhere = await request(server, { path: "/no/such/place" });
      assert.equal(nowhere.status, 404);
      assertAnswers(nowhere, components.responses.NotFound, "/no/such/place");
    });

  it("says what the server tells of itself", async () => {
    assert.equal((await answers(server, "GET /health", 200)).status, "ok");
    await answers(server, "GET /.well-known/security.txt", 200);
    const bare = await Server.start(shared);
    await answers(bare, "GET /.well-known/security.txt", 404);
    await answers(server, "GET /metrics", 200);
    const behind = await Server.start(shared, ["--behind-proxy"]);
    await answers(behind, "GET /metrics", 403);
    await answers(server, "GET /api/scenarios", 200);
  });

  it("says what comes of a scenario that is sent", async () => {
    const name = "POST /api/scenarios";
    const headers = { ...toml, ...administrator };
    await answers(server, name, 403, { headers: toml, body: valley });
    await answers(server, name, 403, { headers: { ...headers, ...elsewhere }, body: valley });
    await answers(server, name, 415, { headers: { ...headers, ...json }, body: valley });
    await answers(server, name, 400, { headers, body: "id = 7" });
    await answers(server, name, 201, { headers, body: valley });
  });

  it("says what comes of a wish for a session: right ones fit its schema, wrong ones do not",
    async () => {
      const name = "POST /api/sessions";
      for (const [wish, status] of [
        [{ scenario: "foodvalley", games: 2, rounds: 1, forecast: "bands", seed: 3 }, 201],
        [{ scenario: "foodvalley", phases: [{ phase: "agenda", seconds: [60] }] }, 201],
        [{ scenario: "atlantis" }, 404],
      ]) {
        assertFits(wishOf(name), wish, name);
        await answers(server, name, status, { headers: json, body: JSON.stringify(wish) });
      }
      for (const wish of [{}, { scenario: "foodvalley", colour: "red" }, { scenario: 7 }, []]) {
        assert.throws(() => assertFits(wishOf(name), wish, name));
        await answers(server, name, 400, { headers: json, body: JSON.stringify(wish) });
      }
      const body = JSON.stringify({ scenario: "foodvalley" });
      await answers(server, name, 415, { headers: { "content-type": "text/plain" }, body });
      await answers(server, name, 403, { headers: { ...json, ...elsewhere }, body });
    });

  it("says what comes of a session's address and of its seats", async () => {
    const show = "GET /api/sessions/{code}";
    const { games } = await answers(server, show, 200, { code });
    await answers(server, show, 404);
    const sit = "POST /api/sessions/{code}/seats";
    const { party } = games[0].seats[0];
    const body = (name) => JSON.stringify({ party, name });
    assertFits(wishOf(sit), { party, name: "Ineke" }, sit);
    for (let member = 0; member < 12; ++member) {
      await answers(server, sit, 201, { code, headers: json, body: body(`Lid ${member}`) });
    }
    await answers(server, sit, 409, { code, headers: json, body: body("De dertiende") });
    await answers(server, sit, 400, { code, headers: json, body: "{}" });
    await answers(server, sit, 404, { headers: json, body: body("Ineke") });
    await answers(server, sit, 403, { code, headers: { ...json, ...elsewhere }, body: body("A") });
    await answers(server, sit, 415, { code, headers: toml, body: body("A") });
    assert.equal((await answers(server, show, 200, { code })).games[0].seats[0].names.length, 12);
  });

  it("says what comes of a WebSocket's address", async () => {
    const name = "GET /ws/{code}";
    await answers(server, name, 101, { code, headers: upgrade });
    await answers(server, name, 426, { code });
    await answers(server, name, 404, { headers: upgrade });
    await answers(server, name, 403, { code, headers: { ...upgrade, ...elsewhere } });
    const { "sec-websocket-key": key, ...keyless } = upgrade;
    assert.ok(key);
    const { refusal } = await answers(server, name, 400, { code, headers: keyless });
    assert.equal(refusal.code, "malformed");
    assert.match(refusal.what, /Sec-WebSocket-Key/);
    const old = { ...upgrade, "sec-websocket-version": "8" };
    await answers(server, name, 426, { code, headers: old });
  });

  it("says what happens to whoever tries too many codes", async () => {
    const bare = await Server.start(shared);
    while ((await bare.get("/api/sessions/QQQQQQ")).status === 404);
    await answers(bare, "GET /api/sessions/{code}", 429);
    await answers(bare, "POST /api/sessions/{code}/seats", 429, { headers: json, body: "{}" });
    await answers(bare, "GET /ws/{code}", 429, { headers: upgrade });
  });

  it("says what a server answers whose disk is full", async () => {
    const fileKiB = 1000;
    const file = path.join(temporaryFolder(shared), "admin");
    const full = await Server.start(shared, ["--admin-token-file", file], { fileKiB });
    const admin = { authorization: `Bearer ${readFileSync(file, "utf8").trim()}` };
    const wish = { headers: json, body: JSON.stringify({ scenario: "foodvalley" }) };
    const made = await full.createSession();
    while ((await full.post("/api/sessions", wish.body)).status === 201);
    await answers(full, "POST /api/sessions", 503, wish);
    await answers(full, "POST /api/sessions/{code}/seats", 503,
      { code: made.code, headers: json, body: JSON.stringify({ party: "rijk", name: "A" }) });
    assert.equal((await answers(full, "GET /health", 503)).status, "no-writes");
    const large = valley.padEnd(fileKiB * 1024 + 1, "\n");
    await answers(full, "POST /api/scenarios", 503, { headers: { ...toml, ...admin }, body: large });
  });

  it("has no status that this test does not see, but for what takes thousands of connections", () => {
    const described = [...operations].flatMap(([name, { responses }]) =>
      Object.keys(responses).map((status) => `${name} ${status}`));
    // Where nothing is stored, 503 means too-many-connections: tests/unit/net_listener.cpp.
    const unseen = [...operations.keys()]
      .filter((name) => name.startsWith("GET") && name !== "GET /health")
      .map((name) => `${name} 503`);
    assert.deepEqual([...seen, ...unseen].sort(), described.sort());
  });
});
