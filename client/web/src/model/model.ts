// What the page knows: the newest of everything that the server said. Pure: a message leads from
// one model to the next.
import type {
  GameView,
  RegionId,
  ServerDraftShown,
  ServerFrame,
  ServerLobby,
  ServerMessage,
  ServerTeam,
  ServerWelcome,
} from "protocol/messages";
import { empty_history, extend, type History } from "./history";

export interface Model {
  welcome?: ServerWelcome;
  view?: GameView;
  lobby?: ServerLobby;
  team?: ServerTeam;
  drafts: Record<RegionId, ServerDraftShown>;
  history: History;
  seen: number; // number of the last feed entry
  gap: boolean; // entries are missing: the connection is to resume
  server_ahead_ms: number; // the server's clock minus ours
  lag_ms?: number; // how long the last question took to be answered
}

export const empty_model: Model = {
  drafts: {},
  history: empty_history,
  seen: 0,
  gap: false,
  server_ahead_ms: 0,
};

export function reduce(model: Model, message: ServerMessage, now_ms: number): Model {
  switch (message.type) {
    case "welcome":
      return { ...model, welcome: message, server_ahead_ms: message.server_ms - now_ms };
    case "frame":
      return takeFrame(model, message);
    case "pong":
      // The answer came from half-way between asking and now.
      return {
        ...model,
        server_ahead_ms: message.server_ms - (message.at + now_ms) / 2,
        lag_ms: now_ms - message.at,
      };
    case "lobby":
      return { ...model, lobby: message };
    case "team":
      return { ...model, team: message };
    case "draft":
      return { ...model, drafts: { ...model.drafts, [message.region]: message } };
    default:
      return model;
  }
}

function takeFrame(model: Model, frame: ServerFrame): Model {
  if (frame.number > model.seen + 1) return { ...model, gap: true };
  // What was resumed may begin with what is known.
  const fresh = frame.feed.slice(model.seen + 1 - frame.number);
  return {
    ...model,
    gap: false,
    seen: model.seen + fresh.length,
    history: fresh.length > 0 ? extend(model.history, model.seen + 1, fresh) : model.history,
    view: frame.view ?? model.view,
  };
}
