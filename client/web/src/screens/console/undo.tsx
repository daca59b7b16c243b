// The facilitator takes the game back to where a stage began: who will know of it, and each such
// point with when that was and how much it undoes.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { happeningText } from "../../i18n/happening";
import { isOfRound } from "../../model/scene";
import type { Act } from "protocol/messages";
import { Button } from "../../parts/basic";
import { Dialog } from "../../parts/dialog";

export function Undo({
  onClose,
  onUndo,
}: {
  onClose: () => void;
  onUndo: (act: Act) => Promise<boolean>;
}) {
  const words = useWords();
  const scene = useScene();
  const standing = scene.history.told.filter((held) => !held.undone);
  const logged = standing.filter(({ item }) => happeningText(words, scene, item) !== undefined);
  const points = standing
    .flatMap(({ number, at_ms, item }) =>
      item.type === "stage-began" ? [{ number, at_ms, stage: item.stage, round: item.round }] : [],
    )
    .reverse();
  return (
    <Dialog title={words.t("page.console.undo_title")} onClose={onClose}>
      <p>{words.t("page.console.undo_hint")}</p>
      <p>{words.t("page.console.undo_known")}</p>
      {points.length === 0 && <p class="quiet">{words.t("page.console.undo_none")}</p>}
      <ul class="console-seats">
        {points.map(({ number, at_ms, stage, round }) => {
          const name = words.t(`stage.${stage}`);
          const label = words.t(
            isOfRound(stage) ? "page.console.undo_to" : "page.console.undo_to_first",
            { stage: name, round, time: words.time(at_ms) },
          );
          return (
            <li key={number}>
              <div>
                <b>{label}</b>
                <small class="quiet">
                  {words.t("page.console.undo_undone", {
                    time: words.time(at_ms),
                    count: logged.filter((held) => held.number > number).length,
                  })}
                </small>
              </div>
              <Button
                about={label}
                onPress={async () => {
                  if (await onUndo({ type: "undo", stage, round })) onClose();
                }}
              >
                {words.t("page.console.undo_do")}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
