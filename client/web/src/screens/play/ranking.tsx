// The proposals of all regions with their scores, and what the centre makes of them.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { askedBySelected, ranking } from "../../model/contest";
import type { Key } from "../../i18n/words";
import type { ProposalView, RegionView, ScorePart } from "protocol/messages";
import { Button, Card, PartyName, Scroll } from "../../parts/basic";
import { TextField } from "../../parts/controls";
import { useKept } from "../../parts/kept";
import { ActButton } from "../../parts/pen";
import { ClaimList } from "./rule_parts";
import criterion_claims from "protocol/criterion_claims.json";

export function Ranking({ decide = false }: { decide?: boolean }) {
  const words = useWords();
  const scene = useScene();
  const { regions, submissions_closed, against_ranking } = scene.view;
  const budget = scene.rules.tranche_budget ?? 0;
  const named = scene.tableRegions.filter((region) => !region.in_contest);
  return (
    <Card
      title={words.t(submissions_closed ? "page.contest.ranking" : "page.contest.proposals")}
      aside={
        <span class="small">
          {words.t("page.contest.budget", {
            asked: words.money(askedBySelected(regions)),
            budget: words.money(budget),
          })}
        </span>
      }
    >
      <p class="small quiet">
        {words.t(submissions_closed ? "page.contest.advice" : "page.contest.not_scored")}
      </p>
      <ol class="ranking">
        {ranking(regions).map((region) => (
          <li key={region.region}>
            <Entry region={region} decide={decide} />
          </li>
        ))}
      </ol>
      {named.map((region) => (
        <p class="small" key={region.region}>
          {words.t("page.contest.named", {
            region: words.text(scene.regionInfo(region.region)?.title),
          })}
        </p>
      ))}
      {against_ranking > 0 && (
        <p class="small">{words.t("page.contest.against", { count: against_ranking })}</p>
      )}
    </Card>
  );
}

function Entry({ region, decide }: { region: RegionView; decide: boolean }) {
  const words = useWords();
  const scene = useScene();
  const [open, setOpen] = useState(false);
  const title = words.text(scene.regionInfo(region.region)?.title);
  const { proposal, selection } = region;
  return (
    <div class="ranked">
      <h3>
        {title}
        {selection !== undefined && (
          <span class="chip">
            {words.t(selection.selected ? "page.contest.selected" : "page.contest.rejected")}
          </span>
        )}
      </h3>
      {proposal === undefined ? (
        <p class="quiet">{words.t("page.contest.no_proposal")}</p>
      ) : (
        <>
          <ProposalText proposal={proposal} />
          {proposal.score !== undefined && (
            <p>
              <b>
                {words.t("page.contest.score", { score: words.number(proposal.score * 100) })}
              </b>{" "}
              <Button link about={title} expanded={open} onPress={() => setOpen(!open)}>
                {words.t("page.contest.why")}
              </Button>
            </p>
          )}
          {open && <ScoreParts parts={proposal.parts} label={title} />}
        </>
      )}
      {selection?.motivation !== undefined && <p>“{selection.motivation}”</p>}
      {decide && proposal?.score !== undefined && <Decision region={region} title={title} />}
    </div>
  );
}

function ProposalText({ proposal }: { proposal: ProposalView }) {
  const words = useWords();
  const scene = useScene();
  return (
    <>
      <p>“{proposal.pitch}”</p>
      <p class="small">
        {words.t("page.contest.asks", {
          money: words.money(proposal.asked),
          challenges: proposal.challenges
            .map((id) => {
              const name = words.text(scene.card(id)?.title) || id;
              const urgency = proposal.urgency[id];
              return urgency === undefined
                ? name
                : words.t("page.contest.urgent", {
                    challenge: name,
                    urgency: words.number(urgency, 1),
                  });
            })
            .join("; "),
        })}
      </p>
      <p class="small">
        {proposal.partners.map((id) => (
          <span class="inline-party" key={id}>
            <PartyName party={scene.party(id)} short you={id === scene.me} />
          </span>
        ))}
      </p>
    </>
  );
}

// Each criterion: how far the proposal has it, what it weighs, and what that adds to the score.
function ScoreParts({ parts, label }: { parts: ScorePart[]; label: string }) {
  const words = useWords();
  return (
    <Scroll label={words.t("page.contest.parts_of", { region: label })}>
      <table class="small">
        <thead>
          <tr>
            <th scope="col">{words.t("page.contest.criterion")}</th>
            <th scope="col">{words.t("page.contest.feature")}</th>
            <th scope="col">{words.t("page.contest.weight")}</th>
            <th scope="col">{words.t("page.contest.adds")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.criterion}>
              <th scope="row">
                {words.t(`criterion.${part.criterion}` as Key)}{" "}
                <ClaimList claims={criterion_claims[part.criterion]} />
              </th>
              <td class="number">{words.percent(part.feature)}</td>
              <td class="number">{words.number(part.weight, 1)}</td>
              <td class="number">{words.number(part.amount * 100, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Decision({ region, title }: { region: RegionView; title: string }) {
  const words = useWords();
  const { send } = useGame();
  const { round } = useScene().view;
  const [motivation, setMotivation] = useKept(`decision/${round}/${region.region}`, "");
  const reason = motivation.trim() === "" ? words.t("page.contest.motivate_first") : undefined;
  const decide = (selected: boolean) =>
    send({ type: "decide", region: region.region, selected, motivation: motivation.trim() });
  return (
    <>
      <TextField
        label={words.t("page.contest.motivation", { region: title })}
        value={motivation}
        onChange={setMotivation}
      />
      <div class="buttons">
        <ActButton main about={title} reason={reason} onPress={() => decide(true)}>
          {words.t("page.contest.select")}
        </ActButton>
        <ActButton about={title} disabled={reason !== undefined} onPress={() => decide(false)}>
          {words.t("page.contest.reject")}
        </ActButton>
      </div>
    </>
  );
}
