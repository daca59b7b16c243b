// What the centre keeps back from a region's deal, for everybody to see.
import { useScene } from "../game";
import { useWords } from "../i18n/context";
import { Notice } from "./basic";

export function Withheld() {
  const words = useWords();
  const scene = useScene();
  return (
    <>
      {scene.tableRegions
        .filter((region) => region.withheld_percent > 0)
        .map((region) => (
          <Notice key={region.region} kind="info" word={words.t("page.withheld.word")}>
            {words.t("page.withheld.text", {
              region: words.text(scene.regionInfo(region.region)?.title),
              percent: region.withheld_percent,
            })}
          </Notice>
        ))}
    </>
  );
}
