// A seat's screen through a whole game: what is asked now on top; then where things stand, the
// work and what it means with the talk: side by side on a laptop, behind tabs on a phone.
import { useEffect, useRef } from "preact/hooks";
import { GameProvider, useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { Key } from "../../i18n/words";
import type { Stage } from "protocol/messages";
import { Announcer } from "../../parts/announcer";
import { Notice, PartyName } from "../../parts/basic";
import { ConnectionBar } from "../../parts/connection";
import { PenBar } from "../../parts/pen";
import { refusalText } from "../../parts/refusal";
import { EventNews } from "../../parts/event_news";
import { useKept } from "../../parts/kept";
import { StateOfPlay } from "../../parts/state";
import { Talk } from "../../parts/talk";
import { Withheld } from "../../parts/withheld";
import { Waiting } from "../../parts/waiting";
import { Frame, LanguageSwitch, SkipLink, useTitle } from "../frame";
import { ForecastLine } from "./forecast";
import { HelpButton } from "./help";
import { NowList } from "./now";
import { useProposal } from "./proposal";
import { RegionChoice } from "./region_choice";
import { Strip } from "./strip";
import { Aside, OwnBrief, Work } from "./work";

export function PlayScreen({ code, token }: { code: string; token: string | undefined }) {
  const words = useWords();
  if (token === undefined) {
    return (
      <Frame title={words.t("page.play.no_seat")}>
        <p>
          <a href={`/join/${code}`}>{words.t("page.play.choose_seat")}</a>
        </p>
      </Frame>
    );
  }
  return (
    <GameProvider code={code} token={token}>
      <Playing code={code} />
    </GameProvider>
  );
}

export function Ended({
  refusal,
  children,
}: {
  refusal: string;
  children?: preact.ComponentChildren;
}) {
  const words = useWords();
  return (
    <Frame title={words.t("page.ended.title")}>
      <p>{refusalText(words, refusal)}</p>
      {children}
    </Frame>
  );
}

function Playing({ code }: { code: string }) {
  const words = useWords();
  const { scene, state } = useGame();
  if (state.kind === "ended" && state.code !== "") {
    return (
      <Ended refusal={state.code}>
        <p>
          <a href={`/join/${code}`}>{words.t("page.play.choose_seat")}</a>
        </p>
      </Ended>
    );
  }
  if (scene === undefined) {
    return (
      <Frame title={words.t("page.play.title")}>
        <p class="quiet">{words.t("page.loading")}</p>
        <ConnectionBar />
      </Frame>
    );
  }
  return <Table />;
}

const tabs = ["now", "work", "state", "talk"] as const;
type Tab = (typeof tabs)[number];

function Table() {
  const words = useWords();
  const scene = useScene();
  const { refusal, clearRefusal } = useGame();
  const [tab, setTab] = useKept<Tab>("tab", "now");
  const proposal = useProposal(scene);
  const region = scene.home;
  useTitle(words.t(`stage.${scene.view.stage}`));
  const { unread, readTalk } = useUnread(tab);
  return (
    <div class={`play tab-${tab}`}>
      <Announcer />
      <nav class="skips" aria-label={words.t("page.skip")}>
        <SkipLink to="now">{words.t("page.skip.now")}</SkipLink>
        <SkipLink to="work">{words.t("page.skip.work")}</SkipLink>
        <SkipLink to="talk">{words.t("page.skip.talk")}</SkipLink>
      </nav>
      <PlayHeader />
      <Strip proposal={proposal} />
      <ConnectionBar />
      <PenBar />
      <Waiting />
      {refusal !== undefined && (
        <div class="refusal-bar">
          <Notice kind="bad" word={words.t("page.word.not_done")} alert onDismiss={clearRefusal}>
            {refusalText(words, refusal)}
          </Notice>
        </div>
      )}
      <RegionChoice />
      <main class={`columns stage-${scene.view.stage}`}>
        <section class="column panel-state" aria-label={words.t("page.tab.state")}>
          {region !== undefined && <StateOfPlay region={region} />}
        </section>
        <section
          class="column panel-work"
          id="work"
          tabIndex={-1}
          aria-label={workName(words.t, scene.view.stage)}
        >
          <Work proposal={proposal} />
        </section>
        <section class="column panel-aside" aria-label={words.t("page.tab.now")}>
          <Aside proposal={proposal} />
        </section>
        <section
          class="column panel-talk"
          id="talk"
          tabIndex={-1}
          aria-label={words.t("page.talk")}
        >
          <Talk suggestions={suggestions(words.t, scene.view.stage)} />
        </section>
        <section class="column panel-news" aria-label={words.t("page.new")}>
          <EventNews />
          <Withheld />
          <NowList />
          <OwnBrief />
        </section>
      </main>
      {scene.view.stage === "negotiation" && <ForecastLine proposal={proposal} />}
      <nav class="tabbar" aria-label={words.t("page.tabs")}>
        {tabs.map((held) => (
          <button
            key={held}
            type="button"
            aria-current={held === tab ? "page" : undefined}
            onClick={() => {
              setTab(held);
              if (held === "talk") readTalk();
              scrollTo(0, 0);
            }}
          >
            {held === "work" ? workName(words.t, scene.view.stage) : words.t(`page.tab.${held}`)}
            {held === "talk" && unread > 0 && <span class="count">{unread}</span>}
          </button>
        ))}
      </nav>
    </div>
  );
}

type T = (key: Key) => string;

function workName(t: T, stage: Stage): string {
  return t(`page.tab.work.${stage}`);
}

function suggestions(t: T, stage: Stage): string[] {
  if (stage !== "agenda" && stage !== "negotiation") return [];
  return [t("page.talk.ask_important"), t("page.talk.ask_money")];
}

// Messages that came while another tab was open.
function useUnread(tab: Tab): { unread: number; readTalk: () => void } {
  const scene = useScene();
  const theirs = scene.history.messages.filter((message) => message.from !== scene.me).length;
  const read = useRef(theirs);
  useEffect(() => {
    if (tab === "talk") read.current = theirs;
  });
  return {
    unread: tab === "talk" ? 0 : theirs - read.current,
    readTalk: () => {
      read.current = theirs;
    },
  };
}

const round_stages: Stage[] = [
  "framework",
  "agenda",
  "proposal",
  "negotiation",
  "outcome",
  "accountability",
  "reflection",
];

// Without selection there are no proposals.
function roundStages(selection: boolean): Stage[] {
  return round_stages.filter((stage) => selection || stage !== "proposal");
}

function PlayHeader() {
  const words = useWords();
  const scene = useScene();
  const { view } = scene;
  const me = scene.party(scene.me ?? "");
  return (
    <header class="top">
      <span class="brand">{words.t("page.brand")}</span>
      <span class="quiet where">
        {words.text(scene.scenario.title)}
        {scene.inRound && (
          <> · {words.t("page.round", { round: view.round, rounds: view.rounds })}</>
        )}
      </span>
      <ol class="phases" aria-label={words.t("page.phases")}>
        {roundStages(scene.rules.tranche_budget !== undefined).map((stage) => (
          <li key={stage} aria-current={stage === view.stage ? "step" : undefined}>
            {words.t(`stage.${stage}`)}
          </li>
        ))}
      </ol>
      <b class="me">
        <PartyName party={me} short />
      </b>
      <LanguageSwitch />
      <HelpButton />
    </header>
  );
}
