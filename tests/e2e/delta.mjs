// The three regions of delta.toml with all seats held by players of the test's own, up to the phase
// of proposals.
import { fileURLToPath } from "node:url";
import { Player } from "./player.mjs";
import { Server } from "./server.mjs";
import { acts, done, everybodyReady } from "./table.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const parties = [
  "rijk", "noord-gemeente", "noord-bedrijf", "zuid-gemeente", "zuid-kennis", "oost-gemeente",
];

export async function sitAtDelta(test) {
  const server = await Server.start(test, ["--scenarios", here]);
  const session = await server.createSession({ scenario: "delta", seed: 3 });
  const seats = {};
  for (const party of parties) {
    const { token } = await server.takeSeat(session.code, party, `Speler ${party}`);
    seats[party] = await new Player(server, session.code, token).connect();
  }
  const { facilitator_token } = session;
  const facilitator = await new Player(server, session.code, facilitator_token).connect();
  return { server, session, seats, facilitator };
}

// Every table wants its own challenge, and `publish` is what the centre does with its framework.
export async function toProposals({ seats, facilitator }, publish) {
  await acts(facilitator, { type: "start" });
  await everybodyReady(seats, "framework");
  await publish();
  await everybodyReady(seats, "agenda");
  const wishes = {
    "noord-gemeente": "haven", "noord-bedrijf": "haven",
    "zuid-gemeente": "wijk", "zuid-kennis": "wijk", "oost-gemeente": "dorpen",
  };
  for (const [party, challenge] of Object.entries(wishes)) {
    await done(seats[party], { type: "support", challenge });
  }
  await everybodyReady(seats, "proposal");
}

export function proposal(region, challenge, asked, pitch = "Kies ons.") {
  const partners = [`${region}-gemeente`];
  return { type: "submit", region, challenges: [challenge], partners, asked, pitch };
}

export const weights = {
  urgency: 3, well_being: 1, national_goals: 1, knowledge_partners: 1,
  existing_agenda: 1, co_financing: 2, supra_regional: 1,
};
