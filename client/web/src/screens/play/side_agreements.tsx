// Side agreements: what two at a table agree beside its deal. The two and the facilitator see it,
// and nobody else before the outcome.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { shortName } from "../../i18n/names";
import { sideText } from "../../i18n/side";
import type { EventSideTold, PartyId, RegionView, SideView } from "protocol/messages";
import { Card } from "../../parts/basic";
import { Segments, Stepper, TextField } from "../../parts/controls";
import { useKept } from "../../parts/kept";
import { ActButton } from "../../parts/pen";

export function SideAgreements({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const all = scene.own?.side_agreements ?? [];
  const sides = all.filter((side) => side.region === region.region);
  const open = region.negotiation === "open" || region.negotiation === "concluded";
  if (scene.me === undefined || !open || (!scene.atTable && sides.length === 0)) return null;
  return (
    <Card title={words.t("page.side.title")}>
      <p class="small quiet">{words.t("page.side.hint")}</p>
      {sides.length > 0 && (
        <ul class="sides">
          {sides.map((side) => (
            <li key={`${side.from} ${side.to} ${side.number}`}>
              <p>
                <b>{sideText(words, scene, side)}</b>
                {side.text !== "" && <> “{side.text}”</>}
              </p>
              <Answers side={side} me={scene.me!} />
            </li>
          ))}
        </ul>
      )}
      {scene.view.last_call && <p class="quiet">{words.t("page.side.last_call")}</p>}
      {scene.atTable && !scene.view.last_call && <Offering region={region} me={scene.me} />}
    </Card>
  );
}

// Where it stands, and what this seat can do about it.
function Answers({ side, me }: { side: SideView; me: PartyId }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const other = side.from === me ? side.to : side.from;
  const party = shortName(words, scene.party(other));
  const about = sideText(words, scene, side);
  const which = { region: side.region, party: other, number: side.number };
  const undo = (wanted: boolean) => send({ type: "undo-side", ...which, undo: wanted });
  if (!side.accepted) {
    if (side.from === me) {
      return (
        <div class="buttons">
          <span>{words.t("page.side.waits", { party })}</span>
          <ActButton about={about} onPress={() => send({ type: "withdraw-side", ...which })}>
            {words.t("page.side.withdraw")}
          </ActButton>
        </div>
      );
    }
    return (
      <div class="buttons">
        <span>{words.t("page.side.offered", { party })}</span>
        {!scene.view.last_call && (
          <ActButton main about={about} onPress={() => send({ type: "accept-side", ...which })}>
            {words.t("page.side.accept")}
          </ActButton>
        )}
      </div>
    );
  }
  const mine = side.undo.includes(me);
  const theirs = side.undo.includes(other);
  return (
    <div class="buttons">
      <span class="good-text">✓ {words.t("page.side.agreed")}</span>
      {mine && <span>{words.t("page.side.undo_asked", { party })}</span>}
      {theirs && <span>{words.t("page.side.undo_wanted", { party })}</span>}
      {mine ? (
        <ActButton about={about} onPress={() => undo(false)}>
          {words.t("page.side.undo_not")}
        </ActButton>
      ) : (
        <ActButton about={about} onPress={() => undo(true)}>
          {words.t(theirs ? "page.side.undo_too" : "page.side.undo")}
        </ActButton>
      )}
    </div>
  );
}

type Payer = "me" | "other" | "nobody";

function Offering({ region, me }: { region: RegionView; me: PartyId }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const field = `side/${scene.view.round}/${region.region}`;
  const [party, setParty] = useKept<PartyId>(`${field}/party`, "");
  const [chosen, setPayer] = useKept<Payer>(`${field}/payer`, "me");
  const [amount, setAmount] = useKept(`${field}/amount`, 1);
  const [text, setText] = useKept(`${field}/text`, "");
  const [began] = useState(party !== "" || text !== "");
  const others = scene.parties.filter((held) => held.id !== me && region.table.includes(held.id));
  const withRijk = scene.isRijk(me) || (party !== "" && scene.isRijk(party));
  const payer = withRijk ? "nobody" : chosen;
  const left = Math.max(0, scene.budget(me) - (scene.own?.committed ?? 0));
  const most = payer === "me" ? left : scene.budget(party);
  const shown = Math.min(amount, most);
  let reason: string | undefined;
  if (party === "") reason = words.t("page.table.choose_first");
  else if (payer === "nobody" && text.trim() === "") reason = words.t("page.side.text_first");
  else if (payer !== "nobody" && shown === 0) reason = words.t("page.side.amount_first");
  const offer = async () => {
    const done = await send({
      type: "offer-side",
      region: region.region,
      party,
      payer: payer === "other" ? party : me,
      amount: payer === "nobody" ? 0 : shown,
      text: text.trim(),
    });
    if (done) setText("");
  };
  return (
    <details class="told" open={began}>
      <summary>{words.t("page.side.new")}</summary>
      <div class="side-form">
        <label class="field">
          <span>{words.t("page.side.with")}</span>
          <select
            class="input"
            value={party}
            onChange={(event) => setParty(event.currentTarget.value)}
          >
            <option value="">{words.t("page.table.choose")}</option>
            {others.map((held) => (
              <option key={held.id} value={held.id}>
                {words.text(held.title)}
              </option>
            ))}
          </select>
        </label>
        {withRijk ? (
          <p class="quiet">{words.t("page.side.rijk")}</p>
        ) : (
          <Segments
            label={words.t("page.side.who_pays")}
            choices={[
              { value: "me", label: words.t("page.side.i_pay") },
              { value: "other", label: words.t("page.side.other_pays") },
              { value: "nobody", label: words.t("page.side.nobody_pays") },
            ]}
            value={payer}
            onChange={setPayer}
          />
        )}
        {payer !== "nobody" && party !== "" && (
          <p>
            <span>{words.t("page.side.amount")}</span>{" "}
            <Stepper
              label={words.t("page.side.amount")}
              value={shown}
              max={most}
              onChange={setAmount}
            />
          </p>
        )}
        {payer === "me" && party !== "" && (
          <p class="small quiet">{words.t("page.side.left", { amount: words.money(left) })}</p>
        )}
        <TextField
          label={words.t("page.side.text")}
          hint={words.t("page.side.text_hint")}
          rows={2}
          value={text}
          onChange={setText}
        />
        <div class="buttons">
          <ActButton main reason={reason} onPress={offer}>
            {words.t("page.side.offer")}
          </ActButton>
        </div>
      </div>
    </details>
  );
}

// For the facilitator: all that there are at a table.
export function AllSideAgreements({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const sides = scene.view.side_agreements.filter((side) => side.region === region.region);
  if (sides.length === 0) return null;
  return (
    <Card title={words.t("page.side.title")}>
      <ul class="sides">
        {sides.map((side) => (
          <li key={`${side.from} ${side.to} ${side.number}`}>
            <SideLine side={side} />{" "}
            <small class="quiet">
              {words.t(side.accepted ? "page.side.agreed" : "page.side.not_yet")}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

// Those that took effect, as everybody reads them with the outcome.
export function SideAgreementsTold({ sides }: { sides: EventSideTold[] }) {
  const words = useWords();
  if (sides.length === 0) return null;
  return (
    <>
      <h3>{words.t("page.side.title")}</h3>
      <p class="small quiet">{words.t("page.side.told_hint")}</p>
      <ul class="sides">
        {sides.map((side, index) => (
          <li key={index}>
            <SideLine side={side} />
          </li>
        ))}
      </ul>
    </>
  );
}

function SideLine({ side }: { side: SideView | EventSideTold }) {
  const words = useWords();
  const scene = useScene();
  return (
    <>
      {sideText(words, scene, side)}
      {side.text !== "" && <> “{side.text}”</>}
    </>
  );
}
