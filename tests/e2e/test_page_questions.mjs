// The questions of a scenario through the page: who answers wrongly is kept from playing and sees
// why, who answers rightly plays on, and the reflection and the debrief have their own. The
// facilitator sees who is not yet there, and what was answered.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { laptop, Person, phone, seenBy, startBrowser } from "./browser.mjs";
import { Player } from "./player.mjs";
import { Server, temporaryFolder } from "./server.mjs";

const questions = `
[[question]]
id = "experience"
when = "before"
kind = "scale"
high = 5
text = { en = "How much experience have you? (1 = none, 5 = much)" }

[[question]]
id = "signs"
when = "before"
kind = "choice"
text = { en = "When is a deal made?" }
options = [{ en = "When most back it." }, { en = "When all sign who must." }]
correct = [1]

[[question]]
id = "share"
when = "reflection"
kind = "scale"
low = 0
high = 100
text = { en = "Which part of the talk was yours?" }

[[question]]
id = "missed"
when = "reflection"
kind = "text"
text = { en = "Who was missed?" }

[[question]]
id = "again"
when = "after"
kind = "choice"
text = { en = "Would you play again?" }
options = [{ en = "Yes" }, { en = "No" }]
`;

// The folder of a scenario of the test's own.
function scenarios(t) {
  const folder = temporaryFolder(t);
  const valley = readFileSync(new URL("valley.toml", import.meta.url), "utf8");
  writeFileSync(path.join(folder, "valley.toml"), valley + questions);
  return folder;
}

// Says ready, and again whenever something new made the seat unready.
async function readyUntil(person, stage) {
  await person.tab("Now");
  while ((await person.stage()) !== stage) {
    await person.pressIfThere("I am ready");
    await person.page.waitForTimeout(300);
  }
}

const question = (person, text) => person.page.locator(".question", { hasText: text });

async function answerWrongly(city, facilitator) {
  const { page } = city;
  await city.asked("Read your brief and answer the questions beforehand.");
  await city.press("I am ready");
  await city.sees("Not yet: first answer all questions beforehand.");
  await city.look("questions-refused");
  await city.tab("Brief");
  await city.choose("2");
  await city.press("Keep answers");
  await city.sees("This question has no answer yet.");
  await city.look("questions-missing");
  await page.getByLabel("When most back it.").check();
  await city.press("Keep answers");
  await city.sees("This answer is not right.");
  await city.look("questions-wrong");
  await city.tab("Now");
  await city.press("I am ready");
  await city.sees("one of your answers to the questions beforehand is not right");
  await facilitator.sees("Still answering the questions beforehand: Priya");
  await facilitator.look("console-questions");
}

async function answerRightly(city, facilitator) {
  const { page } = city;
  await city.tab("Brief");
  await page.getByLabel("When all sign who must.").check();
  await city.press("Keep answers");
  await city.sees("Done: you can play.");
  await city.look("questions-right");
  await facilitator.page
    .getByText("Still answering the questions beforehand: Priya")
    .waitFor({ state: "detached" });
  await city.asked("Read your brief. What matters most to you?");
}

test("a player answers, is kept from playing while an answer is wrong, and plays on", async (t) => {
  const server = await Server.start(t, ["--scenarios", scenarios(t)]);
  const browser = await startBrowser(t);
  const facilitator = await Person.sitDown(browser, "Fatima", laptop);
  const city = await Person.sitDown(browser, "Priya", phone);
  await seenBy([facilitator, city], async () => {
    const session = await server.createSession({ scenario: "valley", rounds: 1 });
    const { code } = session;
    const seat = await server.takeSeat(code, "city", "Priya");
    const clock = await new Player(server, code, session.facilitator_token).connect();
    await city.sitAt(server, code, "city", seat.token);
    await facilitator.page.goto(`${server.url}/console/${code}#${session.facilitator_token}`);
    await facilitator.press("Begin the game");
    await answerWrongly(city, facilitator);
    await answerRightly(city, facilitator);
    await readyUntil(city, "framework");
    await readyUntil(city, "agenda");
    await city.asked("Say what you want to reach");

    while ((await city.stage()) !== "reflection") {
      const stage = await city.stage();
      await clock.act({ type: "skip" });
      await city.page.locator(`main.columns:not(.stage-${stage})`).waitFor();
    }
    await city.tab("Reflection");
    await city.page.getByLabel("Which part of the talk was yours?").fill("30");
    await city.page.getByLabel("Who was missed?").fill("The school.");
    await city.press("Keep answers");
    await question(city, "Who was missed?").locator("xpath=..").getByText("Kept").waitFor();
    await city.look("questions-reflection");
    await city.page.reload();
    await city.asked("Where did this round stand?");
    await city.tab("Reflection");
    await city.page.getByLabel("Who was missed?").waitFor();
    await city.page.waitForFunction(
      () => document.querySelector(".question textarea")?.value === "The school.",
    );

    await clock.act({ type: "skip" });
    await city.asked("What happened, and why?");
    await city.tab("Debrief");
    await city.page.getByLabel("Yes").check();
    await city.press("Keep answers");
    await city.sees("Kept");
    await city.look("questions-after");
    await facilitator.unfold();
    await facilitator.sees("The school.");
    await facilitator.sees("On average 30.0");
    await facilitator.look("console-answers");
  });
});
