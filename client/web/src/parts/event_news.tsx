// The events of the scenario that happened this round: what they say, and what they changed.
import { useScene } from "../game";
import { useWords } from "../i18n/context";
import { eventChanges } from "../i18n/event_changes";
import { Card } from "./basic";

export function EventNews() {
  const words = useWords();
  const scene = useScene();
  const happened = scene.history.happenings.flatMap(({ number, round, item, undone }) =>
    item.type === "scenario-event" && round === scene.history.round && !undone
      ? [{ number, item }]
      : [],
  );
  return (
    <>
      {[...happened].reverse().map(({ number, item }) => {
        const changes = eventChanges(words, scene, item);
        return (
          <Card key={number} title={words.t("page.event.title", { title: words.text(item.title) })}>
            <p>{words.text(item.text)}</p>
            {changes.length > 0 && (
              <ul class="changes">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            )}
          </Card>
        );
      })}
    </>
  );
}
