// After the last round: what every party wanted and got, and what each round came to.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { Card, PartyName, Scroll } from "../../parts/basic";
import { Wants } from "./briefing";
import { RoundOutcome } from "./outcome";
import { Lessons } from "./reflection";

export function Debrief() {
  const words = useWords();
  const scene = useScene();
  return (
    <>
      <Rounds />
      <Revealed />
      {scene.history.results.map((result) => (
        <details class="card" key={result.round}>
          <summary>{words.t("page.debrief.round", { round: result.round })}</summary>
          <RoundOutcome result={result} />
          <Lessons round={result.round} />
        </details>
      ))}
      <p class="small quiet">{words.t("page.debrief.credits")}</p>
      <ul class="small quiet">
        {scene.scenario.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </>
  );
}

function Rounds() {
  const words = useWords();
  const scene = useScene();
  return (
    <Card title={words.t("page.debrief.rounds")}>
      <Scroll label={words.t("page.debrief.rounds")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.t("page.debrief.round_head")}</th>
              <th scope="col">{words.t("page.debrief.deal")}</th>
              <th scope="col" class="number">
                {words.t("page.moved.here_now")}
              </th>
              <th scope="col" class="number">
                {words.t("page.moved.here_later")}
              </th>
              <th scope="col" class="number">
                {words.t("page.elsewhere")}
              </th>
              <th scope="col" class="number">
                {words.t("page.moved.governance")}
              </th>
              <th scope="col" class="number">
                {words.t("page.moved.trust")}
              </th>
            </tr>
          </thead>
          <tbody>
            {scene.history.results.map(({ round, regions, moved }) => (
              <tr key={round}>
                <th scope="row">{round}</th>
                <td>
                  {words.t(
                    regions.some((held) => held.told !== undefined) ? "page.yes" : "page.no",
                  )}
                </td>
                <td class="number">{moved && words.signed(moved.common.here_now)}</td>
                <td class="number">{moved && words.signed(moved.common.here_later)}</td>
                <td class="number">{moved && words.signed(moved.common.elsewhere)}</td>
                <td class="number">
                  {moved?.common.governance === undefined
                    ? "–"
                    : words.number(moved.common.governance)}
                </td>
                <td class="number">{moved && words.number(moved.common.trust, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}

function Revealed() {
  const words = useWords();
  const scene = useScene();
  if (scene.view.revealed.length === 0) return null;
  return (
    <Card title={words.t("page.debrief.revealed")}>
      <p class="quiet">{words.t("page.debrief.not_comparable")}</p>
      {scene.parties.map((party) => {
        const held = scene.view.revealed.find((revealed) => revealed.wants.party === party.id);
        if (held === undefined) return null;
        return (
          <details class="told" key={party.id}>
            <summary>
              <PartyName party={party} />{" "}
              <span class="number">
                {words.t("page.debrief.points", { points: words.number(held.points, 1) })}
              </span>
            </summary>
            <Wants wants={held.wants} />
          </details>
        );
      })}
    </Card>
  );
}

export function Closed() {
  const words = useWords();
  return (
    <>
      <Card title={words.t("page.closed.title")}>
        <p>{words.t("page.closed.text")}</p>
      </Card>
      <Debrief />
    </>
  );
}
