// What happened, in one sentence for people; nothing where it is not worth a line.
import type { Happening } from "../model/history";
import { isOfRound, type Scene } from "../model/scene";
import type { FeedItem, PartyId } from "protocol/messages";
import { shortName } from "./names";
import type { Words } from "./words";

export function happeningText(words: Words, scene: Scene, item: FeedItem): string | undefined {
  const text = plainText(words, scene, item);
  // Where there are several tables, it is said at which one.
  if (text === undefined || scene.tableRegions.length < 2 || !("region" in item)) return text;
  const region = words.text(scene.regionInfo(item.region ?? "")?.title);
  return region === "" ? text : words.t("page.happened.in_region", { region, text });
}

// The same of an entry of the list, which may be undone.
export function happenedText(
  words: Words,
  scene: Scene,
  { item, undone }: Happening,
): string | undefined {
  const text = happeningText(words, scene, item);
  return text !== undefined && undone ? words.t("page.undone", { text }) : text;
}

function plainText(words: Words, scene: Scene, item: FeedItem): string | undefined {
  const party = (id: PartyId | undefined): string => {
    if (id === undefined) return words.t("page.the_game");
    if (id === scene.me) return words.t("page.you_capital");
    return shortName(words, scene.party(id));
  };
  const lower = (id: PartyId): string => (id === scene.me ? words.t("page.you") : party(id));
  const challenge = (id: string) => words.text(scene.card(id)?.title) || id;
  switch (item.type) {
    case "stage-began":
      return words.t("page.happened.stage", { stage: words.t(`stage.${item.stage}`) });
    case "went-back":
      return words.t(
        isOfRound(item.stage) ? "page.happened.went_back" : "page.happened.went_back_first",
        { stage: words.t(`stage.${item.stage}`), round: item.round },
      );
    case "clock-stopped":
      return words.t("page.happened.paused");
    case "clock-started":
      return words.t("page.happened.resumed");
    case "extended":
      return words.t("page.happened.extended", { seconds: item.seconds });
    case "last-call-began":
      return words.t("page.happened.last_call");
    case "announced":
      return words.t("page.happened.announced", { text: item.text });
    case "scenario-event":
      return words.t("page.happened.event", {
        title: words.text(item.title),
        text: words.text(item.text),
      });
    case "published":
      return words.t("page.happened.published");
    case "invited":
      return words.t("page.happened.invited", { by: party(item.by), party: party(item.party) });
    case "invitation-ended":
      return words.t("page.happened.invitation_ended", { party: party(item.party) });
    case "joined-table":
      return words.t("page.happened.joined", { party: party(item.party) });
    case "left-table":
      return words.t("page.happened.left", { party: party(item.party) });
    case "knocked":
      return words.t("page.happened.knocked", {
        party: party(item.party),
        sentence: item.sentence,
      });
    case "challenge":
      if (item.shared_by === undefined) return undefined;
      return words.t("page.happened.shared", {
        party: party(item.shared_by),
        challenge: words.text(item.title),
      });
    case "agenda-made":
      return words.t("page.happened.agenda", { count: item.challenges.length });
    case "demand-made":
      return words.t("page.happened.demand", { challenge: challenge(item.challenge) });
    case "submitted":
      return words.t("page.happened.submitted", { money: words.money(item.asked) });
    case "submissions-closed":
      return words.t("page.happened.submissions_closed");
    case "decided":
      return words.t(item.selected ? "page.happened.selected" : "page.happened.rejected", {
        motivation: item.motivation,
      });
    case "selection-made":
      return words.t("page.happened.selection_made", {
        regions: words.list(
          item.selected.map((region) => words.text(scene.regionInfo(region)?.title)),
        ),
        count: item.selected.length,
      });
    case "version-made":
      return words.t("page.happened.version", { party: party(item.by), version: item.number });
    case "put-on-table":
      return item.by === undefined
        ? words.t("page.happened.put_by_backing", { version: item.version })
        : words.t("page.happened.put", { party: party(item.by), version: item.version });
    case "taken-off":
      return words.t("page.happened.taken_off", { version: item.version });
    case "stance-asked":
      return words.t("page.happened.stance_asked", { version: item.version });
    case "signed":
      return words.t("page.happened.signed", { party: party(item.party), version: item.version });
    case "unsigned":
      return words.t(item.lapsed ? "page.happened.lapsed" : "page.happened.unsigned", {
        party: party(item.party),
        version: item.version,
      });
    case "concluded":
      return words.t("page.happened.concluded", { version: item.version });
    case "second-look":
      return words.t(`page.second_look.${item.left}`);
    case "side-offered":
      return words.t("page.happened.side_offered", {
        by: party(item.by),
        party: lower(item.with),
      });
    case "side-accepted":
      return words.t("page.happened.side_accepted", {
        by: party(item.by),
        party: lower(item.with),
      });
    case "side-undo":
      return words.t(item.undo ? "page.happened.side_undo" : "page.happened.side_kept", {
        by: party(item.by),
        party: lower(item.with),
      });
    case "side-ended":
      return words.t(`page.happened.side_ended.${item.why}`, {
        by: party(item.by),
        party: lower(item.with),
      });
    case "walked-away":
      return words.t("page.happened.walked_away", { party: party(item.party) });
    case "stayed":
      return words.t("page.happened.stayed", { party: party(item.party) });
    case "negotiation-ended":
      return words.t("page.happened.negotiation_ended");
    case "no-deal":
      return words.t("page.happened.no_deal");
    case "ratings-shown":
      return Object.keys(item.withheld).length === 0
        ? words.t("page.happened.ratings")
        : words.t("page.happened.withheld", {
            regions: words.list(
              Object.keys(item.withheld).map((region) =>
                words.text(scene.regionInfo(region)?.title),
              ),
            ),
          });
    case "help-answered":
      return words.t("page.happened.help_answered", { text: item.text });
    case "help-asked":
      return words.t("page.happened.help_asked", { party: party(item.party), text: item.text });
    case "noted":
      return words.t("page.happened.noted", { text: item.text });
    default:
      return undefined;
  }
}

// What a screen reader is told at once, and what it is told when it is quiet.
export function urgency(item: FeedItem): "assertive" | "polite" | undefined {
  switch (item.type) {
    case "stage-began":
    case "went-back":
    case "clock-stopped":
    case "clock-started":
    case "extended":
    case "last-call-began":
    case "announced":
    case "scenario-event":
      return "assertive";
    case "submissions-closed":
    case "decided":
    case "selection-made":
    case "version-made":
    case "put-on-table":
    case "taken-off":
    case "stance-asked":
    case "signed":
    case "concluded":
    case "second-look":
    case "walked-away":
    case "side-offered":
    case "side-accepted":
    case "side-undo":
    case "side-ended":
    case "invited":
    case "help-answered":
    case "challenge":
      return "polite";
    default:
      return undefined;
  }
}
