// The first steps of a newcomer, a list that ticks itself: in a player's first negotiation only.
import { useState } from "preact/hooks";
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { Key } from "../../i18n/words";
import { Button, Card } from "../../parts/basic";
import type { Proposal } from "./proposal";

const hidden = "dealtafel.first_steps_hidden";

export function FirstSteps({ proposal }: { proposal: Proposal }) {
  const words = useWords();
  const scene = useScene();
  const [off, setOff] = useState(() => localStorage.getItem(hidden) !== null);
  if (off || scene.view.round !== 1 || scene.me === undefined || !scene.atTable) return null;
  const { me } = scene;
  const region = scene.home?.region ?? "";
  const spoke = scene.history.messages.some(
    (message) => message.from === me && message.to !== "facilitator",
  );
  const acted =
    scene.versions(region).some((version) => version.by === me) ||
    (scene.own?.backing[region] ?? 0) > 0;
  const steps: { key: Key; done: boolean }[] = [
    { key: "page.first.brief", done: true },
    { key: "page.first.sentence", done: proposal.deal !== undefined },
    { key: "page.first.amount", done: proposal.changed || acted },
    { key: "page.first.ask", done: spoke },
    { key: "page.first.version", done: acted },
  ];
  const here = steps.findIndex((step) => !step.done);
  if (here < 0) return null;
  return (
    <Card
      title={words.t("page.first.title")}
      aside={
        <Button
          link
          onPress={() => {
            localStorage.setItem(hidden, "1");
            setOff(true);
          }}
        >
          {words.t("page.hide")}
        </Button>
      }
    >
      <ol class="steps">
        {steps.map((step, index) => (
          <li
            key={step.key}
            class={step.done ? "done" : index === here ? "here" : ""}
            aria-current={index === here ? "step" : undefined}
          >
            <span aria-hidden="true">{step.done ? "✓" : index === here ? "▸" : "○"}</span>{" "}
            {words.t(step.key)}
            {step.done && <span class="hidden-text"> ({words.t("page.first.done")})</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
