// One row of acts, for one game or for all: each takes at most two clicks.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { Act } from "protocol/messages";
import { Button } from "../../parts/basic";
import { Clock } from "../../parts/clock";
import { Segments, TextField } from "../../parts/controls";
import { Dialog } from "../../parts/dialog";
import { useKept } from "../../parts/kept";
import { Inject } from "./inject";
import { Undo } from "./undo";

type Asking = "skip" | "end" | "announce" | "inject" | "undo";

export function Controls() {
  const words = useWords();
  const scene = useScene();
  const { act, model } = useGame();
  const { view } = scene;
  const games = model.lobby?.games.length ?? 1;
  const [everywhere, setEverywhere] = useState<"all" | "one">("all");
  const [asking, setAsking] = useState<Asking>();
  const of = everywhere === "all" || games === 1 ? undefined : scene.welcome.game;
  const run = (wanted: Act) => act(wanted, of);
  const ready = view.seats.filter((seat) => seat.ready).length;
  const guide = scene.welcome.guides.find((held) => held.stage === view.stage);
  return (
    <section class="strip controls" aria-label={words.t("page.console.acts")}>
      <div class="ask">
        <h1>
          {words.t(`stage.${view.stage}`)}{" "}
          {scene.inRound && (
            <small class="quiet">
              {words.t("page.round", { round: view.round, rounds: view.rounds })}
            </small>
          )}
        </h1>
        {view.seats.length > 0 && (
          <p class="small quiet">
            {words.t("page.console.ready", { ready, seats: view.seats.length })}
          </p>
        )}
        {guide !== undefined && (
          <p class="guide">
            <b>{words.t("page.console.say")}</b> “{words.text(guide.say)}”{" "}
            <b>{words.t("page.console.ask")}</b> “{words.text(guide.ask)}”
          </p>
        )}
      </div>
      <Clock view={view} ahead_ms={model.server_ahead_ms} />
      {games > 1 && (
        <Segments
          hideLabel
          label={words.t("page.console.which_games")}
          choices={[
            { value: "all", label: words.t("page.console.all_games") },
            {
              value: "one",
              label: words.t("page.game", { game: scene.welcome.game + 1 }),
            },
          ]}
          value={everywhere}
          onChange={setEverywhere}
        />
      )}
      <div class="buttons">
        {view.stage === "lobby" ? (
          <Button main onPress={() => run({ type: "start" })}>
            {words.t("page.console.start")}
          </Button>
        ) : (
          <>
            {view.clock.running ? (
              <Button onPress={() => run({ type: "pause" })}>
                {words.t("page.console.pause")}
              </Button>
            ) : (
              <Button main onPress={() => run({ type: "resume" })}>
                {words.t("page.console.resume")}
              </Button>
            )}
            <Button onPress={() => run({ type: "extend", seconds: 120 })}>
              {words.t("page.console.extend")}
            </Button>
            <Button onPress={() => setAsking("skip")}>{words.t("page.console.skip")}</Button>
          </>
        )}
        <Button onPress={() => setAsking("announce")}>{words.t("page.console.announce")}</Button>
        {scene.welcome.events.length > 0 && view.stage !== "lobby" && view.stage !== "closed" && (
          <Button onPress={() => setAsking("inject")}>{words.t("page.console.inject")}</Button>
        )}
        {scene.welcome.role === "facilitator" && view.stage !== "lobby" && (
          <Button onPress={() => setAsking("undo")}>{words.t("page.console.undo")}</Button>
        )}
        {scene.welcome.role === "facilitator" && view.stage !== "closed" && (
          <Button danger onPress={() => setAsking("end")}>
            {words.t("page.console.end")}
          </Button>
        )}
      </div>
      {asking === "inject" && <Inject onClose={() => setAsking(undefined)} onInject={run} />}
      {asking === "undo" && <Undo onClose={() => setAsking(undefined)} onUndo={run} />}
      {asking === "announce" && <Announce onClose={() => setAsking(undefined)} onAnnounce={run} />}
      {(asking === "skip" || asking === "end") && (
        <Dialog
          title={words.t(`page.console.${asking}_sure`)}
          onClose={() => setAsking(undefined)}
          action={
            <Button
              main={asking === "skip"}
              danger={asking === "end"}
              onPress={async () => {
                await run({ type: asking });
                setAsking(undefined);
              }}
            >
              {words.t(`page.console.${asking}_do`)}
            </Button>
          }
        >
          <p>{words.t(`page.console.${asking}_text`)}</p>
        </Dialog>
      )}
    </section>
  );
}

function Announce({
  onClose,
  onAnnounce,
}: {
  onClose: () => void;
  onAnnounce: (act: Act) => Promise<boolean>;
}) {
  const words = useWords();
  const [text, setText] = useKept("announcement", "");
  return (
    <Dialog
      title={words.t("page.console.announce_title")}
      onClose={onClose}
      action={
        <Button
          main
          reason={text.trim() === "" ? words.t("page.console.text_first") : undefined}
          onPress={async () => {
            if (!(await onAnnounce({ type: "announce", text: text.trim() }))) return;
            setText("");
            onClose();
          }}
        >
          {words.t("page.talk.send")}
        </Button>
      }
    >
      <TextField
        label={words.t("page.console.announce_label")}
        hint={words.t("page.console.announce_hint")}
        value={text}
        rows={3}
        onChange={setText}
      />
    </Dialog>
  );
}
