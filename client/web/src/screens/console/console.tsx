// The facilitator's console, and a helper's: what needs attention, one row of acts, all games, and
// one game with everything.
import { useState } from "preact/hooks";
import { GameProvider, useGame } from "../../game";
import { useWords } from "../../i18n/context";
import { Announcer } from "../../parts/announcer";
import { Card, Notice } from "../../parts/basic";
import { ConnectionBar } from "../../parts/connection";
import { refusalText } from "../../parts/refusal";
import { Waiting } from "../../parts/waiting";
import { Addresses } from "../addresses";
import { Frame, LanguageSwitch, SkipLink, useTitle } from "../frame";
import { Ended } from "../play/play";
import { Controls } from "./controls";
import { Games } from "./games";
import { GameDetail } from "./detail";
import { Help } from "./help_requests";
import { LogBook } from "./log_book";

// The facilitator's token and, where this address came with the session, the helper's.
function secretsOf(token: string): string[] {
  return token.split(".");
}

export function ConsoleScreen({ code, token }: { code: string; token: string | undefined }) {
  const words = useWords();
  const [game, setGame] = useState(0);
  if (token === undefined) {
    return (
      <Frame title={words.t("page.console.title")}>
        <p>{words.t("page.console.no_token")}</p>
      </Frame>
    );
  }
  return (
    <GameProvider code={code} token={secretsOf(token)[0]} game={game}>
      <Console code={code} token={token} game={game} onChoose={setGame} />
    </GameProvider>
  );
}

function Console({
  code,
  token,
  game,
  onChoose,
}: {
  code: string;
  token: string;
  game: number;
  onChoose: (game: number) => void;
}) {
  const words = useWords();
  const { scene, state, model, refusal, clearRefusal } = useGame();
  useTitle(words.t("page.console.title"));
  if (state.kind === "ended" && state.code !== "") return <Ended refusal={state.code} />;
  if (scene === undefined) {
    return (
      <Frame title={words.t("page.console.title")}>
        <p class="quiet">{words.t("page.loading")}</p>
        <ConnectionBar />
      </Frame>
    );
  }
  const [facilitator_token = "", helper_token] = secretsOf(token);
  const helper = scene.welcome.role === "helper";
  const people = (model.lobby?.games ?? []).flatMap((held) =>
    held.seats.flatMap((seat) => seat.names),
  ).length;
  return (
    <div class="console">
      <Announcer />
      <SkipLink to="main">{words.t("page.skip.content")}</SkipLink>
      <header class="top">
        <span class="brand">{words.t("page.brand")}</span>
        <span class="quiet where">
          <b>{words.t(helper ? "page.console.helper" : "page.facilitator")}</b> ·{" "}
          {words.text(scene.scenario.title)} · {code}
        </span>
        <span class="quiet">
          {words.t("page.console.count", { games: model.lobby?.games.length ?? 1, people })}
        </span>
        <LanguageSwitch />
      </header>
      <ConnectionBar />
      <Waiting />
      {refusal !== undefined && (
        <div class="refusal-bar">
          <Notice kind="bad" word={words.t("page.word.not_done")} alert onDismiss={clearRefusal}>
            {refusalText(words, refusal)}
          </Notice>
        </div>
      )}
      <Controls />
      <main class="console-columns" id="main" tabIndex={-1}>
        <div class="column">
          <Help />
          <Games game={game} onChoose={onChoose} />
          <LogBook />
          {helper_token !== undefined && (
            <details class="card">
              <summary>{words.t("page.console.addresses")}</summary>
              <Addresses session={{ code, facilitator_token, helper_token }} />
            </details>
          )}
        </div>
        <div class="column">
          <GameDetail />
          {helper && (
            <Card title={words.t("page.console.helper")}>
              <p>{words.t("page.console.helper_text")}</p>
            </Card>
          )}
        </div>
      </main>
    </div>
  );
}
