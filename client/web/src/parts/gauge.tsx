// A tension as a line from pole to pole: the hollow diamond is what the Rijk said, the filled dot
// what the deal or text is, numbered rings are earlier rounds. Words say the same beside it.
import { useWords } from "../i18n/context";
import type { Words } from "../i18n/words";
import type { Positions, StatedPositions, TrailView } from "protocol/messages";
import { side, strength, tensions, type Tension } from "../model/tension";

const left = 10;
const right = 230;
const x = (value: number) => left + ((value + 1) / 2) * (right - left);

export function tensionWords(words: Words, tension: Tension, value: number): string {
  const size = strength(value);
  if (size === "middle") return middleWord(words, tension);
  return words.t("page.tension.strength", {
    strength: words.t(`tension.scale.${size}`),
    side: words.t(`page.tension.${tension}.${side(value)}`),
  });
}

// The middle of the third tension is an end in itself: equality.
export function middleWord(words: Words, tension: Tension): string {
  return words.t(tension === "hierarchy" ? "tension.hierarchy.middle" : "tension.scale.middle");
}

export function Gauge({
  tension,
  said,
  did,
  trail,
}: {
  tension: Tension;
  said?: number;
  did?: number;
  trail: TrailView[];
}) {
  const words = useWords();
  const lines: string[] = [];
  if (said !== undefined) {
    lines.push(words.t("page.tension.aria.said", { value: words.number(said, 1) }));
  }
  if (did !== undefined) {
    lines.push(words.t("page.tension.aria.did", { value: words.number(did, 2) }));
  }
  for (const round of trail) {
    const value = round.practised?.[tension];
    if (value === undefined) continue;
    lines.push(
      words.t("page.tension.aria.round", { round: round.round, value: words.number(value, 2) }),
    );
  }
  const together = said !== undefined && did !== undefined && Math.abs(said - did) < 0.1;
  const size = together ? 10 : 7;
  return (
    <div class="gauge">
      <h3>
        {words.t(`tension.${tension}`)}
        {did !== undefined && <span>: {tensionWords(words, tension, did)}</span>}
      </h3>
      <svg
        viewBox="0 0 240 24"
        role="img"
        aria-label={lines.join("; ") || words.t("page.tension.none")}
      >
        <path class="axis" d={`M${left} 12H${right}M120 7v10M${left} 8v8M${right} 8v8`} />
        {said !== undefined && did !== undefined && !together && (
          <path class="between" d={`M${x(said)} 12H${x(did)}`} />
        )}
        {trail.map((round) => {
          const value = round.practised?.[tension];
          if (value === undefined) return null;
          return (
            <g key={round.round}>
              <circle class="was" cx={x(value)} cy="12" r="7.5" />
              <text x={x(value)} y="16" text-anchor="middle">
                {round.round}
              </text>
            </g>
          );
        })}
        {said !== undefined && (
          <path
            class="said"
            d={`M${x(said)} ${12 - size}l${size} ${size} ${-size} ${size} ${-size} ${-size}z`}
          />
        )}
        {did !== undefined && <circle class="did" cx={x(did)} cy="12" r={together ? 5 : 7} />}
      </svg>
      <div class={tension === "hierarchy" ? "poles three" : "poles"} aria-hidden="true">
        <span>{words.t(`tension.${tension}.low`)}</span>
        {tension === "hierarchy" && <span>{words.t("tension.hierarchy.middle")}</span>}
        <span>{words.t(`tension.${tension}.high`)}</span>
      </div>
    </div>
  );
}

export function Gauges({
  stated,
  did,
  trail,
  legend,
}: {
  stated: StatedPositions;
  did?: Positions;
  trail: TrailView[];
  legend: string;
}) {
  const words = useWords();
  return (
    <div class="gauges">
      {tensions.map((tension) => (
        <Gauge
          key={tension}
          tension={tension}
          said={stated[tension]?.value}
          did={did?.[tension]}
          trail={trail}
        />
      ))}
      <p class="small quiet" aria-hidden="true">
        ◇ {words.t("page.tension.legend.said")} ● {legend}
        {trail.some((round) => round.practised) && <> ① {words.t("page.tension.legend.earlier")}</>}
      </p>
    </div>
  );
}
