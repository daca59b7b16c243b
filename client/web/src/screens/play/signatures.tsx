// The signatures under what is on the table, and who says to be able to sign.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { shortName } from "../../i18n/names";
import type { RegionView, SignableView } from "protocol/messages";
import { Glyph } from "../../parts/basic";
import { ActButton } from "../../parts/pen";
import { PresenceText } from "../../parts/presence";
import { useGame } from "../../game";

export function Signatures({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const stances = scene.table(region.region)?.stances;
  const signable = scene.signable(region);
  return (
    <div class="signatures">
      {signable.length === 0 && <h3>{words.t("page.signatures.nothing")}</h3>}
      {signable.map((held) => (
        <SignatureRow
          key={held.version}
          held={held}
          region={region}
          rival={held.version === region.rival?.version}
        />
      ))}
      {stances !== undefined && stances.could_sign + stances.not_yet > 0 && (
        <p class="small">
          {words.t("page.signatures.stances", {
            could: stances.could_sign,
            not: stances.not_yet,
          })}
        </p>
      )}
    </div>
  );
}

function SignatureRow({
  held,
  region,
  rival,
}: {
  held: SignableView;
  region: RegionView;
  rival: boolean;
}) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const { me } = scene;
  const done = region.concluded?.version === held.version;
  const open = me !== undefined && held.needed.includes(me) && !held.signatures.includes(me);
  return (
    <>
      <div class="row-head">
        <h3>
          {words.t("page.signatures.under", {
            version: held.version,
            signed: held.signatures.length,
            needed: held.needed.length,
          })}
          {done && <> ✓ {words.t("page.version.concluded")}</>}
        </h3>
        {rival && open && (
          <ActButton
            onPress={() => send({ type: "sign", region: region.region, version: held.version })}
          >
            {words.t("page.sign", { version: held.version })}
          </ActButton>
        )}
      </div>
      <ul class="signs">
        {scene.parties
          .filter((party) => held.needed.includes(party.id))
          .map((party) => {
            const signed = held.signatures.includes(party.id);
            const mine = party.id === me;
            const away = scene.view.parties[party.id]?.presence === "away";
            const name = shortName(words, party);
            return (
              <li key={party.id} class={`sign${signed ? " yes" : ""}${mine ? " mine" : ""}`}>
                <Glyph kind={party.kind} />
                <span>{mine ? words.t("page.you_capital") : name}</span>
                <em>
                  {signed && words.t("page.signatures.signed")}
                  {!signed && away && <PresenceText party={party.id} />}
                  {!signed && !away && words.t("page.signatures.not_yet")}
                </em>
              </li>
            );
          })}
      </ul>
    </>
  );
}
