// What an event of the scenario changed, each change in one sentence for people.
import type { Scene } from "../model/scene";
import type { FeedScenarioEventTold, PartyId } from "protocol/messages";
import { shortName } from "./names";
import type { Key, Words } from "./words";

export function eventChanges(words: Words, scene: Scene, item: FeedScenarioEventTold): string[] {
  const party = (id: PartyId) => shortName(words, scene.party(id));
  const region = (id: string) => words.text(scene.regionInfo(id)?.title);
  const pair = (held: { a: PartyId; b: PartyId; from: number; to: number }) => ({
    pair: words.list([party(held.a), party(held.b)]),
    ...numbers(words, held, 2),
  });
  return [
    ...item.urgency.filter(moves).map((held) =>
      words.t("page.event.urgency", {
        challenge: words.text(scene.card(held.challenge)?.title) || held.challenge,
        ...numbers(words, held, 1),
      }),
    ),
    ...item.budgets.map((held) =>
      words.t("page.event.budget", {
        party: party(held.party),
        from: words.money(held.from),
        to: words.money(held.to),
      }),
    ),
    ...item.wellbeing.map((held) =>
      words.t("page.event.wellbeing", {
        theme: words.text(scene.themes.find((theme) => theme.id === held.theme)?.title),
        region: region(held.region),
        ...numbers(words, held, 1),
      }),
    ),
    ...item.trust.map((held) => words.t("page.event.trust", pair(held))),
    ...item.ties.map((held) => words.t("page.event.tie", pair(held))),
    ...item.model.map((held) =>
      words.t("page.event.model", {
        parameter: words.t(`parameter.${held.parameter.replaceAll("_", "-")}` as Key),
        ...numbers(words, held, 2),
      }),
    ),
    ...item.tables.map((held) =>
      words.t(held.at_table ? "page.event.comes" : "page.event.leaves", {
        party: party(held.party),
        region: region(held.region),
      }),
    ),
  ];
}

interface Moved {
  from: number;
  to: number;
}

// An urgency at the end of its range may move in later rounds only.
function moves(held: Moved): boolean {
  return held.from !== held.to;
}

function numbers(words: Words, { from, to }: Moved, decimals: number) {
  return { from: words.number(from, decimals), to: words.number(to, decimals) };
}
