// Accountability: whoever rates gives each party one to five, with one sentence of motivation.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { RatingView } from "protocol/messages";
import { Card } from "../../parts/basic";
import { Segments, TextField } from "../../parts/controls";
import { useKept } from "../../parts/kept";
import { ActButton, useNoPen } from "../../parts/pen";
import { Withhold } from "./withhold";

export function Accountability() {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [sentence, setSentence] = useKept(`motivation/${scene.view.round}`, "");
  const [told, setTold] = useState(false);
  const rate = scene.own?.to_rate ?? [];
  if (rate.length === 0) {
    return (
      <Card title={words.t("page.rate.none")}>
        <p>{words.t("page.rate.none_text")}</p>
      </Card>
    );
  }
  const most = Math.ceil(rate.length / 2);
  const high = rate.filter((held) => (held.rating ?? 0) > 3).length;
  return (
    <>
      <Card title={words.t("page.rate.title")}>
        <p class="quiet">{words.t("page.rate.hint", { most, high })}</p>
        {rate.map((held) => (
          <RateParty key={held.party} held={held} full={high >= most} />
        ))}
        <TextField
          label={words.t("page.rate.motivation")}
          value={sentence}
          rows={2}
          onChange={(value) => {
            setSentence(value);
            setTold(false);
          }}
        />
        <div class="buttons">
          <ActButton
            reason={sentence.trim() === "" ? words.t("page.rate.motivation_empty") : undefined}
            onPress={async () =>
              setTold(await send({ type: "motivate", sentence: sentence.trim() }))
            }
          >
            {words.t("page.rate.motivate")}
          </ActButton>
          {told && <span class="good-text">✓ {words.t("page.rate.motivated")}</span>}
        </div>
      </Card>
      <Withhold />
    </>
  );
}

function RateParty({ held, full }: { held: RatingView; full: boolean }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const noPen = useNoPen();
  const reason = full && (held.rating ?? 0) <= 3 ? words.t("page.rate.full") : undefined;
  return (
    <div class="rate">
      <Segments
        wide
        label={words.text(scene.party(held.party)?.title)}
        choices={[1, 2, 3, 4, 5].map((value) => ({
          value,
          label: String(value),
          reason: value === 4 ? reason : undefined,
        }))}
        value={held.rating}
        reason={noPen}
        onChange={(rating) => send({ type: "rate", party: held.party, rating })}
      />
    </div>
  );
}
