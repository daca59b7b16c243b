// The framework: the centre says where it stands; the others read.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { sumOf, weights_sum } from "../../model/contest";
import { tensions, type Tension } from "../../model/tension";
import type { Demanded, Stated, StatedPositions, Weights } from "protocol/messages";
import { Card, Notice } from "../../parts/basic";
import { CheckBox, Segments, TextField } from "../../parts/controls";
import { Dialog } from "../../parts/dialog";
import { useKept } from "../../parts/kept";
import { ActButton } from "../../parts/pen";
import { Framework, statedWord } from "../../parts/state";
import { first_weights, WeightsForm } from "../../parts/weights";
import { Faces } from "./briefing";
import { Lessons } from "./reflection";

const unsaid = 9; // no position on this tension
const positions = [-1, -0.5, 0, 0.5, 1];

export function FrameworkStage() {
  const scene = useScene();
  return (
    <>
      <Lessons round={scene.view.round - 1} />
      {scene.view.framework_published ? (
        <Framework />
      ) : scene.isCentre ? (
        <WriteFramework />
      ) : (
        <Waiting />
      )}
      <Faces />
    </>
  );
}

function Waiting() {
  const words = useWords();
  return (
    <Card title={words.t("page.framework.title")}>
      <p>{words.t("page.framework.waiting")}</p>
    </Card>
  );
}

function WriteFramework() {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const selection = scene.rules.tranche_budget !== undefined;
  const { round } = scene.view;
  const [weights, setWeights] = useKept<Weights>(`framework/${round}/weights`, first_weights);
  const [stated, setStated] = useKept<Partial<Record<Tension, Stated>>>(
    `framework/${round}/stated`,
    {},
  );
  const [demands, setDemands] = useKept<Demanded[]>(`framework/${round}/demands`, []);
  const [asking, setAsking] = useState(false);
  const publish = async () => {
    const sent: StatedPositions = {};
    for (const tension of tensions) {
      const position = stated[tension];
      if (position !== undefined) sent[tension] = position;
    }
    const published = selection ? { stated: sent, demands, weights } : { stated: sent, demands };
    if (await send({ type: "publish", ...published })) setAsking(false);
  };
  const uneven = selection && sumOf(weights) !== weights_sum;
  const reason = uneven
    ? words.t("page.weights.uneven", { sum: sumOf(weights), whole: weights_sum })
    : undefined;
  return (
    <Card title={words.t("page.framework.write")}>
      <p class="quiet">{words.t("page.framework.write_hint")}</p>
      {tensions.map((tension) => (
        <Position
          key={tension}
          tension={tension}
          position={stated[tension]}
          onChange={(position) => setStated({ ...stated, [tension]: position })}
        />
      ))}
      <Demands demands={demands} onChange={setDemands} />
      {selection && <WeightsForm weights={weights} onChange={setWeights} />}
      <div class="buttons">
        <ActButton main reason={reason} onPress={() => setAsking(true)}>
          {words.t("page.framework.publish")}
        </ActButton>
      </div>
      {asking && (
        <Dialog
          title={words.t("page.framework.publish_sure")}
          onClose={() => setAsking(false)}
          action={
            <ActButton main onPress={publish}>
              {words.t("page.framework.publish")}
            </ActButton>
          }
        >
          <p>{words.t("page.framework.publish_once")}</p>
          {tensions.some((tension) => !stated[tension]?.sentence.trim()) && (
            <Notice kind="warn" word={words.t("page.word.mind")}>
              {words.t("page.framework.vague")}
            </Notice>
          )}
        </Dialog>
      )}
    </Card>
  );
}

function Position({
  tension,
  position,
  onChange,
}: {
  tension: Tension;
  position: Stated | undefined;
  onChange: (position: Stated | undefined) => void;
}) {
  const words = useWords();
  return (
    <div class="position">
      <Segments
        wide
        label={words.t(`page.tension.${tension}.question`)}
        choices={[
          ...positions.map((value) => ({ value, label: statedWord(words, tension, value) })),
          { value: unsaid, label: words.t("page.framework.say_nothing") },
        ]}
        value={position?.value ?? unsaid}
        onChange={(value) =>
          onChange(value === unsaid ? undefined : { value, sentence: position?.sentence ?? "" })
        }
      />
      {position !== undefined && (
        <TextField
          label={words.t("page.framework.sentence")}
          value={position.sentence}
          onChange={(sentence) => onChange({ ...position, sentence })}
        />
      )}
    </div>
  );
}

function Demands({
  demands,
  onChange,
}: {
  demands: Demanded[];
  onChange: (demands: Demanded[]) => void;
}) {
  const words = useWords();
  const scene = useScene();
  const regions = scene.tableRegions.map((region) => region.region);
  const national = Object.values(scene.history.cards).filter(
    (card) => card.national && regions.includes(card.region),
  );
  if (national.length === 0) return null;
  const most = scene.rules.demands_max;
  return (
    <fieldset>
      <legend>{words.t("page.framework.demand_which", { most })}</legend>
      {national.map((card) => {
        const chosen = demands.some((held) => held.challenge === card.challenge);
        const full = demands.filter((held) => held.region === card.region).length >= most;
        return (
          <div key={card.challenge}>
            <CheckBox
              label={words.text(card.title)}
              checked={chosen}
              disabled={!chosen && full}
              onChange={(on) =>
                onChange(
                  on
                    ? [...demands, { region: card.region, challenge: card.challenge }]
                    : demands.filter((held) => held.challenge !== card.challenge),
                )
              }
            />
            <p class="small quiet">{words.text(card.text)}</p>
          </div>
        );
      })}
    </fieldset>
  );
}
