// The state of play: what everybody may know of where things stand.
import { useScene } from "../game";
import { useWords } from "../i18n/context";
import type { RegionView } from "protocol/messages";
import { tensions } from "../model/tension";
import { Card, PartyName, Scroll } from "./basic";
import { RegionMap, ThemeBars } from "./bars";
import { Gauges, middleWord } from "./gauge";
import { PresenceText } from "./presence";
import { WeightsText } from "./weights";

export function StateOfPlay({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const title = words.text(scene.regionInfo(region.region)?.title);
  const did = region.on_table?.tension ?? region.concluded?.practised ?? region.concluded?.tension;
  return (
    <>
      <Card title={words.t("page.state.wellbeing")}>
        <p class="small quiet">{words.t("page.state.wellbeing_hint", { region: title })}</p>
        <ThemeBars themes={scene.themes} region={region} />
        <details>
          <summary>{words.t("page.state.map")}</summary>
          <RegionMap
            regions={scene.scenario.regions}
            views={scene.view.regions}
            themes={scene.themes}
          />
          <WellBeingTable />
        </details>
      </Card>
      <Card title={words.t("page.state.tensions")}>
        <Gauges
          stated={scene.view.stated}
          did={did}
          trail={region.trail}
          legend={words.t("page.tension.legend.table")}
        />
      </Card>
      <Framework />
      <Parties region={region} />
      <CommonFigures />
    </>
  );
}

function WellBeingTable() {
  const words = useWords();
  const scene = useScene();
  const { regions } = scene.view;
  return (
    <Scroll label={words.t("page.state.table")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.t("page.state.theme")}</th>
            {regions.map((region) => (
              <th scope="col" class="number" key={region.region}>
                {words.text(scene.regionInfo(region.region)?.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scene.themes.map((theme) => (
            <tr key={theme.id}>
              <th scope="row">{words.text(theme.title)}</th>
              {regions.map((region) => (
                <td class="number" key={region.region}>
                  {words.number(region.wellbeing[theme.id] ?? 0, 1)}
                  {region.ambition?.[theme.id] !== undefined && (
                    <span class="quiet"> → {words.number(region.ambition[theme.id] ?? 0)}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

export function Framework() {
  const words = useWords();
  const scene = useScene();
  const { stated, framework_published } = scene.view;
  const demanded = scene.view.regions.flatMap((region) => region.demanded);
  if (!framework_published) return null;
  return (
    <Card title={words.t("page.framework.title")}>
      <dl class="facts">
        {tensions.map((tension) => {
          const position = stated[tension];
          return (
            <div key={tension}>
              <dt>{words.t(`tension.${tension}`)}</dt>
              <dd>
                {position === undefined ? (
                  <span class="quiet">{words.t("page.framework.unsaid")}</span>
                ) : (
                  <>
                    <b>{statedWord(words, tension, position.value)}</b>
                    {position.sentence !== "" && <> “{position.sentence}”</>}
                  </>
                )}
              </dd>
            </div>
          );
        })}
        {demanded.length > 0 && (
          <div>
            <dt>{words.t("page.framework.demands")}</dt>
            <dd>{demanded.map((id) => words.text(scene.card(id)?.title) || id).join("; ")}</dd>
          </div>
        )}
        {scene.rules.tranche_budget !== undefined && (
          <div>
            <dt>{words.t("page.weights.title")}</dt>
            <dd>
              <WeightsText weights={scene.view.weights} />
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

// One of the five positions that can be stated.
export function statedWord(
  words: ReturnType<typeof useWords>,
  tension: (typeof tensions)[number],
  value: number,
): string {
  if (value === 0) return middleWord(words, tension);
  const side = words.t(`page.tension.${tension}.${value < 0 ? "low" : "high"}`);
  if (Math.abs(value) === 1) return side;
  return words.t("page.tension.strength", { strength: words.t("tension.scale.slight"), side });
}

export function Parties({ region }: { region: RegionView }) {
  const words = useWords();
  const scene = useScene();
  const signable = region.on_table;
  return (
    <Card title={words.t("page.state.parties")}>
      <ul class="parties">
        {scene.parties.map((party) => {
          const view = scene.view.parties[party.id];
          const facts = [words.money(view?.budget ?? 0)];
          if (party.lead) facts.push(words.t("page.party.lead"));
          if (region.table.includes(party.id)) facts.push(words.t("page.party.at_table"));
          if (signable?.signatures.includes(party.id)) facts.push(words.t("page.party.signed"));
          return (
            <li key={party.id}>
              <PartyName party={party} />
              <small class="quiet">
                {facts.join(" · ")}
                {" · "}
                <PresenceText party={party.id} />
              </small>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function CommonFigures() {
  const words = useWords();
  const { view } = useScene();
  if (view.governance === undefined) return null;
  return (
    <p class="small">
      {words.t("page.state.governance", { value: words.number(view.governance) })}
    </p>
  );
}
