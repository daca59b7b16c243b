// The page comes back: after a reload, in another tab, and after the server was killed.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { laptop, Person, seenBy, startBrowser } from "./browser.mjs";
import { Server, temporaryFolder } from "./server.mjs";

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
    await Server.start(t, ["--data", data, "--port", String(server.port)]);
    await page.locator(".bubble", { hasText: "Half getypt" }).waitFor();
    await page.locator(".connection-bar").waitFor({ state: "detached" });
    assert.equal(await page.locator(".bubble", { hasText: "Half getypt" }).count(), 1);
    assert.equal(await page.locator(".bubble", { hasText: "Wij zijn er." }).count(), 1);
  });
});
