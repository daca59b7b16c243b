// Reflection: every player places the round on the three tensions, writes one lesson and answers
// the scenario's questions.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { tensions, type Tension } from "../../model/tension";
import { Button, Card, PartyName, Scroll } from "../../parts/basic";
import { TextField } from "../../parts/controls";
import { tensionWords } from "../../parts/gauge";
import { useKept } from "../../parts/kept";
import { RoundOutcome } from "./outcome";
import { Questions } from "./questions";

export function Reflection() {
  const words = useWords();
  const scene = useScene();
  const result = scene.history.results.find((held) => held.round === scene.view.round);
  return (
    <>
      <Place />
      <WriteLesson />
      <Questions when="reflection" />
      <Ratings />
      {result !== undefined && (
        <details class="card">
          <summary>{words.t("page.reflect.outcome_again")}</summary>
          <RoundOutcome result={result} />
        </details>
      )}
    </>
  );
}

function Place() {
  const words = useWords();
  const { send } = useGame();
  const { round } = useScene().view;
  const [values, setValues] = useKept<Record<Tension, number>>(`place/${round}`, {
    partnership: 0,
    steering: 0,
    hierarchy: 0,
  });
  const [placed, setPlaced] = useState(false);
  return (
    <Card title={words.t("page.reflect.place")}>
      <p class="quiet">{words.t("page.reflect.place_hint")}</p>
      {tensions.map((tension) => (
        <div class="place" key={tension}>
          <b>
            {words.t(`tension.${tension}`)}: {tensionWords(words, tension, values[tension])}
          </b>
          <input
            type="range"
            min={-1}
            max={1}
            step={0.1}
            value={values[tension]}
            aria-label={words.t(`tension.${tension}`)}
            aria-valuetext={tensionWords(words, tension, values[tension])}
            onInput={(event) => {
              setPlaced(false);
              setValues({ ...values, [tension]: Number(event.currentTarget.value) });
            }}
          />
          <div class="poles" aria-hidden="true">
            <span>{words.t(`tension.${tension}.low`)}</span>
            <span>{words.t(`tension.${tension}.high`)}</span>
          </div>
        </div>
      ))}
      <div class="buttons">
        <Button main onPress={async () => setPlaced(await send({ type: "place", ...values }))}>
          {words.t("page.reflect.place_do")}
        </Button>
        {placed && <span class="good-text">✓ {words.t("page.reflect.kept")}</span>}
      </div>
    </Card>
  );
}

function WriteLesson() {
  const words = useWords();
  const { send } = useGame();
  const { round } = useScene().view;
  const [text, setText] = useKept(`lesson/${round}`, "");
  const [kept, setKept] = useState(false);
  return (
    <Card title={words.t("page.reflect.lesson")}>
      <TextField
        label={words.t("page.reflect.lesson_label")}
        hint={words.t("page.reflect.lesson_hint")}
        value={text}
        rows={3}
        onChange={(value) => {
          setText(value);
          setKept(false);
        }}
      />
      <div class="buttons">
        <Button
          reason={text.trim() === "" ? words.t("page.reflect.lesson_empty") : undefined}
          onPress={async () => setKept(await send({ type: "lesson", text: text.trim() }))}
        >
          {words.t("page.reflect.lesson_do")}
        </Button>
        {kept && <span class="good-text">✓ {words.t("page.reflect.kept")}</span>}
      </div>
    </Card>
  );
}

// How parties rated each other, once all ratings are in.
export function Ratings() {
  const words = useWords();
  const scene = useScene();
  const result = scene.history.results.find((held) => held.round === scene.view.round);
  const ratings = result?.ratings?.ratings ?? [];
  if (ratings.length === 0) return null;
  return (
    <Card title={words.t("page.rate.shown")}>
      <Scroll label={words.t("page.rate.shown")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.t("page.rate.by")}</th>
              <th scope="col">{words.t("page.rate.about")}</th>
              <th scope="col" class="number">
                {words.t("page.rate.rating")}
              </th>
            </tr>
          </thead>
          <tbody>
            {ratings.map((held) => (
              <tr key={`${held.rater} ${held.rated}`}>
                <td>{words.text(scene.party(held.rater)?.title)}</td>
                <td>{words.text(scene.party(held.rated)?.title)}</td>
                <td class="number">{held.rating}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {result?.motivations.map((held, index) => (
        <p key={index}>
          <PartyName party={scene.party(held.party)} short /> “{held.sentence}”
        </p>
      ))}
    </Card>
  );
}

// The lessons of a round, with which the next one opens.
export function Lessons({ round }: { round: number }) {
  const words = useWords();
  const scene = useScene();
  const lessons = scene.history.results.find((held) => held.round === round)?.lessons ?? [];
  if (lessons.length === 0) return null;
  return (
    <Card title={words.t("page.reflect.lessons", { round })}>
      <ul class="changes">
        {lessons.map((lesson, index) => (
          <li key={index}>
            <PartyName party={scene.party(lesson.party)} short /> “{lesson.text}”
          </li>
        ))}
      </ul>
    </Card>
  );
}
