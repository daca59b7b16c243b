// What the feed told so far, gathered so that screens can show it. The feed only ever grows, and
// reading it twice gives the same: a page that comes back reads it from its beginning. When the
// game goes back, what is undone counts no more, but what was said stays said.
import type {
  ChallengeId,
  Deal,
  EventLooked,
  EventMovedOn,
  EventOutcomeTold,
  EventRatingsShown,
  FeedAuditTold,
  FeedChallengeCard,
  FeedItem,
  FeedOwnPoints,
  FeedSecondLookTold,
  PartyId,
  RegionId,
  ServerFeedEntry,
  Stage,
} from "protocol/messages";

export interface Version {
  region: RegionId;
  number: number;
  by?: PartyId; // none: the game
  base: number;
  deal: Deal;
  at_ms: number;
}

export interface Message {
  at_ms: number;
  from?: PartyId; // none: the facilitator
  to: "all" | "table" | "parties" | "facilitator";
  region?: RegionId;
  parties?: PartyId[];
  text: string;
  undone?: boolean; // the game went back to before it
}

export interface HelpItem {
  at_ms: number;
  party: PartyId;
  text: string;
  answered?: string;
}

// One region's deal, or that there was none, in one round.
export interface RegionResult {
  region: RegionId;
  negotiated: boolean;
  told?: EventOutcomeTold;
  audit?: FeedAuditTold;
}

export interface RoundResult {
  round: number;
  regions: RegionResult[];
  moved?: EventMovedOn;
  points?: FeedOwnPoints;
  ratings?: EventRatingsShown;
  motivations: { party: PartyId; sentence: string }[];
  lessons: { party: PartyId; text: string }[];
}

// Something that happened, for the list of what is new; screens put it into words.
export interface Happening {
  at_ms: number;
  number: number; // of the feed entry
  round: number;
  item: FeedItem;
  undone?: boolean;
}

// An entry of the feed, as it stands.
export interface Told extends ServerFeedEntry {
  number: number;
  undone: boolean;
}

export interface History {
  told: Told[]; // all of it
  stage: Stage;
  round: number;
  cards: Record<ChallengeId, FeedChallengeCard>;
  versions: Version[]; // of this round
  looks: (EventLooked & { at_ms: number })[]; // of this round
  second_looks: FeedSecondLookTold[]; // of this round
  messages: Message[];
  knocks: Record<string, string>; // of this round, by region and party
  help: HelpItem[];
  notes: { at_ms: number; text: string }[];
  results: RoundResult[];
  happenings: Happening[];
}

export const empty_history: History = {
  told: [],
  stage: "lobby",
  round: 0,
  cards: {},
  versions: [],
  looks: [],
  second_looks: [],
  messages: [],
  knocks: {},
  help: [],
  notes: [],
  results: [],
  happenings: [],
};

export function knockKey(region: RegionId, party: PartyId): string {
  return `${region}/${party}`;
}

// How many happenings are kept: enough for a list of what is new and a facilitator's log.
const happenings_max = 400;

export function extend(history: History, first: number, entries: ServerFeedEntry[]): History {
  let next = copied(history);
  entries.forEach((entry, index) => {
    const number = first + index;
    next.told.push({ ...entry, number, undone: false });
    if (entry.item.type === "went-back") next = wentBack(next.told, entry.item.known_from);
    else take(next, number, entry);
  });
  next.happenings = next.happenings.slice(-happenings_max);
  return next;
}

function copied(history: History): History {
  return {
    ...history,
    told: [...history.told],
    cards: { ...history.cards },
    versions: [...history.versions],
    looks: [...history.looks],
    second_looks: [...history.second_looks],
    messages: [...history.messages],
    knocks: { ...history.knocks },
    help: [...history.help],
    notes: [...history.notes],
    results: history.results.map((result) => ({ ...result, regions: [...result.regions] })),
    happenings: [...history.happenings],
  };
}

// All anew from what was told, of which the last entry says that the game went back.
function wentBack(told: Told[], known_from: number): History {
  const history = copied(empty_history);
  history.told = told.map((held) => ({
    ...held,
    undone: held.undone || (held.number >= known_from && held.number < told.length),
  }));
  for (const { number, undone, ...entry } of history.told) {
    if (undone) remember(history, number, entry);
    else take(history, number, entry);
  }
  return history;
}

// What is undone changes nothing, but was said.
function remember(history: History, number: number, { at_ms, item }: ServerFeedEntry): void {
  const before = history.messages.length;
  takeTalk(history, at_ms, item);
  for (const message of history.messages.slice(before)) message.undone = true;
  history.happenings.push({ at_ms, number, round: history.round, item, undone: true });
}

function take(history: History, number: number, { at_ms, item }: ServerFeedEntry): void {
  switch (item.type) {
    case "challenge":
      history.cards[item.challenge] = item;
      break;
    case "stage-began":
      beginStage(history, item.stage, item.round);
      break;
    case "version-made":
      // Who comes to a table anew is told of all its texts, also of those that it knew.
      history.versions = history.versions.filter(
        (held) => held.region !== item.region || held.number !== item.number,
      );
      history.versions.push({ ...item, at_ms });
      break;
    case "looked":
      history.looks.push({ ...item, at_ms });
      break;
    case "second-look":
      history.second_looks.push(item);
      break;
    case "knocked":
      history.knocks[knockKey(item.region, item.party)] = item.sentence;
      break;
    default:
      takeTalk(history, at_ms, item);
      takeResult(history, item);
  }
  history.happenings.push({ at_ms, number, round: history.round, item });
}

function takeTalk(history: History, at_ms: number, item: FeedItem): void {
  switch (item.type) {
    case "said":
      history.messages.push({ ...item, from: item.party, at_ms });
      break;
    case "announced":
      history.messages.push({ at_ms, to: "all", text: item.text });
      break;
    case "help-asked":
      history.help.push({ at_ms, party: item.party, text: item.text });
      history.messages.push({ at_ms, from: item.party, to: "facilitator", text: item.text });
      break;
    case "help-answered":
      answerHelp(history, item.party, item.text);
      history.messages.push({ at_ms, to: "facilitator", parties: [item.party], text: item.text });
      break;
    case "noted":
      history.notes.push({ at_ms, text: item.text });
      break;
    default:
      break;
  }
}

function takeResult(history: History, item: FeedItem): void {
  switch (item.type) {
    case "audit-drawn":
      regionResult(history, item.region).audit = item;
      break;
    case "outcome-told":
      regionResult(history, item.region).told = item;
      break;
    case "no-deal":
      regionResult(history, item.region).negotiated = item.negotiated;
      break;
    case "moved-on":
      roundResult(history).moved = item;
      break;
    case "own-points":
      roundResult(history, item.round).points = item;
      break;
    case "ratings-shown":
      roundResult(history).ratings = item;
      break;
    case "motivated":
      roundResult(history).motivations.push(item);
      break;
    case "lesson-written":
      roundResult(history).lessons.push(item);
      break;
    default:
      break;
  }
}

function beginStage(history: History, stage: Stage, round: number): void {
  history.stage = stage;
  if (round === history.round) return;
  history.round = round;
  // Versions, looks of both kinds and knocks do not carry over to the next round.
  history.versions = [];
  history.looks = [];
  history.second_looks = [];
  history.knocks = {};
}

function answerHelp(history: History, party: PartyId, text: string): void {
  history.help = history.help.map((item) =>
    item.party === party && item.answered === undefined ? { ...item, answered: text } : item,
  );
}

function roundResult(history: History, round = history.round): RoundResult {
  let result = history.results.find((held) => held.round === round);
  if (result === undefined) {
    result = { round, regions: [], motivations: [], lessons: [] };
    history.results.push(result);
  }
  return result;
}

function regionResult(history: History, region: RegionId): RegionResult {
  const round = roundResult(history);
  const found = round.regions.findIndex((held) => held.region === region);
  const result: RegionResult =
    found < 0 ? { region, negotiated: true } : { ...round.regions[found]! };
  if (found < 0) round.regions.push(result);
  else round.regions[found] = result;
  return result;
}
