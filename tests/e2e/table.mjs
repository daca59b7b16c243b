// All seats of the table of foodvalley held by players of the test's own, and what they do.
import assert from "node:assert/strict";
import { Player } from "./player.mjs";
import { Server } from "./server.mjs";

export const region = "foodvalley";
const parties = [
  "rijk", "province", "municipalities", "water-board", "university", "business", "residents",
];

export async function done(player, command) {
  assert.equal(await player.ask(command), undefined, JSON.stringify(command));
}

export async function acts(facilitator, act) {
  assert.equal(await facilitator.act(act), undefined, JSON.stringify(act));
}

// A session whose seats are all held, by party; the facilitator and a second member beside them.
export async function sitDown(test, wish) {
  const server = await Server.start(test);
  const session = await server.createSession({ rounds: 1, seed: 3, ...wish });
  const { code } = session;
  const seats = {};
  for (const party of parties) {
    const { token } = await server.takeSeat(code, party, `Speler ${party}`);
    seats[party] = await new Player(server, code, token).connect();
  }
  const { token } = await server.takeSeat(code, "municipalities", "Nog iemand");
  const second = await new Player(server, code, token).connect();
  const facilitator = await new Player(server, code, session.facilitator_token).connect();
  return { server, session, seats, second, facilitator };
}

export function everybodyReady(seats, stage) {
  return Promise.all(Object.values(seats).map((player) => player.readyUntil(stage)));
}

export function heard(player, type, found = () => true) {
  return player.until(() => player.items(type).some(found), type);
}

// All at the table want much of everything, and support the homes.
export async function agreeOnHomes(...players) {
  for (const player of players) {
    for (const theme of player.welcome.scenario.themes) {
      await done(player, { type: "ambition", region, theme: theme.id, value: 95 });
    }
    await done(player, { type: "support", challenge: "homes" });
  }
}

// A version of which the municipalities, the province and the Rijk pay the homes, on these terms.
export async function amend({ municipalities }, partners, terms = {}) {
  const base = municipalities.items("version-made").at(-1);
  const line = base.deal.lines.find(({ challenge }) => challenge === "homes");
  const money = { rijk: 2.0, municipalities: 2.0 };
  const deal = { ...base.deal, ...terms, lines: [{ ...line, partners: partners.sort(), money }] };
  await done(municipalities, { type: "amend", region, base: base.number, deal });
  await heard(municipalities, "version-made", ({ number }) => number === base.number + 1);
  return base.number + 1;
}
