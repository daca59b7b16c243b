// Signing: what one signs, what it costs, what it would bring, and then yes.
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { moneyOf } from "../../model/deal";
import { teamOf } from "../../model/team";
import type { RegionView } from "protocol/messages";
import { Dialog } from "../../parts/dialog";
import { ActButton } from "../../parts/pen";
import { DealSentence } from "./deal_text";
import { forYou } from "./forecast";
import type { Proposal } from "./proposal";

export function SignDialog({
  region,
  version,
  proposal,
  onClose,
}: {
  region: RegionView;
  version: number;
  proposal: Proposal;
  onClose: () => void;
}) {
  const words = useWords();
  const scene = useScene();
  const { model, send } = useGame();
  const deal = scene.version(region.region, version)?.deal;
  const sign = async () => {
    await send({ type: "sign", region: region.region, version });
    onClose();
  };
  const bands = proposal.tableForecast?.bands;
  return (
    <Dialog
      title={words.t("page.sign.title", { version })}
      onClose={onClose}
      action={
        <ActButton main onPress={sign}>
          {words.t("page.sign", { version })}
        </ActButton>
      }
    >
      {deal !== undefined && <DealSentence deal={deal} />}
      {deal !== undefined && scene.me !== undefined && (
        <p>
          {words.t("page.sign.money", {
            amount: words.money(moneyOf(deal, scene.me)),
            budget: words.money(scene.budget(scene.me)),
          })}
        </p>
      )}
      {bands !== undefined && <p class="own">{forYou(words, bands.points)}</p>}
      <p class="quiet small">
        {words.t("page.sign.counts")}{" "}
        {teamOf(model) !== undefined && words.t("page.sign.for_team")}
      </p>
    </Dialog>
  );
}
