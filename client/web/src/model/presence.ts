// Whose people are gone: for how long, and what happens to their seat when.
import type { DropOut, PartyId } from "protocol/messages";
import { playMs } from "./clock";
import type { Scene } from "./scene";

export interface Gone {
  for_ms: number; // of play time, as the grace counts
  left_ms: number;
  then: DropOut;
}

// Nothing where the seat's people are here, or were gone for too long already.
export function goneOf(scene: Scene, id: PartyId, server_ms: number): Gone | undefined {
  const ends_ms = scene.view.parties[id]?.grace_ends_ms;
  if (ends_ms === undefined) return undefined;
  const { drop_out, grace_seconds } = scene.rules;
  const grace_ms = 1000 * grace_seconds;
  const left_ms = Math.min(grace_ms, Math.max(0, ends_ms - playMs(scene.view, server_ms)));
  // Some seats are never empty.
  const party = scene.party(id);
  const kept = id === scene.centre || party?.lead === true || party?.required === true;
  const then = drop_out === "vacant" && kept ? "bot" : drop_out;
  return { for_ms: grace_ms - left_ms, left_ms, then };
}
