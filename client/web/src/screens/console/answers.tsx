// What players answered to the questions of the scenario: counts, and texts with their authors.
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { counts, mean } from "../../model/questions";
import type { AnswerView, QuestionInfo } from "protocol/messages";
import { Card } from "../../parts/basic";

export function Answers() {
  const words = useWords();
  const scene = useScene();
  const { questions } = scene.welcome;
  if (questions.length === 0) return null;
  return (
    <Card title={words.t("page.console.questions")}>
      {questions.map((question) => {
        const answers = scene.view.answers.filter((answer) => answer.question === question.id);
        return (
          <details class="told" key={question.id}>
            <summary>
              {words.text(question.text)}{" "}
              <span class="quiet">
                {words.t("page.console.answers", { count: answers.length })}
              </span>
            </summary>
            {question.kind === "text" ? (
              <Texts answers={answers} />
            ) : (
              <Counts question={question} answers={answers} />
            )}
          </details>
        );
      })}
    </Card>
  );
}

function Texts({ answers }: { answers: AnswerView[] }) {
  const names = useNames();
  return (
    <ul class="changes">
      {answers.map((answer) => (
        <li key={answer.member}>
          <b>{names(answer.party, answer.member)}</b> “{answer.text}”
        </li>
      ))}
    </ul>
  );
}

function Counts({ question, answers }: { question: QuestionInfo; answers: AnswerView[] }) {
  const words = useWords();
  const average = mean(answers.flatMap((answer) => answer.value ?? []));
  return (
    <>
      <ul class="changes">
        {counts(question, answers).map(({ value, count }) => (
          <li key={value}>
            {question.kind === "choice" ? words.text(question.options[value]) : words.number(value)}
            {question.correct?.includes(value) && (
              <span class="good-text"> ({words.t("page.console.right")})</span>
            )}
            : <b class="number">{count}</b>
          </li>
        ))}
      </ul>
      {question.kind === "scale" && average !== undefined && (
        <p>{words.t("page.console.mean", { mean: words.number(average, 1) })}</p>
      )}
    </>
  );
}

// The name of a player, by seat and number.
function useNames(): (party: string, member: number) => string {
  const scene = useScene();
  const { model } = useGame();
  const game = model.lobby?.games.find((held) => held.game === scene.welcome.game);
  return (party, member) => {
    const seat = game?.seats.find((held) => held.party === party);
    return seat?.names[seat.members.indexOf(member)] ?? party;
  };
}

// Who of a seat may not play yet, by name: they owe answers to what is asked before.
export function useLate(): (party: string) => string[] {
  const scene = useScene();
  const { model } = useGame();
  const game = model.lobby?.games.find((held) => held.game === scene.welcome.game);
  const asked = scene.welcome.questions.some((question) => question.when === "before");
  return (party) => {
    const seat = game?.seats.find((held) => held.party === party);
    const status = scene.view.seats.find((held) => held.party === party);
    if (!asked || seat === undefined || status === undefined) return [];
    return seat.names.filter((_, at) => !status.may_play.includes(seat.members[at] ?? 0));
  };
}
