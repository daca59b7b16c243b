// The first page: players go on with a code, a facilitator makes a session.
import { useEffect, useState } from "preact/hooks";
import { useLanguage, useWords } from "../i18n/context";
import { createSession, scenarios } from "../net/http";
import type {
  DropOut,
  EmptySeats,
  ForecastMode,
  HttpScenarioSummary,
  HttpSessionCreated,
} from "protocol/messages";
import { Button, Card, Notice } from "../parts/basic";
import { CheckBox, Segments, Stepper } from "../parts/controls";
import { Refusal } from "../parts/refusal";
import { Addresses } from "./addresses";
import { CodeField, type CodeInput } from "./code_field";
import { Frame } from "./frame";
import { go } from "../router";

export function StartScreen() {
  const words = useWords();
  const [code, setCode] = useState("");
  const [input, setInput] = useState<CodeInput>();
  return (
    <Frame title={words.t("page.start.title")}>
      <p class="lead">{words.t("page.start.lead")}</p>
      <Card title={words.t("page.start.player")}>
        <CodeField
          value={code}
          wrong={input}
          onChange={(next, typed) => {
            setCode(next);
            setInput(typed);
          }}
          onEnter={() => join(code)}
        />
        <div class="buttons">
          <Button
            main
            reason={code.length === 6 ? undefined : words.t("page.code.six")}
            onPress={() => join(code)}
          >
            {words.t("page.next")}
          </Button>
        </div>
      </Card>
      <MakeSession />
    </Frame>
  );
}

function join(code: string): void {
  if (code.length === 6) go(`/join/${code}`);
}

interface Wish {
  scenario: string;
  language: string;
  games: number;
  rounds: number;
  forecast: ForecastMode;
  empty_seats: EmptySeats;
  drop_out: DropOut;
  second_look: boolean;
  treatment?: string;
}

function wishFor(scenario: HttpScenarioSummary, language: string): Wish {
  const spoken = scenario.languages.includes(language) ? language : scenario.languages[0]!;
  return {
    scenario: scenario.id,
    language: spoken,
    games: 1,
    rounds: scenario.rounds,
    forecast: "bands",
    empty_seats: "bot",
    drop_out: "bot",
    second_look: true,
  };
}

// Who comes here for the first time finds the shortest game on top, and chosen.
function shortestFirst(all: HttpScenarioSummary[]): HttpScenarioSummary[] {
  return [...all].sort((a, b) => a.minutes - b.minutes);
}

function MakeSession() {
  const words = useWords();
  const { language } = useLanguage();
  const [all, setAll] = useState<HttpScenarioSummary[]>();
  const [wish, setWish] = useState<Wish>();
  const [made, setMade] = useState<HttpSessionCreated>();
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    void scenarios().then((outcome) => {
      if (!outcome.ok) {
        setRefusal(outcome.code);
        return;
      }
      const found = shortestFirst(outcome.value.scenarios);
      setAll(found);
      if (found[0] !== undefined) setWish(wishFor(found[0], language));
    });
  }, []);
  const chosen = all?.find((scenario) => scenario.id === wish?.scenario);
  const treatment = chosen?.treatments.find((held) => held.id === wish?.treatment);
  const sets = (member: string) => treatment?.sets.includes(member) ?? false;
  const create = async () => {
    const { forecast, rounds, drop_out, second_look, ...others } = wish!;
    const outcome = await createSession({
      ...others,
      ...(sets("forecast") ? {} : { forecast }),
      ...(sets("rounds") ? {} : { rounds }),
      ...(sets("drop_out") ? {} : { drop_out }),
      ...(sets("second_look") ? {} : { second_look }),
    });
    setRefusal(outcome.ok ? undefined : outcome.code);
    if (outcome.ok) setMade(outcome.value);
  };
  if (made !== undefined) {
    return (
      <Card title={words.t("page.start.made")}>
        <Addresses session={made} />
      </Card>
    );
  }
  return (
    <Card title={words.t("page.start.facilitator")}>
      <Refusal code={refusal} />
      {all?.length === 0 && (
        <Notice kind="warn" word={words.t("page.word.mind")}>
          {words.t("page.start.no_scenarios")}
        </Notice>
      )}
      {wish !== undefined && chosen !== undefined && (
        <div class="form">
          <fieldset class="cards">
            <legend>{words.t("page.start.scenario")}</legend>
            {all!.map((scenario) => (
              <label class="option" key={scenario.id}>
                <input
                  type="radio"
                  name="scenario"
                  checked={scenario.id === wish.scenario}
                  onChange={() => setWish(wishFor(scenario, language))}
                />
                <span>
                  <b>{words.text(scenario.title)}</b>
                  <span class="summary">{words.text(scenario.summary)}</span>
                  <small class="quiet">
                    {words.t("page.start.facts", {
                      minutes: scenario.minutes,
                      seats: scenario.seats,
                      rounds: scenario.rounds,
                    })}
                  </small>
                </span>
              </label>
            ))}
          </fieldset>
          <Segments
            label={words.t("page.start.language")}
            choices={chosen.languages.map((value) => ({ value, label: value.toUpperCase() }))}
            value={wish.language}
            onChange={(value) => setWish({ ...wish, language: value })}
          />
          <div class="pair">
            <span>{words.t("page.start.games")}</span>
            <Stepper
              label={words.t("page.start.games")}
              value={wish.games}
              min={1}
              max={100}
              step={1}
              decimals={0}
              onChange={(games) => setWish({ ...wish, games })}
            />
          </div>
          {!sets("rounds") && (
            <div class="pair">
              <span>{words.t("page.start.rounds")}</span>
              <Stepper
                label={words.t("page.start.rounds")}
                value={wish.rounds}
                min={1}
                max={chosen.rounds}
                step={1}
                decimals={0}
                onChange={(rounds) => setWish({ ...wish, rounds })}
              />
            </div>
          )}
          {chosen.treatments.length > 0 && (
            <fieldset class="cards">
              <legend>{words.t("page.start.treatment")}</legend>
              {[undefined, ...chosen.treatments].map((held) => (
                <label class="option" key={held?.id ?? ""}>
                  <input
                    type="radio"
                    name="treatment"
                    checked={held?.id === wish.treatment}
                    onChange={() =>
                      setWish({
                        ...wish,
                        treatment: held?.id,
                        second_look: held === undefined, // off in experiments
                      })
                    }
                  />
                  <span>
                    {held === undefined
                      ? words.t("page.start.treatment.none")
                      : words.text(held.title)}
                  </span>
                </label>
              ))}
            </fieldset>
          )}
          {!sets("forecast") && (
            <Segments
              label={words.t("page.start.forecast")}
              choices={(["bands", "exact", "none"] as const).map((value) => ({
                value,
                label: words.t(`page.start.forecast.${value}`),
              }))}
              value={wish.forecast}
              onChange={(forecast) => setWish({ ...wish, forecast })}
            />
          )}
          <Segments
            label={words.t("page.start.empty_seats")}
            choices={(["bot", "vacant"] as const).map((value) => ({
              value,
              label: words.t(`page.start.empty_seats.${value}`),
            }))}
            value={wish.empty_seats}
            onChange={(empty_seats) => setWish({ ...wish, empty_seats })}
          />
          {!sets("drop_out") && (
            <Segments
              label={words.t("page.start.drop_out")}
              choices={(["bot", "vacant", "wait", "end"] as const).map((value) => ({
                value,
                label: words.t(`page.start.drop_out.${value}`),
              }))}
              value={wish.drop_out}
              onChange={(drop_out) => setWish({ ...wish, drop_out })}
            />
          )}
          {!sets("second_look") && (
            <CheckBox
              label={words.t("page.start.second_look")}
              checked={wish.second_look}
              onChange={(second_look) => setWish({ ...wish, second_look })}
            />
          )}
          <div class="buttons">
            <Button main onPress={create}>
              {words.t("page.start.create")}
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}
