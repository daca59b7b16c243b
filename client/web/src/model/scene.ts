// The game as one seat looks at it now: the scenario, the newest view and what the feed told,
// with the questions that screens ask of them.
import type {
  CapabilityId,
  ChallengeId,
  FeedChallengeCard,
  GameView,
  OwnView,
  PartyId,
  PartyInfo,
  RegionId,
  RegionInfo,
  RegionView,
  RuleInfo,
  ServerWelcome,
  SignableView,
  Stage,
  TableView,
  ThemeInfo,
} from "protocol/messages";
import type { History, Version } from "./history";
import type { Model } from "./model";

// Whether a stage belongs to a round.
export function isOfRound(stage: Stage): boolean {
  return !["lobby", "briefing", "debrief", "closed"].includes(stage);
}

export class Scene {
  readonly me: PartyId | undefined;
  readonly own: OwnView | undefined;
  readonly centre: PartyId;

  constructor(
    readonly welcome: ServerWelcome,
    readonly view: GameView,
    readonly history: History,
    readonly looking?: RegionId, // whose table was chosen to look at
  ) {
    this.me = welcome.party;
    this.own = view.own;
    this.centre =
      welcome.scenario.parties.find((party) => party.kind === "central-government")?.id ?? "";
  }

  get scenario() {
    return this.welcome.scenario;
  }
  // As the events of the game left them.
  get rules(): RuleInfo {
    const changed = this.view.model.map((held) => [held.parameter, held.value]);
    return { ...this.welcome.scenario.rules, ...Object.fromEntries(changed) };
  }
  get parties(): PartyInfo[] {
    return this.scenario.parties;
  }
  get themes(): ThemeInfo[] {
    return this.scenario.themes;
  }
  // Whether a round is under way: the stages before and after belong to none.
  get inRound(): boolean {
    return isOfRound(this.view.stage);
  }
  get isCentre(): boolean {
    return this.me === this.centre;
  }

  party(id: PartyId): PartyInfo | undefined {
    return this.parties.find((party) => party.id === id);
  }
  isRijk = (id: PartyId): boolean => {
    const kind = this.party(id)?.kind;
    return kind === "central-government" || kind === "ministry";
  };
  can = (id: PartyId, capability: CapabilityId): boolean =>
    this.party(id)?.capabilities.includes(capability) ?? false;

  region(id: RegionId): RegionView | undefined {
    return this.view.regions.find((region) => region.region === id);
  }
  regionInfo(id: RegionId): RegionInfo | undefined {
    return this.scenario.regions.find((region) => region.id === id);
  }
  // Regions that have a table: those with parties.
  get tableRegions(): RegionView[] {
    return this.view.regions.filter((region) => this.regionInfo(region.region)?.lead !== undefined);
  }
  // The region whose table this seat looks at: what it chose, its own, where it sits, or the first.
  get home(): RegionView | undefined {
    const chosen = this.tableRegions.find((region) => region.region === this.looking);
    if (chosen !== undefined) return chosen;
    const own = this.me === undefined ? undefined : this.party(this.me)?.region;
    const seated = this.view.tables[0]?.region;
    return this.region(own ?? seated ?? this.tableRegions[0]?.region ?? "");
  }
  table(region: RegionId): TableView | undefined {
    return this.view.tables.find((table) => table.region === region);
  }
  get atTable(): boolean {
    return this.home !== undefined && this.table(this.home.region) !== undefined;
  }
  isLead(region: RegionId): boolean {
    return this.me !== undefined && this.regionInfo(region)?.lead === this.me;
  }

  card(id: ChallengeId): FeedChallengeCard | undefined {
    return this.history.cards[id];
  }
  versions(region: RegionId): Version[] {
    return this.history.versions.filter((version) => version.region === region);
  }
  version(region: RegionId, number: number): Version | undefined {
    return this.history.versions.find(
      (version) => version.region === region && version.number === number,
    );
  }
  // What can be signed: the version on the table and, in the last call, the rival.
  signable(region: RegionView): SignableView[] {
    return [region.on_table, region.rival].filter((held) => held !== undefined);
  }
  // The version that this seat signed, of those that can be signed.
  signed(region: RegionView): SignableView | undefined {
    return this.signable(region).find((held) => this.me && held.signatures.includes(this.me));
  }
  // What this seat may still put in, besides what it committed elsewhere.
  budget(party: PartyId): number {
    return this.view.parties[party]?.budget ?? 0;
  }
}

export function sceneOf(model: Model, looking?: RegionId): Scene | undefined {
  if (model.welcome === undefined || model.view === undefined) return undefined;
  return new Scene(model.welcome, model.view, model.history, looking);
}
