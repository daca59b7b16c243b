// Who gets in at the server's doors, what stays out of its log, and how TLS is done.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import path from "node:path";
import tls from "node:tls";
import { after, before, describe, it } from "node:test";
import { Client, program, Server, sharedBy, temporaryFolder } from "./server.mjs";

// What `dealtafel serve` says where it does not begin.
function refused(test, ...args) {
  const data = path.join(temporaryFolder(test), "data");
  const all = ["serve", "--port", "0", "--data", data, ...args];
  const { status, stderr } = spawnSync(program, all, { encoding: "utf8", timeout: 60_000 });
  return { status, stderr };
}

// A request as it is, whatever its path; `options` as those of node:https.
function request(server, options, body) {
  const { protocol, hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = (protocol === "https:" ? https : http).request(
      { host: hostname, port, agent: false, ...options },
      async (response) => {
        let text = "";
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode, headers: response.headers, text, socket: response.socket });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

const codeOf = (response) => JSON.parse(response.text).refusal.code;

// A certificate for this machine, with its key, as openssl makes them.
function makeKeys(folder, name, { days = "2" } = {}) {
  const cert = path.join(folder, `${name}.pem`);
  const key = path.join(folder, `${name}.key`);
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
    "-nodes", "-days", days, "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
    "-keyout", key, "-out", cert], { stdio: "ignore" });
  return { cert, key };
}

// The same, for a day that is long past.
function makeExpired(folder) {
  const { cert, key } = makeKeys(folder, "expired");
  const file = (name) => path.join(folder, name);
  writeFileSync(file("index.txt"), "");
  writeFileSync(file("ca.cnf"), `[ca]\ndefault_ca = own\n[own]\ndatabase = ${file("index.txt")}\n` +
    `new_certs_dir = ${folder}\nrand_serial = yes\ndefault_md = sha256\npolicy = any\n` +
    "[any]\ncommonName = supplied\n");
  const openssl = (...args) => execFileSync("openssl", args, { stdio: "ignore" });
  openssl("req", "-new", "-key", key, "-subj", "/CN=127.0.0.1", "-out", file("request.pem"));
  openssl("ca", "-batch", "-selfsign", "-config", file("ca.cnf"), "-keyfile", key, "-notext",
    "-startdate", "20200101000000Z", "-enddate", "20200102000000Z", "-in", file("request.pem"),
    "-out", cert);
  return { cert, key };
}

describe("what is secret", { timeout: 120_000 }, () => {
  it("is in no log and no file: tokens nowhere, words and names not in the log", async (test) => {
    const data = path.join(temporaryFolder(test), "data");
    const admin = path.join(temporaryFolder(test), "admin");
    const server = await Server.start(test, ["--data", data, "--admin-token-file", admin]);
    const { code, facilitator_token, helper_token } = await server.createSession();
    const { token } = await server.takeSeat(code, "province", "Wilhelmina");
    for (const secret of [facilitator_token, helper_token, token]) {
      assert.match(secret, /^[0-9a-f]{32}$/); // 128 bits
    }
    const leader = await server.connect(code);
    await leader.hello({ token: facilitator_token });
    const player = await server.connect(code);
    await player.hello({ token });
    player.send({ type: "command", id: 1, command: { type: "say", to: "all", text: "Zuurkoolstamppot" } });
    assert.equal((await player.next("answer")).refusal, undefined);
    player.send({ type: "draft", region: "foodvalley", text: "Klompendans" });
    leader.send({ type: "act", id: 1, game: 0, act: { type: "note", text: "Windmolenwiek" } });
    assert.equal((await leader.next("answer")).refusal, undefined);
    const adminToken = readFileSync(admin, "utf8").trim();
    await request(server, { method: "POST", path: "/api/scenarios", headers: {
      authorization: `Bearer ${adminToken}`, "content-type": "application/toml" } }, "x = 'Stroopwafel'");
    await (await server.connect(code)).socket.close();
    const wrong = await server.connect(code);
    wrong.send({ type: "hello", protocol: 1, client: "test-client", seen: 0, token: token.replace(/./, "z") });
    await wrong.closed;
    await server.signal("SIGTERM");

    const log = server.output.out + server.output.err;
    const tokens = [facilitator_token, helper_token, token, adminToken];
    const words = ["Zuurkoolstamppot", "Klompendans", "Windmolenwiek", "Wilhelmina", "Stroopwafel", code];
    for (const secret of [...tokens, ...words, token.slice(1)]) assert.ok(!log.includes(secret), secret);
    // Whose session and seat it was is there.
    assert.match(log, /session s-[0-9a-f]{32}: member 1 takes seat province of game 0/);
    assert.match(log, /session s-[0-9a-f]{32}: facilitator of game 0 is here/);
    assert.match(log, /session s-[0-9a-f]{32}: member 1 at seat province of game 0 is gone/);
    const files = readdirSync(data).map((name) => readFileSync(path.join(data, name), "latin1"));
    for (const secret of tokens) assert.ok(!files.join().includes(secret));
    assert.ok(files.join().includes("Zuurkoolstamppot")); // what was looked for can be found
  });
});

describe("a server that only this machine reaches", { concurrency: true, timeout: 120_000 }, () => {
  let server;
  const shared = sharedBy(after);
  before(async () => {
    server = await Server.start(shared);
  });

  it("runs no script that is not its own file, and lets its page use nothing of the machine", async () => {
    for (const place of ["/", "/health", "/nowhere"]) {
      const { headers } = await request(server, { path: place });
      const policy = headers["content-security-policy"].split("; ");
      for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'",
                          "base-uri 'none'"]) {
        assert.ok(policy.includes(part), `${place}: ${part}`);
      }
      assert.doesNotMatch(headers["content-security-policy"], /unsafe|\*/);
      assert.match(headers["permissions-policy"], /camera=\(\), geolocation=\(\), microphone=\(\)/);
      assert.equal(headers["referrer-policy"], "no-referrer");
      assert.equal(headers["x-content-type-options"], "nosniff");
    }
  });

  it("gives out no file by a path that climbs, however it is written", async () => {
    const climbs = ["..", "%2e%2e", "%2E.", "%252e%252e", "..%00", "%c0%ae%c0%ae", "..;", "....",
                    "%u002e%u002e"];
    const bars = ["/", "%2f", "%252f", "\\", "%5c", "%255c", "%c0%af"];
    for (const climb of climbs) {
      for (const bar of bars) {
        for (const start of ["/", "/assets/", "/join/", "/api/sessions/"]) {
          const up = (climb + bar).repeat(6);
          const { status } = await request(server, { path: `${start}${up}etc${bar}passwd` });
          assert.ok([400, 404, 429].includes(status), `${status} ${start}${up}`);
        }
      }
    }
    assert.match(await server.raw("GET /index.html\0.txt HTTP/1.1\r\nHost: a\r\n\r\n"), /^HTTP\/1\.1 400/);
    assert.equal((await request(server, { path: "/index.html%00" })).status, 404);
    assert.equal((await request(server, { path: "/index.html" })).status, 200);
  });

  it("is called by no name of the internet", async () => {
    const evil = await request(server, { path: "/health", headers: { host: "evil.example" } });
    assert.equal(evil.status, 421);
    assert.equal(codeOf(evil), "wrong-host");
    const { code } = await server.createSession();
    const headers = { host: "evil.example", origin: "http://evil.example" };
    await assert.rejects(server.connect(code, { headers }), /421/);
    const port = server.port;
    assert.equal((await request(server, { path: "/health", headers: { host: `localhost:${port}` } })).status, 200);
  });

  it("says that nobody is named for reports of weaknesses, where nobody is", async (test) => {
    const none = await request(server, { path: "/.well-known/security.txt" });
    assert.equal(none.status, 404);
    assert.match(none.text, /named no --security-contact/);
    const named = await Server.start(test, ["--security-contact", "mailto:security@example.org"]);
    const { status, headers, text } = await request(named, { path: "/.well-known/security.txt" });
    assert.equal(status, 200);
    assert.equal(headers["content-type"], "text/plain; charset=utf-8");
    assert.match(text, /^Contact: mailto:security@example\.org\n/);
    const days = (new Date(/Expires: (\S+)/.exec(text)[1]) - Date.now()) / 86_400_000;
    assert.ok(days > 170 && days < 365, `${days}`);
  });
});

describe("codes", { concurrency: true, timeout: 120_000 }, () => {
  const letters = "ABCDEFGHJKMNPQRSTUVWXYZ";
  const guess = (number) => "QQ" + [529, 23, 1].map((of) => letters[Math.floor(number / of) % 23]).join("") + "Q";

  it("that are right are taken from two hundred pupils behind one address", async (test) => {
    const server = await Server.start(test);
    const { code } = await server.createSession();
    const all = await Promise.all(Array.from({ length: 200 }, () => server.get(`/api/sessions/${code}`)));
    assert.ok(all.every(({ status }) => status === 200));
  });

  it("that are guessed are soon looked at no more, nor is a right one that was never used there", async (test) => {
    const server = await Server.start(test);
    const { code } = await server.createSession();
    const { code: other } = await server.createSession();
    assert.equal((await server.get(`/api/sessions/${other}`)).status, 200);
    const statuses = [];
    for (let at = 0; at < 64; ++at) statuses.push((await server.get(`/api/sessions/${guess(at)}`)).status);
    assert.deepEqual(statuses.slice(0, 60), Array(60).fill(404));
    assert.equal(statuses.at(-1), 429);
    const refused = await server.get(`/api/sessions/${code}`);
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get("retry-after"), "10");
    await assert.rejects(server.connect(code), /429/);
    // And whoever guesses on has to knock anew.
    const guesses = await server.raw(`GET /api/sessions/${code} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(3));
    assert.equal(guesses.match(/HTTP\/1\.1 429/g).length, 1);
    assert.equal((await server.get(`/api/sessions/${other}`)).status, 200);
    await (await server.connect(other)).hello();
  });

  it("are counted behind a proxy for whom the proxy names, else for who connects", async (test) => {
    for (const args of [["--behind-proxy"], []]) {
      const server = await Server.start(test, args);
      const { code } = await server.createSession();
      const from = (address) => ({ headers: { "x-forwarded-for": `203.0.113.5, ${address}` } });
      for (let at = 0; at < 70; ++at) await server.get(`/api/sessions/${guess(at)}`, from("198.51.100.1"));
      const known = await server.get(`/api/sessions/${code}`, from("198.51.100.2"));
      assert.equal(known.status, args.length > 0 ? 200 : 429);
      assert.equal((await server.get(`/api/sessions/${code}`, from("198.51.100.1"))).status, 429);
    }
  });
});

describe("an administrator", { concurrency: true, timeout: 120_000 }, () => {
  it("has a token that is made at the first start and that only its owner reads", async (test) => {
    const file = path.join(temporaryFolder(test), "admin");
    const first = await Server.start(test, ["--admin-token-file", file]);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const token = readFileSync(file, "utf8");
    assert.match(token, /^[0-9a-f]{64}\n$/);
    await first.signal("SIGTERM");
    await Server.start(test, ["--admin-token-file", file]);
    assert.equal(readFileSync(file, "utf8"), token);
    chmodSync(file, 0o640);
    assert.deepEqual(refused(test, "--admin-token-file", file), { status: 1,
      stderr: `the administrator's token file ${file} can be read by others: chmod 600 mends that\n` });
    writeFileSync(file, "short");
    chmodSync(file, 0o600);
    assert.match(refused(test, "--admin-token-file", file).stderr, /fewer than 32 characters/);
    assert.match(refused(test, "--admin-token-file", "/nowhere/admin").stderr, /cannot be used: No such file/);
  });

  it("alone makes sessions with --admin-only, and sends scenarios that last", async (test) => {
    const folder = temporaryFolder(test);
    const args = ["--admin-token-file", path.join(folder, "admin"), "--admin-only", "--data", path.join(folder, "data")];
    const server = await Server.start(test, args);
    const authorization = `Bearer ${readFileSync(args[1], "utf8").trim()}`;
    const wish = { scenario: "sent" };
    assert.equal((await server.post("/api/sessions", { scenario: "foodvalley" })).status, 403);
    const scenarios = path.join(import.meta.dirname, "../../scenarios/foodvalley.toml");
    const toml = readFileSync(scenarios, "utf8").replace('id = "foodvalley"', 'id = "sent"');
    const large = toml + "#".repeat(100 * 1024);
    const send = (body, more) => request(server, { method: "POST", path: "/api/scenarios",
      headers: { "content-type": "application/toml", ...more } }, body);
    assert.equal((await send(toml)).status, 403);
    assert.equal(codeOf(await send(toml, { authorization: "Bearer " + "0".repeat(64) })), "wrong-token");
    const wrong = await send("id = 7", { authorization });
    assert.equal(wrong.status, 400);
    assert.match(JSON.parse(wrong.text).refusal.path, /^\d+:\d+$/);
    const sent = await send(large, { authorization });
    assert.equal(sent.status, 201, sent.text);
    assert.equal(JSON.parse(sent.text).id, "sent");
    assert.equal((await send("#".repeat(1024 * 1024 + 1), { authorization })).status, 413);
    assert.equal((await server.post("/api/sessions", wish, { authorization })).status, 201);
    await server.signal("SIGTERM");
    const again = await Server.start(test, args);
    assert.equal((await again.post("/api/sessions", wish, { authorization })).status, 201);
  });
});

describe("the ways in", { concurrency: true, timeout: 120_000 }, () => {
  it("are refused in a sentence where they make no sense together", (test) => {
    const keys = makeKeys(temporaryFolder(test), "a");
    const tlsFiles = ["--tls-cert", keys.cert, "--tls-key", keys.key];
    for (const [args, sentence] of [
      [["--public"], /^--public needs --tls-cert and --tls-key, or --behind-proxy/],
      [["--tls-cert", keys.cert], /^--tls-cert and --tls-key go together/],
      [["--tls-key", keys.key], /^--tls-cert and --tls-key go together/],
      [["--lan", "--public", ...tlsFiles], /^--lan is for one room and --public for everybody/],
      [["--lan", ...tlsFiles], /^--lan is without TLS/],
      [["--lan", "--behind-proxy"], /^--lan is without a proxy/],
      [["--admin-only"], /^--admin-only needs --admin-token-file/],
      [["--security-contact", "me"], /^--security-contact must begin with https:/],
    ]) {
      const { status, stderr } = refused(test, ...args);
      assert.equal(status, 2, args.join(" "));
      assert.match(stderr, sentence);
      assert.equal(stderr.split("\n").length, 2);
    }
    for (const [args, sentence] of [
      [["--address", "0.0.0.0"], /^others can reach 0\.0\.0\.0: give --lan .* or --public/],
      [["--address", "192.168.1.4"], /^others can reach 192\.168\.1\.4/],
      [["--lan", "--address", "8.8.8.8"], /^8\.8\.8\.8 is no private address/],
      [["--lan", "--address", "0.0.0.0"], /^0\.0\.0\.0 is no private address/],
    ]) {
      const { status, stderr } = refused(test, ...args);
      assert.equal(status, 1, args.join(" "));
      assert.match(stderr, sentence);
    }
  });

  it("in a room are told with their risk and a code that a phone scans", async (test) => {
    const server = await Server.start(test, ["--lan", "--address", "127.0.0.1"]);
    while (!server.output.out.includes("█")) await once(server.process.stdout, "data");
    assert.match(server.output.out, /^Dealtafel listens at http:\/\/127\.0\.0\.1:\d+\nEverybody on this network can read and change/);
  });

  it("behind a proxy take any name, as the proxy chose it", async (test) => {
    const server = await Server.start(test, ["--public", "--behind-proxy", "--address", "127.0.0.1"]);
    const headers = { host: "game.example", origin: "https://game.example", "content-type": "application/json" };
    const made = await request(server, { method: "POST", path: "/api/sessions", headers },
      JSON.stringify({ scenario: "foodvalley" }));
    assert.equal(made.status, 201);
  });
});

describe("TLS", { concurrency: true, timeout: 120_000 }, () => {
  let folder;
  const shared = sharedBy(after);
  before(() => {
    folder = temporaryFolder(shared);
  });
  const start = (test, { cert, key }) => Server.start(test,
    ["--public", "--address", "127.0.0.1", "--tls-cert", cert, "--tls-key", key]);

  it("carries pages, sessions and WebSockets, in versions 1.2 and 1.3", async (test) => {
    const keys = makeKeys(folder, "versions");
    const ca = readFileSync(keys.cert);
    const server = await start(test, keys);
    assert.match(server.url, /^https:/);
    for (const version of ["TLSv1.2", "TLSv1.3"]) {
      const options = { ca, minVersion: version, maxVersion: version };
      const made = await request(server, { method: "POST", path: "/api/sessions",
        headers: { "content-type": "application/json", origin: server.url }, ...options },
        JSON.stringify({ scenario: "foodvalley" }));
      assert.equal(made.status, 201);
      const { code } = JSON.parse(made.text);
      const url = `${server.url.replace("https", "wss")}/ws/${code}`;
      const client = await Client.open(url, options);
      assert.equal(client.socket._socket.getProtocol(), version);
      await client.hello();
      client.send({ type: "ping", at: 7 });
      assert.equal((await client.next("pong")).at, 7);
    }
    const html = await request(server, { path: "/", ca });
    assert.equal(html.status, 200);
    assert.ok(html.text.length > 100);
  });

  it("of versions before 1.2 is refused, and so is what is no TLS", async (test) => {
    const keys = makeKeys(folder, "old");
    const ca = readFileSync(keys.cert);
    const server = await start(test, keys);
    const ciphers = "DEFAULT@SECLEVEL=0";
    for (const version of ["TLSv1", "TLSv1.1"]) {
      const socket = tls.connect({ port: server.port, host: "127.0.0.1", ca, ciphers,
        minVersion: version, maxVersion: version });
      const [error] = await once(socket, "error");
      assert.match(error.code, /ALERT_PROTOCOL_VERSION/);
    }
    await assert.rejects(fetch(`${server.url.replace("https", "http")}/health`));
    assert.equal((await request(server, { path: "/health", ca })).status, 200);
  });

  it("gets a new certificate on SIGHUP and cuts nobody off; a bad one is told and not taken", async (test) => {
    const first = makeKeys(folder, "first");
    const second = makeKeys(folder, "second");
    const live = { cert: path.join(folder, "live.pem"), key: path.join(folder, "live.key") };
    const put = ({ cert, key }) => (copyFileSync(cert, live.cert), copyFileSync(key, live.key));
    put(first);
    const server = await start(test, live);
    const serial = () => new Promise((resolve, reject) => {
      const socket = tls.connect({ port: server.port, host: "127.0.0.1", rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate().serialNumber);
        socket.destroy();
      });
      socket.on("error", reject);
    });
    const hangUp = async (expected) => {
      server.process.kill("SIGHUP");
      while (!expected.test(server.output.err)) await once(server.process.stderr, "data");
    };
    const before = await serial();
    const made = await request(server, { method: "POST", path: "/api/sessions", rejectUnauthorized: false,
      headers: { "content-type": "application/json" } }, JSON.stringify({ scenario: "foodvalley" }));
    const client = await Client.open(`${server.url.replace("https", "wss")}/ws/${JSON.parse(made.text).code}`,
      { rejectUnauthorized: false });
    await client.hello();

    put(second);
    await hangUp(/were read again/);
    const renewed = await serial();
    assert.notEqual(renewed, before);
    copyFileSync(first.key, live.key);
    await hangUp(/the certificate before is kept: the key \S+live\.key does not belong to the certificate \S+live\.pem/);
    assert.equal(await serial(), renewed);
    client.send({ type: "ping", at: 7 });
    assert.equal((await client.next("pong")).at, 7);
  });

  it("says in a sentence which file is wrong, and how", (test) => {
    const good = makeKeys(folder, "good");
    const other = makeKeys(folder, "other");
    const expired = makeExpired(folder);
    const empty = path.join(folder, "empty.pem");
    writeFileSync(empty, "");
    const locked = path.join(folder, "locked.key");
    execFileSync("openssl", ["ec", "-in", good.key, "-aes256", "-passout", "pass:x", "-out", locked], { stdio: "ignore" });
    for (const [cert, key, sentence] of [
      ["/nowhere.pem", good.key, "the certificate /nowhere.pem cannot be read: No such file or directory"],
      [good.cert, "/nowhere.key", "the key /nowhere.key cannot be read: No such file or directory"],
      [empty, good.key, `${empty} holds no certificate in PEM form`],
      [good.key, good.key, `${good.key} holds no certificate in PEM form`],
      [good.cert, empty, `${empty} holds no private key in PEM form without a passphrase`],
      [good.cert, locked, `${locked} holds no private key in PEM form without a passphrase`],
      [expired.cert, expired.key, `the certificate ${expired.cert} has expired`],
      [good.cert, other.key, `the key ${other.key} does not belong to the certificate ${good.cert}`],
    ]) {
      assert.deepEqual(refused(test, "--tls-cert", cert, "--tls-key", key), { status: 1, stderr: sentence + "\n" });
    }
  });
});
