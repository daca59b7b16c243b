// A deal to read: in one sentence, then line by line, then its terms. What it changes of another
// deal is underlined or struck.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { shortName } from "../../i18n/names";
import type { Key, Words } from "../../i18n/words";
import { lineMoney } from "../../model/deal";
import { clauses, difference, type Change } from "../../model/difference";
import type { Scene } from "../../model/scene";
import { sentenceValues } from "../../model/sentence";
import type { Deal, Line, Obstacle, StanceCounts } from "protocol/messages";
import { PartyName, Term } from "../../parts/basic";

export function DealSentence({ deal }: { deal: Deal }) {
  const words = useWords();
  const scene = useScene();
  const values = sentenceValues(deal, scene.isRijk);
  const tag = (chunks: preact.ComponentChildren[]) => <b>{chunks}</b>;
  const term = (chunks: preact.ComponentChildren[]) => (
    <Term meaning={words.t(`form.${deal.form}.meaning`)}>{chunks}</Term>
  );
  return (
    <p class="sentence">
      {words.rich("page.deal.sentence", {
        ...values,
        rijk: words.money(values.rijk),
        region: words.money(values.region),
        b: tag,
        term,
      })}
    </p>
  );
}

export function DealText({ deal, stances }: { deal: Deal; stances?: StanceCounts }) {
  const words = useWords();
  return (
    <>
      <DealSentence deal={deal} />
      <h3 class="pad">{words.t("page.deal.part1")}</h3>
      <ol class="clauses">
        {deal.lines.map((line, index) => (
          <ReadLine
            key={line.challenge}
            line={line}
            letter={letter(index)}
            stops={stopsAt(stances, "line", line.challenge)}
          />
        ))}
      </ol>
      <h3 class="pad">{words.t("page.deal.part2")}</h3>
      <Terms deal={deal} stances={stances} />
    </>
  );
}

export function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

export function stopsAt(
  stances: StanceCounts | undefined,
  obstacle: Obstacle,
  challenge?: string,
): number {
  return (stances?.obstacles ?? [])
    .filter((held) => held.obstacle === obstacle && held.challenge === challenge)
    .reduce((sum, held) => sum + held.count, 0);
}

export function Stops({ count }: { count: number }) {
  const words = useWords();
  if (count === 0) return null;
  return <span class="stops">{words.t("page.deal.stops", { count })}</span>;
}

function ReadLine({ line, letter: sign, stops }: { line: Line; letter: string; stops: number }) {
  const words = useWords();
  const scene = useScene();
  const payers = Object.entries(line.money).filter(([, amount]) => amount !== 0);
  return (
    <li class="clause">
      <div class="clause-head">
        <b>
          {sign} {words.text(scene.card(line.challenge)?.title)}
        </b>
        <Stops count={stops} />
        <span class="number">{words.money(lineMoney(line))}</span>
      </div>
      <p class="small">
        {words.t("page.deal.partners")}{" "}
        {line.partners.map((id) => (
          <span class="inline-party" key={id}>
            <PartyName party={scene.party(id)} short />
          </span>
        ))}
      </p>
      <p class="small">
        {payers.length === 0
          ? words.t("page.deal.nobody_pays")
          : payers
              .map(([id, amount]) => `${shortName(words, scene.party(id))} ${words.money(amount)}`)
              .join(" · ")}
      </p>
      <p class="small">
        {words.t("page.deal.goal_by", { goal: words.t(`goal.${line.goal}`) })}{" "}
        {line.result.trim() === "" ? (
          <span class="quiet">{words.t("page.deal.no_result")}</span>
        ) : (
          <>“{line.result}”</>
        )}
      </p>
    </li>
  );
}

function Terms({ deal, stances }: { deal: Deal; stances?: StanceCounts }) {
  const words = useWords();
  return (
    <ul class="terms">
      <li>
        {words.t(`form.${deal.form}`)} <Stops count={stopsAt(stances, "form")} />
      </li>
      <li>
        {words.t("page.deal.conditions", { count: deal.conditions })}{" "}
        <Stops count={stopsAt(stances, "conditions")} />
      </li>
      <li>
        {words.t(`accountability.${deal.accountability}`)}{" "}
        <Stops count={stopsAt(stances, "accountability")} />
      </li>
      {clauses.map((clause) => (
        <li key={clause} class={deal[clause] ? "" : "quiet"}>
          {words.t(`clause.${clause}`)}: {words.t(deal[clause] ? "page.yes" : "page.no")}{" "}
          <Stops count={stopsAt(stances, clause)} />
        </li>
      ))}
      {stopsAt(stances, "money") > 0 && (
        <li>
          {words.t("obstacle.money")} <Stops count={stopsAt(stances, "money")} />
        </li>
      )}
    </ul>
  );
}

// One change in words: what came in, what went out, what is different.
export function changeText(words: Words, scene: Scene, change: Change): string {
  const challenge = (id: string) => words.text(scene.card(id)?.title) || id;
  const party = (id: string) => shortName(words, scene.party(id));
  switch (change.kind) {
    case "line-added":
    case "line-removed":
      return words.t(added(change.kind), { what: challenge(change.challenge) });
    case "partner-added":
    case "partner-removed":
      return words.t(added(change.kind), {
        what: words.t("page.change.partner", {
          party: party(change.party),
          challenge: challenge(change.challenge),
        }),
      });
    case "clause-added":
    case "clause-removed":
      return words.t(added(change.kind), { what: words.t(`clause.${change.clause}`) });
    case "money":
      return words.t("page.change.money", {
        party: party(change.party),
        challenge: challenge(change.challenge),
        from: words.number(change.from, 1),
        to: words.number(change.to, 1),
      });
    case "goal":
      return words.t("page.change.goal", {
        challenge: challenge(change.challenge),
        from: words.t(`goal.${change.from}`),
        to: words.t(`goal.${change.to}`),
      });
    case "result":
      return words.t("page.change.result", { challenge: challenge(change.challenge) });
    case "form":
      return words.t("page.change.other", {
        from: words.t(`form.${change.from}`),
        to: words.t(`form.${change.to}`),
      });
    case "conditions":
      return words.t("page.change.conditions", { from: change.from, to: change.to });
    case "accountability":
      return words.t("page.change.other", {
        from: words.t(`accountability.${change.from}`),
        to: words.t(`accountability.${change.to}`),
      });
  }
}

function added(kind: string): Key {
  return kind.endsWith("-added") ? "page.change.in" : "page.change.out";
}

// More changes than these are counted, and shown when asked for.
const changes_shown = 4;

export function Changes({ from, to }: { from: Deal; to: Deal }) {
  const words = useWords();
  const scene = useScene();
  const changes = difference(from, to);
  if (changes.length === 0) return <p class="quiet small">{words.t("page.change.none")}</p>;
  const list = (
    <ul class="changes">
      {changes.map((change, index) => (
        <li key={index}>{changeText(words, scene, change)}</li>
      ))}
    </ul>
  );
  if (changes.length <= changes_shown) return list;
  return (
    <details>
      <summary>{words.t("page.change.count", { count: changes.length })}</summary>
      {list}
    </details>
  );
}
