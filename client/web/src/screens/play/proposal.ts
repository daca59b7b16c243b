// A seat's own proposal: a deal that nobody else sees until it is made a version. It begins as the
// version on the table, follows that while nothing was changed, and outlives a reload as the
// seat's draft. A team shares it: each field has the value that it was given last.
import { useEffect, useRef, useState } from "preact/hooks";
import { useGame } from "../../game";
import { sameDeal, sendable } from "../../model/deal";
import type { Version } from "../../model/history";
import { mergeDeals } from "../../model/merge";
import type { Scene } from "../../model/scene";
import { useKept } from "../../parts/kept";
import type { Bands, Deal, Positions, Problem, RegionId } from "protocol/messages";

export interface ForecastShown {
  deal: Deal; // what it is about
  bands?: Bands;
  tension?: Positions;
  problems: Problem[];
}

export interface Proposal {
  region: RegionId | undefined;
  base: Version | undefined; // the version that it amends
  deal: Deal | undefined;
  sent: Deal | undefined; // as it would be sent
  changed: boolean;
  by: number | undefined; // the mate who changed it last
  forecast: ForecastShown | undefined; // of the proposal
  tableForecast: ForecastShown | undefined; // of the version on the table
  change(deal: Deal): void;
  begin(version: Version): void; // takes a version over
  reset(): void;
}

interface Draft {
  round: number;
  base: number;
  deal: Deal;
  at?: number; // when it was changed, by the server's clock
}

function readDraft(text: string | undefined): Draft | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Draft;
  } catch {
    return undefined;
  }
}

// A draft of an earlier round is none.
function ofRound(draft: Draft | undefined, round: number): Draft | undefined {
  return draft?.round === round ? draft : undefined;
}

function newest(one: Draft | undefined, other: Draft | undefined): Draft | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return (one.at ?? 0) >= (other.at ?? 0) ? one : other;
}

const draft_after_ms = 800;

interface Sending {
  later(): void;
  // What was changed here and not sent yet.
  resting: Record<RegionId, boolean>;
  // What this page and the team had in common last.
  common: Record<RegionId, Draft>;
}

// Sends the drafts that are newer than what the team has: when they have rested for a moment, or at
// once when the page is left or goes out of sight, for a locked phone may not come back.
function useSending(drafts: Record<RegionId, Draft>): Sending {
  const { model, draft } = useGame();
  const sent = useRef<Record<RegionId, number>>({});
  const { resting, common } = useRef<Omit<Sending, "later">>({ resting: {}, common: {} }).current;
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const sendNow = useRef(() => {});
  sendNow.current = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    for (const [region, held] of Object.entries(drafts)) {
      resting[region] = false;
      const shared = readDraft(model.drafts[region]?.text);
      const known = Math.max(shared?.at ?? 0, sent.current[region] ?? 0);
      if ((held.at ?? 0) <= known) continue;
      sent.current[region] = held.at ?? 0;
      common[region] = held;
      draft(region, JSON.stringify(held));
    }
  };
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden") sendNow.current();
    };
    const leaveForGood = () => sendNow.current();
    document.addEventListener("visibilitychange", leave);
    addEventListener("pagehide", leaveForGood);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      removeEventListener("pagehide", leaveForGood);
      clearTimeout(timer.current);
    };
  }, []);
  // A new connection may not have heard what the last one was told.
  useEffect(() => {
    sent.current = {};
  }, [model.welcome]);
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => sendNow.current(), draft_after_ms);
  };
  return { later, resting, common };
}

export function useProposal(scene: Scene): Proposal {
  const { model } = useGame();
  const region = scene.home;
  const id = region?.region;
  const { round } = scene.view;
  const [drafts, setDrafts] = useKept<Record<RegionId, Draft>>("drafts", {});
  const edited = ofRound(drafts[id ?? ""], round);
  const shared = id === undefined ? undefined : model.drafts[id];
  const stored = ofRound(readDraft(shared?.text), round);

  const versions = id === undefined ? [] : scene.versions(id);
  const made = versions.at(-1);
  const following = scene.version(id ?? "", region?.on_table?.version ?? 0) ?? made;
  const own = newest(edited, stored);
  const sending = useSending(drafts);
  // What was changed while there was no connection, or just before a reload.
  useEffect(() => sending.later(), [model.welcome]);
  const base = own === undefined ? following : (scene.version(id ?? "", own.base) ?? following);
  const deal = own?.deal ?? following?.deal;
  const changed = base !== undefined && deal !== undefined && !sameDeal(base.deal, deal);

  const keep = (base_number: number, wanted: Deal) => {
    if (id === undefined) return;
    const at = Date.now() + model.server_ahead_ms;
    const next: Draft = { round, base: base_number, deal: wanted, at };
    setDrafts((before) => ({ ...before, [id]: next }));
    sending.resting[id] = true;
    sending.later();
  };
  // A mate changed it while a change of one's own was resting: both stay.
  useEffect(() => {
    if (id === undefined || stored === undefined) return;
    const began = sending.common[id]?.deal ?? scene.version(id, stored.base)?.deal;
    sending.common[id] = stored;
    if (sending.resting[id] !== true || edited?.base !== stored.base || began === undefined) return;
    keep(edited.base, mergeDeals(began, edited.deal, stored.deal));
  }, [shared]);
  const sent = deal === undefined ? undefined : sendable(deal);
  const negotiating = scene.view.stage === "negotiation" && scene.atTable;
  const forecast = useForecast(negotiating ? id : undefined, changed ? sent : base?.deal);
  const onTable = scene.version(id ?? "", region?.on_table?.version ?? 0);
  const tableForecast = useForecast(negotiating ? id : undefined, onTable?.deal);
  return {
    region: id,
    base,
    deal,
    sent,
    changed,
    by: own === stored && shared?.by !== scene.welcome.member ? shared?.by : undefined,
    forecast,
    tableForecast,
    change: (next) => {
      if (base !== undefined) keep(base.number, next);
    },
    begin: (version) => keep(version.number, version.deal),
    reset: () => {
      if (base !== undefined) keep(base.number, base.deal);
    },
  };
}

// How long a value must rest before it is asked for: an answer within 100 ms, and not one for each
// step of a button that is held.
const ask_after_ms = 40;

// The forecast of a deal, asked for again when it changes; the former stays until the next is
// there, and one question is under way at a time.
export function useForecast(
  region: RegionId | undefined,
  deal: Deal | undefined,
): ForecastShown | undefined {
  const { forecast, state } = useGame();
  const [shown, setShown] = useState<ForecastShown>();
  const wanted = useRef<string>();
  const asking = useRef(false);
  const text = deal === undefined || region === undefined ? undefined : JSON.stringify(deal);

  const ask = async () => {
    if (asking.current || wanted.current === undefined) return;
    asking.current = true;
    const asked = wanted.current;
    const about = JSON.parse(asked) as Deal;
    const answer = await forecast(about.region, { deal: about });
    asking.current = false;
    if (answer.refusal === undefined) {
      const { bands, tension, problems } = answer;
      setShown({ deal: about, bands, tension, problems });
    } else {
      setShown(undefined);
    }
    if (wanted.current !== asked) void ask();
  };
  useEffect(() => {
    wanted.current = text;
    if (text === undefined) {
      setShown(undefined);
      return;
    }
    const timer = setTimeout(() => void ask(), ask_after_ms);
    return () => clearTimeout(timer);
  }, [text, state.kind]);
  return shown;
}
