// A side agreement in one sentence, as whoever reads it is one of the two or not.
import type { Scene } from "../model/scene";
import type { EventSideTold, PartyId, SideView } from "protocol/messages";
import { shortName } from "./names";
import type { Words } from "./words";

type Side = Pick<SideView | EventSideTold, "from" | "to" | "payer" | "amount">;

export function sideText(words: Words, scene: Scene, side: Side): string {
  const name = (id: PartyId): string => shortName(words, scene.party(id));
  const { payer } = side;
  const receiver = payer === side.from ? side.to : side.from;
  const amount = words.money(side.amount);
  if (side.amount === 0) {
    const from = side.from === scene.me ? words.t("page.you_capital") : name(side.from);
    const to = side.to === scene.me ? words.t("page.you") : name(side.to);
    return words.t("page.side.no_money", { from, to });
  }
  if (payer === scene.me) return words.t("page.side.you_pay", { party: name(receiver), amount });
  if (receiver === scene.me) return words.t("page.side.they_pay", { party: name(payer), amount });
  return words.t("page.side.pays", { payer: name(payer), receiver: name(receiver), amount });
}
