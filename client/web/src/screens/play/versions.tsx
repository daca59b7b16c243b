// All versions of this round: who made each, from which, what it changes, who backs it.
import { useState } from "preact/hooks";
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import type { Version } from "../../model/history";
import type { RegionView } from "protocol/messages";
import { Button, PartyName } from "../../parts/basic";
import { ActButton } from "../../parts/pen";
import { Changes, DealText } from "./deal_text";
import type { Proposal } from "./proposal";

export function Versions({
  region,
  proposal,
  onEdit,
}: {
  region: RegionView;
  // Absent for whoever only reads.
  proposal?: Proposal;
  onEdit?: () => void;
}) {
  const words = useWords();
  const scene = useScene();
  const versions = [...scene.versions(region.region)].reverse();
  if (versions.length === 0) return <p class="pad">{words.t("page.deal.no_version")}</p>;
  return (
    <ul class="versions">
      {versions.map((version) => (
        <VersionRow
          key={version.number}
          version={version}
          region={region}
          onTakeOver={() => {
            proposal?.begin(version);
            onEdit?.();
          }}
        />
      ))}
    </ul>
  );
}

function VersionRow({
  version,
  region,
  onTakeOver,
}: {
  version: Version;
  region: RegionView;
  onTakeOver: () => void;
}) {
  const words = useWords();
  const scene = useScene();
  const { send } = useGame();
  const [open, setOpen] = useState(false);
  const { number } = version;
  const title = words.t("page.version", { version: number });
  const base = scene.version(region.region, version.base);
  const backing = Object.values(scene.table(region.region)?.backing ?? {}).filter(
    (held) => held === number,
  ).length;
  const onTable = region.on_table?.version === number;
  const mine = scene.own?.backing[region.region] === number;
  const acts = scene.me !== undefined && scene.atTable && region.negotiation !== "ended";
  const lastCall = scene.view.last_call;
  return (
    <li class={onTable ? "version on-table" : "version"}>
      <div class="row-head">
        <h3>
          {title}
          {onTable && <span class="chip">{words.t("page.version.on_table")}</span>}
          {region.concluded?.version === number && (
            <span class="chip">{words.t("page.version.concluded")}</span>
          )}
        </h3>
        <span class="small quiet">
          {version.by === undefined ? (
            words.t("page.version.by_game")
          ) : (
            <PartyName party={scene.party(version.by)} short you={version.by === scene.me} />
          )}
          {" · "}
          {words.time(version.at_ms)}
          {base !== undefined && <> · {words.t("page.version.from", { version: base.number })}</>}
        </span>
      </div>
      {base !== undefined && <Changes from={base.deal} to={version.deal} />}
      <p class="small">
        {words.t("page.version.backed", { count: backing, table: region.table.length })}
      </p>
      <div class="buttons">
        {acts && (
          <ActButton
            pressed={mine}
            about={title}
            reason={lastCall ? words.t("page.deal.last_call") : undefined}
            onPress={() =>
              send({ type: "back", region: region.region, version: mine ? 0 : number })
            }
          >
            {words.t(mine ? "page.version.unback" : "page.version.back")}
          </ActButton>
        )}
        {acts && scene.isLead(region.region) && !onTable && (
          <ActButton
            main
            about={title}
            reason={lastCall ? words.t("page.deal.last_call") : undefined}
            onPress={() => send({ type: "put", region: region.region, version: number })}
          >
            {words.t("page.version.put")}
          </ActButton>
        )}
        {acts && (
          <Button about={title} onPress={onTakeOver}>
            {words.t("page.version.take_over")}
          </Button>
        )}
        <Button link expanded={open} about={title} onPress={() => setOpen(!open)}>
          {words.t(open ? "page.deal.close" : "page.version.read")}
        </Button>
      </div>
      {open && <DealText deal={version.deal} />}
    </li>
  );
}
