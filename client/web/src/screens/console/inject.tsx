// The facilitator lets an event of the scenario happen now: each with its words and whether it
// happened already.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { Act } from "protocol/messages";
import { Button } from "../../parts/basic";
import { Dialog } from "../../parts/dialog";

export function Inject({
  onClose,
  onInject,
}: {
  onClose: () => void;
  onInject: (act: Act) => Promise<boolean>;
}) {
  const words = useWords();
  const scene = useScene();
  return (
    <Dialog title={words.t("page.console.inject_title")} onClose={onClose}>
      <p class="small quiet">{words.t("page.console.inject_hint")}</p>
      <ul class="console-seats">
        {scene.welcome.events.map((event) => {
          const happened = scene.view.events_happened.includes(event.id);
          return (
            <li key={event.id}>
              <div>
                <b>{words.text(event.title)}</b>
                <small class="quiet">
                  {words.text(event.text)}{" "}
                  {event.round === undefined
                    ? words.t("page.console.inject_any_round", {
                        stage: words.t(`stage.${event.phase}`),
                        chance: words.percent(event.chance),
                      })
                    : words.t("page.console.inject_round", {
                        stage: words.t(`stage.${event.phase}`),
                        round: event.round,
                        chance: words.percent(event.chance),
                      })}
                </small>
              </div>
              <Button
                about={words.text(event.title)}
                reason={
                  happened && event.once ? words.t("page.console.inject_happened") : undefined
                }
                onPress={async () => {
                  if (await onInject({ type: "inject", event: event.id })) onClose();
                }}
              >
                {words.t("page.console.inject_do")}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
