// Well-being: a bar per theme with the ambition marked, and the map of one theme.
import { useState } from "preact/hooks";
import { useWords } from "../i18n/context";
import type { RegionInfo, RegionView, ThemeId, ThemeInfo } from "protocol/messages";

export function ThemeBars({ themes, region }: { themes: ThemeInfo[]; region: RegionView }) {
  const words = useWords();
  return (
    <div class="bars">
      {themes.map((theme) => {
        const value = region.wellbeing[theme.id] ?? 0;
        const ambition = region.ambition?.[theme.id];
        return (
          <div class="bar" key={theme.id}>
            <span>
              {words.text(theme.title)}
              {theme.horizon === "later" && (
                <span class="quiet"> · {words.t("page.horizon.later")}</span>
              )}
            </span>
            <span class="number">
              <b>{words.number(value)}</b>
              {ambition !== undefined && <span class="quiet"> → {words.number(ambition)}</span>}
              {ambition !== undefined && value >= ambition && " ✓"}
            </span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect class="track" x="0" y="1" width="100" height="6" />
              <rect class="value" x="0" y="1" width={value} height="6" />
              {ambition !== undefined && (
                <rect class="mark" x={ambition - 0.6} y="0" width="1.2" height="8" />
              )}
            </svg>
          </div>
        );
      })}
    </div>
  );
}

const cuts = [40, 50, 60, 75];

function step(value: number): number {
  return 1 + cuts.filter((cut) => value >= cut).length;
}

function centre(region: RegionInfo): { x: number; y: number } {
  const xs = region.outline.map((point) => point.x);
  const ys = region.outline.map((point) => point.y);
  return {
    x: (Math.min(...xs) + Math.max(...xs)) / 2,
    y: (Math.min(...ys) + Math.max(...ys)) / 2,
  };
}

// The part of the unit square that the regions take, in hundredths, with a little room around it.
function frameOf(regions: RegionInfo[]): string {
  const points = regions.flatMap((region) => region.outline);
  const xs = points.map((point) => point.x * 100);
  const ys = points.map((point) => point.y * 100);
  const left = Math.min(...xs) - 2;
  const top = Math.min(...ys) - 2;
  return `${left} ${top} ${Math.max(...xs) + 2 - left} ${Math.max(...ys) + 2 - top}`;
}

// The theme with the widest gap, which the map shows first.
export function widestGap(themes: ThemeInfo[], regions: RegionView[]): ThemeId {
  let found = themes[0]?.id ?? "";
  let widest = -1;
  for (const region of regions) {
    for (const theme of themes) {
      const open = (region.ambition?.[theme.id] ?? 0) - (region.wellbeing[theme.id] ?? 0);
      if (region.ambition === undefined || open <= widest) continue;
      widest = open;
      found = theme.id;
    }
  }
  return found;
}

export function RegionMap({
  regions,
  views,
  themes,
  fixed = false,
}: {
  regions: RegionInfo[];
  views: RegionView[];
  themes: ThemeInfo[];
  // Shows the theme with the widest gap, for where nobody can choose.
  fixed?: boolean;
}) {
  const words = useWords();
  const [chosen, setChosen] = useState<ThemeId>();
  const theme = chosen ?? widestGap(themes, views);
  const value = (region: RegionInfo) =>
    views.find((view) => view.region === region.id)?.wellbeing[theme] ?? 0;
  const label = regions
    .map((region) => `${words.text(region.title)} ${words.number(value(region))}`)
    .join("; ");
  return (
    <div class="map">
      {fixed && <b>{words.text(themes.find((item) => item.id === theme)?.title)}</b>}
      {!fixed && (
        <label class="map-theme">
          <span class="hidden-text">{words.t("page.map.theme")}</span>
          <select
            class="input"
            value={theme}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {themes.map((item) => (
              <option key={item.id} value={item.id}>
                {words.text(item.title)}
              </option>
            ))}
          </select>
        </label>
      )}
      <svg viewBox={frameOf(regions)} role="img" aria-label={label}>
        {regions.map((region) => (
          <polygon
            key={region.id}
            class={`seq-${step(value(region))}`}
            points={region.outline.map((point) => `${point.x * 100},${point.y * 100}`).join(" ")}
          />
        ))}
        {regions.map((region) => {
          const at = centre(region);
          const dark = step(value(region)) >= 4 ? "on-high" : "on-low";
          return (
            <g key={region.id} class={dark}>
              <text x={at.x * 100} y={at.y * 100 - 1} text-anchor="middle">
                {words.text(region.title)}
              </text>
              <text class="value" x={at.x * 100} y={at.y * 100 + 6} text-anchor="middle">
                {words.number(value(region))}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
