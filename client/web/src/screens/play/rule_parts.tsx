// Parts of an explanation: which rule, how much, which claim, or that it is the game's own choice.
import { useState } from "preact/hooks";
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { Key } from "../../i18n/words";
import type { Part } from "protocol/messages";
import rule_claims from "protocol/rule_claims.json";

export function RuleParts({ parts, factor }: { parts: Part[]; factor: boolean }) {
  return (
    <ul class="rule-parts">
      {parts.map((part, index) => (
        <PartRow key={index} part={part} factor={factor} />
      ))}
    </ul>
  );
}

// `factor`: what it multiplies by, as a percentage; else what it adds.
export function PartRow({
  part,
  factor,
  decimals = 2,
}: {
  part: Part;
  factor: boolean;
  decimals?: number;
}) {
  const words = useWords();
  const scene = useScene();
  const about = [
    part.party && words.text(scene.party(part.party)?.title),
    part.challenge && words.text(scene.card(part.challenge)?.title),
    part.region && words.text(scene.regionInfo(part.region)?.title),
    part.theme && words.text(scene.themes.find((held) => held.id === part.theme)?.title),
  ].filter((text): text is string => text !== undefined && text !== "");
  return (
    <li>
      <span>
        {words.t(`rule.${part.rule}`)}
        {about.length > 0 && <span class="quiet"> · {about.join(", ")}</span>}
      </span>
      <b class="number">
        {factor ? words.percent(part.amount) : words.signed(part.amount, decimals)}
      </b>
      <Claims rule={part.rule} />
    </li>
  );
}

function Claims({ rule }: { rule: Part["rule"] }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const claims: string[] = rule_claims[rule];
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
