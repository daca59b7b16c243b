// The outcome of the round, line by line: what each rule did, by how much, and which claim stands
// behind it; then this seat's own points, above or below its bottom line.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { shortName } from "../../i18n/names";
import type { RegionResult, RoundResult } from "../../model/history";
import type {
  EventMovedOn,
  EventOutcomeTold,
  FeedOwnPoints,
  LineExplanation,
} from "protocol/messages";
import { Card, Notice } from "../../parts/basic";
import { Gauges } from "../../parts/gauge";
import { againstFloor } from "./forecast";
import { PartRow, RuleParts } from "./rule_parts";
import { SideAgreementsTold } from "./side_agreements";

export function Outcome() {
  const words = useWords();
  const scene = useScene();
  const result = scene.history.results.find((held) => held.round === scene.view.round);
  if (result === undefined) return <p class="quiet">{words.t("page.loading")}</p>;
  return <RoundOutcome result={result} />;
}

export function RoundOutcome({ result }: { result: RoundResult }) {
  return (
    <>
      {result.regions.map((region) => (
        <RegionOutcome key={region.region} result={region} />
      ))}
      {result.points !== undefined && <OwnPoints points={result.points} />}
      {result.moved !== undefined && <MovedOn moved={result.moved} />}
    </>
  );
}

function RegionOutcome({ result }: { result: RegionResult }) {
  const words = useWords();
  const scene = useScene();
  const place = words.text(scene.regionInfo(result.region)?.title);
  const { told, audit } = result;
  if (told === undefined) {
    return (
      <Card title={words.t("page.outcome.no_deal", { region: place })}>
        <p>
          {words.t(result.negotiated ? "page.outcome.no_deal_text" : "page.outcome.no_table_text")}
        </p>
      </Card>
    );
  }
  const region = scene.region(result.region);
  const why = told.explanation;
  return (
    <Card title={words.t("page.outcome.deal", { region: place, version: told.version })}>
      {audit !== undefined && audit.chance > 0 && (
        <Notice
          kind={audit.finding ? "warn" : "good"}
          word={words.t(audit.finding ? "page.outcome.finding" : "page.outcome.no_finding")}
        >
          {words.t(audit.finding ? "page.outcome.finding_text" : "page.outcome.no_finding_text", {
            chance: words.percent(audit.chance),
          })}
        </Notice>
      )}
      <h3>{words.t("page.outcome.stands")}</h3>
      <Gauges
        stated={scene.view.stated}
        did={told.outcome.tension}
        trail={region?.trail.filter((held) => held.round < scene.view.round) ?? []}
        legend={words.t("page.tension.legend.deal")}
      />
      <details>
        <summary>{words.t("page.outcome.stands_why")}</summary>
        <RuleParts parts={[why.partnership, why.steering, why.hierarchy]} shown="added" />
      </details>
      <h3>{words.t("page.outcome.lines")}</h3>
      {why.lines.map((line) => (
        <LineOutcome key={line.challenge} explanation={line} />
      ))}
      <details>
        <summary>{words.t("page.outcome.whole")}</summary>
        <RuleParts parts={[why.admin, why.commitment, why.chi, why.audit_chance]} shown="share" />
      </details>
      <h3>{words.t("page.outcome.changes")}</h3>
      <Changes delta={told.delta} />
      <SideAgreementsTold sides={told.side_agreements} />
    </Card>
  );
}

function LineOutcome({ explanation }: { explanation: LineExplanation }) {
  const words = useWords();
  const scene = useScene();
  return (
    <details class="told">
      <summary>
        <b>{words.text(scene.card(explanation.challenge)?.title)}</b>{" "}
        <span class="number">
          {words.t("page.outcome.yield", { share: words.percent(explanation.yield.amount) })}
        </span>
      </summary>
      <RuleParts parts={explanation.yield.product ?? []} shown="share" />
      {explanation.effects.length > 0 && (
        <>
          <h4>{words.t("page.outcome.effects")}</h4>
          <RuleParts parts={explanation.effects} shown="added" />
        </>
      )}
    </details>
  );
}

// Changes of well-being, here and elsewhere, with direction and sign.
function Changes({ delta }: { delta: EventOutcomeTold["delta"] }) {
  const words = useWords();
  const scene = useScene();
  const rows = Object.entries(delta).flatMap(([region, themes]) =>
    scene.themes
      .filter((theme) => Math.abs(themes[theme.id] ?? 0) >= 0.05)
      .map((theme) => ({ region, theme, change: themes[theme.id] ?? 0 })),
  );
  if (rows.length === 0) return <p class="quiet">{words.t("page.outcome.no_changes")}</p>;
  return (
    <ul class="changes">
      {rows.map(({ region, theme, change }) => (
        <li key={`${region} ${theme.id}`}>
          {words.text(scene.regionInfo(region)?.title)}, {words.text(theme.title).toLowerCase()}
          {": "}
          <b class="number">
            <span aria-hidden="true">{change > 0 ? "▲" : "▼"}</span> {words.signed(change)}
          </b>
        </li>
      ))}
    </ul>
  );
}

export function OwnPoints({ points }: { points: FeedOwnPoints }) {
  const words = useWords();
  const scene = useScene();
  const above = points.points - points.reserve;
  return (
    <Card title={words.t("page.outcome.own")} own>
      <p>{againstFloor(words, words.t("page.outcome.this_round"), above)}</p>
      <details>
        <summary>{words.t("page.outcome.own_parts")}</summary>
        <RuleParts parts={points.parts} shown="added" />
      </details>
      {scene.own !== undefined && (
        <p class="small quiet">
          {words.t("page.outcome.own_total", { points: words.number(scene.own.points, 1) })}
        </p>
      )}
    </Card>
  );
}

function MovedOn({ moved }: { moved: EventMovedOn }) {
  const words = useWords();
  const scene = useScene();
  const { common } = moved;
  const moving = moved.wellbeing.filter((held) => Math.abs(held.to - held.from) >= 0.05);
  const trust = moved.trust.filter((held) => Math.abs(held.to - held.from) >= 0.005);
  const name = (id: string) => shortName(words, scene.party(id));
  return (
    <Card title={words.t("page.moved.title")}>
      <dl class="facts figures">
        <div>
          <dt>{words.t("page.moved.here_now")}</dt>
          <dd class="number">{words.signed(common.here_now)}</dd>
        </div>
        <div>
          <dt>{words.t("page.moved.here_later")}</dt>
          <dd class="number">{words.signed(common.here_later)}</dd>
        </div>
        <div>
          <dt>{words.t("page.elsewhere")}</dt>
          <dd class="number">{words.signed(common.elsewhere)}</dd>
        </div>
        {common.governance !== undefined && (
          <div>
            <dt>{words.t("page.moved.governance")}</dt>
            <dd class="number">{words.number(common.governance)}</dd>
          </div>
        )}
        <div>
          <dt>{words.t("page.moved.trust")}</dt>
          <dd class="number">{words.number(common.trust, 2)}</dd>
        </div>
      </dl>
      {common.governance_parts.length > 0 && (
        <details>
          <summary>{words.t("page.moved.governance_why")}</summary>
          <RuleParts parts={common.governance_parts} shown="added" />
        </details>
      )}
      <details>
        <summary>{words.t("page.moved.wellbeing", { count: moving.length })}</summary>
        <ul class="changes">
          {moving.map((held) => (
            <li key={`${held.region} ${held.theme}`}>
              {words.text(scene.regionInfo(held.region)?.title)},{" "}
              {words
                .text(scene.themes.find((theme) => theme.id === held.theme)?.title)
                .toLowerCase()}
              : {words.number(held.from, 1)} → <b>{words.number(held.to, 1)}</b>
            </li>
          ))}
        </ul>
      </details>
      {common.attainment.length > 0 && (
        <details>
          <summary>{words.t("page.moved.attainment")}</summary>
          <ul class="changes">
            {common.attainment.map((held) => (
              <li key={`${held.region} ${held.theme}`}>
                {words.text(scene.regionInfo(held.region)?.title)},{" "}
                {words
                  .text(scene.themes.find((theme) => theme.id === held.theme)?.title)
                  .toLowerCase()}
                {": "}
                {words.t("page.moved.attained", {
                  share: words.percent(held.attained),
                  gap: words.number(held.gap, 1),
                })}
                <RuleParts parts={[held.why]} shown="share" />
              </li>
            ))}
          </ul>
        </details>
      )}
      {trust.length > 0 && (
        <details>
          <summary>{words.t("page.moved.trust_why", { count: trust.length })}</summary>
          <ul class="changes">
            {trust.map((held) => (
              <li key={`${held.a} ${held.b}`}>
                {words.list([name(held.a), name(held.b)])}: {words.number(held.from, 2)} →{" "}
                <b>{words.number(held.to, 2)}</b>
                <ul class="rule-parts">
                  {held.parts.map((part, index) => (
                    <PartRow key={index} part={part} shown="added" />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
