// Asking the facilitator for help.
import { useState } from "preact/hooks";
import { useGame } from "../../game";
import { useWords } from "../../i18n/context";
import { Button } from "../../parts/basic";
import { TextField } from "../../parts/controls";
import { Dialog } from "../../parts/dialog";
import { useKept } from "../../parts/kept";

export function HelpButton() {
  const words = useWords();
  const { send } = useGame();
  const [open, setOpen] = useState(false);
  const [text, setText] = useKept("help", "");
  const ask = async () => {
    if (!(await send({ type: "help", text: text.trim() }))) return;
    setText("");
    setOpen(false);
  };
  return (
    <>
      <Button link onPress={() => setOpen(true)}>
        {words.t("page.help")}
      </Button>
      {open && (
        <Dialog
          title={words.t("page.help.title")}
          onClose={() => setOpen(false)}
          action={
            <Button
              main
              reason={text.trim() === "" ? words.t("page.help.empty") : undefined}
              onPress={ask}
            >
              {words.t("page.help.ask")}
            </Button>
          }
        >
          <TextField
            label={words.t("page.help.question")}
            value={text}
            onChange={setText}
            rows={3}
          />
          <p class="small quiet">{words.t("page.help.hint")}</p>
        </Dialog>
      )}
    </>
  );
}
