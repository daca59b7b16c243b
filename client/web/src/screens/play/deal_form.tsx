// The deal as a form. Three controls come first: what we do, who does it, who pays; the terms stand
// behind, with a preset that says what they come to.
import { useState } from "preact/hooks";
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { addPartner, changeLine, lineMoney, newLine, setMoney } from "../../model/deal";
import type { Line, RegionView } from "protocol/messages";
import { Button, PartyName } from "../../parts/basic";
import { CheckBox, Stepper } from "../../parts/controls";
import { Clause } from "./clause";
import { DealSentence, Stops, letter, stopsAt } from "./deal_text";
import { lineProblems, ProblemList } from "./problem_text";
import type { Proposal } from "./proposal";
import { TermsForm } from "./terms_form";

export function DealForm({ proposal }: { proposal: Proposal }) {
  const words = useWords();
  const scene = useScene();
  const { deal } = proposal;
  const region = scene.home;
  if (deal === undefined || region === undefined) return null;
  // What is on the agenda, then lines for what no longer is.
  const challenges = [
    ...region.agenda,
    ...deal.lines.map((line) => line.challenge).filter((id) => !region.agenda.includes(id)),
  ];
  return (
    <>
      <DealSentence deal={deal} />
      <div class="pad">
        <div class="row-head">
          <h3>{words.t("page.deal.part1")}</h3>
          <small class="quiet">{words.t("page.deal.in_millions")}</small>
        </div>
        <ProblemList proposal={proposal} part="lines" />
        {challenges.map((challenge, index) => (
          <Row
            key={challenge}
            challenge={challenge}
            letter={letter(index)}
            region={region}
            proposal={proposal}
          />
        ))}
      </div>
      <TermsForm proposal={proposal} region={region} />
    </>
  );
}

function Row({
  challenge,
  letter: sign,
  region,
  proposal,
}: {
  challenge: string;
  letter: string;
  region: RegionView;
  proposal: Proposal;
}) {
  const words = useWords();
  const scene = useScene();
  const [open, setOpen] = useState(false);
  const { deal } = proposal;
  const card = scene.card(challenge);
  if (deal === undefined || card === undefined) return null;
  const line = deal.lines.find((held) => held.challenge === challenge);
  const table = scene.parties
    .map((party) => party.id)
    .filter((id) => region.table.includes(id) && id !== scene.centre);
  const fresh = () => newLine(card, table, scene.can);
  const before = proposal.base?.deal.lines.find((held) => held.challenge === challenge);
  const put = (change: (line: Line) => Line) => {
    if (line !== undefined) proposal.change(changeLine(deal, challenge, change));
    else proposal.change({ ...deal, lines: [...deal.lines, change(before ?? fresh())] });
  };
  const include = (on: boolean) => {
    if (on) put((held) => held);
    else {
      proposal.change({
        ...deal,
        lines: deal.lines.filter((held) => held.challenge !== challenge),
      });
    }
  };
  const shown = line ?? before ?? fresh();
  const together = line === undefined ? 0 : lineMoney(line);
  const title = words.text(card.title);
  const problems = lineProblems(proposal, challenge);
  const stances = scene.table(region.region)?.stances;
  const tooLittle = together < scene.rules.line_min;
  const state = problems.length > 0 ? "line bad" : line === undefined ? "line out" : "line";
  return (
    <div class={state}>
      <div class="line-what">
        <CheckBox
          hideLabel
          label={words.t("page.deal.include", { challenge: title })}
          checked={line !== undefined}
          onChange={include}
        />
        <div>
          <b>
            {sign} {title}
          </b>{" "}
          <Stops count={stopsAt(stances, "line", challenge)} />
          <p class="small">
            {shown.partners.map((id) => (
              <span class="inline-party" key={id}>
                <PartyName party={scene.party(id)} short you={id === scene.me} />
              </span>
            ))}
          </p>
          {line !== undefined && tooLittle && (
            <p class="small quiet">
              {words.t("page.deal.from", { amount: words.number(scene.rules.line_min, 1) })}
            </p>
          )}
        </div>
      </div>
      <div class="line-money">
        <Amounts line={shown} title={title} onChange={put} bad={problems.length > 0} />
        <span class="sum">
          <small>{words.t("page.deal.together")}</small>
          <b class="number">{words.number(together, 1)}</b>
        </span>
        <Button link expanded={open} about={title} onPress={() => setOpen(!open)}>
          {words.t(open ? "page.deal.close" : "page.deal.open")}
        </Button>
      </div>
      <ProblemList proposal={proposal} challenge={challenge} />
      {line !== undefined && line.result.trim() === "" && !tooLittle && (
        <p class="small mind">
          <b>{words.t("page.word.mind")}</b> {words.t("page.deal.no_result_yet")}
        </p>
      )}
      {open && <Clause line={shown} card={card} table={table} onChange={put} before={before} />}
    </div>
  );
}

// The two amounts that a seat sees first: its own, and what it asks of the Rijk.
function Amounts({
  line,
  title,
  onChange,
  bad,
}: {
  line: Line;
  title: string;
  onChange: (change: (line: Line) => Line) => void;
  bad: boolean;
}) {
  const words = useWords();
  const scene = useScene();
  const { me, centre } = scene;
  const takesPart = me !== undefined && (scene.isCentre || line.partners.includes(me));
  return (
    <>
      {me !== undefined && !scene.isCentre && (
        <span class="amount">
          <small>{words.t("page.deal.you_put")}</small>
          {takesPart ? (
            <Stepper
              label={words.t("page.deal.you_put_label", { challenge: title })}
              value={line.money[me] ?? 0}
              bad={bad}
              onChange={(value) => onChange((held) => setMoney(held, me, value))}
            />
          ) : (
            <Button link about={title} onPress={() => onChange((held) => addPartner(held, me))}>
              {words.t("page.deal.take_part")}
            </Button>
          )}
        </span>
      )}
      <span class="amount">
        <small>{words.t(scene.isCentre ? "page.deal.you_give" : "page.deal.you_ask")}</small>
        <Stepper
          label={words.t(scene.isCentre ? "page.deal.you_give_label" : "page.deal.you_ask_label", {
            challenge: title,
          })}
          value={line.money[centre] ?? 0}
          bad={bad}
          onChange={(value) => onChange((held) => setMoney(held, centre, value))}
        />
      </span>
    </>
  );
}
