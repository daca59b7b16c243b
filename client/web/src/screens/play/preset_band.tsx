// What a preset would bring this seat, in one word; asked for only after a first choice.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { presetTerms, type Preset } from "../../model/deal";
import { useForecast, type Proposal } from "./proposal";

export function PresetBand({ preset, proposal }: { preset: Preset; proposal: Proposal }) {
  const words = useWords();
  const scene = useScene();
  const { sent, region } = proposal;
  const deal =
    sent === undefined
      ? undefined
      : { ...sent, ...presetTerms(preset, scene.view.round, scene.rules) };
  const forecast = useForecast(region, deal);
  if (forecast?.bands === undefined) return null;
  return (
    <span class="preset-band small">
      {words.t("page.forecast.then", {
        band: words.t(`page.forecast.points.${forecast.bands.points}`),
      })}
    </span>
  );
}
