// A browser for the tests of the page: Debian's Chromium, with nothing that calls home, and what
// every screen must hold wherever it is looked at.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import * as traffic from "./traffic.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const axe_source = readFileSync(path.join(here, "node_modules/axe-core/axe.min.js"), "utf8");
// Pictures of every screen, for people to look at.
const pictures = process.env.SCREENS;

export const phone = { width: 360, height: 740 };
export const laptop = { width: 1366, height: 768 };

const quiet = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-breakpad",
  "--disable-client-side-phishing-detection",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-features=OptimizationHints,MediaRouter,Translate",
  "--disable-sync",
  "--metrics-recording-only",
  "--no-default-browser-check",
  "--no-first-run",
];

export async function startBrowser(test) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: quiet });
  test.after(() => browser.close());
  return browser;
}

// One person at one screen.
export class Person {
  static async sitDown(browser, name, viewport, options = {}) {
    const context = await browser.newContext({ viewport, locale: "nl-NL", ...options });
    const page = await context.newPage();
    const person = new Person();
    Object.assign(person, { name, viewport, context, page, faults: [] });
    page.on("pageerror", (error) => person.faults.push(String(error)));
    page.on("console", (line) => {
      if (line.type() === "error") person.faults.push(line.text());
    });
    page.on("websocket", (socket) => {
      const hold = (check) => ({ payload }) => {
        try {
          check(JSON.parse(payload));
        } catch (error) {
          person.faults.push(String(error));
        }
      };
      socket.on("framesent", hold(traffic.sent));
      socket.on("framereceived", hold(traffic.received));
    });
    page.setDefaultTimeout(30_000);
    return person;
  }

  // Opens the page of a seat that was taken for this person.
  async sitAt(server, code, party, token) {
    await this.page.goto(`${server.url}/play/${code}#${token}`);
  }

  button(name) {
    return this.page.getByRole("button", { name }).filter({ visible: true }).first();
  }

  async press(name) {
    await this.button(name).click();
  }

  async pressIfThere(name) {
    const button = this.button(name);
    if (await button.isVisible()) await button.click({ timeout: 2000 }).catch(() => {});
  }

  // The stage that the page shows, as in "agenda".
  async stage() {
    const name = await this.page.locator("main.columns").getAttribute("class");
    return /stage-(\S+)/.exec(name)[1];
  }

  // One of a few that are drawn as segments.
  async choose(name) {
    await this.page
      .locator(".segment-row label", { hasText: name })
      .filter({ visible: true })
      .first()
      .click();
  }

  // Behind its tab on a phone, beside the rest on a laptop.
  async tab(name) {
    const tab = this.page.locator(".tabbar").getByRole("button", { name });
    if (await tab.isVisible()) await tab.click();
  }

  // Opens all that can be unfolded, what lies inside too.
  async unfold() {
    const closed = this.page
      .locator("details:not([open]) > summary")
      .filter({ visible: true });
    while ((await closed.count()) > 0) await closed.first().click();
  }

  async asked(text) {
    await this.page.locator(".strip h1", { hasText: text }).waitFor();
  }

  async sees(text) {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  // A picture for people, of all that the page holds.
  async picture(label) {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    const file = path.join(pictures, `${label}-${this.viewport.width}.png`);
    await this.page.screenshot({ path: file, fullPage: true });
  }

  // Holds for every screen: it passes axe, needs no scrolling to the side, no error was written.
  async look(label) {
    await this.page.evaluate(axe_source);
    const { violations } = await this.page.evaluate(() =>
      // eslint-disable-next-line no-undef
      axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }),
    );
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`,
    );
    await this.picture(label);
    assert.deepEqual(found, [], `${label} at ${this.viewport.width} px`);
    const width = await this.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= this.viewport.width, `${label}: ${width} px wide`);
    assert.deepEqual(this.faults, [], label);
  }
}

// Runs what people do; where it fails, there is a picture of what each of them saw last.
export async function seenBy(people, run) {
  try {
    await run();
  } catch (error) {
    for (const person of people) await person.picture(`last-${person.name}`);
    throw error;
  }
}
