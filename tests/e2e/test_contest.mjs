// Two regions compete for one tranche, a third is named: from the framework's weights to a deal of
// the region that was selected.
import assert from "node:assert/strict";
import { it } from "node:test";
import { proposal, sitAtDelta, toProposals, weights } from "./delta.mjs";
import { acts, done, everybodyReady, heard } from "./table.mjs";

const regionOf = ({ view }, id) => view.regions.find(({ region }) => region === id);

it("a tranche goes to the region that the centre selects, within its budget", async (test) => {
  const game = await sitAtDelta(test);
  const { seats, facilitator } = game;
  const { rijk, "noord-gemeente": noord, "zuid-gemeente": zuid, "zuid-kennis": kennis } = seats;
  await toProposals(game, () => done(rijk, { type: "publish", stated: {}, demands: [], weights }));
  assert.deepEqual(noord.view.weights, weights);
  assert.equal(rijk.welcome.scenario.rules.tranche_budget, 12);

  // Pledges are seen at their table alone, proposals by all.
  await done(zuid, { type: "pledge", region: "zuid", amount: 4.0 });
  await kennis.until(() => kennis.view.tables[0].pledges["zuid-gemeente"] === 4, "the pledge");
  assert.deepEqual(noord.view.tables.map(({ region }) => region), ["noord"]);
  assert.deepEqual(noord.view.tables[0].pledges, {});
  assert.equal(await noord.ask(proposal("noord", "dorpen", 8.0)), "not-on-agenda");
  assert.equal(await seats["oost-gemeente"].ask(proposal("oost", "dorpen", 8.0)), "no-contest");
  await done(noord, proposal("noord", "haven", 8.0));
  await heard(zuid, "submitted", ({ region, pitch }) => region === "noord" && pitch === "Kies ons.");
  assert.equal(await rijk.ask({ type: "decide", region: "noord", selected: true, motivation: "Ja." }),
    "not-scored");
  await done(zuid, proposal("zuid", "wijk", 8.0));
  await heard(rijk, "submissions-closed");
  await rijk.until(() => regionOf(rijk, "zuid").proposal?.score !== undefined, "a score");

  // 3 * 0.9 urgent, 5 of 6, nothing demanded, one of three groups, no circle, 4 of 8 pledged twice,
  // no harm elsewhere, by 10.
  const { score, parts } = regionOf(rijk, "zuid").proposal;
  const sum = 3 * 0.9 + 5 / 6 + 1 + 1 / 3 + 0 + 2 * 0.5 + 1;
  assert.ok(Math.abs(score - sum / 10) < 1e-12, String(score));
  assert.ok(Math.abs(parts.reduce((all, { amount }) => all + amount, 0) - score) < 1e-12);

  const decide = (region, selected) =>
    rijk.ask({ type: "decide", region, selected, motivation: `Wij kiezen ${region}.` });
  assert.equal(await decide("noord", true), undefined);
  assert.equal(await decide("zuid", true), "over-tranche");
  assert.equal(await decide("noord", false), undefined);
  assert.equal(await decide("zuid", true), undefined);
  await heard(noord, "decided", ({ region, selected }) => region === "noord" && !selected);
  await everybodyReady(seats, "negotiation");
  await heard(noord, "selection-made", ({ selected, rejected }) =>
    selected.includes("zuid") && rejected.includes("noord"));
  assert.equal(rijk.view.against_ranking, 0);

  // Who was rejected has nothing to negotiate about; who was selected gets no more than it asked.
  assert.equal(await noord.ask({ type: "back", region: "noord", version: 0 }), "no-negotiation");
  await heard(zuid, "version-made", ({ region }) => region === "zuid");
  const { deal } = zuid.items("version-made").find(({ region }) => region === "zuid");
  const amend = (money) => ({
    type: "amend", region: "zuid", base: 1,
    deal: { ...deal, lines: [{ ...deal.lines[0], partners: ["zuid-gemeente"], money }] },
  });
  await done(zuid, amend({ "zuid-gemeente": 9.0, rijk: 8.5 }));
  assert.equal(await zuid.ask({ type: "put", region: "zuid", version: 2 }), "has-problems");
  await done(zuid, amend({ "zuid-gemeente": 8.0, rijk: 8.0 }));
  await done(zuid, { type: "put", region: "zuid", version: 3 });
  for (const player of [rijk, zuid]) await done(player, { type: "sign", region: "zuid", version: 3 });
  await heard(noord, "concluded", ({ region }) => region === "zuid");
  await everybodyReady(seats, "outcome");
  await heard(noord, "no-deal", ({ region, negotiated }) => region === "noord" && !negotiated);
  await everybodyReady(seats, "debrief");
  await acts(facilitator, { type: "end" });
});
