// A seat that is a team: two phones share one pen and one draft. Whoever has the pen acts for the
// seat; one press passes it on, and the other reads why they cannot press.
import assert from "node:assert/strict";
import { test } from "node:test";
import { laptop, Person, phone, seenBy, startBrowser } from "./browser.mjs";
import { agreeOnHomes, everybodyReady, heard, sitDown } from "./table.mjs";

const pen = (person) => person.page.locator(".pen-bar");

// The same screen in the other width as well.
async function lookAtBoth(person, label) {
  await person.look(label);
  for (const viewport of [laptop, phone]) {
    person.viewport = viewport;
    await person.page.setViewportSize(viewport);
    if (viewport === laptop) await person.look(label);
  }
}

async function holds(person) {
  await pen(person).getByText("U heeft de pen").waitFor();
}

async function lacks(person, name) {
  await pen(person).getByText(`${name} heeft de pen`).waitFor();
}

// One gives the pen to the other, by one press; the keyboard stays where it happened.
async function give(one, other) {
  await one.press(`Geef aan ${other.name}`);
  await lacks(one, other.name);
  await holds(other);
  const focused = await one.page.evaluate(() => document.activeElement.textContent);
  assert.match(focused, new RegExp(`^${other.name} heeft de pen`));
}

async function passThePen(joost, mia) {
  await holds(joost); // who took the seat first
  await lacks(mia, joost.name);
  await mia.tab("Opgave");
  await joost.tab("Opgave");
  const support = mia.button(/^Steun/);
  assert.equal(await support.getAttribute("aria-disabled"), "true");
  await support.dispatchEvent("click");
  assert.equal(await mia.page.getByRole("slider").first().isDisabled(), true);
  await lookAtBoth(mia, "team-without-pen");
  await lookAtBoth(joost, "team-with-pen");
  await mia.tab("Gesprek");
  await mia.page.getByRole("textbox", { name: /^Bericht aan/ }).fill("Ik praat mee.");
  await mia.press("Stuur");
  await joost.tab("Gesprek");
  await joost.sees("Ik praat mee.");
  assert.equal(await mia.page.locator(".refusal-bar").count(), 0);

  await give(joost, mia);
  await mia.tab("Opgave");
  assert.equal(await support.getAttribute("aria-disabled"), "false");
  await support.click();
  await mia.button(/^Trek steun in/).waitFor();
  await give(mia, joost);
  // Without being given: whoever is needed may be gone.
  await mia.press("Neem de pen");
  await lacks(joost, mia.name);
  await give(mia, joost);
}

const asked = (person) =>
  person.page.getByRole("spinbutton", { name: /^U vraagt het Rijk voor/ }).first();

async function askedIs(person, value) {
  const field = asked(person);
  for (let turn = 0; (await field.getAttribute("aria-valuenow")) !== value; ++turn) {
    assert.ok(turn < 100, `${await field.getAttribute("aria-valuenow")}, not ${value}`);
    await person.page.waitForTimeout(50);
  }
}

async function shareTheDraft(joost, mia) {
  for (const person of [joost, mia]) {
    await person.tab("Deal");
    await person.choose("Mijn voorstel");
  }
  await asked(mia).press("ArrowUp");
  await askedIs(joost, "0.5");
  await joost.sees(`Het laatst gewijzigd door ${mia.name}`);
  assert.equal(await mia.button(/^Maak versie/).getAttribute("aria-disabled"), "true");
  await asked(joost).press("PageUp");
  await askedIs(mia, "3");
  await asked(mia).press("ArrowDown");
  await askedIs(joost, "2.5");
  // At the same time: each keeps what the other changed elsewhere.
  const tight = (person) => person.page.getByRole("radio", { name: /^strak/ });
  await Promise.all([asked(mia).press("PageUp"), tight(joost).check()]);
  await askedIs(joost, "5");
  await mia.page.locator("label.preset:has(input:checked)", { hasText: "strak" }).waitFor();
  assert.equal(await asked(mia).getAttribute("aria-valuenow"), "5");
  assert.equal(await tight(joost).isChecked(), true);
  await lookAtBoth(mia, "team-draft");
}

test("a team of two phones shares one pen and one draft", async (t) => {
  const browser = await startBrowser(t);
  const joost = await Person.sitDown(browser, "Speler municipalities", phone);
  const mia = await Person.sitDown(browser, "Nog iemand", phone);
  const alone = await Person.sitDown(browser, "Speler province", laptop);
  const { server, session, seats, second, facilitator } = await sitDown(t, {});
  await seenBy([joost, mia, alone], async () => {
    await joost.sitAt(server, session.code, "municipalities", seats.municipalities.token);
    await mia.sitAt(server, session.code, "municipalities", second.token);
    await alone.sitAt(server, session.code, "province", seats.province.token);
    await facilitator.act({ type: "start" });
    await everybodyReady({ ...seats, second }, "agenda");
    await passThePen(joost, mia);
    await agreeOnHomes(seats.municipalities, seats.province, seats.residents);
    await everybodyReady(seats, "negotiation");
    await heard(seats.municipalities, "version-made");
    await shareTheDraft(joost, mia);
    await alone.sees("Mijn voorstel");
    assert.equal(await pen(alone).count(), 0);
  });
});
