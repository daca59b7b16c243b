import assert from "node:assert/strict";
import { test } from "node:test";
import { askOf } from "../src/model/ask";
import { counts, isBlank, isWrong, keptAnswer, mean, owesAnswers } from "../src/model/questions";
import { Scene } from "../src/model/scene";
import { empty_history } from "../src/model/history";
import type { AnswerView, GameView, QuestionInfo, ServerWelcome, Stage } from "protocol/messages";

const scale: QuestionInfo = {
  id: "trust",
  when: "before",
  kind: "scale",
  low: -1,
  high: 2,
  text: {},
  options: [],
};
const choice: QuestionInfo = {
  id: "signs",
  when: "before",
  kind: "choice",
  text: {},
  options: [{}, {}, {}],
};

function scene(stage: Stage, may_play: boolean): Scene {
  const welcome = { scenario: { parties: [] }, questions: [scale, choice] };
  const answers = [
    { question: "trust", value: 0, right: true },
    { question: "signs", value: 2, right: false },
  ];
  const view = { stage, own: { may_play, answers } };
  return new Scene(
    welcome as unknown as ServerWelcome,
    view as unknown as GameView,
    empty_history,
  );
}

function given(question: string, value: number): AnswerView {
  return { party: "city", member: 1, question, value };
}

test("who owes answers is asked for them in every stage of play, and in no other", () => {
  assert.equal(askOf(scene("briefing", false)).key, "page.ask.briefing.questions");
  assert.equal(askOf(scene("outcome", false)).key, "page.ask.questions");
  assert.equal(askOf(scene("briefing", true)).key, "page.ask.briefing");
  for (const stage of ["lobby", "debrief", "closed"] as Stage[]) {
    assert.equal(owesAnswers(scene(stage, false)), false, stage);
  }
});

test("an answer of 0 is an answer", () => {
  assert.equal(keptAnswer(scene("briefing", false), scale), 0);
  assert.equal(isBlank(0), false);
  assert.equal(isBlank(" \n"), true);
  assert.equal(isBlank(undefined), true);
});

test("an answer that does not let one play is wrong, one that is not there is not", () => {
  const seen = scene("briefing", false);
  assert.equal(isWrong(seen, choice), true);
  assert.equal(isWrong(seen, scale), false);
  assert.equal(isWrong(seen, { ...scale, id: "other" }), false);
});

test("counts have every value of a scale and every option, in order, whoever chose them", () => {
  const answers = [given("trust", 2), given("signs", 2), given("trust", -1), given("trust", 2)];
  assert.deepEqual(counts(scale, answers), [
    { value: -1, count: 1 },
    { value: 0, count: 0 },
    { value: 1, count: 0 },
    { value: 2, count: 2 },
  ]);
  assert.deepEqual(
    counts(choice, answers).map(({ count }) => count),
    [0, 0, 1],
  );
});

test("of a long scale only the values that were given are counted", () => {
  const answers = [given("part", 30), given("part", 5), given("part", 30)];
  assert.deepEqual(counts({ ...scale, id: "part", low: 0, high: 1_000_000 }, answers), [
    { value: 5, count: 1 },
    { value: 30, count: 2 },
  ]);
});

test("a mean of nothing is none", () => {
  assert.equal(mean([]), undefined);
  assert.equal(mean([-1, 2, 2]), 1);
});
