// The phase of proposals: tables pledge, leads submit, the framework ranks, the centre decides.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { regionalPledges } from "../../model/contest";
import type { ChallengeId, PartyId, RegionView, TableView } from "protocol/messages";
import { Card, PartyName } from "../../parts/basic";
import { CheckBox, Stepper, TextField } from "../../parts/controls";
import { useKept } from "../../parts/kept";
import { ActButton } from "../../parts/pen";
import { Ranking } from "./ranking";

export function Contest() {
  const scene = useScene();
  const region = scene.home;
  const closed = scene.view.submissions_closed;
  const table = region === undefined ? undefined : scene.table(region.region);
  const takesPart = region?.in_contest === true && region.agenda.length > 0;
  return (
    <>
      {takesPart && !closed && table !== undefined && (
        <Pledges key={region.region} region={region} table={table} />
      )}
      {takesPart && !closed && scene.isLead(region.region) && (
        <Submission key={region.region} region={region} />
      )}
      <Ranking decide={scene.isCentre && closed} />
    </>
  );
}

function Pledges({ region, table }: { region: RegionView; table: TableView }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const me = scene.me;
  const own = me === undefined ? 0 : (table.pledges[me] ?? 0);
  const [amount, setAmount] = useState<number>();
  const shown = amount ?? own;
  const pledge = async () => {
    if (await send({ type: "pledge", region: region.region, amount: shown })) setAmount(undefined);
  };
  return (
    <Card title={words.t("page.contest.pledges")}>
      <p class="small quiet">{words.t("page.contest.pledges_hint")}</p>
      <ul class="parties">
        {Object.entries(table.pledges).map(([party, pledged]) => (
          <li key={party}>
            <PartyName party={scene.party(party)} you={party === me} />
            <b class="number">{words.money(pledged)}</b>
          </li>
        ))}
      </ul>
      <p>
        {words.t("page.contest.pledged", {
          money: words.money(regionalPledges(scene, table.pledges)),
        })}
      </p>
      {me !== undefined && (
        <div class="buttons">
          <Stepper
            label={words.t("page.contest.pledge_label")}
            value={shown}
            max={scene.budget(me)}
            onChange={setAmount}
          />
          <ActButton onPress={pledge}>{words.t("page.contest.pledge")}</ActButton>
        </div>
      )}
    </Card>
  );
}

// A list with something added or taken away.
function toggled<T>(list: readonly T[], one: T, on: boolean): T[] {
  return on ? [...list, one] : list.filter((held) => held !== one);
}

function Submission({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const { proposal } = region;
  const table = region.table.filter((party) => party !== scene.centre);
  const budget = scene.rules.tranche_budget ?? 0;
  const field = `submission/${scene.view.round}/${region.region}`;
  const [challenges, setChallenges] = useKept<ChallengeId[]>(
    `${field}/challenges`,
    proposal?.challenges ?? region.agenda,
  );
  const [partners, setPartners] = useKept<PartyId[]>(
    `${field}/partners`,
    proposal?.partners ?? table,
  );
  const [asked, setAsked] = useKept(`${field}/asked`, proposal?.asked ?? Math.floor(budget / 2));
  const [pitch, setPitch] = useKept(`${field}/pitch`, proposal?.pitch ?? "");
  let reason: string | undefined;
  if (challenges.length === 0) reason = words.t("page.contest.no_challenges");
  else if (pitch.trim() === "") reason = words.t("page.contest.no_pitch");
  const submit = () =>
    send({
      type: "submit",
      region: region.region,
      challenges,
      partners,
      asked,
      pitch: pitch.trim(),
    });
  return (
    <Card title={words.t("page.contest.submission")}>
      <p class="small quiet">{words.t("page.contest.submission_hint")}</p>
      <fieldset>
        <legend>{words.t("page.contest.which_challenges")}</legend>
        {region.agenda.map((id) => (
          <div key={id}>
            <CheckBox
              label={words.text(scene.card(id)?.title) || id}
              checked={challenges.includes(id)}
              onChange={(on) => setChallenges(toggled(challenges, id, on))}
            />
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.t("page.contest.which_partners")}</legend>
        {table.map((id) => (
          <div key={id}>
            <CheckBox
              label={words.text(scene.party(id)?.title)}
              checked={partners.includes(id)}
              onChange={(on) => setPartners(toggled(partners, id, on))}
            />
          </div>
        ))}
      </fieldset>
      <p>
        {words.t("page.contest.asked")}{" "}
        <Stepper
          label={words.t("page.contest.asked")}
          value={asked}
          max={budget}
          onChange={setAsked}
        />
      </p>
      <TextField
        label={words.t("page.contest.pitch")}
        rows={3}
        value={pitch}
        onChange={setPitch}
      />
      <div class="buttons">
        <ActButton main reason={reason} onPress={submit}>
          {words.t(proposal === undefined ? "page.contest.submit" : "page.contest.resubmit")}
        </ActButton>
        {proposal !== undefined && (
          <span class="good-text">✓ {words.t("page.contest.submitted")}</span>
        )}
      </div>
    </Card>
  );
}
