// The people who share a seat. Whoever holds the pen gives the seat's commands: whoever came first,
// until it is passed on.
import type { MemberInfo } from "protocol/messages";
import type { Model } from "./model";

export interface Team {
  mates: MemberInfo[];
  // The mate who holds the pen, without whom this person cannot act; none where they hold it.
  holder: MemberInfo | undefined;
}

// None where one sits alone.
export function teamOf(model: Model): Team | undefined {
  const me = model.welcome?.member;
  const { members, pen } = model.team ?? { members: [] };
  if (me === undefined || members.length < 2) return undefined;
  const mates = members.filter((member) => member.number !== me);
  return { mates, holder: mates.find((mate) => mate.number === pen) };
}
