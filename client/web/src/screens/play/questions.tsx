// The questions of the scenario: before one plays, in each reflection, and afterwards. What is
// filled in is sent with one button; beside each question stands what is still wrong with it.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import {
  isBlank,
  isLong,
  isWrong,
  keptAnswer,
  questionsOf,
  type Given,
} from "../../model/questions";
import type { Command, QuestionInfo, QuestionWhen } from "protocol/messages";
import { Button, Card, Notice, useIds } from "../../parts/basic";
import { Segments, TextField } from "../../parts/controls";
import { useKept } from "../../parts/kept";

export function Questions({ when }: { when: QuestionWhen }) {
  const scene = useScene();
  const questions = questionsOf(scene, when);
  if (questions.length === 0 || scene.own === undefined) return null;
  // Each round asks anew.
  return <Form key={`${when} ${scene.view.round}`} when={when} questions={questions} />;
}

function commandOf(question: QuestionInfo, given: Given): Command {
  return typeof given === "number"
    ? { type: "answer", question: question.id, value: given }
    : { type: "answer", question: question.id, text: given.trim() };
}

function Form({ when, questions }: { when: QuestionWhen; questions: QuestionInfo[] }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [changed, setChanged] = useKept<Record<string, Given>>(
    `answers/${when}/${scene.view.round}`,
    {},
  );
  const [sent, setSent] = useState(false);
  const givenTo = (question: QuestionInfo) => changed[question.id] ?? keptAnswer(scene, question);
  const filled = questions.filter((question) => !isBlank(changed[question.id]));
  const complaint = (question: QuestionInfo): string | undefined => {
    if (changed[question.id] === undefined && isWrong(scene, question)) {
      return words.t("page.questions.not_right");
    }
    const missing = when === "before" && sent && isBlank(givenTo(question));
    return missing ? words.t("page.questions.missing") : undefined;
  };
  const sendAll = async () => {
    for (const question of filled) {
      const given = changed[question.id];
      if (given === undefined || !(await send(commandOf(question, given)))) return;
      setChanged(({ [question.id]: _, ...rest }) => rest);
    }
    setSent(true);
  };
  return (
    <Card title={words.t(`page.questions.${when}`)}>
      <p class="quiet">{words.t(`page.questions.hint.${when}`)}</p>
      {questions.map((question) => (
        <Ask
          key={question.id}
          question={question}
          given={givenTo(question)}
          complaint={complaint(question)}
          onChange={(given) => setChanged({ ...changed, [question.id]: given })}
        />
      ))}
      <div class="buttons">
        <Button
          main
          reason={filled.length === 0 && !sent ? words.t("page.questions.nothing") : undefined}
          onPress={sendAll}
        >
          {words.t("page.questions.send")}
        </Button>
      </div>
      <div role="status">
        <Result
          when={when}
          kept={sent && filled.length === 0}
          open={questions.filter((question) => complaint(question) !== undefined).length}
        />
      </div>
    </Card>
  );
}

// What sending came to, read out as it changes.
function Result({ when, kept, open }: { when: QuestionWhen; kept: boolean; open: number }) {
  const words = useWords();
  const scene = useScene();
  if (when === "before" && scene.own?.may_play === true) {
    return (
      <Notice kind="good" word={words.t("page.word.done")}>
        {words.t("page.questions.may_play")}
      </Notice>
    );
  }
  if (open === 0) {
    return kept ? <span class="good-text">✓ {words.t("page.reflect.kept")}</span> : null;
  }
  return (
    <Notice kind="bad" word={words.t("page.word.not_yet")}>
      {words.t("page.questions.open", { count: open })}
    </Notice>
  );
}

interface AskProps {
  question: QuestionInfo;
  given: Given | undefined;
  complaint: string | undefined;
  onChange: (given: Given) => void;
}

function Ask(props: AskProps) {
  const id = useIds("question");
  const { complaint } = props;
  return (
    <div class="question">
      <Control {...props} describedBy={complaint === undefined ? undefined : id("why")} />
      {complaint !== undefined && (
        <small class="bad-text" id={id("why")}>
          {complaint}
        </small>
      )}
    </div>
  );
}

function Control({
  question,
  given,
  describedBy,
  onChange,
}: AskProps & { describedBy: string | undefined }) {
  const words = useWords();
  const label = words.text(question.text);
  if (question.kind === "text") {
    return (
      <TextField
        label={label}
        value={String(given ?? "")}
        rows={3}
        describedBy={describedBy}
        onChange={onChange}
      />
    );
  }
  if (question.kind === "choice") {
    return (
      <Options
        label={label}
        options={question.options.map((option) => words.text(option))}
        given={given}
        describedBy={describedBy}
        onChange={onChange}
      />
    );
  }
  const [low, high] = [question.low ?? 1, question.high ?? 7];
  if (isLong(question)) {
    return <Typed {...{ label, low, high, given, describedBy, onChange }} />;
  }
  return (
    <Segments
      label={label}
      choices={Array.from({ length: high - low + 1 }, (_, at) => ({
        value: low + at,
        label: words.number(low + at),
      }))}
      value={typeof given === "number" ? given : undefined}
      describedBy={describedBy}
      onChange={onChange}
    />
  );
}

function Options({
  label,
  options,
  given,
  describedBy,
  onChange,
}: {
  label: string;
  options: string[];
  given: Given | undefined;
  describedBy: string | undefined;
  onChange: (given: Given) => void;
}) {
  const id = useIds("options");
  return (
    <fieldset aria-describedby={describedBy}>
      <legend>{label}</legend>
      <div class="choices">
        {options.map((option, at) => (
          <label class="check" key={at}>
            <input
              type="radio"
              name={id("group")}
              checked={given === at}
              onChange={() => onChange(at)}
            />
            <span>{option}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Typed({
  label,
  low,
  high,
  given,
  describedBy,
  onChange,
}: {
  label: string;
  low: number;
  high: number;
  given: Given | undefined;
  describedBy: string | undefined;
  onChange: (given: Given) => void;
}) {
  const words = useWords();
  const id = useIds("typed");
  const described = [id("range"), describedBy].filter((held) => held !== undefined).join(" ");
  return (
    <div class="field">
      <label for={id("input")}>{label}</label>
      <small class="quiet" id={id("range")}>
        {words.t("page.questions.range", { low: words.number(low), high: words.number(high) })}
      </small>
      <input
        id={id("input")}
        class="input"
        type="number"
        min={low}
        max={high}
        step={1}
        value={given ?? ""}
        aria-describedby={described}
        aria-invalid={describedBy !== undefined}
        onInput={(event) => {
          const read = event.currentTarget.valueAsNumber;
          if (Number.isInteger(read)) onChange(read);
        }}
      />
    </div>
  );
}
