// A side agreement through the page: one offers it on a laptop, the other accepts it on a phone, and
// a third knows nothing of it until everybody reads it with the outcome.
import assert from "node:assert/strict";
import { test } from "node:test";
import { laptop, Person, phone, seenBy, startBrowser } from "./browser.mjs";
import { agreeOnHomes, amend, done, everybodyReady, heard, region, sitDown } from "./table.mjs";

const words = "Voor uw handtekening.";

async function fillOffer(person) {
  const { page } = person;
  await page.locator("summary", { hasText: "Doe een aanbod" }).click();
  await page.getByLabel("Met wie?").selectOption("rijk");
  await person.sees("Het Rijk betaalt en ontvangt niets in een onderlinge afspraak.");
  await page.getByLabel("Met wie?").selectOption("municipalities");
  await page.getByRole("spinbutton", { name: "Bedrag in miljoenen euro" }).fill("1,5");
  await page.getByLabel("Wat spreekt u af?").fill(words);
}

test("two agree something beside the deal, and others learn of it with the outcome", async (t) => {
  const browser = await startBrowser(t);
  const province = await Person.sitDown(browser, "Zoë", laptop);
  const city = await Person.sitDown(browser, "Tom", phone);
  const wall = await Person.sitDown(browser, "wand", { width: 1920, height: 1080 });
  const game = await sitDown(t, {});
  const { server, session, seats, facilitator } = game;
  const knows = (player) => player.feed.some(({ type }) => type.startsWith("side-"));
  await seenBy([province, city, wall], async () => {
    await province.sitAt(server, session.code, "province", seats.province.token);
    await city.sitAt(server, session.code, "municipalities", seats.municipalities.token);
    await city.press("EN");
    await wall.page.goto(`${server.url}/screen/${session.code}`);
    await facilitator.act({ type: "start" });
    await everybodyReady(seats, "agenda");
    await agreeOnHomes(seats.municipalities, seats.province, seats.residents);
    await everybodyReady(seats, "negotiation");
    await heard(seats.municipalities, "version-made");

    await fillOffer(province);
    await province.look("side-offering");
    await province.press(/^Bied aan/);
    await province.sees(/^Wacht op/);
    await city.tab("Deal");
    await city.sees(/pays you €1.5/);
    await city.look("side-offered");
    await city.press(/^Accept/);
    await province.sees(/Afgesproken/);
    await city.press(/^Ask to undo/);
    await province.sees(/wil dit schrappen/);
    for (const person of [province, city]) await person.look("side-agreed");
    await city.press(/^Let it stand/);
    await city.button(/^Ask to undo/).waitFor();

    const version = await amend(seats, ["municipalities"]);
    await done(seats.municipalities, { type: "put", region, version });
    for (const player of [seats.rijk, seats.province, seats.municipalities]) {
      await done(player, { type: "sign", region, version });
    }
    await heard(seats.residents, "concluded");
    const others = Object.keys(seats).filter((party) => knows(seats[party]));
    assert.deepEqual(others.sort(), ["municipalities", "province"]);
    assert.equal(await wall.page.getByText(words).count(), 0);
    assert.equal(facilitator.view.side_agreements.length, 1);
    assert.equal(seats.residents.view.own.side_agreements.length, 0);

    await everybodyReady(seats, "outcome");
    await city.tab("Outcome");
    for (const person of [province, city, wall]) await person.sees(new RegExp(words));
    for (const person of [province, city, wall]) await person.look("side-outcome");
    const told = seats.residents.items("outcome-told").at(-1);
    assert.deepEqual(told.side_agreements, [
      { from: "province", to: "municipalities", payer: "province", amount: 1.5, text: words },
    ]);
    assert.equal(told.spent.province, 1.5);
    assert.equal(told.spent.municipalities, 0.5); // 2.0 in the deal
  });
});
