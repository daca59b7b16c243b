// The centre rates a region low and withholds money from its next deal, at its screen; everybody
// reads it when the ratings are shown, and not before.
import assert from "node:assert/strict";
import { test } from "node:test";
import { laptop, Person, phone, seenBy, startBrowser } from "./browser.mjs";
import { agreeOnHomes, amend, done, everybodyReady, heard, region, sitDown } from "./table.mjs";

async function concludeUpward(seats) {
  await agreeOnHomes(seats.municipalities, seats.province, seats.residents);
  await everybodyReady(seats, "negotiation");
  await heard(seats.municipalities, "version-made");
  const version = await amend(seats, ["municipalities", "residents"], { accountability: "upward" });
  await done(seats.municipalities, { type: "put", region, version });
  for (const party of ["rijk", "municipalities", "residents", "province"]) {
    await done(seats[party], { type: "sign", region, version });
  }
}

test("the centre withholds money at its screen, and others read it with the ratings", async (t) => {
  const browser = await startBrowser(t);
  const centre = await Person.sitDown(browser, "Daan", laptop);
  const city = await Person.sitDown(browser, "Priya", phone);
  const { server, session, seats, facilitator } = await sitDown(t, { rounds: 2 });
  await seenBy([centre, city], async () => {
    await centre.sitAt(server, session.code, "rijk", seats.rijk.token);
    await city.sitAt(server, session.code, "municipalities", seats.municipalities.token);
    await facilitator.act({ type: "start" });
    await everybodyReady(seats, "agenda");
    await concludeUpward(seats);
    await everybodyReady(seats, "accountability");

    await centre.sees("Geld inhouden");
    await centre.sees("Geef hier eerst een cijfer.");
    for (const two of await centre.page.locator(".rate label", { hasText: "2" }).all()) {
      await two.click();
    }
    const percent = centre.page.getByRole("spinbutton", { name: /^Inhouden bij/ });
    await percent.fill("15");
    await percent.press("Tab");
    await centre.press(/^Houd 15% in/);
    await centre.sees("U houdt nu 15% in");
    await centre.look("withhold");
    assert.ok(!JSON.stringify(seats.municipalities.view).includes('"withheld_percent":15'));

    await everybodyReady(seats, "reflection");
    await city.sees(/houdt het Rijk 15% in/);
    await city.look("withheld");
  });
});
