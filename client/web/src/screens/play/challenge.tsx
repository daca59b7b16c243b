// What a challenge is: its text and its facts.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { FeedChallengeCard } from "protocol/messages";

export function ChallengeFacts({ card }: { card: FeedChallengeCard }) {
  const words = useWords();
  const scene = useScene();
  const theme = (id: string) => words.text(scene.themes.find((held) => held.id === id)?.title);
  const region = (id: string) => words.text(scene.regionInfo(id)?.title);
  const capability = useCapabilityName();
  return (
    <details>
      <summary>
        {words.t("page.challenge.what")}
        <span class="hidden-text">: {words.text(card.title)}</span>
      </summary>
      <p>{words.text(card.text)}</p>
      <dl class="facts">
        <div>
          <dt>{words.t("page.challenge.effects")}</dt>
          <dd>
            {Object.entries(card.effects)
              .map(([id, effect]) => `${theme(id)} ${words.signed(effect)}`)
              .join("; ")}
          </dd>
        </div>
        {card.spillovers.length > 0 && (
          <div>
            <dt>{words.t("page.challenge.spillovers")}</dt>
            <dd>
              {card.spillovers
                .map(
                  (held) =>
                    `${region(held.region)}, ${theme(held.theme)} ${words.signed(held.effect)}`,
                )
                .join("; ")}
            </dd>
          </div>
        )}
        <div>
          <dt>{words.t("page.challenge.needs")}</dt>
          <dd>{Object.keys(card.needs).map(capability).join(", ")}</dd>
        </div>
        <div>
          <dt>{words.t("page.challenge.scale")}</dt>
          <dd>{words.t(`page.scale.${card.scale}`)}</dd>
        </div>
        <div>
          <dt>{words.t("page.challenge.half")}</dt>
          <dd>{words.money(card.half)}</dd>
        </div>
        {card.needs_power && (
          <div>
            <dt>{words.t("page.challenge.power")}</dt>
            <dd>{words.t("page.challenge.power_text")}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}

export function useCapabilityName(): (id: string) => string {
  const words = useWords();
  const scene = useScene();
  return (id) =>
    words.text(scene.scenario.capabilities.find((held) => held.id === id)?.title) || id;
}
