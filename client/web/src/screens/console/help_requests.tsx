// Who asks for help, and the answer.
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { Button, Card } from "../../parts/basic";
import { TextField } from "../../parts/controls";
import { useKept } from "../../parts/kept";

export function Help() {
  const words = useWords();
  const scene = useScene();
  const open = scene.history.help.filter((item) => item.answered === undefined);
  if (open.length === 0) return null;
  return (
    <Card title={words.t("page.console.help", { count: open.length })}>
      {open.map((item, index) => (
        <Request key={index} party={item.party} text={item.text} at_ms={item.at_ms} />
      ))}
    </Card>
  );
}

function Request({ party, text, at_ms }: { party: string; text: string; at_ms: number }) {
  const words = useWords();
  const scene = useScene();
  const { act } = useGame();
  const [answer, setAnswer] = useKept(`answer/${party}/${at_ms}`, "");
  const title = words.text(scene.party(party)?.title);
  return (
    <div class="notice warn">
      <div>
        <p>
          <b>
            {title}, {words.time(at_ms)}:
          </b>{" "}
          {text}
        </p>
        <TextField
          label={words.t("page.console.answer_to", { party: title })}
          value={answer}
          onChange={setAnswer}
        />
        <Button
          reason={answer.trim() === "" ? words.t("page.console.text_first") : undefined}
          onPress={() =>
            act({ type: "answer-help", party, text: answer.trim() }, scene.welcome.game)
          }
        >
          {words.t("page.console.answer")}
        </Button>
      </div>
    </div>
  );
}
