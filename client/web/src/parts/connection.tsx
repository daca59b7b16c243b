// How the connection is, where it is not as it should be: lost, no network, slow, or something that
// was sent has no answer yet. Everything stays readable, and what is done waits.
import { useEffect, useState } from "preact/hooks";
import { useGame } from "../game";
import { useWords } from "../i18n/context";
import { Notice } from "./basic";

// Long enough to be worth a word: most answers come sooner.
const notable_ms = 1000;
const slow_ms = 1500;

// True once something has lasted for a while.
function useLasting(on: boolean): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!on) {
      setLasted(false);
      return;
    }
    const timer = setTimeout(() => setLasted(true), notable_ms);
    return () => clearTimeout(timer);
  }, [on]);
  return on && lasted;
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    for (const event of ["online", "offline"]) addEventListener(event, update);
    return () => {
      for (const event of ["online", "offline"]) removeEventListener(event, update);
    };
  }, []);
  return online;
}

export function ConnectionBar() {
  const words = useWords();
  const { state, unanswered, model } = useGame();
  const online = useOnline();
  const sending = useLasting(unanswered > 0);
  const lost = state.kind === "lost";
  const slow = state.kind === "open" && (model.lag_ms ?? 0) > slow_ms;
  if (!lost && !slow && !sending) return null;
  return (
    <div class="connection-bar">
      {lost && !online && (
        <Notice kind="warn" word={words.t("page.connection.offline_word")}>
          {words.t("page.connection.offline")}
        </Notice>
      )}
      {lost && online && (
        <Notice kind="warn" word={words.t("page.connection.word")}>
          {words.t("page.connection.trying")}
        </Notice>
      )}
      {slow && (
        <Notice kind="info" word={words.t("page.connection.slow_word")}>
          {words.t("page.connection.slow")}
        </Notice>
      )}
      {sending && (
        <p class="small" role="status">
          {words.t("page.connection.sending")}
        </p>
      )}
    </div>
  );
}
