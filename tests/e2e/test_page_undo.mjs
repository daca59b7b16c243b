// The facilitator takes the game back at the console, in two clicks: everybody is told at once, and
// what was said since stays in sight, as undone.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { laptop, Person, phone, seenBy, startBrowser } from "./browser.mjs";
import { Player } from "./player.mjs";
import { Server } from "./server.mjs";

test("the game goes back to where a phase began, and everybody reads so", async (t) => {
  const folder = path.dirname(fileURLToPath(import.meta.url));
  const server = await Server.start(t, ["--scenarios", folder]);
  const browser = await startBrowser(t);
  const facilitator = await Person.sitDown(browser, "Fatima", laptop);
  const city = await Person.sitDown(browser, "Priya", phone);
  await seenBy([facilitator, city], async () => {
    const session = await server.createSession({ scenario: "valley" });
    const { code } = session;
    const seat = await server.takeSeat(code, "city", "Priya");
    const school = await server.takeSeat(code, "school", "Sam");
    const pupil = await new Player(server, code, school.token).connect();
    await city.sitAt(server, code, "city", seat.token);
    await facilitator.page.goto(`${server.url}/console/${code}#${session.facilitator_token}`);
    await facilitator.press("Begin the game");
    await city.asked("Read your brief");
    await facilitator.press("Finish phase…");
    await facilitator.press("Finish it");
    await pupil.atStage("framework", 1);
    await pupil.ask({ type: "say", to: "all", text: "We build ten houses." });
    await facilitator.press("Go back…");
    await facilitator.sees(/Everybody in this game is told at once/);
    await facilitator.look("console-undo");
    await facilitator.press(/^Go back.*Briefing/);
    await pupil.atStage("briefing");
    await city.asked("Read your brief");
    for (const person of [facilitator, city]) {
      await person.sees(/The facilitator took the game back to/);
    }
    await city.look("undone");
    assert.equal(await facilitator.page.getByRole("dialog").count(), 0);
  });
});
