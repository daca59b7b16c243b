// Why something was not done, in words and without its code.
import { useWords } from "../i18n/context";
import type { Words } from "../i18n/words";
import { no_connection } from "../net/http";
import type { RefusalCode } from "protocol/messages";
import { Notice } from "./basic";

export function refusalText(words: Words, code: string): string {
  if (code === no_connection) return words.t("page.connection.none");
  return words.t(`refusal.${code as RefusalCode}`);
}

export function Refusal({ code, onDismiss }: { code: string | undefined; onDismiss?: () => void }) {
  const words = useWords();
  if (code === undefined || code === "") return null;
  return (
    <Notice kind="bad" word={words.t("page.word.not_done")} alert onDismiss={onDismiss}>
      {refusalText(words, code)}
    </Notice>
  );
}
