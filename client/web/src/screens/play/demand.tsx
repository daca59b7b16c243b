// During the negotiation the centre may still demand a national challenge.
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { RegionView } from "protocol/messages";
import { Card } from "../../parts/basic";
import { ActButton } from "../../parts/pen";
import { ChallengeFacts } from "./challenge";

export function Demand({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  if (!scene.isCentre || scene.view.last_call) return null;
  const left = scene.rules.demands_max - region.demanded.length;
  const possible = Object.values(scene.history.cards).filter(
    (card) =>
      card.national && card.region === region.region && !region.agenda.includes(card.challenge),
  );
  if (left <= 0 || possible.length === 0) return null;
  return (
    <Card title={words.t("page.demand.title")}>
      <p class="quiet">{words.t("page.demand.hint", { left })}</p>
      {possible.map((card) => (
        <div class="challenge" key={card.challenge}>
          <div>
            <b>{words.text(card.title)}</b>
            <ChallengeFacts card={card} />
          </div>
          <ActButton
            about={words.text(card.title)}
            onPress={() =>
              send({ type: "demand", region: region.region, challenge: card.challenge })
            }
          >
            {words.t("page.demand.do")}
          </ActButton>
        </div>
      ))}
    </Card>
  );
}
