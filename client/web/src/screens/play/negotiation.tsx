// Negotiating: the version on the table, one's own proposal, and all versions, with the signatures
// under them.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { teamOf } from "../../model/team";
import { Button, Card, Notice } from "../../parts/basic";
import { Segments } from "../../parts/controls";
import { ActButton } from "../../parts/pen";
import { AtTable } from "./at_table";
import { DealForm } from "./deal_form";
import { DealText } from "./deal_text";
import { Demand } from "./demand";
import { FirstSteps } from "./first_steps";
import { Leaving } from "./leaving";
import type { Proposal } from "./proposal";
import { SecondLook } from "./second_look";
import { SideAgreements } from "./side_agreements";
import { Signatures } from "./signatures";
import { Versions } from "./versions";

type Shown = "table" | "mine" | "versions";

export function Negotiation({ proposal }: { proposal: Proposal }) {
  const words = useWords();
  const scene = useScene();
  const region = scene.home;
  const [chosen, setShown] = useState<Shown>();
  if (region === undefined) return null;
  const onTable = scene.version(region.region, region.on_table?.version ?? 0);
  const versions = scene.versions(region.region);
  // What comes on the table does not push aside what somebody is changing.
  const shown = chosen ?? (onTable === undefined || proposal.changed ? "mine" : "table");
  if (region.selection?.selected === false) {
    return (
      <Card title={words.t("page.negotiation.rejected")}>
        <p>{words.t("page.negotiation.rejected_text")}</p>
        {region.selection.motivation !== undefined && <p>“{region.selection.motivation}”</p>}
      </Card>
    );
  }
  if (region.negotiation === "none") {
    return (
      <>
        <Card title={words.t("page.negotiation.none")}>
          <p>{words.t("page.negotiation.none_text")}</p>
        </Card>
        <Demand region={region} />
        <AtTable />
      </>
    );
  }
  return (
    <>
      <FirstSteps proposal={proposal} />
      <SecondLook region={region} />
      <section class="card deal" aria-label={words.t("page.deal.title")}>
        <div class="card-head">
          <h2>{words.t("page.deal.title")}</h2>
          <Segments
            hideLabel
            label={words.t("page.deal.which")}
            choices={[
              {
                value: "table",
                label:
                  onTable === undefined
                    ? words.t("page.deal.on_table_empty")
                    : words.t("page.deal.on_table", { version: onTable.number }),
              },
              { value: "mine", label: words.t("page.deal.mine") },
              {
                value: "versions",
                label: words.t("page.deal.versions", { count: versions.length }),
              },
            ]}
            value={shown}
            onChange={setShown}
          />
        </div>
        {shown === "table" && onTable !== undefined && (
          <DealText deal={onTable.deal} stances={scene.table(region.region)?.stances} />
        )}
        {shown === "table" && onTable === undefined && (
          <p class="pad">{words.t("page.deal.nothing_on_table")}</p>
        )}
        {shown === "mine" && <Mine proposal={proposal} onMade={() => setShown("versions")} />}
        {shown === "versions" && (
          <Versions region={region} proposal={proposal} onEdit={() => setShown("mine")} />
        )}
        <Signatures region={region} />
      </section>
      <Demand region={region} />
      <AtTable />
      <SideAgreements region={region} />
      <Leaving region={region} />
    </>
  );
}

function Mine({ proposal, onMade }: { proposal: Proposal; onMade: () => void }) {
  const words = useWords();
  const scene = useScene();
  const { model, send } = useGame();
  const { region, base, deal, sent, changed } = proposal;
  const mate = teamOf(model)?.mates.find((member) => member.number === proposal.by);
  if (!scene.atTable) return <p class="pad">{words.t("page.deal.not_at_table")}</p>;
  if (region === undefined || base === undefined || deal === undefined || sent === undefined) {
    return <p class="pad">{words.t("page.deal.no_version")}</p>;
  }
  const next = scene.versions(region).length + 1;
  const make = async () => {
    const made = await send({ type: "amend", region, base: base.number, deal: sent });
    if (made) onMade();
  };
  let reason: string | undefined;
  if (scene.view.last_call) reason = words.t("page.deal.last_call");
  else if (!changed) reason = words.t("page.deal.unchanged", { version: base.number });
  else if (sent.lines.length === 0) reason = words.t("page.deal.nobody_pays");
  return (
    <>
      <div class="deal-bar">
        <span class="small quiet">
          {words.t("page.deal.only_team", { version: base.number })}{" "}
          {changed && mate !== undefined && words.t("page.draft.by", { name: mate.name })}
        </span>
        <span class="buttons">
          {changed && <Button onPress={proposal.reset}>{words.t("page.deal.reset")}</Button>}
          <ActButton main reason={reason} onPress={make}>
            {words.t("page.deal.make", { version: next })}
          </ActButton>
        </span>
      </div>
      {(proposal.forecast?.problems.length ?? 0) > 0 && changed && sent.lines.length > 0 && (
        <div class="pad">
          <Notice kind="warn" word={words.t("page.word.mind")}>
            {words.t("page.deal.problems", { count: proposal.forecast?.problems.length ?? 0 })}
          </Notice>
        </div>
      )}
      <DealForm proposal={proposal} />
    </>
  );
}
