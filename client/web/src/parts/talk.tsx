// Talk: one conversation at a time, and the field names who will read it, because a message to the
// wrong people is the worst mistake here.
import { useEffect, useRef, useState } from "preact/hooks";
import { useGame, useScene } from "../game";
import { useWords } from "../i18n/context";
import { shortName } from "../i18n/names";
import type { Words } from "../i18n/words";
import type { Message } from "../model/history";
import type { Scene } from "../model/scene";
import { conversationOf, conversations, keyOf, sayTo, type Conversation } from "../model/talk";
import { Button, PartyName } from "./basic";
import { CheckBox, TextField } from "./controls";
import { Dialog } from "./dialog";
import { useKept } from "./kept";

export function conversationName(
  words: Words,
  scene: Scene,
  conversation: Conversation,
  several: boolean,
): string {
  switch (conversation.kind) {
    case "all":
      return words.t("page.talk.all");
    case "facilitator":
      return words.t("page.talk.facilitator");
    case "table":
      return several
        ? words.text(scene.regionInfo(conversation.region)?.title)
        : words.t("page.talk.table");
    case "parties":
      return conversation.parties.map((id) => shortName(words, scene.party(id))).join(", ");
  }
}

function readers(words: Words, scene: Scene, conversation: Conversation): string {
  switch (conversation.kind) {
    case "all":
      return words.t("page.talk.to_all");
    case "table":
      return words.t("page.talk.to_table");
    case "facilitator":
      return words.t("page.talk.to_facilitator");
    case "parties":
      return words.t("page.talk.to_parties", {
        parties: words.list(conversation.parties.map((id) => shortName(words, scene.party(id)))),
      });
  }
}

export function Talk({ suggestions = [] }: { suggestions?: string[] }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [opened, setOpened] = useKept<Conversation[]>("talk/opened", []);
  const [chosen, setChosen] = useKept<string>("talk/chosen", "");
  const [choosing, setChoosing] = useState(false);
  const [texts, setTexts] = useKept<Record<string, string>>("talk/texts", {});
  const read = useRef<Record<string, number>>({});
  const tables = scene.view.tables.map((table) => table.region);
  const { messages } = scene.history;
  const all = conversations(messages, scene.me, tables, opened);
  const current = all.find((held) => keyOf(held) === chosen) ?? all[0]!;
  const key = keyOf(current);
  const of = (wanted: string) =>
    messages.filter((message) => keyOf(conversationOf(message, scene.me)) === wanted);
  const shown = of(key);
  useEffect(() => {
    read.current[key] = shown.length;
  }, [key, shown.length]);
  const unread = (wanted: string) =>
    wanted === key ? 0 : of(wanted).length - (read.current[wanted] ?? 0);
  const text = texts[key] ?? "";
  const sending = useRef(false);
  const write = (value: string) => setTexts((before) => ({ ...before, [key]: value }));
  const post = async () => {
    if (text.trim() === "" || sending.current) return;
    sending.current = true;
    const done = await send(sayTo(current, text.trim()));
    sending.current = false;
    // What was typed while it was on its way stays.
    if (done) setTexts((now) => (now[key] === text ? { ...now, [key]: "" } : now));
  };
  const secret = current.kind === "parties" || current.kind === "facilitator";
  return (
    <section class={secret ? "card talk secret" : "card talk"} aria-label={words.t("page.talk")}>
      <div class="tabs" role="group" aria-label={words.t("page.talk.conversations")}>
        {all.map((conversation) => {
          const its = keyOf(conversation);
          const count = unread(its);
          return (
            <button
              key={its}
              type="button"
              class={its === key ? "on" : ""}
              aria-pressed={its === key}
              onClick={() => setChosen(its)}
            >
              {conversationName(words, scene, conversation, tables.length > 1)}
              {count > 0 && (
                <span class="count">
                  {count}
                  <span class="hidden-text"> {words.t("page.talk.unread")}</span>
                </span>
              )}
            </button>
          );
        })}
        {scene.me !== undefined && (
          <button
            type="button"
            aria-label={words.t("page.talk.new")}
            onClick={() => setChoosing(true)}
          >
            +
          </button>
        )}
      </div>
      <Log messages={shown} conversation={current} />
      {scene.me !== undefined && scene.view.stage !== "closed" && (
        <div class="talk-write">
          {suggestions.length > 0 && shown.every((message) => message.from !== scene.me) && (
            <div class="chips">
              {suggestions.map((suggestion) => (
                <button
                  type="button"
                  class="chip"
                  key={suggestion}
                  onClick={() => write(suggestion)}
                >
                  {suggestion}
                </button>
              ))}
            </div>
          )}
          <TextField
            label={readers(words, scene, current)}
            placeholder={readers(words, scene, current)}
            hideLabel
            value={text}
            onChange={write}
            onEnter={() => void post()}
          />
          <Button onPress={post}>{words.t("page.talk.send")}</Button>
        </div>
      )}
      {choosing && (
        <ChooseParties
          onClose={() => setChoosing(false)}
          onChoose={(parties) => {
            const conversation: Conversation = { kind: "parties", parties };
            setOpened([...opened, conversation]);
            setChosen(keyOf(conversation));
            setChoosing(false);
          }}
          onFacilitator={() => {
            setOpened([...opened, { kind: "facilitator" }]);
            setChosen("facilitator");
            setChoosing(false);
          }}
        />
      )}
    </section>
  );
}

function Log({ messages, conversation }: { messages: Message[]; conversation: Conversation }) {
  const words = useWords();
  const scene = useScene();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (end.current !== null) end.current.scrollTop = end.current.scrollHeight;
  }, [messages.length, keyOf(conversation)]);
  const secret = conversation.kind === "parties";
  return (
    <div class="log" ref={end} role="log" tabIndex={0} aria-label={words.t("page.talk.messages")}>
      {secret && (
        <p class="private-mark center">
          {words.t("page.talk.readers", {
            parties: words.list(
              conversation.parties.map((id) => shortName(words, scene.party(id))),
            ),
          })}
        </p>
      )}
      {messages.length === 0 && <p class="event">{words.t("page.talk.empty")}</p>}
      {messages.map((message, index) => {
        const mine = message.from !== undefined && message.from === scene.me;
        return (
          <div class={mine ? "bubble mine" : "bubble"} key={index}>
            <span class="who">
              {message.from === undefined ? (
                words.t("page.facilitator")
              ) : (
                <PartyName party={scene.party(message.from)} short you={mine} />
              )}
              <time>{words.time(message.at_ms)}</time>
            </span>
            <span class="said">
              {message.undone
                ? words.t("page.undone", { text: message.text })
                : message.text}
            </span>
          </div>
        );
      })}
    </div>
  );
}

function ChooseParties({
  onClose,
  onChoose,
  onFacilitator,
}: {
  onClose: () => void;
  onChoose: (parties: string[]) => void;
  onFacilitator: () => void;
}) {
  const words = useWords();
  const scene = useScene();
  const [parties, setParties] = useState<string[]>([]);
  return (
    <Dialog
      title={words.t("page.talk.with_whom")}
      onClose={onClose}
      action={
        <Button
          main
          reason={parties.length === 0 ? words.t("page.talk.choose_one") : undefined}
          onPress={() => onChoose([...parties].sort())}
        >
          {words.t("page.talk.begin")}
        </Button>
      }
    >
      <p class="quiet">{words.t("page.talk.facilitator_reads")}</p>
      <ul class="choices">
        {scene.parties
          .filter((party) => party.id !== scene.me)
          .map((party) => (
            <li key={party.id}>
              <CheckBox
                label={words.text(party.title)}
                checked={parties.includes(party.id)}
                onChange={(on) =>
                  setParties(on ? [...parties, party.id] : parties.filter((id) => id !== party.id))
                }
              />
            </li>
          ))}
      </ul>
      <Button link onPress={onFacilitator}>
        {words.t("page.talk.facilitator_instead")}
      </Button>
    </Dialog>
  );
}
