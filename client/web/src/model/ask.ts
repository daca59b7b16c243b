// What is asked of a seat now: one sentence for the strip at the top, and whether "ready" belongs
// beside it. The sentence is a key of the message files, so that this stays a pure function.
import type { Key, Values } from "../i18n/words";
import type { RegionView } from "protocol/messages";
import { owesAnswers } from "./questions";
import type { Scene } from "./scene";

export interface Ask {
  key: Key;
  values?: Values;
  ready: boolean; // the button that says: I am ready
  sign?: number; // a version that this seat could sign now
  stance?: number; // a version on which its stance is asked
}

export function askOf(scene: Scene): Ask {
  const { view } = scene;
  if (owesAnswers(scene)) {
    const key: Key =
      view.stage === "briefing" ? "page.ask.briefing.questions" : "page.ask.questions";
    return { key, ready: true };
  }
  switch (view.stage) {
    case "lobby":
      return { key: "page.ask.lobby", ready: false };
    case "briefing":
      return { key: "page.ask.briefing", ready: true };
    case "framework":
      return framework(scene);
    case "agenda":
      return agenda(scene);
    case "proposal":
      return proposal(scene);
    case "negotiation":
      return negotiation(scene);
    case "outcome":
      return { key: "page.ask.outcome", ready: true };
    case "accountability":
      return accountability(scene);
    case "reflection":
      return { key: "page.ask.reflection", ready: true };
    case "debrief":
      return { key: "page.ask.debrief", ready: false };
    case "closed":
      return { key: "page.ask.closed", ready: false };
  }
}

function framework(scene: Scene): Ask {
  if (scene.view.framework_published) return { key: "page.ask.framework.published", ready: true };
  if (scene.isCentre) return { key: "page.ask.framework.centre", ready: true };
  return { key: "page.ask.framework.others", ready: true };
}

function agenda(scene: Scene): Ask {
  if ((scene.own?.invitations.length ?? 0) > 0) {
    return { key: "page.ask.agenda.invited", ready: true };
  }
  if (!scene.atTable) return { key: "page.ask.agenda.outside", ready: true };
  return {
    key: "page.ask.agenda.table",
    values: { votes: scene.own?.votes_left ?? 0 },
    ready: true,
  };
}

function proposal(scene: Scene): Ask {
  if (scene.view.submissions_closed) {
    if (scene.isCentre) return { key: "page.ask.proposal.decide", ready: true };
    return { key: "page.ask.proposal.closed", ready: true };
  }
  const region = scene.home;
  if (region === undefined || !region.in_contest || !scene.atTable) {
    return { key: "page.ask.proposal", ready: true };
  }
  if (scene.isLead(region.region)) return { key: "page.ask.proposal.submit", ready: true };
  return { key: "page.ask.proposal.pledge", ready: true };
}

function negotiation(scene: Scene): Ask {
  const region = scene.home;
  if (region?.selection?.selected === false) {
    return { key: "page.ask.negotiation.rejected", ready: true };
  }
  if (region === undefined || region.negotiation === "none") {
    return { key: "page.ask.negotiation.none", ready: true };
  }
  if (region.negotiation === "ended") return { key: "page.ask.negotiation.ended", ready: true };
  if (region.walking !== undefined) return { key: "page.ask.negotiation.walking", ready: true };
  if (!scene.atTable) return { key: "page.ask.negotiation.outside", ready: true };
  return onTable(scene, region);
}

function onTable(scene: Scene, region: RegionView): Ask {
  const version = region.on_table?.version;
  if (version === undefined || version === region.concluded?.version) {
    if (region.concluded !== undefined) {
      const values = { version: region.concluded.version };
      return { key: "page.ask.negotiation.concluded", values, ready: true };
    }
    const key: Key = scene.view.last_call
      ? "page.ask.negotiation.last_call_empty"
      : "page.ask.negotiation.empty";
    return { key, ready: true };
  }
  const signed = scene.signed(region);
  if (signed !== undefined) {
    const missing = signed.needed.length - signed.signatures.length;
    const values = { version: signed.version, missing };
    return { key: "page.ask.negotiation.signed", values, ready: true };
  }
  const needed = scene.me !== undefined && region.on_table?.needed.includes(scene.me);
  const values = { version };
  if (!needed) {
    return { key: "page.ask.negotiation.not_needed", values, ready: true, stance: version };
  }
  const key: Key = scene.view.last_call
    ? "page.ask.negotiation.last_call"
    : "page.ask.negotiation.sign";
  return { key, values, ready: false, sign: version, stance: version };
}

function accountability(scene: Scene): Ask {
  const rate = scene.own?.to_rate ?? [];
  const missing = rate.filter((held) => held.rating === undefined).length;
  if (rate.length === 0) return { key: "page.ask.accountability.none", ready: true };
  return { key: "page.ask.accountability.rate", values: { missing }, ready: true };
}
