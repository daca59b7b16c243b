// The questions of the scenario as a player, or the facilitator, has them. Pure.
import type { AnswerView, QuestionInfo, QuestionWhen } from "protocol/messages";
import type { Scene } from "./scene";

// A place on a scale or an option by its number, or a text.
export type Given = number | string;

export function questionsOf(scene: Scene, when: QuestionWhen): QuestionInfo[] {
  return scene.welcome.questions.filter((question) => question.when === when);
}

// Whether this player cannot play yet: a question asked before is open, or its answer not right.
export function owesAnswers(scene: Scene): boolean {
  const played = !["lobby", "debrief", "closed"].includes(scene.view.stage);
  return played && scene.own?.may_play === false;
}

// What was answered before, as the server holds it.
export function keptAnswer(scene: Scene, question: QuestionInfo): Given | undefined {
  const held = scene.own?.answers.find((answer) => answer.question === question.id);
  return held?.value ?? held?.text;
}

export function isWrong(scene: Scene, question: QuestionInfo): boolean {
  const held = scene.own?.answers.find((answer) => answer.question === question.id);
  return held?.right === false;
}

export function isBlank(given: Given | undefined): boolean {
  return given === undefined || (typeof given === "string" && given.trim() === "");
}

// So many values of a scale stand side by side; of a longer one a number is typed.
const segments_max = 11;

export function isLong(question: QuestionInfo): boolean {
  return question.kind === "scale" && (question.high ?? 0) - (question.low ?? 0) >= segments_max;
}

// How often each value of a scale or option of a choice was given, in their order; of a long scale
// those that were given.
export function counts(
  question: QuestionInfo,
  answers: AnswerView[],
): { value: number; count: number }[] {
  const first = question.kind === "scale" ? (question.low ?? 0) : 0;
  const last = question.kind === "scale" ? (question.high ?? 0) : question.options.length - 1;
  const given = answers.filter((answer) => answer.question === question.id);
  const values = isLong(question)
    ? [...new Set(given.flatMap((answer) => answer.value ?? []))].sort((a, b) => a - b)
    : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return values.map((value) => ({
    value,
    count: given.filter((answer) => answer.value === value).length,
  }));
}

export function mean(values: number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
