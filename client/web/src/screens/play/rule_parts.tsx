// Parts of an explanation: which rule, how much, what that is made of, and where the rule comes
// from: claims of the essay, another source, or the game's own choice.
import { useState } from "preact/hooks";
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { Key, Words } from "../../i18n/words";
import type { Part } from "protocol/messages";
import rule_sources from "protocol/rule_sources.json";

// A factor as the share that it leaves, what a sum adds, or what a product multiplies by.
type Shown = "share" | "added" | "times";

export function RuleParts({ parts, shown }: { parts: Part[]; shown: Shown }) {
  return (
    <ul class="rule-parts">
      {parts.map((part, index) => (
        <PartRow key={index} part={part} shown={shown} />
      ))}
    </ul>
  );
}

export function PartRow({ part, shown }: { part: Part; shown: Shown }) {
  const words = useWords();
  const scene = useScene();
  const about = [
    part.party && words.text(scene.party(part.party)?.title),
    part.challenge && words.text(scene.card(part.challenge)?.title),
    part.region && words.text(scene.regionInfo(part.region)?.title),
    part.theme && words.text(scene.themes.find((held) => held.id === part.theme)?.title),
    part.tension && words.t(`tension.${part.tension}`),
  ].filter((text): text is string => text !== undefined && text !== "");
  return (
    <li>
      <span>
        {words.t(`rule.${part.rule}`)}
        {about.length > 0 && <span class="quiet"> · {about.join(", ")}</span>}
      </span>
      <b class="number">{amount(words, part.amount, shown)}</b>
      <Origin rule={part.rule} />
      <MadeOf part={part} />
    </li>
  );
}

function amount(words: Words, value: number, shown: Shown): string {
  if (shown === "share") return words.percent(value);
  return shown === "added" ? words.signed(value, 2) : `× ${words.number(value, 2)}`;
}

function MadeOf({ part }: { part: Part }) {
  const words = useWords();
  const parts = part.sum ?? part.product;
  if (parts === undefined) return null;
  return (
    <details>
      <summary>{words.t("page.claim.made_of")}</summary>
      <RuleParts parts={parts} shown={part.sum === undefined ? "times" : "added"} />
    </details>
  );
}

function Origin({ rule }: { rule: Part["rule"] }) {
  const words = useWords();
  const source: { origin: string; claims?: string[]; other?: string } = rule_sources[rule];
  if (source.other !== undefined) {
    return <small class="quiet">{words.t(`source.${source.other}` as Key)}</small>;
  }
  return <ClaimList claims={source.claims ?? []} />;
}

// The claims of the essay behind something, each with its words; without any it is design.
export function ClaimList({ claims }: { claims: string[] }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  if (claims.length === 0) return <small class="quiet">{words.t("page.claim.design")}</small>;
  return (
    <small class="quiet">
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.t("page.claim.claims", { claims: claims.join(", "), count: claims.length })}
      </button>
      {open && (
        <>
          {claims.map((claim) => (
            <span class="claim" key={claim}>
              {claim} “{words.t(`claim.${claim}` as Key)}”
            </span>
          ))}
          <cite>{words.t("claim.source")}</cite>
        </>
      )}
    </small>
  );
}
