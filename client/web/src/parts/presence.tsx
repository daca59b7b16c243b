// Whether a seat's people are here, in words; of who is gone also for how long and until when.
import { useGame, useScene } from "../game";
import { useWords } from "../i18n/context";
import { durationText } from "../model/clock";
import { goneOf } from "../model/presence";
import type { PartyId } from "protocol/messages";
import { useServerNow } from "./clock";

export function PresenceText({ party }: { party: PartyId }) {
  const words = useWords();
  const view = useScene().view.parties[party];
  if (view?.grace_ends_ms !== undefined) return <GoneText party={party} />;
  return <>{words.t(`page.presence.${view?.presence ?? "bot"}`)}</>;
}

// Apart, for only this one counts along.
function GoneText({ party }: { party: PartyId }) {
  const words = useWords();
  const { model } = useGame();
  const gone = goneOf(useScene(), party, useServerNow(model.server_ahead_ms));
  if (gone === undefined) return null;
  // Whole seconds that are over, and those that are left: together the grace.
  const whole_ms = gone.for_ms - (gone.for_ms % 1000);
  const values = { gone: durationText(whole_ms), left: durationText(gone.left_ms) };
  return <>{words.t(`page.presence.gone.${gone.then}`, values)}</>;
}
