// Which region's table this screen looks at, where there are several.
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { Segments } from "../../parts/controls";

export function RegionChoice() {
  const words = useWords();
  const scene = useScene();
  const { lookAt } = useGame();
  if (scene.tableRegions.length < 2) return null;
  return (
    <div class="region-choice">
      <Segments
        hideLabel
        label={words.t("page.region.which")}
        choices={scene.tableRegions.map(({ region }) => ({
          value: region,
          label: words.text(scene.regionInfo(region)?.title),
        }))}
        value={scene.home?.region}
        onChange={lookAt}
      />
    </div>
  );
}
