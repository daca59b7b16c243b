// Not yet, because: which clause or line keeps this seat from signing. The table sees counts.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { Obstacle, RegionView } from "protocol/messages";
import { Dialog } from "../../parts/dialog";
import { ActButton } from "../../parts/pen";

const terms: Exclude<Obstacle, "line">[] = [
  "money",
  "form",
  "conditions",
  "accountability",
  "information",
  "powers",
  "coordination",
  "review",
];

export function StanceDialog({
  region,
  version,
  onClose,
}: {
  region: RegionView;
  version: number;
  onClose: () => void;
}) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [chosen, setChosen] = useState<string>();
  const lines = scene.version(region.region, version)?.deal.lines ?? [];
  const tell = async () => {
    const [obstacle, challenge] = (chosen ?? "").split("/");
    await send({
      type: "stance",
      region: region.region,
      could_sign: false,
      obstacle: obstacle as Obstacle,
      challenge,
    });
    onClose();
  };
  const option = (value: string, label: string) => (
    <li key={value}>
      <label class="check">
        <input
          type="radio"
          name="obstacle"
          checked={chosen === value}
          onChange={() => setChosen(value)}
        />
        <span>{label}</span>
      </label>
    </li>
  );
  return (
    <Dialog
      title={words.t("page.stance.title", { version })}
      onClose={onClose}
      action={
        <>
          <ActButton
            main
            reason={chosen === undefined ? words.t("page.stance.choose") : undefined}
            onPress={tell}
          >
            {words.t("page.stance.tell")}
          </ActButton>
          <ActButton
            onPress={async () => {
              await send({ type: "stance", region: region.region, could_sign: true });
              onClose();
            }}
          >
            {words.t("page.stance.could")}
          </ActButton>
        </>
      }
    >
      <p class="quiet">{words.t("page.stance.hint")}</p>
      <fieldset>
        <legend>{words.t("page.stance.which")}</legend>
        <ul class="choices">
          {lines.map((line) =>
            option(
              `line/${line.challenge}`,
              words.t("page.stance.line", {
                challenge: words.text(scene.card(line.challenge)?.title),
              }),
            ),
          )}
          {terms.map((obstacle) => option(obstacle, words.t(`obstacle.${obstacle}`)))}
        </ul>
      </fieldset>
    </Dialog>
  );
}
