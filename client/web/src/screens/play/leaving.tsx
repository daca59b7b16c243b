// Walking away from the table, and coming back while that is possible.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { playMs } from "../../model/clock";
import type { RegionView } from "protocol/messages";
import { Notice } from "../../parts/basic";
import { useServerNow } from "../../parts/clock";
import { Dialog } from "../../parts/dialog";
import { ActButton } from "../../parts/pen";

export function Leaving({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [asking, setAsking] = useState(false);
  const { me } = scene;
  if (me === undefined || !scene.atTable || region.negotiation !== "open") return null;
  if (region.walking !== undefined) return <Walking region={region} />;
  const ends = scene.isCentre || scene.party(me)?.required === true;
  return (
    <p>
      <ActButton danger onPress={() => setAsking(true)}>
        {words.t("page.leave")}
      </ActButton>
      {asking && (
        <Dialog
          title={words.t("page.leave.sure")}
          onClose={() => setAsking(false)}
          action={
            <ActButton
              danger
              onPress={async () => {
                await send({ type: "walk-away", region: region.region });
                setAsking(false);
              }}
            >
              {words.t("page.leave.do")}
            </ActButton>
          }
        >
          <p>{words.t(ends ? "page.leave.ends" : "page.leave.only_you")}</p>
        </Dialog>
      )}
    </p>
  );
}

function Walking({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const { send, model } = useGame();
  const now = useServerNow(model.server_ahead_ms);
  const left = Math.max(0, (region.walk_ends_ms ?? 0) - playMs(scene.view, now));
  return (
    <Notice kind="warn" word={words.t("page.word.mind")}>
      {words.t("page.leave.walking", {
        party: words.text(scene.party(region.walking ?? "")?.title),
        seconds: Math.ceil(left / 1000),
      })}{" "}
      {region.walking === scene.me && (
        <ActButton main onPress={() => send({ type: "stay", region: region.region })}>
          {words.t("page.leave.stay")}
        </ActButton>
      )}
    </Notice>
  );
}
