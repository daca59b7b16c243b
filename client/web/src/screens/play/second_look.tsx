// What the signatories of a deal are told, and nobody else: how much they left on the table.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { RegionView } from "protocol/messages";
import { Notice } from "../../parts/basic";

export function SecondLook({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const look = scene.history.second_looks.find((held) => held.region === region.region);
  if (look === undefined) return null;
  return (
    <Notice
      kind={look.left === "much" ? "warn" : "info"}
      word={words.t(`page.second_look.${look.left}`)}
    >
      {words.t(`page.second_look.text.${look.left}`, { version: look.version })}{" "}
      {words.t("page.second_look.secret")}
    </Notice>
  );
}
