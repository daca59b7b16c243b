// What the centre keeps back from the next deal of a region that it rated low.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { WithholdingView } from "protocol/messages";
import { Card } from "../../parts/basic";
import { Stepper } from "../../parts/controls";
import { ActButton } from "../../parts/pen";

const percent_max = 20;

export function Withhold() {
  const words = useWords();
  const scene = useScene();
  const regions = scene.own?.to_withhold ?? [];
  if (regions.length === 0) return null;
  return (
    <Card title={words.t("page.withhold.title")}>
      <p class="quiet">{words.t("page.withhold.hint", { most: percent_max })}</p>
      {regions.map((held) => (
        <WithholdRegion key={held.region} held={held} />
      ))}
    </Card>
  );
}

function WithholdRegion({ held }: { held: WithholdingView }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [percent, setPercent] = useState(held.percent);
  const region = words.text(scene.regionInfo(held.region)?.title);
  let reason: string | undefined;
  if (held.mean === undefined) reason = words.t("page.withhold.not_rated");
  else if (!held.allowed) {
    reason = words.t("page.withhold.too_high", { mean: words.number(held.mean, 1) });
  } else if (percent === held.percent) reason = words.t("page.withhold.unchanged");
  return (
    <div class="withhold">
      <div class="pair">
        <b>{region}</b>
        <span>{words.t("page.withhold.now", { percent: held.percent })}</span>
      </div>
      <div class="buttons">
        <Stepper
          label={words.t("page.withhold.percent", { region })}
          value={percent}
          step={1}
          max={percent_max}
          decimals={0}
          onChange={setPercent}
        />
        <ActButton
          about={region}
          reason={reason}
          onPress={() => send({ type: "withhold", region: held.region, percent })}
        >
          {words.t("page.withhold.do", { percent })}
        </ActButton>
      </div>
    </div>
  );
}
