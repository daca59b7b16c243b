// The chosen game: its seats, with who plays them, then everything of the game.
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { Button, Card, PartyName } from "../../parts/basic";
import { EventNews } from "../../parts/event_news";
import { PresenceText } from "../../parts/presence";
import { StateOfPlay } from "../../parts/state";
import { Talk } from "../../parts/talk";
import { Withheld } from "../../parts/withheld";
import { Debrief } from "../play/debrief";
import { DealText } from "../play/deal_text";
import { RoundOutcome } from "../play/outcome";
import { Ranking } from "../play/ranking";
import { RegionChoice } from "../play/region_choice";
import { SecondLook } from "../play/second_look";
import { AllSideAgreements } from "../play/side_agreements";
import { Signatures } from "../play/signatures";
import { Versions } from "../play/versions";
import { Answers, useLate } from "./answers";

export function GameDetail() {
  const words = useWords();
  const scene = useScene();
  const region = scene.home;
  const { view } = scene;
  const result = scene.history.results.find((held) => held.round === view.round);
  return (
    <>
      <Card title={words.t("page.game", { game: scene.welcome.game + 1 })}>
        <Seats />
      </Card>
      <Answers />
      <EventNews />
      <Withheld />
      <RegionChoice />
      {view.stage === "proposal" && <Ranking />}
      {region !== undefined && view.stage === "negotiation" && <DealNow />}
      {result !== undefined && view.stage !== "debrief" && <RoundOutcome result={result} />}
      {(view.stage === "debrief" || view.stage === "closed") && <Debrief />}
      {scene.welcome.role === "facilitator" && <Talk />}
      {region !== undefined && <StateOfPlay region={region} />}
    </>
  );
}

function Seats() {
  const words = useWords();
  const scene = useScene();
  const { act, model } = useGame();
  const lateOf = useLate();
  const lobby = model.lobby?.games.find((game) => game.game === scene.welcome.game);
  return (
    <ul class="console-seats">
      {scene.parties.map((party) => {
        const view = scene.view.parties[party.id];
        const names = lobby?.seats.find((seat) => seat.party === party.id)?.names ?? [];
        const status = scene.view.seats.find((seat) => seat.party === party.id);
        const presence = view?.presence ?? "bot";
        const late = lateOf(party.id);
        return (
          <li key={party.id}>
            <div>
              <b>
                <PartyName party={party} />
              </b>
              <small class="quiet">
                {names.length > 0 ? words.list(names) : words.t("page.join.free")}
              </small>
              {late.length > 0 && (
                <small>{words.t("page.console.late", { names: words.list(late) })}</small>
              )}
            </div>
            <span class="small">
              <i class={`dot ${presence}`} aria-hidden="true" />{" "}
              <PresenceText party={party.id} />
              {status?.ready && <> · {words.t("page.console.is_ready")}</>}
            </span>
            {names.length > 0 && (
              <Button
                about={words.text(party.title)}
                onPress={() =>
                  act(
                    { type: "replace", party: party.id, by_bot: view?.stand_in !== true },
                    scene.welcome.game,
                  )
                }
              >
                {words.t(view?.stand_in ? "page.console.give_back" : "page.console.to_bot")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function DealNow() {
  const words = useWords();
  const scene = useScene();
  const region = scene.home!;
  const table = scene.table(region.region);
  const version = scene.version(region.region, region.on_table?.version ?? 0);
  return (
    <>
      <section class="card deal" aria-label={words.t("page.deal.title")}>
        {version !== undefined && (
          <>
            <div class="card-head">
              <h2>{words.t("page.deal.on_table", { version: version.number })}</h2>
            </div>
            <DealText deal={version.deal} stances={table?.stances} />
          </>
        )}
        <Signatures region={region} />
      </section>
      <SecondLook region={region} />
      <AllSideAgreements region={region} />
      {table !== undefined && (
        <details class="card">
          <summary>{words.t("page.deal.versions", { count: table.versions })}</summary>
          <Versions region={region} />
        </details>
      )}
    </>
  );
}
