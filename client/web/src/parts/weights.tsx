// The weights of a framework: the centre sets them, everybody reads them.
import { useWords } from "../i18n/context";
import { criteria, sumOf, weightOf, weights_sum, withWeight } from "../model/contest";
import type { Weights } from "protocol/messages";
import { Stepper } from "./controls";

export const first_weights: Weights = {
  urgency: 2,
  well_being: 2,
  national_goals: 2,
  knowledge_partners: 1,
  existing_agenda: 1,
  co_financing: 1,
  supra_regional: 1,
};

export function WeightsForm({
  weights,
  onChange,
}: {
  weights: Weights;
  onChange: (weights: Weights) => void;
}) {
  const words = useWords();
  return (
    <fieldset class="weights">
      <legend>{words.t("page.weights.which")}</legend>
      {criteria.map((criterion) => (
        <div class="weight" key={criterion}>
          <span>
            <b>{words.t(`criterion.${criterion}`)}</b>{" "}
            <small class="quiet">{words.t(`criterion.meaning.${criterion}`)}</small>
          </span>
          <Stepper
            label={words.t(`criterion.${criterion}`)}
            value={weightOf(weights, criterion)}
            step={1}
            max={weights_sum}
            decimals={0}
            onChange={(value) => onChange(withWeight(weights, criterion, value))}
          />
        </div>
      ))}
      <p class="small">
        {words.t("page.weights.sum", { sum: sumOf(weights), whole: weights_sum })}
      </p>
    </fieldset>
  );
}

export function WeightsText({ weights }: { weights: Weights | undefined }) {
  const words = useWords();
  if (weights === undefined) return <>{words.t("page.weights.equal")}</>;
  const given = criteria.filter((criterion) => weightOf(weights, criterion) > 0);
  return (
    <>
      {given
        .map((criterion) => `${words.t(`criterion.${criterion}`)} ${weightOf(weights, criterion)}`)
        .join("; ")}
    </>
  );
}
