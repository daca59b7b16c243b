// Who is at the table: inviting, answering an invitation, knocking from outside.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { knockKey } from "../../model/history";
import type { RegionView } from "protocol/messages";
import { Card, Notice, PartyName } from "../../parts/basic";
import { TextField } from "../../parts/controls";
import { useKept } from "../../parts/kept";
import { ActButton } from "../../parts/pen";

export function AtTable() {
  const words = useWords();
  const scene = useScene();
  const region = scene.home;
  if (region === undefined) return null;
  return (
    <Card title={words.t("page.table.title", { count: region.table.length })}>
      <Invitations />
      <ul class="parties">
        {scene.parties
          .filter((party) => region.table.includes(party.id))
          .map((party) => (
            <li key={party.id}>
              <PartyName party={party} you={party.id === scene.me} />
              {party.lead && <small class="quiet">{words.t("page.party.lead")}</small>}
            </li>
          ))}
      </ul>
      {scene.atTable ? <Inviting region={region} /> : <Knocking region={region} />}
    </Card>
  );
}

export function Invitations() {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  return (
    <>
      {(scene.own?.invitations ?? []).map((region) => (
        <Notice key={region} kind="info" word={words.t("page.table.invited")}>
          {words.t("page.table.invited_text", {
            region: words.text(scene.regionInfo(region)?.title),
          })}
          <span class="buttons">
            <ActButton main onPress={() => send({ type: "accept", region })}>
              {words.t("page.table.accept")}
            </ActButton>
            <ActButton onPress={() => send({ type: "decline", region })}>
              {words.t("page.table.decline")}
            </ActButton>
          </span>
        </Notice>
      ))}
    </>
  );
}

function Inviting({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [chosen, setChosen] = useState("");
  const outside = scene.parties.filter(
    (party) => !region.table.includes(party.id) && !region.invited.includes(party.id),
  );
  const knocking = region.knocked.filter(
    (party) => !region.table.includes(party) && !region.invited.includes(party),
  );
  const invite = (party: string) => send({ type: "invite", region: region.region, party });
  return (
    <>
      {knocking.map((id) => (
        <Notice key={id} kind="info" word={words.t("page.table.knocks")}>
          <PartyName party={scene.party(id)} /> “
          {scene.history.knocks[knockKey(region.region, id)]}”{" "}
          <ActButton link onPress={() => invite(id)}>
            {words.t("page.table.invite")}
          </ActButton>
        </Notice>
      ))}
      {region.invited.map((id) => (
        <p class="small" key={id}>
          {words.t("page.table.waiting_for", { party: words.text(scene.party(id)?.title) })}{" "}
          <ActButton
            link
            onPress={() => send({ type: "withdraw-invitation", region: region.region, party: id })}
          >
            {words.t("page.table.withdraw")}
          </ActButton>
        </p>
      ))}
      {outside.length > 0 && !scene.view.last_call && (
        <div class="invite">
          <label>
            <span>{words.t("page.table.invite_whom")}</span>
            <select
              class="input"
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              <option value="">{words.t("page.table.choose")}</option>
              {outside.map((party) => (
                <option key={party.id} value={party.id}>
                  {words.text(party.title)}
                </option>
              ))}
            </select>
          </label>
          <ActButton
            reason={chosen === "" ? words.t("page.table.choose_first") : undefined}
            onPress={async () => {
              if (await invite(chosen)) setChosen("");
            }}
          >
            {words.t("page.table.invite")}
          </ActButton>
        </div>
      )}
    </>
  );
}

function Knocking({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [sentence, setSentence] = useKept(`knock/${scene.view.round}/${region.region}`, "");
  if (scene.me !== undefined && region.knocked.includes(scene.me)) {
    return <p class="quiet">{words.t("page.table.knocked_already")}</p>;
  }
  if (scene.view.last_call || scene.me === undefined) return null;
  const knock = async () => {
    const done = await send({ type: "knock", region: region.region, sentence: sentence.trim() });
    if (done) setSentence("");
  };
  return (
    <>
      <TextField
        label={words.t("page.table.knock_sentence")}
        hint={words.t("page.table.knock_hint")}
        value={sentence}
        onChange={setSentence}
      />
      <ActButton
        main
        reason={sentence.trim() === "" ? words.t("page.table.sentence_first") : undefined}
        onPress={knock}
      >
        {words.t("page.table.knock")}
      </ActButton>
    </>
  );
}
