// The clock stands still for people who are gone: for whom, and that it goes on by itself.
import { useScene } from "../game";
import { useWords } from "../i18n/context";
import { shortName } from "../i18n/names";
import { Notice } from "./basic";

export function Waiting() {
  const words = useWords();
  const scene = useScene();
  const gone = scene.view.waits_for;
  if (gone.length === 0) return null;
  const parties = words.list(gone.map((id) => shortName(words, scene.party(id))));
  return (
    <div class="connection-bar">
      <Notice kind="warn" word={words.t("page.word.mind")}>
        {words.t("page.waiting", { parties })}
      </Notice>
    </div>
  );
}
