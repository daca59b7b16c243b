// The big screen: the way in, then what is public of one game.
import { useEffect, useState } from "preact/hooks";
import { GameProvider, useGame, useScene } from "../game";
import { useWords } from "../i18n/context";
import type { RegionView } from "protocol/messages";
import { Announcer } from "../parts/announcer";
import { Card, PartyName } from "../parts/basic";
import { RegionMap, ThemeBars } from "../parts/bars";
import { Clock } from "../parts/clock";
import { ConnectionBar } from "../parts/connection";
import { EventNews } from "../parts/event_news";
import { Gauges } from "../parts/gauge";
import { PresenceText } from "../parts/presence";
import { Framework } from "../parts/state";
import { Waiting } from "../parts/waiting";
import { Withheld } from "../parts/withheld";
import { QrCode } from "./addresses";
import { Frame, useTitle } from "./frame";
import { RoundOutcome } from "./play/outcome";
import { Debrief } from "./play/debrief";
import { Ended } from "./play/play";
import { Ranking } from "./play/ranking";
import { Signatures } from "./play/signatures";

export function WallScreen({ code, game }: { code: string; game: number }) {
  // Dark, as it stands on a wall.
  useEffect(() => {
    document.documentElement.dataset.theme = "dark";
    return () => {
      delete document.documentElement.dataset.theme;
    };
  }, []);
  return (
    <GameProvider code={code} game={game}>
      <Wall code={code} />
    </GameProvider>
  );
}

function Wall({ code }: { code: string }) {
  const words = useWords();
  const { scene, state } = useGame();
  useTitle(words.t("page.wall.title"));
  if (state.kind === "ended" && state.code !== "") return <Ended refusal={state.code} />;
  if (scene === undefined) {
    return (
      <Frame title={words.t("page.wall.title")}>
        <p class="quiet">{words.t("page.loading")}</p>
        <ConnectionBar />
      </Frame>
    );
  }
  return (
    <div class="wall">
      <Announcer />
      <WallHeader />
      <ConnectionBar />
      <Waiting />
      {scene.view.stage === "lobby" ? <WallLobby code={code} /> : <WallGame />}
    </div>
  );
}

function WallHeader() {
  const words = useWords();
  const { model } = useGame();
  const scene = useScene();
  const { scenario, view } = scene;
  return (
    <header class="wall-head">
      <div>
        <p class="quiet">
          {words.text(scenario.title)}
          {scene.inRound && (
            <> · {words.t("page.round", { round: view.round, rounds: view.rounds })}</>
          )}
        </p>
        <h1>{words.t(`stage.${view.stage}`)}</h1>
      </div>
      <Clock view={view} ahead_ms={model.server_ahead_ms} />
    </header>
  );
}

function WallLobby({ code }: { code: string }) {
  const words = useWords();
  const scene = useScene();
  const { model } = useGame();
  const games = model.lobby?.games ?? [];
  const address = `${location.origin}/join/${code}`;
  return (
    <main class="wall-lobby">
      <section aria-label={words.t("page.wall.way_in")}>
        <p>{words.t("page.wall.go_to", { address: location.host })}</p>
        <p class="wall-code">
          {code.slice(0, 3)} {code.slice(3)}
        </p>
        <QrCode text={address} label={words.t("page.addresses.qr")} />
      </section>
      <section aria-label={words.t("page.lobby.who")}>
        {games.map((game) => (
          <div key={game.game}>
            {games.length > 1 && <h2>{words.t("page.game", { game: game.game + 1 })}</h2>}
            <ul class="seats">
              {scene.parties.map((party) => {
                const names = game.seats.find((seat) => seat.party === party.id)?.names ?? [];
                return (
                  <li key={party.id} class={names.length === 0 ? "free" : ""}>
                    <PartyName party={party} />
                    <span class="quiet">
                      {names.length === 0 ? words.t("page.join.free") : words.list(names)}
                    </span>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </section>
    </main>
  );
}

function WallGame() {
  const words = useWords();
  const scene = useScene();
  const { view } = scene;
  useTablesInTurn();
  const region = scene.home;
  const result = scene.history.results.find((held) => held.round === view.round);
  const telling = view.stage === "outcome" || view.stage === "accountability";
  const over = view.stage === "debrief" || view.stage === "closed";
  if (region === undefined) return null;
  return (
    <main class="wall-game">
      <div class="column">
        <Card title={words.t("page.state.map")}>
          <RegionMap
            fixed
            regions={scene.scenario.regions}
            views={view.regions}
            themes={scene.themes}
          />
        </Card>
        <Card title={words.t("page.state.tensions")}>
          <Gauges
            stated={view.stated}
            did={region.on_table?.tension ?? region.concluded?.tension}
            trail={region.trail}
            legend={words.t("page.tension.legend.table")}
          />
        </Card>
      </div>
      <div class="column">
        <EventNews />
        <Withheld />
        {view.stage === "proposal" && <Ranking />}
        {view.stage === "negotiation" && <OnTable region={region} />}
        {telling && result !== undefined && <RoundOutcome result={result} />}
        {over && <Debrief />}
        {!telling && !over && <Framework />}
        {!telling && !over && <AgendaList region={region} />}
      </div>
      <div class="column">
        <Card title={words.t("page.state.wellbeing")}>
          <ThemeBars themes={scene.themes} region={region} />
        </Card>
        <WallParties region={region} />
      </div>
    </main>
  );
}

// Where there are several tables the screen shows each in turn.
const turn_ms = 15_000;
function useTablesInTurn(): void {
  const scene = useScene();
  const { lookAt } = useGame();
  const regions = scene.tableRegions.map((region) => region.region);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (regions.length < 2) return undefined;
    const timer = setInterval(() => setTurn((before) => before + 1), turn_ms);
    return () => clearInterval(timer);
  }, [regions.length]);
  const shown = regions[turn % Math.max(regions.length, 1)];
  useEffect(() => {
    if (regions.length > 1 && shown !== undefined) lookAt(shown);
  }, [shown]);
}

function OnTable({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const held = region.on_table;
  const several = scene.tableRegions.length > 1;
  const place = words.text(scene.regionInfo(region.region)?.title);
  return (
    <Card title={several ? place : words.t("page.deal.title")}>
      {held !== undefined && (
        <p class="wall-version">
          {words.t("page.wall.on_table", {
            version: held.version,
            money: words.money(held.money),
          })}
        </p>
      )}
      <Signatures region={region} />
    </Card>
  );
}

function AgendaList({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  if (!region.agenda_made) return null;
  return (
    <Card title={words.t("page.agenda.title")}>
      <ul class="changes">
        {region.agenda.map((id) => (
          <li key={id}>{words.text(scene.card(id)?.title)}</li>
        ))}
      </ul>
    </Card>
  );
}

function WallParties({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  return (
    <Card title={words.t("page.table.title", { count: region.table.length })}>
      <ul class="parties">
        {scene.parties.map((party) => (
          <li key={party.id} class={region.table.includes(party.id) ? "" : "quiet"}>
            <PartyName party={party} short />
            <small class="quiet">
              <PresenceText party={party.id} />
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
