// More terms: a preset with one line of meaning, and the seven terms one by one.
import { useState } from "preact/hooks";
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { partnershipFormExists, presetOf, presets, presetTerms } from "../../model/deal";
import { clauses } from "../../model/difference";
import type { Accountability, Deal, Form, Obstacle, RegionView } from "protocol/messages";
import { Button } from "../../parts/basic";
import { CheckBox, Segments } from "../../parts/controls";
import { Stops, stopsAt } from "./deal_text";
import { ProblemList } from "./problem_text";
import { PresetBand } from "./preset_band";
import type { Proposal } from "./proposal";

const forms: Form[] = ["decentralised", "partnership", "specific"];
const accountabilities: Accountability[] = ["none", "mutual", "upward"];

export function TermsForm({ proposal, region }: { proposal: Proposal; region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const [all, setAll] = useState(false);
  const [touched, setTouched] = useState(false);
  const { deal } = proposal;
  if (deal === undefined) return null;
  const { round } = scene.view;
  const preset = presetOf(deal, round, scene.rules);
  const stances = scene.table(region.region)?.stances;
  const stops = (stances?.obstacles ?? [])
    .filter((held) => held.obstacle !== "line" && held.obstacle !== "money")
    .reduce((sum, held) => sum + held.count, 0);
  return (
    <div class="pad terms-form">
      <div class="row-head">
        <h3>
          {words.t("page.deal.part2")}:{" "}
          <span>{words.t(preset === undefined ? "preset.own" : `preset.${preset}`)}</span>{" "}
          <Stops count={stops} />
        </h3>
        <Button link expanded={all} onPress={() => setAll(!all)}>
          {words.t(all ? "page.deal.hide_terms" : "page.deal.all_terms")}
        </Button>
      </div>
      <fieldset class="presets">
        <legend class="hidden-text">{words.t("page.deal.presets")}</legend>
        {presets.map((held) => (
          <label key={held} class="option preset">
            <input
              type="radio"
              name="preset"
              checked={held === preset}
              onChange={() => {
                setTouched(true);
                proposal.change({ ...deal, ...presetTerms(held, round, scene.rules) });
              }}
            />
            <span>
              <b>{words.t(`preset.${held}`)}</b>
              <span class="small">{words.t(`preset.${held}.meaning`)}</span>
              {touched && <PresetBand preset={held} proposal={proposal} />}
            </span>
          </label>
        ))}
      </fieldset>
      {all && <AllTerms deal={deal} proposal={proposal} region={region} />}
      {!all && <TermsLine deal={deal} />}
      <ProblemList proposal={proposal} part="terms" />
    </div>
  );
}

function TermsLine({ deal }: { deal: Deal }) {
  const words = useWords();
  const facts = [
    words.t(`form.${deal.form}`),
    words.t("page.deal.conditions", { count: deal.conditions }),
    words.t(`accountability.${deal.accountability}`),
    ...clauses.filter((clause) => deal[clause]).map((clause) => words.t(`clause.${clause}`)),
  ];
  return <p class="small quiet">{facts.join(" · ")}</p>;
}

function AllTerms({
  deal,
  proposal,
  region,
}: {
  deal: Deal;
  proposal: Proposal;
  region: RegionView;
}) {
  const words = useWords();
  const scene = useScene();
  const stances = scene.table(region.region)?.stances;
  const exists = partnershipFormExists(scene.view.round, scene.rules);
  const from = scene.rules.partnership_form_from;
  const stops = (obstacle: Obstacle) => <Stops count={stopsAt(stances, obstacle)} />;
  return (
    <div class="all-terms">
      <Segments
        label={words.t("obstacle.form")}
        choices={forms.map((value) => ({
          value,
          label: words.t(`form.${value}`),
          reason:
            value === "partnership" && !exists
              ? words.t("page.deal.form_from", { round: from })
              : undefined,
        }))}
        value={deal.form}
        onChange={(form) => proposal.change({ ...deal, form })}
      />
      <p class="small quiet">
        {words.t(`form.${deal.form}.meaning`)} {stops("form")}
      </p>
      <Segments
        label={words.t("obstacle.conditions")}
        choices={Array.from({ length: scene.rules.conditions_max + 1 }, (_, value) => ({
          value,
          label: String(value),
        }))}
        value={deal.conditions}
        onChange={(conditions) => proposal.change({ ...deal, conditions })}
      />
      <p class="small quiet">
        {words.t("page.deal.conditions_meaning")} {stops("conditions")}
      </p>
      <Segments
        label={words.t("obstacle.accountability")}
        choices={accountabilities.map((value) => ({
          value,
          label: words.t(`accountability.${value}`),
        }))}
        value={deal.accountability}
        onChange={(accountability) => proposal.change({ ...deal, accountability })}
      />
      <p class="small quiet">
        {words.t(`accountability.${deal.accountability}.meaning`)} {stops("accountability")}
      </p>
      {clauses.map((clause) => (
        <div key={clause}>
          <CheckBox
            label={words.t(`clause.${clause}`)}
            checked={deal[clause]}
            onChange={(on) => proposal.change({ ...deal, [clause]: on })}
          />
          <p class="small quiet">
            {words.t(`clause.${clause}.meaning`)} {stops(clause)}
          </p>
        </div>
      ))}
    </div>
  );
}
