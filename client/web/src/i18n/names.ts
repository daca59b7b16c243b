// Names of parties, as short as the scenario has them.
import type { PartyInfo } from "protocol/messages";
import type { Words } from "./words";

export function shortName(words: Words, party: PartyInfo | undefined): string {
  return words.text(party?.short_title) || words.text(party?.title);
}
