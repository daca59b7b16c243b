// A round with a deal through the page: who must sign signs it, sees what it brought and why, and
// gives marks. One screen speaks Dutch on a laptop, the other English on a phone.
import { test } from "node:test";
import { laptop, Person, phone, seenBy, startBrowser } from "./browser.mjs";
import { agreeOnHomes, amend, done, everybodyReady, heard, region, sitDown } from "./table.mjs";

// Marks of 3 for all, on this screen.
async function giveMarks(person, tab) {
  await person.tab(tab);
  for (const three of await person.page.locator(".rate label", { hasText: "3" }).all()) {
    await three.click();
  }
}

test("a deal is signed, felt and accounted for through the page", async (t) => {
  const browser = await startBrowser(t);
  const province = await Person.sitDown(browser, "Zoë", laptop);
  const residents = await Person.sitDown(browser, "Tom", phone);
  const wall = await Person.sitDown(browser, "wand", { width: 1920, height: 1080 });
  const game = await sitDown(t, {});
  const { server, session, seats, facilitator } = game;
  const { rijk, municipalities } = seats;
  await seenBy([province, residents, wall], async () => {
    await province.sitAt(server, session.code, "province", seats.province.token);
    await residents.sitAt(server, session.code, "residents", seats.residents.token);
    await residents.press("EN");
    await wall.page.goto(`${server.url}/screen/${session.code}`);
    await facilitator.act({ type: "start" });
    await everybodyReady(seats, "agenda");
    await agreeOnHomes(municipalities, seats.province, seats.residents);
    await everybodyReady(seats, "negotiation");
    await heard(municipalities, "version-made");
    const version = await amend(seats, ["municipalities", "residents"]);
    await done(municipalities, { type: "put", region, version });
    for (const player of [rijk, municipalities, seats.residents]) {
      await done(player, { type: "sign", region, version });
    }
    await province.button(/^Teken versie/).waitFor();
    await residents.look("deal-signing");
    await province.press(/^Teken versie/);
    const dialog = province.page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Teken versie/ }).click();
    await province.asked(/deal/i);
    for (const person of [province, residents, wall]) await person.look("deal-concluded");
    await everybodyReady(seats, "outcome");
    await province.asked("Zo pakte de ronde uit");
    await residents.tab("Outcome");
    for (const person of [province, residents]) await person.unfold();
    for (const person of [province, residents, wall]) await person.look("deal-outcome");
    await everybodyReady(seats, "accountability");
    await giveMarks(province, "Cijfers");
    await giveMarks(residents, "Ratings");
    for (const person of [province, residents, wall]) await person.look("deal-accountability");
    await everybodyReady(seats, "reflection");
    await province.asked("Waar stond deze ronde?");
    await residents.tab("Reflection");
    for (const person of [province, residents]) await person.look("deal-reflection");
    await everybodyReady(seats, "debrief");
    for (const person of [province, residents, wall]) await person.look("deal-debrief");
  });
});
