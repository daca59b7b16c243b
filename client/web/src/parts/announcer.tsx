// Says to screen readers what changed: two live regions that are always there. What the page read
// up when it came in is not said again.
import { useEffect, useRef, useState } from "preact/hooks";
import { useGame } from "../game";
import { useWords } from "../i18n/context";
import { happeningText, urgency } from "../i18n/happening";
import { remaining } from "../model/clock";
import { useServerNow } from "./clock";

// Signatures and the like are gathered for a moment, so that they make one sentence.
const gather_ms = 1500;

export function Announcer() {
  const words = useWords();
  const { scene, model, state } = useGame();
  const [polite, setPolite] = useState("");
  const [assertive, setAssertive] = useState("");
  const told = useRef<number>();
  const gathered = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => {
    if (scene === undefined) return;
    const before = told.current;
    told.current = model.seen;
    if (before === undefined) return;
    for (const { number, item } of scene.history.happenings) {
      if (number <= before) continue;
      const text = happeningText(words, scene, item);
      const level = urgency(item);
      if (text === undefined || level === undefined) continue;
      if (level === "assertive") setAssertive(text);
      else gathered.current.push(text);
    }
    if (gathered.current.length > 0 && timer.current === undefined) {
      timer.current = setTimeout(() => {
        setPolite(gathered.current.join(" "));
        gathered.current = [];
        timer.current = undefined;
      }, gather_ms);
    }
  }, [model.seen]);
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    if (state.kind === "lost") setAssertive(words.t("page.connection.lost"));
    else if (state.kind === "open" && told.current) setPolite(words.t("page.connection.back"));
  }, [state.kind]);

  return (
    <>
      <div class="hidden-text" aria-live="polite">
        {polite}
      </div>
      <div class="hidden-text" aria-live="assertive">
        {assertive}
      </div>
      {scene !== undefined && <LastMinutes />}
    </>
  );
}

const marks_ms = [300_000, 60_000, 10_000];

function LastMinutes() {
  const words = useWords();
  const { scene, model } = useGame();
  const now = useServerNow(model.server_ahead_ms);
  const [text, setText] = useState("");
  const last = useRef<number>();
  const { ms, running } = remaining(scene!.view, now);
  useEffect(() => {
    const before = last.current;
    last.current = ms;
    if (ms === undefined || before === undefined || !running) return;
    const passed = marks_ms.find((mark) => before > mark && ms <= mark);
    if (passed !== undefined) setText(words.t("page.clock.left", { seconds: passed / 1000 }));
  });
  return (
    <div class="hidden-text" aria-live={ms !== undefined && ms <= 10_000 ? "assertive" : "polite"}>
      {text}
    </div>
  );
}
