// A seat's own brief, and what everybody may read of all parties.
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { Card, PartyName, Scroll } from "../../parts/basic";
import type { WantsView } from "protocol/messages";

export function Brief({ folded = false }: { folded?: boolean }) {
  const words = useWords();
  const scene = useScene();
  const { brief } = scene.welcome;
  if (brief === undefined) return null;
  return (
    <Card title={words.t("page.brief.title")} own>
      {folded ? (
        <details>
          <summary>{words.t("page.brief.all")}</summary>
          <p class="prose">{words.text(brief.brief)}</p>
        </details>
      ) : (
        <p class="prose">{words.text(brief.brief)}</p>
      )}
      <Wants wants={brief.wants} />
    </Card>
  );
}

export function Wants({ wants }: { wants: WantsView }) {
  const words = useWords();
  const scene = useScene();
  const interest = (region?: string, theme?: string) =>
    words.t("page.brief.interest", {
      region:
        region === undefined
          ? words.t("page.brief.everywhere")
          : words.text(scene.regionInfo(region)?.title),
      theme:
        theme === undefined
          ? words.t("page.brief.all_themes")
          : words.text(scene.themes.find((held) => held.id === theme)?.title),
    });
  return (
    <Scroll label={words.t("page.brief.worth")}>
      <table class="wants">
        <caption class="hidden-text">{words.t("page.brief.worth")}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t("page.brief.what")}</th>
            <th scope="col" class="number">
              {words.t("page.brief.points")}
            </th>
          </tr>
        </thead>
        <tbody>
          {wants.mandates.map((mandate, index) => (
            <tr key={index}>
              <td>{words.text(mandate.text)}</td>
              <td class="number">{words.signed(mandate.points)}</td>
            </tr>
          ))}
          {wants.interests.map((held, index) => (
            <tr key={index}>
              <td>{interest(held.region, held.theme)}</td>
              <td class="number">{words.signed(held.weight)}</td>
            </tr>
          ))}
          <tr>
            <td>{words.t("page.brief.million")}</td>
            <td class="number">{words.signed(-wants.money_value)}</td>
          </tr>
          <tr>
            <th scope="row">{words.t("page.brief.reserve")}</th>
            <td class="number">
              <b>{words.number(wants.reserve, 1)}</b>
            </td>
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
}

export function Faces() {
  const words = useWords();
  const scene = useScene();
  return (
    <Card title={words.t("page.faces.title")}>
      <ul class="faces">
        {scene.parties.map((party) => (
          <li key={party.id}>
            <b>
              <PartyName party={party} />
            </b>
            <p>{words.text(party.public_face)}</p>
            <small class="quiet">
              {words.t("page.faces.budget", { amount: words.money(scene.budget(party.id)) })}
            </small>
          </li>
        ))}
      </ul>
      {scene.scenario.partnerships.length > 0 && (
        <>
          <h3>{words.t("page.faces.partnerships")}</h3>
          <ul class="faces">
            {scene.scenario.partnerships.map((held) => (
              <li key={held.id}>
                <b>{words.text(held.title)}</b>
                <p>{words.list(held.members.map((id) => words.text(scene.party(id)?.title)))}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
