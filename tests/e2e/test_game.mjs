// A person plays a seat through a game against bots: whole, cut off half-way, and through a server
// that is killed in the middle.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import path from "node:path";
import { Player } from "./player.mjs";
import { Server, temporaryFolder } from "./server.mjs";

const REGION = "foodvalley";

async function table(test, args = [], wish = {}) {
  const server = await Server.start(test, args);
  const session = await server.createSession({ rounds: 1, seed: 3, ...wish });
  const seat = await server.takeSeat(session.code, "municipalities", "Speler");
  const player = await new Player(server, session.code, seat.token).connect();
  const facilitator = await new Player(server, session.code, session.facilitator_token).connect();
  return { server, session, player, facilitator };
}

// From the lobby to the negotiation, with an agenda that the seat took part in.
async function toNegotiation({ player, facilitator }) {
  assert.equal(await facilitator.act({ type: "start" }), undefined);
  await player.atStage("briefing");
  await player.readyUntil("framework");
  // Bots act first: the centre says where it means to stand.
  await player.until(() => player.items("published").length === 1, "the framework");
  await player.readyUntil("agenda");
  const theme = player.welcome.scenario.themes[0].id;
  assert.equal(
    await player.ask({ type: "ambition", region: REGION, theme, value: 90 }), undefined);
  const seen = Object.keys(player.view.own.urgency);
  assert.equal(await player.ask({ type: "support", challenge: seen[0] }), undefined);
  await player.readyUntil("negotiation");
  await player.until(() => player.items("version-made").length > 0, "the first version");
}

function region(player) {
  return player.view.regions.find((one) => one.region === REGION);
}

async function toEnd({ player, facilitator }) {
  for (const stage of ["outcome", "accountability", "reflection", "debrief"]) {
    if (player.view.stage === "debrief") break;
    const now = player.view.stage;
    assert.equal(await facilitator.act({ type: "skip" }), undefined);
    await player.until(() => player.view.stage !== now, `the end of ${now}`);
    if (player.view.stage === "reflection") {
      const place = { type: "place", partnership: -0.5, steering: 0, hierarchy: 0.5 };
      assert.equal(await player.ask(place), undefined);
      assert.equal(await player.ask({ type: "lesson", text: "Eerst luisteren." }), undefined);
    }
    assert.ok(stage);
  }
  await player.atStage("debrief");
  assert.equal(player.view.revealed.length, 7);
  assert.equal(player.items("own-points").length, 1);
  assert.equal(await facilitator.act({ type: "end" }), undefined);
  await player.atStage("closed");
}

describe("a game against bots", { concurrency: true }, () => {
  it("is played from the lobby to its end by a person who negotiates", async (test) => {
    const game = await table(test);
    const { player } = game;
    await toNegotiation(game);
    const base = player.items("version-made").at(-1);
    // Both sides pay for the first challenge: half by the region, half by the centre.
    const line = { ...base.deal.lines[0], money: {} };
    line.money[line.partners[0]] = 2.0;
    line.money.rijk = 2.0;
    const deal = { ...base.deal, lines: [line] };
    const amend = { type: "amend", region: REGION, base: base.number, deal };
    assert.equal(await player.ask(amend), undefined);
    const mine = player.items("version-made").find((made) => made.by === "municipalities");
    assert.ok(mine);
    assert.equal(await player.ask({ type: "back", region: REGION, version: mine.number }), undefined);
    assert.equal(await player.ask({ type: "look", region: REGION, version: mine.number }), undefined);
    assert.equal(player.items("looked").length, 1);
    const put = await player.ask({ type: "put", region: REGION, version: mine.number });
    assert.ok([undefined, "other-is-backed", "already-so"].includes(put), put);
    await player.until(() => region(player).on_table, "a version on the table");
    const open = region(player).on_table;
    assert.equal(
      await player.ask({ type: "sign", region: REGION, version: open.version }), undefined);
    await toEnd(game);
  });

  it("is resumed by a player who was cut off half-way, and who finds everything", async (test) => {
    const game = await table(test);
    const { server, session, player } = game;
    await toNegotiation(game);
    assert.equal(await player.ask({ type: "say", to: "all", text: "Ik was er nog." }), undefined);
    const before = player.seen;
    player.drop();
    // The others go on: the facilitator speaks while the player is away.
    assert.equal(await game.facilitator.act({ type: "announce", text: "Nog even door." }), undefined);
    await player.connect();
    await player.until(() => player.items("announced").length === 1, "what was missed");
    assert.ok(player.seen > before);
    assert.equal(player.items("said").filter((said) => said.text === "Ik was er nog.").length, 1);
    // A fresh device gets the same from the first item on.
    const other = await new Player(server, session.code, player.token).connect();
    await other.until(() => other.seen >= player.seen, "the whole feed");
    assert.deepEqual(other.feed.slice(0, player.seen), player.feed.slice(0, other.seen));
    await toEnd(game);
  });

  it("goes on after its server was killed, with every seat, word and second", async (test) => {
    const data = path.join(temporaryFolder(test), "data");
    const game = await table(test, ["--data", data]);
    const { server, session, player, facilitator } = game;
    await toNegotiation(game);
    const command = { type: "say", to: "all", text: "Voor de stekker eruit ging." };
    assert.equal(await player.ask(command, 500), undefined);
    const told = player.feed.slice();
    const ends = player.view.stage_ends_ms;
    await server.signal("SIGKILL");
    await player.client.closed;
    const again = await Server.start(test, ["--data", data]);
    await player.connect(again);
    await facilitator.connect(again);
    assert.deepEqual(player.feed.slice(0, told.length), told);
    assert.equal(player.view.stage, "negotiation");
    assert.equal(player.view.stage_ends_ms, ends);
    // The same command once more is answered, and done no second time.
    player.answers.clear();
    assert.equal(await player.ask(command, 500), undefined);
    assert.equal(player.items("said").filter((said) => said.text === command.text).length, 1);
    const fresh = await new Player(again, session.code, player.token).connect();
    await fresh.until(() => fresh.seen >= told.length, "the whole feed");
    assert.deepEqual(fresh.feed.slice(0, told.length), told);
    await toEnd(game);
  });
});
