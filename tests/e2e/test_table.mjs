// All seats of a table held by people, who use everything that a seat may do in a round: with the
// other tests of games this makes the run see every type of message (test_traffic.mjs).
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { acts, agreeOnHomes, amend, done, everybodyReady, heard, region, sitDown } from "./table.mjs";

async function inBriefing({ seats, second, facilitator }) {
  const { municipalities } = seats;
  await acts(facilitator, { type: "start" });
  await municipalities.atStage("briefing");
  await acts(facilitator, { type: "extend", seconds: 60 });
  await heard(municipalities, "extended");
  await acts(facilitator, { type: "note", text: "Zaal begint rustig." });
  await heard(facilitator, "noted");
  await acts(facilitator, { type: "replace", party: "residents", by_bot: true });
  await acts(facilitator, { type: "replace", party: "residents", by_bot: false });
  // A team: who holds the pen shows the draft to the others of the seat.
  municipalities.send({ type: "draft", region, text: "Ons voorstel" });
  await second.until(() => second.draft?.text === "Ons voorstel", "the draft");
  const [mine, other] = [municipalities, second].map((player) => player.welcome.member);
  assert.equal(await municipalities.request({ type: "pen", to: other }), undefined);
  await second.until(() => second.team.pen === other, "the pen");
  assert.equal(await second.request({ type: "pen", to: mine }), undefined);
  await second.until(() => second.team.pen === mine, "the pen given back");
}

async function inAgenda({ rijk, municipalities, province, residents, university }) {
  const water = "valley-water";
  await done(university, { type: "knock", region, sentence: "Wij weten hier iets van." });
  await heard(municipalities, "knocked");
  await done(municipalities, { type: "invite", region, party: "university" });
  await done(municipalities, { type: "withdraw-invitation", region, party: "university" });
  await heard(university, "invitation-ended");
  await done(province, { type: "invite", region, party: "university" });
  await done(university, { type: "decline", region });
  await done(province, { type: "invite", region, party: "rijk" });
  await done(rijk, { type: "accept", region });
  await heard(rijk, "joined-table");
  await done(province, { type: "share", challenge: water, with: ["municipalities", "business"] });
  await municipalities.until(() => water in municipalities.view.own.urgency, "what was shared");
  const theme = municipalities.welcome.scenario.themes[0].id;
  await done(municipalities, { type: "ambition", region, theme, value: 95 });
  await done(province, { type: "support", challenge: water });
  await done(province, { type: "unsupport", challenge: water });
  await agreeOnHomes(municipalities, province, residents);
}

// Two agree that one pays the other beside the deal; nobody else is told.
async function beside({ province, municipalities, ...others }) {
  const side = { region, party: "municipalities" };
  const offer = { type: "offer-side", ...side, payer: "province", amount: 0.5, text: "Onder ons." };
  await done(province, offer);
  await heard(municipalities, "side-offered");
  await done(province, { type: "withdraw-side", ...side, number: 1 });
  await heard(municipalities, "side-ended", ({ why }) => why === "withdrawn");
  await done(province, offer);
  await done(municipalities, { type: "accept-side", region, party: "province", number: 2 });
  await heard(province, "side-accepted");
  await done(province, { type: "undo-side", ...side, number: 2, undo: true });
  await heard(municipalities, "side-undo", ({ undo }) => undo);
  await done(province, { type: "undo-side", ...side, number: 2, undo: false });
  await heard(municipalities, "side-undo", ({ undo }) => !undo);
  for (const player of Object.values(others)) {
    assert.ok(!player.feed.some(({ type }) => type.startsWith("side-")));
  }
}

async function inNegotiation(seats) {
  const { rijk, municipalities, province, residents } = seats;
  await heard(municipalities, "version-made");
  await done(rijk, { type: "demand", region, challenge: "undermining" });
  await heard(municipalities, "demand-made");
  await beside(seats);
  // A text falls off the table when one of its partners leaves.
  const first = await amend(seats, ["municipalities", "residents"]);
  await done(municipalities, { type: "put", region, version: first });
  await done(residents, { type: "stance", region, could_sign: false, obstacle: "money" });
  await done(province, { type: "sign", region, version: first });
  await done(province, { type: "unsign", region });
  await heard(rijk, "unsigned");
  await done(residents, { type: "walk-away", region });
  await heard(municipalities, "left-table");
  await heard(municipalities, "taken-off");
  await done(province, { type: "walk-away", region });
  await heard(rijk, "walked-away");
  await done(province, { type: "stay", region });
  await heard(rijk, "stayed");
  const second = await amend(seats, ["municipalities"]);
  await done(municipalities, { type: "put", region, version: second });
  await heard(rijk, "stance-asked");
  // Only signatures and talk are left, and they suffice.
  await heard(rijk, "last-call-began");
  for (const player of [rijk, province, municipalities]) {
    await done(player, { type: "sign", region, version: second });
  }
  await heard(residents, "concluded");
  // Who signed is told what was left on the table; the residents had left.
  await heard(province, "second-look", ({ left }) => ["little", "some", "much"].includes(left));
  assert.deepEqual(residents.items("second-look"), []);
}

async function afterwards(seats, facilitator) {
  const { rijk, municipalities } = seats;
  await heard(municipalities, "audit-drawn");
  await heard(municipalities, "outcome-told", ({ side_agreements: [side] }) => side.amount === 0.5);
  await everybodyReady(seats, "accountability");
  await done(municipalities, { type: "rate", party: "rijk", rating: 4 });
  await done(municipalities, { type: "motivate", sentence: "Het Rijk hield woord." });
  await done(rijk, { type: "rate", party: "municipalities", rating: 2 });
  const withheld = { type: "withhold", region, percent: 10 };
  assert.equal(await rijk.ask(withheld), "no-next-round");
  assert.equal(await municipalities.ask(withheld), "wrong-seat");
  await everybodyReady(seats, "reflection");
  await heard(municipalities, "ratings-shown");
  await heard(municipalities, "motivated");
  await done(municipalities, { type: "place", partnership: 0, steering: -0.5, hierarchy: 0 });
  await done(municipalities, { type: "lesson", text: "Vraag wie er mist." });
  await everybodyReady(seats, "debrief");
  await acts(facilitator, { type: "end" });
}

describe("a table of people", { concurrency: true }, () => {
  it("concludes a deal after all that can happen at it", async (test) => {
    // The last call is the last third of a phase as short as this.
    const game = await sitDown(test, { phases: [{ phase: "negotiation", seconds: [30] }] });
    const { seats, facilitator } = game;
    await inBriefing(game);
    await everybodyReady(seats, "framework");
    await everybodyReady(seats, "agenda");
    await inAgenda(seats);
    await everybodyReady(seats, "negotiation");
    await inNegotiation(seats);
    await everybodyReady(seats, "outcome");
    await afterwards(seats, facilitator);
  });

  it("has no deal a minute after one whom it needs walked away", async (test) => {
    const { seats, facilitator } = await sitDown(test, {});
    await acts(facilitator, { type: "start" });
    await everybodyReady(seats, "agenda");
    const { municipalities, province, residents } = seats;
    await inAgenda(seats);
    await everybodyReady(seats, "negotiation");
    await done(province, { type: "walk-away", region });
    await heard(municipalities, "negotiation-ended", ({ party }) => party === "province");
    await heard(residents, "no-deal");
  });
});
