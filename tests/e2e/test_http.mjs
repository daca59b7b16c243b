// What the server answers over HTTP.
import assert from "node:assert/strict";
import { once } from "node:events";
import net from "node:net";
import { after, before, describe, it } from "node:test";
import { gunzipSync } from "node:zlib";
import { request, Server, sharedBy } from "./server.mjs";

async function assertRefusal(response, status, code) {
  assert.equal(response.status, status);
  const { refusal } = Buffer.isBuffer(response.bytes) ? JSON.parse(response.bytes) : await response.json();
  assert.equal(refusal.code, code);
  return refusal;
}

describe("HTTP", { concurrency: true, timeout: 120_000 }, () => {
  let server;
  const shared = sharedBy(after);
  before(async () => {
    server = await Server.start(shared);
  });

  it("tells that it is well, which version it is and how many sessions it holds", async () => {
    const response = await server.get("/health");
    assert.equal(response.status, 200);
    const health = await response.json();
    assert.deepEqual(Object.keys(health).sort(), ["sessions", "status", "version"]);
    assert.equal(health.status, "ok");
    assert.match(health.version, /^\d+\.\d+\.\d+$/);
  });

  it("lists the scenarios, and makes a session of one that anybody with the code can see", async () => {
    const { scenarios } = await (await server.get("/api/scenarios")).json();
    assert.ok(scenarios.some((scenario) => scenario.id === "foodvalley"));

    const made = await server.post("/api/sessions", { scenario: "foodvalley", games: 2 });
    assert.equal(made.status, 201);
    assert.equal(made.headers.get("cache-control"), "no-store");
    const { code, facilitator_token, helper_token } = await made.json();
    assert.match(code, /^[A-HJKMNP-Z]{6}$/);
    assert.match(facilitator_token, /^[0-9a-f]{32}$/);
    assert.notEqual(facilitator_token, helper_token);

    // Codes are read aloud: small letters will do.
    const shown = await (await server.get(`/api/sessions/${code.toLowerCase()}`)).json();
    assert.equal(shown.code, code);
    assert.equal(shown.games.length, 2);
    assert.ok(!JSON.stringify(shown).includes(facilitator_token));
  });

  it("gives a seat to who asks for it by name", async () => {
    const { code } = await server.createSession();
    const { games } = await (await server.get(`/api/sessions/${code}`)).json();
    const { party } = games[0].seats[0];
    const taken = await server.post(`/api/sessions/${code}/seats`, { party, name: "Ineke" });
    assert.equal(taken.status, 201);
    assert.match((await taken.json()).token, /^[0-9a-f]{32}$/);
    const after = await (await server.get(`/api/sessions/${code}`)).json();
    assert.deepEqual(after.games[0].seats[0].names, ["Ineke"]);
  });

  it("refuses a session of nothing, a seat of nobody and a session that is not there", async () => {
    const { code } = await server.createSession();
    const nowhere = await server.post("/api/sessions", { scenario: "atlantis" });
    await assertRefusal(nowhere, 404, "no-such-scenario");
    const nobody = await server.post(`/api/sessions/${code}/seats`, { party: "zeus", name: "Zeus" });
    await assertRefusal(nobody, 404, "no-such-party");
    await assertRefusal(await server.get("/api/sessions/QQQQQQ"), 404, "no-such-session");
    const seat = await server.post("/api/sessions/QQQQQQ/seats", { party: "rijk", name: "A" });
    await assertRefusal(seat, 404, "no-such-session");
  });

  it("says where a body is wrong", async () => {
    const missing = await server.post("/api/sessions", {});
    assert.equal((await assertRefusal(missing, 400, "malformed")).path, "scenario");
    const unknown = await server.post("/api/sessions", { scenario: "foodvalley", colour: "red" });
    assert.equal((await assertRefusal(unknown, 400, "malformed")).path, "colour");
    const kind = await server.post("/api/sessions", { scenario: "foodvalley", games: "two" });
    assert.equal((await assertRefusal(kind, 400, "malformed")).path, "games");
    const broken = await server.post("/api/sessions", '{"scenario": ');
    await assertRefusal(broken, 400, "malformed");
    const bytes = await request(
      server,
      { method: "POST", path: "/api/sessions", headers: { "content-type": "application/json" } },
      Buffer.from('{"scenario": "\xff"}', "latin1"),
    );
    await assertRefusal(bytes, 400, "malformed");
  });

  it("takes a body as JSON only, and only from its own page or from no page", async () => {
    const wish = { scenario: "foodvalley" };
    const form = await server.post("/api/sessions", wish, { "content-type": "text/plain" });
    await assertRefusal(form, 415, "malformed");
    const options = {
      method: "POST",
      path: "/api/sessions",
      headers: { "content-type": "application/json; charset=utf-8", origin: "http://example.org" },
    };
    await assertRefusal(
      await request(server, options, JSON.stringify(wish)), 403, "wrong-origin");
    options.headers.origin = server.url;
    assert.equal((await request(server, options, JSON.stringify(wish))).status, 201);
    options.headers.origin = "null";
    await assertRefusal(
      await request(server, options, JSON.stringify(wish)), 403, "wrong-origin");
  });

  it("refuses what is too large before it reads all of it", async () => {
    const body = JSON.stringify({ scenario: "x".repeat(64 * 1024) });
    await assertRefusal(await server.post("/api/sessions", body), 413, "too-large");
    const header = await request(server, { path: "/health", headers: { x: "y".repeat(9000) } });
    await assertRefusal(header, 431, "too-large");
    const promised = await server.raw(
      "POST /api/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000000\r\n\r\n");
    assert.match(promised, /^HTTP\/1\.1 413 /);
  });

  it("answers garbage with 400, and goes on", async () => {
    for (const garbage of ["\x16\x03\x01\x02\x00\x01", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n"]) {
      assert.match(await server.raw(garbage), /^HTTP\/1\.1 400 .*"malformed"/s);
    }
    assert.equal((await server.get("/health")).status, 200);
  });

  it("says which method an address takes, and what is nowhere", async () => {
    const wrong = await server.get("/api/sessions");
    await assertRefusal(wrong, 405, "wrong-method");
    assert.equal(wrong.headers.get("allow"), "POST");
    const remove = await server.get("/health", { method: "DELETE" });
    await assertRefusal(remove, 405, "wrong-method");
    assert.equal(remove.headers.get("allow"), "GET, HEAD");
    await assertRefusal(await server.get("/", { method: "PUT" }), 405, "wrong-method");
    await assertRefusal(await server.get("/no/such/place"), 404, "not-found");
    await assertRefusal(await server.get("/api"), 404, "not-found");
    assert.equal((await server.get("/ws/QQQQQQ")).status, 426);
  });

  it("serves several requests on one connection, and none after the last", async () => {
    const text = await server.raw(
      "GET /health HTTP/1.1\r\nHost: a\r\n\r\n" +
        "HEAD /health HTTP/1.1\r\nHost: a\r\n\r\n" +
        "GET /nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" +
        "GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    assert.deepEqual(
      text.match(/HTTP\/1\.1 \d+/g), ["HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 404"]);
    // HEAD has the length of GET and no body.
    assert.equal(text.match(/"status":"ok"/g).length, 1);
    assert.equal(new Set(text.match(/Content-Length: \d+/g).slice(0, 2)).size, 1);
  });

  it("gives up a request that does not arrive", async () => {
    const socket = net.connect(server.port, "127.0.0.1");
    socket.write("GET /health HTTP/1.1\r\nHost: ");
    socket.resume();
    await once(socket, "close");
  });
});

describe("the page", { concurrency: true, timeout: 120_000 }, () => {
  let server;
  let assets;
  const shared = sharedBy(after);
  before(async () => {
    server = await Server.start(shared);
    const html = await (await server.get("/")).text();
    assets = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, name]) => name);
  });

  it("stands at all its places and is never kept", async () => {
    for (const place of ["/", "/join", "/join/ABCDEF", "/play/abcdef", "/console/ABCDEF",
                         "/screen/ABCDEF?game=2"]) {
      const response = await server.get(place);
      assert.equal(response.status, 200, place);
      assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
      assert.equal(response.headers.get("cache-control"), "no-store");
    }
  });

  it("loads nothing from elsewhere, runs nothing inline and stands in no other page", async () => {
    for (const place of ["/", assets[0], "/health", "/nowhere"]) {
      const { headers } = await server.get(place);
      const policy = headers.get("content-security-policy").split("; ");
      assert.ok(policy.includes("default-src 'none'"), place);
      assert.ok(policy.includes("connect-src 'self'"), place);
      assert.ok(policy.includes("frame-ancestors 'none'"), place);
      assert.ok(!policy.join().includes("unsafe"), place);
      assert.equal(headers.get("x-content-type-options"), "nosniff", place);
      assert.equal(headers.get("referrer-policy"), "no-referrer", place);
    }
    const html = await (await server.get("/")).text();
    assert.doesNotMatch(html, /<script(?![^>]*src=)|<style|style=|\son\w+=/);
  });

  it("has files that are kept for ever, as their names change with their content", async () => {
    assert.ok(assets.length > 0);
    for (const name of assets) {
      const response = await server.get(name);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("cache-control"), "public, max-age=31536000, immutable");
      assert.match(response.headers.get("content-type"), /^text\/(javascript|css); charset=utf-8$/);
    }
  });

  it("comes packed to who takes that, and is the same unpacked", async () => {
    const [name] = assets;
    const plain = await request(server, { path: name });
    const refused = await request(server, { path: name, headers: { "accept-encoding": "gzip;q=0" } });
    const packed = await request(server, { path: name, headers: { "accept-encoding": "br, gzip" } });
    assert.equal(plain.headers["content-encoding"], undefined);
    assert.deepEqual(refused.bytes, plain.bytes);
    assert.equal(packed.headers["content-encoding"], "gzip");
    assert.equal(packed.headers.vary, "Accept-Encoding");
    assert.ok(packed.bytes.length < plain.bytes.length);
    assert.deepEqual(gunzipSync(packed.bytes), plain.bytes);
    assert.notEqual(packed.headers.etag, plain.headers.etag);
  });

  it("is not sent again to who has it", async () => {
    const [name] = assets;
    const { headers } = await request(server, { path: name });
    const again = await request(server, { path: name, headers: { "if-none-match": headers.etag } });
    assert.equal(again.status, 304);
    assert.equal(again.bytes.length, 0);
    const other = await request(server, { path: name, headers: { "if-none-match": '"0"' } });
    assert.equal(other.status, 200);
  });

  it("is all there is: no path leads out of it", async () => {
    for (const path of ["/../CMakeLists.txt", "/assets/../index.html", "/assets/", "/assets",
                        "/%2e%2e/etc/passwd", "//etc/passwd", "/etc/passwd", "/index.html/",
                        "/join/../../etc/passwd", "/join/ABCDEF/more", "/play/12"]) {
      await assertRefusal(await request(server, { path }), 404, "not-found");
    }
  });
});
