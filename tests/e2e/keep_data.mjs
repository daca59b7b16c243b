// Keeps the data folder of a game under way, as this version of the program stores it, for the
// versions after it: `DEALTAFEL=PROGRAM node keep_data.mjs`, once before each release.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, it } from "node:test";
import { Player } from "./player.mjs";
import { Server, sharedBy, temporaryFolder } from "./server.mjs";

it("keeps the data of a game under way", { timeout: 60_000 }, async () => {
  const test = sharedBy(after);
  const data = path.join(temporaryFolder(test), "data");
  const server = await Server.start(test, ["--data", data]);
  const { version } = await (await server.get("/health")).json();
  const session = await server.createSession({ scenario: "kennismaking", start_when_taken: true });
  const { token } = await server.takeSeat(session.code, "rijk", "Speler");
  const player = await new Player(server, session.code, token).connect();
  await player.ask({ type: "say", to: "all", text: "Tot later." });
  await player.readyUntil("agenda");
  const entries = player.feed.length;
  player.drop();
  await server.signal("SIGTERM");

  const folder = new URL(`data_of_versions/${version}/`, import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  copyFileSync(path.join(data, "dealtafel.sqlite"), path.join(folder, "dealtafel.sqlite"));
  const seat = { code: session.code, token, entries };
  writeFileSync(path.join(folder, "seat.json"), JSON.stringify(seat, null, 2) + "\n");
});
