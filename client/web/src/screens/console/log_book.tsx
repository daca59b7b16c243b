// The log of the chosen game: what happened, and notes of what the facilitator saw.
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { happenedText } from "../../i18n/happening";
import { Button, Card } from "../../parts/basic";
import { TextField } from "../../parts/controls";
import { useKept } from "../../parts/kept";

const shown_max = 40;

export function LogBook() {
  const words = useWords();
  const scene = useScene();
  const { act } = useGame();
  const [text, setText] = useKept("note", "");
  const note = async () => {
    if (text.trim() === "") return;
    if (await act({ type: "note", text: text.trim() }, scene.welcome.game)) setText("");
  };
  const lines = [...scene.history.happenings]
    .reverse()
    .map((held) => ({ ...held, text: happenedText(words, scene, held) }))
    .filter((held) => held.text !== undefined)
    .slice(0, shown_max);
  return (
    <Card title={words.t("page.console.log")}>
      <div class="note-field">
        <TextField
          label={words.t("page.console.note_label")}
          value={text}
          onChange={setText}
          onEnter={() => void note()}
        />
        <Button onPress={note}>{words.t("page.console.note")}</Button>
      </div>
      <ul class="news">
        {lines.map((line) => (
          <li key={line.number}>
            <span>{line.text}</span>
            <time class="quiet small">{words.time(line.at_ms)}</time>
          </li>
        ))}
      </ul>
    </Card>
  );
}
