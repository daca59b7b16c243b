// The clock of a stage: minutes and seconds, the end under it; quiet to screen readers except for
// the last minutes, which the announcer says.
import { useEffect, useState } from "preact/hooks";
import { useWords } from "../i18n/context";
import { clockText, remaining } from "../model/clock";
import type { GameView } from "protocol/messages";

// Counts along, a few times a second, while something shows the time.
export function useServerNow(ahead_ms: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return now + ahead_ms;
}

export function Clock({ view, ahead_ms }: { view: GameView; ahead_ms: number }) {
  const words = useWords();
  const now = useServerNow(ahead_ms);
  const { ms, running, ends_wall_ms } = remaining(view, now);
  const waiting = view.stage === "lobby" || view.stage === "closed";
  if (ms === undefined || waiting) return null;
  const paused = !running;
  const last = running && ms < 60_000;
  let note = "";
  if (paused) note = words.t("page.clock.paused");
  else if (view.last_call) note = words.t("page.clock.last_call");
  else if (last) note = words.t("page.clock.last_minute");
  else if (ends_wall_ms !== undefined) {
    note = words.t("page.clock.until", { time: words.time(ends_wall_ms) });
  }
  return (
    <div class={last ? "clock last" : "clock"} role="timer" aria-live="off">
      <span class="digits">{clockText(ms)}</span>
      <small>{note}</small>
    </div>
  );
}
