// The work of each stage, and what stands beside it.
import { useScene } from "../../game";
import { owesAnswers } from "../../model/questions";
import { Accountability } from "./accountability";
import { Agenda } from "./agenda";
import { AtTable } from "./at_table";
import { Brief, Faces } from "./briefing";
import { Contest } from "./contest";
import { Closed, Debrief } from "./debrief";
import { ForecastCard, TableSentence } from "./forecast";
import { FrameworkStage } from "./framework";
import { Lobby } from "./lobby";
import { Negotiation } from "./negotiation";
import { Outcome } from "./outcome";
import type { Proposal } from "./proposal";
import { Questions } from "./questions";
import { Reflection } from "./reflection";

export function Work({ proposal }: { proposal: Proposal }) {
  const scene = useScene();
  const late = owesAnswers(scene) && scene.view.stage !== "briefing";
  return (
    <>
      {late && <Questions when="before" />}
      <StageWork proposal={proposal} />
    </>
  );
}

function StageWork({ proposal }: { proposal: Proposal }) {
  const scene = useScene();
  const home = scene.home?.region; // what is being filled in belongs to one table
  switch (scene.view.stage) {
    case "lobby":
      return (
        <>
          <Lobby />
          <Brief />
        </>
      );
    case "briefing":
      return (
        <>
          <Brief />
          <Questions when="before" />
          <Faces />
        </>
      );
    case "framework":
      return <FrameworkStage />;
    case "agenda":
      return <Agenda key={home} />;
    case "proposal":
      return <Contest />;
    case "negotiation":
      return <Negotiation key={home} proposal={proposal} />;
    case "outcome":
      return <Outcome />;
    case "accountability":
      return <Accountability />;
    case "reflection":
      return <Reflection />;
    case "debrief":
      return (
        <>
          <Questions when="after" />
          <Debrief />
        </>
      );
    case "closed":
      return <Closed />;
  }
}

// Beside the work: what a text would bring, who is at the table.
export function Aside({ proposal }: { proposal: Proposal }) {
  const scene = useScene();
  switch (scene.view.stage) {
    case "agenda":
      return <AtTable key={scene.home?.region} />;
    case "negotiation":
      return (
        <>
          <TableSentence />
          <ForecastCard proposal={proposal} />
        </>
      );
    default:
      return null;
  }
}

// One's own brief, where the work does not begin with it.
export function OwnBrief() {
  const scene = useScene();
  const with_brief = ["lobby", "briefing", "debrief", "closed"];
  return with_brief.includes(scene.view.stage) ? null : <Brief folded />;
}
