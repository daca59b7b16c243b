// A session as the facilitator chose it on the first page: under a treatment, with seats that stay
// vacant until somebody takes them, and whose seat is vacant again when its people are gone.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { laptop, Person, phone, seenBy, startBrowser } from "./browser.mjs";
import { Player } from "./player.mjs";
import { Server, temporaryFolder } from "./server.mjs";

const treatment = `
[[treatment]]
id = "without-forecast"
title = { en = "Without a forecast" }
changes = { "session.forecast" = "none", "session.grace" = 1 }
`;

function scenarios(t) {
  const folder = temporaryFolder(t);
  const valley = readFileSync(new URL("valley.toml", import.meta.url), "utf8");
  writeFileSync(path.join(folder, "valley.toml"), valley + treatment);
  return folder;
}

async function makeSession(facilitator, server) {
  const { page } = facilitator;
  await page.goto(server.url);
  await page.locator("label.option", { hasText: "Without a forecast" }).click();
  // What the treatment sets is no choice any more.
  assert.equal(await page.getByText("Voorspelling voor spelers").count(), 0);
  await facilitator.choose("blijven leeg");
  await facilitator.choose("de stoel is leeg");
  await facilitator.look("start-treatment");
  await facilitator.press("Maak sessie");
  const address = await page.locator("a[href^='/console/']").first().getAttribute("href");
  await page.goto(server.url + address);
  return /console\/([A-Z]+)/.exec(address)[1];
}

test("a treatment, vacant seats and what happens to who drops out are chosen on the page", async (t) => {
  const server = await Server.start(t, ["--scenarios", scenarios(t)]);
  const browser = await startBrowser(t);
  const facilitator = await Person.sitDown(browser, "Fatima", laptop);
  const farmer = await Person.sitDown(browser, "Noor", phone, { locale: "en-GB" });
  await seenBy([facilitator, farmer], async () => {
    const code = await makeSession(facilitator, server);
    const city = await server.takeSeat(code, "city", "Priya");
    const player = await new Player(server, code, city.token).connect();
    await facilitator.press("Begin the game");
    const presence = (party, wanted) =>
      player.until(() => player.view.parties[party].presence === wanted, `${party} ${wanted}`);
    await presence("farmers", "vacant");
    await presence("school", "vacant");
    // The centre must be there: a bot plays it.
    assert.equal(player.view.parties.rijk.presence, "bot");
    await facilitator.sees("vacant");
    await facilitator.look("console-vacant");

    await farmer.page.goto(`${server.url}/join/${code}`);
    await farmer.page.getByLabel("Your name in the game").fill("Noor");
    await farmer.press("Next");
    await farmer.page.locator("label.seat", { hasText: "Farmers" }).click();
    await farmer.press("Sit down");
    await presence("farmers", "here");
    await farmer.asked("Read your brief");

    const address = farmer.page.url();
    assert.match(address, /#[0-9a-f]{32}$/);
    await farmer.page.goto("about:blank");
    await presence("farmers", "vacant");
    await farmer.page.goto(address);
    await presence("farmers", "here");
    await farmer.asked("Read your brief");
  });
});
