// Determining the challenge: what one wants to reach, and which challenges come on the agenda.
import { useEffect, useRef, useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { agendaNow, gap, tableAmbition, type Candidate } from "../../model/agenda";
import type { FeedChallengeCard, RegionView, TableView, ThemeInfo } from "protocol/messages";
import { Card, Glyph, Notice } from "../../parts/basic";
import { ActButton, NoPen, useNoPen } from "../../parts/pen";
import { ChallengeFacts } from "./challenge";
import { ShareDialog } from "./share";

export function Agenda() {
  const words = useWords();
  const scene = useScene();
  const region = scene.home;
  if (region === undefined) return null;
  const table = scene.table(region.region);
  if (table === undefined) {
    return (
      <Card title={words.t("page.agenda.outside")}>
        <p>{words.t("page.agenda.outside_text")}</p>
        <OwnChallenges region={region} />
      </Card>
    );
  }
  return (
    <>
      <Ambitions region={region} table={table} />
      <Challenges region={region} table={table} />
    </>
  );
}

function Ambitions({ region, table }: { region: RegionView; table: TableView }) {
  const words = useWords();
  const scene = useScene();
  return (
    <Card title={words.t("page.agenda.ambitions")}>
      <p class="small quiet">{words.t("page.agenda.ambitions_hint")}</p>
      <NoPen />
      {scene.themes.map((theme) => (
        <Ambition key={theme.id} theme={theme} region={region} table={table} />
      ))}
    </Card>
  );
}

const send_after_ms = 350;

function Ambition({
  theme,
  region,
  table,
}: {
  theme: ThemeInfo;
  region: RegionView;
  table: TableView;
}) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const noPen = useNoPen();
  const present = region.wellbeing[theme.id] ?? 0;
  const mine = scene.me === undefined ? undefined : table.ambitions[scene.me]?.[theme.id];
  const [moving, setMoving] = useState<number>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => setMoving(undefined), [mine]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const otherwise = Math.min(100, present + scene.rules.ambition_default);
  const shown = moving ?? mine ?? Math.round(otherwise);
  const set = (value: number) => {
    setMoving(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void send({ type: "ambition", region: region.region, theme: theme.id, value });
    }, send_after_ms);
  };
  const together = tableAmbition(theme.id, region, table, scene.rules);
  // The table's middle is shown only after one's own, or it would anchor.
  const known = mine !== undefined;
  return (
    <div class="ambition">
      <span class="name">
        {words.text(theme.title)}
        {theme.horizon === "later" && <span class="quiet"> · {words.t("page.horizon.later")}</span>}
      </span>
      <span class="number">{words.t("page.agenda.mine", { value: words.number(shown) })}</span>
      <span class="number quiet">
        {known && words.t("page.agenda.table", { value: words.number(together) })}
      </span>
      <div class="slide">
        <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
          <rect class="track" y="4" width="100" height="2" />
          <rect class="value" y="4" width={present} height="2" />
          {known && <rect class="mark" x={together - 0.4} y="0" width="0.8" height="10" />}
        </svg>
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          value={shown}
          aria-label={words.t("page.agenda.ambition_for", { theme: words.text(theme.title) })}
          aria-valuetext={words.t("page.agenda.ambition_value", {
            value: words.number(shown),
            present: words.number(present),
          })}
          disabled={noPen !== undefined}
          onInput={(event) => set(Number(event.currentTarget.value))}
        />
      </div>
      <small class="quiet gap">
        {mine === undefined && moving === undefined && <>{words.t("page.agenda.default")} </>}
        {words.t("page.agenda.gap", {
          present: words.number(present),
          gap: words.number(gap(known ? together : shown, present)),
        })}
      </small>
    </div>
  );
}

function Challenges({ region, table }: { region: RegionView; table: TableView }) {
  const words = useWords();
  const scene = useScene();
  const now = agendaNow(region, table, scene.history.cards, scene.rules);
  const on = now.candidates.filter((candidate) => candidate.on);
  const rest = now.candidates.filter((candidate) => !candidate.on);
  const votes = scene.own?.votes_left ?? 0;
  return (
    <Card
      title={words.t("page.agenda.challenges")}
      aside={
        <span class="small">
          {words.t("page.agenda.slots", { taken: now.taken, slots: scene.rules.agenda_slots })}
          {" · "}
          {words.t("page.agenda.votes", { votes })}
        </span>
      }
    >
      <p class="small quiet">
        {words.t("page.agenda.rule", {
          needed: now.support_needed,
          table: region.table.length,
        })}
      </p>
      <h3>{words.t("page.agenda.on_now")}</h3>
      {on.length === 0 && <p class="quiet">{words.t("page.agenda.none_yet")}</p>}
      {on.map((candidate) => (
        <ChallengeRow key={candidate.card.challenge} candidate={candidate} region={region} />
      ))}
      {rest.length > 0 && <h3>{words.t("page.agenda.not_yet")}</h3>}
      {rest.map((candidate) => (
        <ChallengeRow key={candidate.card.challenge} candidate={candidate} region={region} />
      ))}
      {now.demanded.length > 0 && <h3>{words.t("page.agenda.demanded")}</h3>}
      {now.demanded.map((card) => (
        <DemandedRow key={card.challenge} card={card} />
      ))}
      <Notice kind="info" word={words.t("page.agenda.not_all")}>
        {words.t("page.agenda.not_all_text")}
      </Notice>
    </Card>
  );
}

function ChallengeRow({ candidate, region }: { candidate: Candidate; region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [sharing, setSharing] = useState(false);
  const { card, supporters, needed } = candidate;
  const supported = scene.own?.supports.includes(card.challenge) ?? false;
  const votes = scene.own?.votes_left ?? 0;
  const title = words.text(card.title);
  return (
    <div class="challenge">
      <div>
        <b>
          {candidate.on && "✓ "}
          {title}
        </b>
        <small class="quiet">
          <span class="pips" aria-hidden="true">
            {supporters.map((party) => (
              <i class="full" key={party} />
            ))}
            {Array.from({ length: needed }, (_, index) => (
              <i key={index} />
            ))}
          </span>{" "}
          {words.t("page.agenda.supporters", { count: supporters.length })}{" "}
          {needed > 0 && <b>{words.t("page.agenda.needed", { count: needed })}</b>}{" "}
          {words.t("page.agenda.challenge_gap", { gap: words.number(candidate.gap) })}{" "}
          {candidate.gap <= 0 && words.t("page.agenda.no_gap")} <Urgency card={card} />
        </small>
        <ChallengeFacts card={card} />
      </div>
      <div class="buttons">
        {supported ? (
          <ActButton
            about={title}
            onPress={() => send({ type: "unsupport", challenge: card.challenge })}
          >
            {words.t("page.agenda.unsupport")}
          </ActButton>
        ) : (
          <ActButton
            about={title}
            reason={votes === 0 ? words.t("page.agenda.no_votes") : undefined}
            onPress={() => send({ type: "support", challenge: card.challenge })}
          >
            {words.t("page.agenda.support")}
          </ActButton>
        )}
        <ActButton about={title} onPress={() => setSharing(true)}>
          {words.t("page.agenda.share")}
        </ActButton>
      </div>
      {sharing && <ShareDialog card={card} region={region} onClose={() => setSharing(false)} />}
    </div>
  );
}

// What one knows of a challenge's urgency, and from whom.
export function Urgency({ card }: { card: FeedChallengeCard }) {
  const words = useWords();
  const scene = useScene();
  const urgency = scene.own?.urgency[card.challenge];
  if (urgency === undefined) return <>{words.t("page.agenda.urgency_unknown")}</>;
  const values = { urgency: words.number(urgency, 1) };
  if (card.shared_by === undefined) return <>{words.t("page.agenda.urgency_seen", values)}</>;
  return (
    <>
      {words.t("page.agenda.urgency_heard", {
        ...values,
        party: words.text(scene.party(card.shared_by)?.title),
      })}
    </>
  );
}

function DemandedRow({ card }: { card: FeedChallengeCard }) {
  const words = useWords();
  return (
    <div class="challenge">
      <div>
        <b>{words.text(card.title)}</b>
        <small class="quiet">
          {words.t("page.agenda.no_slot")} <Urgency card={card} />
        </small>
        <ChallengeFacts card={card} />
      </div>
      <span class="chip">
        <Glyph kind="central-government" /> {words.t("page.agenda.national")}
      </span>
    </div>
  );
}

function OwnChallenges({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const cards = Object.values(scene.history.cards).filter((card) => card.region === region.region);
  if (cards.length === 0) return null;
  return (
    <>
      <h3>{words.t("page.agenda.you_see")}</h3>
      {cards.map((card) => (
        <div class="challenge" key={card.challenge}>
          <div>
            <b>{words.text(card.title)}</b>
            <small class="quiet">
              <Urgency card={card} />
            </small>
            <ChallengeFacts card={card} />
          </div>
        </div>
      ))}
    </>
  );
}
