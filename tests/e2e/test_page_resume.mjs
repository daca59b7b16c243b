// The page comes back: after a reload, in another tab, and after the server was killed.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { laptop, Person, seenBy, startBrowser } from "./browser.mjs";
import { Server, temporaryFolder } from "./server.mjs";
import { agreeOnHomes, everybodyReady, heard, sitDown } from "./table.mjs";

test("a player is back where they were, whatever broke", async (t) => {
  const data = path.join(temporaryFolder(t), "data");
  const server = await Server.start(t, ["--data", data]);
  const browser = await startBrowser(t);
  const player = await Person.sitDown(browser, "Noor", laptop);
  const { page } = player;
  const session = await server.createSession();
  const seat = await server.takeSeat(session.code, "residents", "Noor");
  const address = `${server.url}/play/${session.code}#${seat.token}`;

  await seenBy([player], async () => {
    await page.goto(address);
    await player.asked("U zit.");
    await page.getByRole("textbox", { name: /^Bericht aan/ }).fill("Wij zijn er.");
    await player.press("Stuur");
    await player.sees("Wij zijn er.");

    await page.reload();
    await player.sees("Wij zijn er.");

    const tab = await player.context.newPage();
    await tab.goto(address);
    await tab.getByText("Wij zijn er.").waitFor();
    await tab.close();

    const field = page.getByRole("textbox", { name: /^Bericht aan/ });
    await field.fill("Half getypt");
    await server.signal("SIGKILL");
    await player.sees("Verbinding weg.");
    // What is sent meanwhile is done once the server is back, and once only.
    await player.press("Stuur");
    await player.sees("Wordt verstuurd…");
    await player.context.setOffline(true);
    await player.sees("Geen netwerk.");
    await player.picture("connection-offline");
    await player.context.setOffline(false);
    await player.sees("Verbinding weg.");
    await Server.start(t, ["--data", data, "--port", String(server.port)]);
    await page.locator(".bubble", { hasText: "Half getypt" }).waitFor();
    await page.locator(".connection-bar").waitFor({ state: "detached" });
    assert.equal(await page.locator(".bubble", { hasText: "Half getypt" }).count(), 1);
    assert.equal(await page.locator(".bubble", { hasText: "Wij zijn er." }).count(), 1);
  });
});

const field = (person, name) => person.page.getByRole("textbox", { name });
const asked = (person) =>
  person.page.getByRole("spinbutton", { name: /^U vraagt het Rijk voor/ }).first();

// What stands there, once the page has drawn it.
async function stands(locator, value) {
  await locator.waitFor();
  assert.equal(await locator.inputValue(), value);
}

async function typesAllOver(person) {
  await field(person, /^Bericht aan/).fill("Half gesprek");
  await person.page.locator("summary", { hasText: "Doe een aanbod" }).click();
  await person.page.getByLabel("Met wie?").selectOption("municipalities");
  await field(person, "Wat spreekt u af?").fill("Half aanbod");
  await person.press("Hulp vragen");
  await field(person, "Uw vraag").fill("Halve vraag");
  await person.press("Annuleer");
  await person.choose("Mijn voorstel");
  await asked(person).fill("1,5"); // and no time to send it
}

async function findsAllOfIt(person) {
  await stands(field(person, /^Bericht aan/), "Half gesprek");
  await stands(person.page.getByLabel("Met wie?"), "municipalities");
  await stands(field(person, "Wat spreekt u af?"), "Half aanbod");
  await person.press("Hulp vragen");
  await stands(field(person, "Uw vraag"), "Halve vraag");
  await person.press("Annuleer");
  await person.choose("Mijn voorstel");
  assert.equal(await asked(person).getAttribute("aria-valuenow"), "1.5");
}

test("what is half typed stands there again after a reload, and no token is kept", async (t) => {
  const browser = await startBrowser(t);
  const province = await Person.sitDown(browser, "Zoë", laptop);
  const { page } = province;
  const { server, session, seats, facilitator } = await sitDown(t, {});
  await seenBy([province], async () => {
    await province.sitAt(server, session.code, "province", seats.province.token);
    await facilitator.act({ type: "start" });
    await everybodyReady(seats, "agenda");
    await agreeOnHomes(seats.municipalities, seats.province, seats.residents);
    await everybodyReady(seats, "negotiation");
    await heard(seats.province, "version-made");
    await typesAllOver(province);
    await page.reload();
    await findsAllOfIt(province);
    // The seat has the proposal too, for whoever comes to it from elsewhere.
    await seats.province.until(() => seats.province.draft?.text.includes("1.5"), "the draft");

    await everybodyReady(seats, "reflection");
    await field(province, /^Wat doet u de volgende keer/).fill("Halve les");
    await page.reload();
    await stands(field(province, /^Wat doet u de volgende keer/), "Halve les");
    await stands(field(province, /^Bericht aan/), "Half gesprek");
    await province.press("Stuur");
    await province.sees("Half gesprek");
    await page.reload();
    await stands(field(province, /^Bericht aan/), "");
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }]),
    );
    assert.match(kept, /Halve les/);
    assert.ok(!kept.includes(seats.province.token), kept);
    assert.deepEqual(province.faults, []);
  });
});

// How many seconds "1:07" is.
function seconds(text) {
  const [minutes, rest] = text.split(":");
  return 60 * Number(minutes) + Number(rest);
}

test("of who is gone one reads for how long, and when a bot takes over", async (t) => {
  const browser = await startBrowser(t);
  const province = await Person.sitDown(browser, "Zoë", laptop);
  const grace_seconds = 100;
  const { server, session, seats, facilitator } = await sitDown(t, { grace_seconds });
  await seenBy([province], async () => {
    await province.sitAt(server, session.code, "province", seats.province.token);
    await facilitator.act({ type: "start" });
    await everybodyReady(seats, "agenda");
    await province.asked("Zeg wat u wilt bereiken");
    seats.residents.drop();
    const gone = province.page.locator(".parties small", { hasText: "bot over" }).first();
    await gone.waitFor();
    const [, since, left] = /weg (\d:\d\d), bot over (\d:\d\d)/.exec(await gone.textContent());
    assert.equal(seconds(since) + seconds(left), grace_seconds);
    await province.look("presence-gone");
    await seats.residents.connect();
    await gone.waitFor({ state: "detached" });
  });
});
