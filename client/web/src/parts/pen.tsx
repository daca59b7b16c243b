// The pen of a team: who has it, one press that passes it on, and the buttons that need it.
import { useRef } from "preact/hooks";
import { useGame } from "../game";
import { useWords } from "../i18n/context";
import { teamOf } from "../model/team";
import { Button, type ButtonProps } from "./basic";

// Why this person cannot act for the seat now; nothing where they can.
export function useNoPen(): string | undefined {
  const words = useWords();
  const { model } = useGame();
  const holder = teamOf(model)?.holder;
  return holder && words.t("page.pen.held_by", { name: holder.name });
}

// The sentence in the bar, which says why to whoever comes to a button that cannot be pressed.
const sentence = "pen-sentence";

// A button that acts for the seat: without the pen it cannot be pressed. Beside several of them it
// is said once, in style/parts.css.
export function ActButton(props: ButtonProps) {
  const noPen = useNoPen();
  if (noPen === undefined) return <Button {...props} />;
  return (
    <>
      <Button {...props} reason={undefined} disabled describedBy={sentence} />
      <NoPen />
    </>
  );
}

// The same under controls that act as they move.
export function NoPen() {
  const noPen = useNoPen();
  return noPen === undefined ? null : <small class="reason no-pen">{noPen}</small>;
}

export function PenBar() {
  const words = useWords();
  const { model, pen } = useGame();
  const noPen = useNoPen();
  const told = useRef<HTMLSpanElement>(null);
  const team = teamOf(model);
  if (team === undefined) return null;
  // The button that was pressed is gone afterwards: the focus goes to what came of it.
  const pass = async (to?: number) => {
    if (await pen(to)) told.current?.focus();
  };
  return (
    <section class="pen-bar" aria-label={words.t("page.pen")}>
      <span ref={told} id={sentence} tabIndex={-1} role="status">
        <PenText />
      </span>
      <span class="buttons">
        {noPen !== undefined && <Button onPress={() => pass()}>{words.t("page.pen.take")}</Button>}
        {noPen === undefined &&
          team.mates
            .filter((mate) => mate.here)
            .map((mate) => (
              <Button key={mate.number} onPress={() => pass(mate.number)}>
                {words.t("page.pen.give", { name: mate.name })}
              </Button>
            ))}
      </span>
    </section>
  );
}

function PenText() {
  const words = useWords();
  const noPen = useNoPen();
  const mine = noPen === undefined;
  return (
    <>
      <b>{mine ? words.t("page.pen.yours") : noPen}.</b>{" "}
      <span class="meanwhile">
        {words.t(mine ? "page.pen.yours_counts" : "page.pen.meanwhile")}
      </span>
    </>
  );
}
