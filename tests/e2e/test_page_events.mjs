// The facilitator lets an event of the scenario happen, at the console: everybody reads it, on a
// phone and on the big screen, and who may not know of an urgency is told nothing of it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { laptop, Person, phone, seenBy, startBrowser } from "./browser.mjs";
import { Player } from "./player.mjs";
import { Server, temporaryFolder } from "./server.mjs";

const event = `
[[event]]
id = "barns-burn"
title = { en = "Barns burn" }
text = { en = "The farmers have less to spend." }
phase = "negotiation"
chance = 0.0
changes = [
  { set = "budget", party = "farmers", multiply = 0.5 },
  { set = "urgency", challenge = "protein", add = 0.2 },
  { set = "trust", a = "city", b = "farmers", add = -0.1 },
  { set = "wellbeing", region = "valley", theme = "health", add = -2.0 },
  { set = "model", parameter = "line_min", add = 0.5 },
  { set = "at_table", party = "school", value = false },
]
`;

// The folder of a scenario of the test's own.
function scenarios(t) {
  const folder = temporaryFolder(t);
  const valley = readFileSync(new URL("valley.toml", import.meta.url), "utf8");
  writeFileSync(path.join(folder, "valley.toml"), valley + event);
  return folder;
}

test("an event happens at the facilitator's word, and everybody reads what it changed", async (t) => {
  const server = await Server.start(t, ["--scenarios", scenarios(t)]);
  const browser = await startBrowser(t);
  const facilitator = await Person.sitDown(browser, "Fatima", laptop);
  const city = await Person.sitDown(browser, "Priya", phone);
  const wall = await Person.sitDown(browser, "wand", { width: 1920, height: 1080 });
  await seenBy([facilitator, city, wall], async () => {
    const session = await server.createSession({ scenario: "valley" });
    const { code } = session;
    const seat = await server.takeSeat(code, "city", "Priya");
    const school = await server.takeSeat(code, "school", "Sam");
    const pupil = await new Player(server, code, school.token).connect();
    const helper = await new Player(server, code, session.helper_token).connect();
    const spectator = await new Player(server, code).connect();
    await city.sitAt(server, code, "city", seat.token);
    await facilitator.page.goto(`${server.url}/console/${code}#${session.facilitator_token}`);
    await wall.page.goto(`${server.url}/screen/${code}`);
    await facilitator.press("Begin the game");
    await city.asked("Read your brief");
    assert.equal(await helper.act({ type: "inject", event: "barns-burn" }), "not-allowed-to-helper");
    assert.deepEqual(helper.welcome.events, []);
    assert.deepEqual(pupil.welcome.events, []);

    await facilitator.press("Event…");
    await facilitator.sees("The farmers have less to spend.");
    await facilitator.look("console-event");
    await facilitator.press(/^Let it happen now/);
    for (const person of [facilitator, city, wall]) {
      await person.sees("Event: Barns burn");
      await person.sees(/The budget of Farmers for this round goes from €5.0\smillion to €2.5\smillion/);
      await person.sees("Health in The valley goes from 50.0 to 48.0.");
      await person.sees("Trust between City and Farmers goes from 0.50 to 0.40.");
      await person.sees(
        "A rule of the game changes: the least money for a challenge, from 1.00 to 1.50.");
      await person.sees("School leaves the table of The valley.");
      await person.look("event");
    }
    await facilitator.sees("The urgency of “Protein” goes from 0.6 to 0.8.");
    assert.equal(await city.page.getByText("The urgency of").count(), 0);

    await pupil.until(() => pupil.items("scenario-event").length === 1, "the event");
    await spectator.until(() => spectator.items("scenario-event").length === 1, "the event");
    assert.equal(pupil.items("scenario-event")[0].urgency[0].to, 0.8);
    assert.deepEqual(spectator.items("scenario-event")[0].urgency, []);
    assert.equal(pupil.view.parties.farmers.budget, 2.5);
    assert.deepEqual(pupil.view.model, [{ parameter: "line_min", value: 1.5 }]);
    assert.deepEqual(pupil.view.events_happened, []);

    // Once is once.
    await facilitator.press("Event…");
    await facilitator.sees("This has happened already, and it happens once at most.");
  });
});
