// Play time, which stands still while a game is paused, against the clock on the wall.
import type { GameView } from "protocol/messages";

export interface Remaining {
  ms?: number; // of this stage; none where it has no length
  running: boolean;
  ends_wall_ms?: number; // when it ends if nothing stops it
}

export function playMs(view: GameView, server_ms: number): number {
  const { running, anchor_play_ms, anchor_wall_ms } = view.clock;
  return anchor_play_ms + (running ? Math.max(0, server_ms - anchor_wall_ms) : 0);
}

export function remaining(view: GameView, server_ms: number): Remaining {
  const { running } = view.clock;
  if (view.stage_ends_ms === undefined) return { running };
  const ms = Math.max(0, view.stage_ends_ms - playMs(view, server_ms));
  return { ms, running, ends_wall_ms: running ? server_ms + ms : undefined };
}

// Minutes and seconds, as in a sentence: 7:42.
export function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// The same as on a clock: 07:42.
export function clockText(ms: number): string {
  return durationText(ms).padStart(5, "0");
}
