// The contest for a tranche through the page: the centre weighs, a lead pledges and submits, the
// framework ranks, the centre selects with a motivation.
import { test } from "node:test";
import { laptop, Person, phone, seenBy, startBrowser } from "./browser.mjs";
import { proposal, sitAtDelta, toProposals } from "./delta.mjs";
import { done, everybodyReady } from "./table.mjs";

test("regions compete for a tranche through the page", async (t) => {
  const browser = await startBrowser(t);
  const centre = await Person.sitDown(browser, "Daan", laptop);
  const lead = await Person.sitDown(browser, "Priya", phone);
  const wall = await Person.sitDown(browser, "wand", { width: 1920, height: 1080 });
  const game = await sitAtDelta(t);
  const { server, session, seats } = game;
  const dialog = centre.page.getByRole("dialog");
  await seenBy([centre, lead, wall], async () => {
    await centre.sitAt(server, session.code, "rijk", seats.rijk.token);
    await lead.sitAt(server, session.code, "zuid-gemeente", seats["zuid-gemeente"].token);
    await wall.page.goto(`${server.url}/screen/${session.code}`);
    await toProposals(game, async () => {
      await centre.sees("Hoe zwaar telt wat bij de selectie?");
      await centre.page.getByRole("spinbutton", { name: "Urgentie" }).press("ArrowUp");
      await centre.sees("Verdeel precies 10 punten; nu zijn het er 11.");
      await centre.page.getByRole("spinbutton", { name: "Brede welvaart" }).press("ArrowDown");
      await centre.look("contest-framework");
      await centre.press("Publiceer kader");
      await dialog.getByRole("button", { name: "Publiceer kader" }).click();
      await centre.sees(/Urgentie 3/);
    });

    await lead.asked("Dien het voorstel van uw regio in.");
    await lead.tab("Voorstel");
    await lead.page.getByRole("spinbutton", { name: /Uw toezegging/ }).fill("4");
    await lead.press("Zeg toe");
    await lead.sees("Samen zegt de regio € 4,0 mln toe.");
    await lead.page.getByLabel("Waarom dit voorstel?").fill("Onze wijk kan niet wachten.");
    await lead.look("contest-submission");
    await lead.press("Dien in");
    await lead.sees("Ingediend");
    await wall.sees("Onze wijk kan niet wachten.");
    await done(seats["noord-gemeente"], proposal("noord", "haven", 8.0, "De haven trekt alles."));

    await centre.asked("Kies tussen de voorstellen, met een motivering.");
    await centre.sees("De haven trekt alles.");
    await centre.unfold();
    await centre.press(/^Hoe komt dat.*Zuid/);
    await centre.page.getByLabel("Motivering voor Zuid").fill("Het meest dringend.");
    await centre.look("contest-decide");
    await centre.press(/^Selecteer.*Zuid/);
    await lead.sees("Het meest dringend.");
    for (const person of [lead, wall]) await person.look("contest-ranking");

    // The centre looks at one table and at another.
    await everybodyReady(seats, "negotiation");
    await centre.choose("Noord");
    await centre.asked(/niet geselecteerd/);
    await centre.look("contest-rejected");
    await centre.choose("Zuid");
    await centre.button("Mijn voorstel");
    await centre.look("contest-negotiation");
  });
});
