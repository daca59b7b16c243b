// Sharing a challenge: whom to tell of it.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { FeedChallengeCard, RegionView } from "protocol/messages";
import { CheckBox } from "../../parts/controls";
import { Dialog } from "../../parts/dialog";
import { ActButton } from "../../parts/pen";

export function ShareDialog({
  card,
  region,
  onClose,
}: {
  card: FeedChallengeCard;
  region: RegionView;
  onClose: () => void;
}) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [parties, setParties] = useState<string[]>([]);
  const others = region.table.filter((party) => party !== scene.me);
  const share = async () => {
    const done = await send({
      type: "share",
      challenge: card.challenge,
      with: [...parties].sort(),
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={words.t("page.share.title", { challenge: words.text(card.title) })}
      onClose={onClose}
      action={
        <ActButton
          main
          reason={parties.length === 0 ? words.t("page.talk.choose_one") : undefined}
          onPress={share}
        >
          {words.t("page.share.do")}
        </ActButton>
      }
    >
      <p class="quiet">{words.t("page.share.hint")}</p>
      <ul class="choices">
        {others.map((id) => (
          <li key={id}>
            <CheckBox
              label={words.text(scene.party(id)?.title)}
              checked={parties.includes(id)}
              onChange={(on) =>
                setParties(on ? [...parties, id] : parties.filter((held) => held !== id))
              }
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
