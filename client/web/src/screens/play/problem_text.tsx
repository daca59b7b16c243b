// Problems in words beside the clause that has them, with the figures and a repair to press.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { Words } from "../../i18n/words";
import { changeLine, setMoney, tenths } from "../../model/deal";
import { figures, placeOf, type Figures } from "../../model/problems";
import type { Scene } from "../../model/scene";
import type { Deal, Problem } from "protocol/messages";
import { Button, Notice } from "../../parts/basic";
import type { Proposal } from "./proposal";

export function problemText(words: Words, scene: Scene, problem: Problem, deal: Deal): string {
  const held = figures(problem, deal, scene.rules, scene.isRijk, (party) => scene.budget(party));
  const party = held.party === undefined ? undefined : scene.party(held.party);
  return words.t(`problem.${problem.code}`, {
    rijk: words.money(held.rijk),
    region: words.money(held.region),
    least: words.money(held.least),
    short: words.money(held.short),
    line_min: words.money(scene.rules.line_min),
    money: words.money(held.money),
    round: scene.rules.partnership_form_from,
    conditions_max: scene.rules.conditions_max,
    party: party === undefined ? "" : words.text(party.title),
  });
}

// The problems of the proposal at one of its lines.
export function lineProblems(proposal: Proposal, challenge: string): Problem[] {
  const { forecast } = proposal;
  if (forecast === undefined || !proposal.changed) return [];
  return forecast.problems.filter((problem) => {
    const place = placeOf(problem.where);
    return place.part === "line" && forecast.deal.lines[place.line]?.challenge === challenge;
  });
}

function problemsAt(proposal: Proposal, where: { challenge?: string; part?: string }): Problem[] {
  const { forecast } = proposal;
  if (forecast === undefined || !proposal.changed || forecast.deal.lines.length === 0) return [];
  if (where.challenge !== undefined) return lineProblems(proposal, where.challenge);
  return forecast.problems.filter((problem) => {
    const { part } = placeOf(problem.where);
    if (part === "line") return false;
    const inTerms = part === "form" || part === "accountability" || part === "conditions";
    return where.part === "terms" ? inTerms : !inTerms;
  });
}

export function ProblemList({
  proposal,
  challenge,
  part,
}: {
  proposal: Proposal;
  challenge?: string;
  part?: "lines" | "terms";
}) {
  const words = useWords();
  const scene = useScene();
  const { forecast } = proposal;
  const problems = problemsAt(proposal, { challenge, part });
  if (forecast === undefined) return null;
  return (
    <>
      {problems.map((problem) => (
        <Notice
          key={`${problem.code} ${problem.where}`}
          kind="bad"
          word={words.t("page.word.cannot")}
          alert
        >
          {problemText(words, scene, problem, forecast.deal)}{" "}
          <Repair problem={problem} proposal={proposal} />
        </Notice>
      ))}
    </>
  );
}

// One press that mends a problem of money.
function Repair({ problem, proposal }: { problem: Problem; proposal: Proposal }) {
  const words = useWords();
  const scene = useScene();
  const { deal, forecast } = proposal;
  if (deal === undefined || forecast === undefined) return null;
  const held = figures(problem, forecast.deal, scene.rules, scene.isRijk, (party) =>
    scene.budget(party),
  );
  if (problem.code === "co-financing") {
    const less = askLess(deal, scene, held);
    if (less === undefined) return null;
    return (
      <Button link onPress={() => proposal.change(less.deal)}>
        {words.t("page.repair.ask_less", { amount: words.money(less.amount) })}
      </Button>
    );
  }
  return null;
}

// The same deal with so much less of the centre's money that the region puts in enough.
function askLess(
  deal: Deal,
  scene: Scene,
  held: Figures,
): { deal: Deal; amount: number } | undefined {
  const allowed = Math.floor(tenths(held.region) / scene.rules.cofinancing_min + 1e-9);
  let less = tenths(held.rijk) - allowed;
  const amount = less / 10;
  let next = deal;
  const largest = [...deal.lines].sort(
    (a, b) => (b.money[scene.centre] ?? 0) - (a.money[scene.centre] ?? 0),
  );
  for (const line of largest) {
    const paid = tenths(line.money[scene.centre] ?? 0);
    const taken = Math.min(less, paid);
    if (taken <= 0) continue;
    less -= taken;
    next = changeLine(next, line.challenge, (own) =>
      setMoney(own, scene.centre, (paid - taken) / 10),
    );
  }
  return less > 0 ? undefined : { deal: next, amount };
}
