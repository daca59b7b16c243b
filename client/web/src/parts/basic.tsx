// The smallest parts: glyphs, names, buttons, notices.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { useWords } from "../i18n/context";
import { shortName } from "../i18n/names";
import type { PartyInfo, PartyKind } from "protocol/messages";

// The shape and colour of a party's kind; always beside its name, so hidden from readers.
export function Glyph({ kind }: { kind: PartyKind }) {
  return <i class={`glyph glyph-${kind}`} aria-hidden="true" />;
}

export function PartyName({
  party,
  short = false,
  you = false,
}: {
  party: PartyInfo | undefined;
  short?: boolean;
  you?: boolean;
}) {
  const words = useWords();
  if (party === undefined) return null;
  const name = short ? shortName(words, party) : words.text(party.title);
  return (
    <span class="party-name">
      <Glyph kind={party.kind} /> <span>{you ? words.t("page.you") : name}</span>
    </span>
  );
}

export interface ButtonProps {
  children: ComponentChildren;
  onPress: () => unknown;
  main?: boolean;
  danger?: boolean;
  link?: boolean;
  // Why it cannot be pressed; the button stays in reach and says so.
  reason?: string;
  // What it is about, where its words alone do not say: read out, not shown.
  about?: string;
  describedBy?: string;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
}

export function Button(props: ButtonProps) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const unable = busy || props.reason !== undefined || props.disabled === true;
  const press = () => {
    if (unable) return;
    const result = props.onPress();
    if (!(result instanceof Promise)) return;
    setBusy(true);
    void result.finally(() => setBusy(false));
  };
  const kinds = [props.link ? "link" : "button"];
  if (props.main) kinds.push("main");
  if (props.danger) kinds.push("danger");
  return (
    <>
      <button
        type="button"
        class={kinds.join(" ")}
        aria-disabled={unable}
        aria-describedby={props.describedBy}
        aria-pressed={props.pressed}
        aria-expanded={props.expanded}
        onClick={press}
      >
        {busy ? words.t("page.busy") : props.children}
        {props.about !== undefined && <span class="hidden-text">: {props.about}</span>}
      </button>
      {props.reason !== undefined && <small class="reason">{props.reason}</small>}
    </>
  );
}

export type NoticeKind = "info" | "good" | "warn" | "bad";

export function Notice({
  kind,
  word,
  children,
  alert = false,
  id,
  onDismiss,
}: {
  kind: NoticeKind;
  word: string;
  children: ComponentChildren;
  alert?: boolean;
  id?: string;
  onDismiss?: () => void;
}) {
  const words = useWords();
  return (
    <div class={`notice ${kind}`} id={id} role={alert ? "alert" : undefined}>
      <div>
        <b>{word}</b> {children}
      </div>
      {onDismiss !== undefined && (
        <Button link onPress={onDismiss}>
          {words.t("page.dismiss")}
        </Button>
      )}
    </div>
  );
}

// Ground, lock and words say together that nobody else sees this.
export function PrivateMark() {
  const words = useWords();
  return (
    <span class="private-mark">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
        <rect x="5" y="11" width="14" height="9" rx="2" />
        <path d="M8 11V8a4 4 0 0 1 8 0v3" />
      </svg>{" "}
      {words.t("page.only_you")}
    </span>
  );
}

export function Card({
  title,
  aside,
  children,
  own = false,
  level = 2,
}: {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
  own?: boolean;
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section class={own ? "card own" : "card"} aria-label={title}>
      <div class="card-head">
        <Heading>{title}</Heading>
        {own ? <PrivateMark /> : aside}
      </div>
      {children}
    </section>
  );
}

// A table that may be wider than its place: it scrolls by itself, by keyboard too.
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}

// A word with its meaning in one sentence, opened where it stands.
export function Term({ children, meaning }: { children: ComponentChildren; meaning: string }) {
  const [open, setOpen] = useState(false);
  return (
    <span class="term-place">
      <button
        type="button"
        class="term"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onBlur={() => setOpen(false)}
      >
        {children}
      </button>
      {open && (
        <span class="meaning" role="status">
          {meaning}
        </span>
      )}
    </span>
  );
}

export function useIds(prefix: string): (name: string) => string {
  const base = useRef(`${prefix}-${Math.random().toString(36).slice(2, 8)}`);
  return (name) => `${base.current}-${name}`;
}
