// What a text would bring this seat, here and elsewhere: in bands, for its eyes alone.
import type { ComponentChildren } from "preact";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { Words } from "../../i18n/words";
import type { Bands, PointsBand, ThemeForecast } from "protocol/messages";
import { Card, PrivateMark, Term } from "../../parts/basic";
import { Gauges } from "../../parts/gauge";
import { ActButton } from "../../parts/pen";
import { DealSentence } from "./deal_text";
import type { Proposal } from "./proposal";

const steps: PointsBand[] = ["much-worse", "worse", "about-the-same", "better", "much-better"];

// Exact points, above, at or below one's bottom line.
export function againstFloor(words: Words, what: string, above: number): string {
  const points = words.number(Math.abs(above), 1);
  if (Math.abs(above) < 0.05) return words.t("page.look.equal", { what });
  return words.t(above > 0 ? "page.look.above" : "page.look.below", { points, what });
}

// A seat's own points in one sentence. The words of a message's choices have no hyphens.
export function forYou(words: Words, band: PointsBand): ComponentChildren {
  return words.rich("page.forecast.for_you", {
    band: band.replaceAll("-", "_"),
    b: (chunks) => <b>{chunks}</b>,
  });
}

export function ForecastCard({ proposal }: { proposal: Proposal }) {
  const words = useWords();
  const scene = useScene();
  const { base, changed, forecast, tableForecast } = proposal;
  const region = scene.home;
  if (region === undefined || !scene.atTable || base === undefined) return null;
  const title = changed
    ? words.t("page.forecast.of_mine")
    : words.t("page.forecast.of_version", { version: base.number });
  if (scene.rules.forecast === "none") {
    return (
      <Card title={title} own>
        <p>{words.t("page.forecast.off")}</p>
      </Card>
    );
  }
  const bands = forecast?.bands;
  return (
    <>
      <Card title={title} own>
        {bands === undefined ? (
          <p>{words.t("page.forecast.first_solve")}</p>
        ) : (
          <BandsView bands={bands} table={changed ? tableForecast?.bands : undefined} />
        )}
        <Look proposal={proposal} />
      </Card>
      {changed && forecast?.tension !== undefined && (
        <Card title={words.t("page.state.tensions_mine")} own>
          <Gauges
            stated={scene.view.stated}
            did={forecast.tension}
            trail={[]}
            legend={words.t("page.tension.legend.text")}
          />
        </Card>
      )}
    </>
  );
}

function BandsView({ bands, table }: { bands: Bands; table?: Bands }) {
  const words = useWords();
  const scene = useScene();
  const place = words.text(scene.regionInfo(scene.home?.region ?? "")?.title);
  return (
    <>
      <p aria-live="polite">{forYou(words, bands.points)}</p>
      <div
        class="band"
        role="img"
        aria-label={words.t("page.forecast.step", { step: steps.indexOf(bands.points) + 1 })}
      >
        {steps.map((step) => (
          <i
            key={step}
            class={[step === bands.points ? "on" : "", step === table?.points ? "was" : ""].join(
              " ",
            )}
          />
        ))}
      </div>
      <div class="poles three" aria-hidden="true">
        <span>{words.t("page.forecast.points.much-worse")}</span>
        <span>{words.t("page.forecast.no_deal")}</span>
        <span>{words.t("page.forecast.points.much-better")}</span>
      </div>
      {bands.against_table !== undefined && table !== undefined && (
        <p class="small">{words.t(`page.forecast.against.${bands.against_table}`)}</p>
      )}
      <table class="effects">
        <caption class="hidden-text">{words.t("page.forecast.effects")}</caption>
        <tbody>
          <EffectRows place={place} effects={bands.here} />
          <EffectRows place={words.t("page.elsewhere")} effects={bands.elsewhere} />
          <tr>
            <th scope="row">
              <Term meaning={words.t("page.forecast.audit_meaning")}>
                {words.t("page.forecast.audit")}
              </Term>
            </th>
            <td class="number">{words.percent(bands.audit_chance)}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

const arrows = { small: 1, clear: 2, large: 3 };

function EffectRows({ place, effects }: { place: string; effects: Record<string, ThemeForecast> }) {
  const words = useWords();
  const scene = useScene();
  return (
    <>
      {scene.themes.map((theme) => {
        const effect = effects[theme.id];
        if (effect === undefined || effect.band === "none") return null;
        const sign = effect.up ? "▲" : "▼";
        return (
          <tr key={theme.id}>
            <th scope="row">
              {place}, {words.text(theme.title).toLowerCase()}
            </th>
            <td class="number">
              <span aria-hidden="true">{sign.repeat(arrows[effect.band])}</span>{" "}
              <span class="hidden-text">
                {words.t(effect.up ? "page.forecast.up" : "page.forecast.down")}
              </span>{" "}
              {words.t(`page.forecast.theme.${effect.band}`)}
            </td>
          </tr>
        );
      })}
    </>
  );
}

// What is on the table, in one sentence: for a phone, where the text is a tab away.
export function TableSentence() {
  const words = useWords();
  const scene = useScene();
  const region = scene.home;
  const version = scene.version(region?.region ?? "", region?.on_table?.version ?? 0);
  if (version === undefined) return null;
  return (
    <div class="phone-only">
      <Card title={words.t("page.deal.on_table", { version: version.number })}>
        <DealSentence deal={version.deal} />
      </Card>
    </div>
  );
}

// An exact look: figures above or below one's bottom line, a few times a round.
function Look({ proposal }: { proposal: Proposal }) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const { changed, sent, base, region, forecast } = proposal;
  const left = scene.own?.looks_left ?? 0;
  const unlimited = scene.rules.forecast === "exact";
  const last = scene.history.looks.at(-1);
  const reserve = scene.welcome.brief?.wants.reserve ?? 0;
  const what = (version: number | undefined) =>
    version === undefined ? words.t("page.look.a_text") : words.t("page.version", { version });
  if (region === undefined || base === undefined) return null;
  let reason: string | undefined;
  if (!unlimited && left === 0) reason = words.t("page.look.none_left");
  else if (forecast?.bands === undefined) reason = words.t("page.forecast.first_solve");
  return (
    <div class="look">
      {last !== undefined && (
        <p class="small">{againstFloor(words, what(last.version), last.points - reserve)}</p>
      )}
      <ActButton
        link
        reason={reason}
        onPress={() =>
          send({
            type: "look",
            region,
            ...(changed ? { deal: sent } : { version: base.number }),
          })
        }
      >
        {unlimited ? words.t("page.look") : words.t("page.look.left", { left })}
      </ActButton>
    </div>
  );
}

// One line of the forecast, for a phone: above the tabs wherever one changes something.
export function ForecastLine({ proposal }: { proposal: Proposal }) {
  const words = useWords();
  const { forecast, tableForecast, changed, base } = proposal;
  if (base === undefined || forecast === undefined) return null;
  const band = forecast.bands && words.t(`page.forecast.points.${forecast.bands.points}`);
  return (
    <div class="forecast-line">
      <PrivateMark />
      <span>
        {tableForecast?.bands !== undefined && changed && (
          <>
            {words.t("page.forecast.line_table", {
              band: words.t(`page.forecast.points.${tableForecast.bands.points}`),
            })}{" "}
          </>
        )}
        {words.t(changed ? "page.forecast.line_mine" : "page.forecast.line_version", {
          version: base.number,
          band: band ?? words.t("page.forecast.first_solve_short"),
        })}
      </span>
    </div>
  );
}
