// Talk as conversations: with everybody, at a table, with the facilitator, or in private.
import type { CommandSay, PartyId, RegionId } from "protocol/messages";
import type { Message } from "./history";

export type Conversation =
  | { kind: "all" }
  | { kind: "table"; region: RegionId }
  | { kind: "facilitator" }
  | { kind: "parties"; parties: PartyId[] }; // the others in it

export function keyOf(conversation: Conversation): string {
  switch (conversation.kind) {
    case "table":
      return `table/${conversation.region}`;
    case "parties":
      return `parties/${[...conversation.parties].sort().join("+")}`;
    default:
      return conversation.kind;
  }
}

// The conversation that a message belongs to, as one seat sees it.
export function conversationOf(message: Message, me: PartyId | undefined): Conversation {
  switch (message.to) {
    case "table":
      return { kind: "table", region: message.region ?? "" };
    case "facilitator":
      return { kind: "facilitator" };
    case "parties": {
      const all = new Set(message.parties ?? []);
      if (message.from !== undefined) all.add(message.from);
      if (me !== undefined) all.delete(me);
      return { kind: "parties", parties: [...all].sort() };
    }
    case "all":
      return { kind: "all" };
  }
}

// All conversations that there are, those that one can always begin first.
export function conversations(
  messages: Message[],
  me: PartyId | undefined,
  tables: RegionId[],
  opened: Conversation[],
): Conversation[] {
  const found = new Map<string, Conversation>();
  const add = (conversation: Conversation) => {
    const key = keyOf(conversation);
    if (!found.has(key)) found.set(key, conversation);
  };
  for (const region of tables) add({ kind: "table", region });
  add({ kind: "all" });
  for (const message of messages) add(conversationOf(message, me));
  for (const conversation of opened) add(conversation);
  return [...found.values()];
}

export function sayTo(conversation: Conversation, text: string): CommandSay {
  switch (conversation.kind) {
    case "table":
      return { type: "say", to: "table", region: conversation.region, text };
    case "parties":
      return { type: "say", to: "parties", parties: conversation.parties, text };
    default:
      return { type: "say", to: conversation.kind, text };
  }
}
