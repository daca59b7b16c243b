// The strip at the top: what is asked of me now, until when, and the buttons that answer it.
import { useEffect, useRef, useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { askOf } from "../../model/ask";
import { Button } from "../../parts/basic";
import { Clock } from "../../parts/clock";
import { ActButton } from "../../parts/pen";
import type { Proposal } from "./proposal";
import { SignDialog } from "./sign";
import { StanceDialog } from "./stance";

export function Strip({ proposal }: { proposal: Proposal }) {
  const words = useWords();
  const scene = useScene();
  const { model, send } = useGame();
  const ask = askOf(scene);
  const heading = useRef<HTMLHeadingElement>(null);
  const [dialog, setDialog] = useState<"sign" | "stance">();
  useFocusOnNewStage(heading);
  const region = scene.home;
  const signed = region === undefined ? undefined : scene.signed(region);
  const ready = scene.own?.ready ?? false;
  const could = scene.own?.could_sign[region?.region ?? ""];
  return (
    <section class="strip" id="now" tabIndex={-1} aria-label={words.t("page.now")}>
      <div class="ask">
        <span class="tag">
          {words.t("page.now")}
          <small class="where-small">
            {words.t(`stage.${scene.view.stage}`)}
            {scene.inRound &&
              ` · ${words.t("page.round", { round: scene.view.round, rounds: scene.view.rounds })}`}
          </small>
        </span>
        <h1 ref={heading} tabIndex={-1}>
          {words.t(ask.key, ask.values)}
        </h1>
        {region?.on_table !== undefined && scene.view.stage === "negotiation" && (
          <p class="quiet small">
            {words.t("page.signatures.count", {
              signed: region.on_table.signatures.length,
              needed: region.on_table.needed.length,
            })}
          </p>
        )}
      </div>
      <Clock view={scene.view} ahead_ms={model.server_ahead_ms} />
      <div class="buttons">
        {ask.stance !== undefined && region !== undefined && (
          <ActButton onPress={() => setDialog("stance")}>
            {could === false ? words.t("page.stance.change") : words.t("page.stance.not_yet")}
          </ActButton>
        )}
        {ask.stance !== undefined && ask.sign === undefined && region !== undefined && (
          <ActButton
            pressed={could === true}
            onPress={() => send({ type: "stance", region: region.region, could_sign: true })}
          >
            {words.t("page.stance.could")}
          </ActButton>
        )}
        {ask.sign !== undefined && (
          <ActButton main onPress={() => setDialog("sign")}>
            {words.t("page.sign", { version: ask.sign })}
          </ActButton>
        )}
        {signed !== undefined && region !== undefined && scene.view.stage === "negotiation" && (
          <ActButton onPress={() => send({ type: "unsign", region: region.region })}>
            {words.t("page.unsign")}
          </ActButton>
        )}
        {scene.own !== undefined && canBeReady(scene.view.stage) && (
          <Button
            main={ask.ready && !ready}
            pressed={ready}
            onPress={() => send({ type: "ready", ready: !ready })}
          >
            {ready ? words.t("page.ready.said") : words.t("page.ready")}
          </Button>
        )}
      </div>
      {dialog === "sign" && ask.sign !== undefined && region !== undefined && (
        <SignDialog
          region={region}
          version={ask.sign}
          proposal={proposal}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === "stance" && ask.stance !== undefined && region !== undefined && (
        <StanceDialog region={region} version={ask.stance} onClose={() => setDialog(undefined)} />
      )}
    </section>
  );
}

function canBeReady(stage: string): boolean {
  return stage !== "lobby" && stage !== "closed" && stage !== "debrief";
}

// A new stage moves the focus to the strip, unless something is being typed.
function useFocusOnNewStage(heading: { current: HTMLElement | null }): void {
  const { view } = useScene();
  const last = useRef(`${view.stage}/${view.round}`);
  useEffect(() => {
    const now = `${view.stage}/${view.round}`;
    if (now === last.current) return;
    last.current = now;
    const typing = document.activeElement?.matches("input, textarea, select, dialog *");
    if (typing !== true) heading.current?.focus();
  });
}
