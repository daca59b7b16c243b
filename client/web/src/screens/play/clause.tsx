// One line of the deal, opened: everybody's money, who takes part, whose goal, what is success.
import { useState } from "preact/hooks";
import { useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { addPartner, removePartner, setMoney } from "../../model/deal";
import type { FeedChallengeCard, Goal, Line, PartyId } from "protocol/messages";
import { Button, PartyName } from "../../parts/basic";
import { Segments, Stepper, TextField } from "../../parts/controls";
import { ChallengeFacts, useCapabilityName } from "./challenge";

const goals: Goal[] = ["region", "joint", "national"];

export function Clause({
  line,
  card,
  table,
  before,
  onChange,
}: {
  line: Line;
  card: FeedChallengeCard;
  table: PartyId[]; // who could take part
  before: Line | undefined;
  onChange: (change: (line: Line) => Line) => void;
}) {
  const words = useWords();
  const scene = useScene();
  const capability = useCapabilityName();
  const payers = [scene.centre, ...line.partners];
  const others = table.filter((id) => !line.partners.includes(id));
  const missing = Object.keys(card.needs).filter(
    (need) => !line.partners.some((id) => scene.can(id, need)),
  );
  return (
    <div class="clause-open">
      <ChallengeFacts card={card} />
      <div class="payers">
        {payers.map((id) => (
          <div class="payer" key={id}>
            <span>
              <PartyName party={scene.party(id)} short you={id === scene.me} />
              <small class="quiet">
                <Was now={line.money[id] ?? 0} before={before?.money[id] ?? 0} />
                {brings(id).length > 0 &&
                  words.t("page.deal.can", { what: brings(id).map(capability).join(", ") })}
              </small>
            </span>
            <Stepper
              label={words.t("page.deal.amount_of", {
                party: words.text(scene.party(id)?.title),
              })}
              value={line.money[id] ?? 0}
              onChange={(value) => onChange((held) => setMoney(held, id, value))}
            />
            {id !== scene.centre && (
              <Button
                link
                about={words.text(scene.party(id)?.title)}
                onPress={() => onChange((held) => removePartner(held, id))}
              >
                {words.t("page.deal.remove")}
              </Button>
            )}
          </div>
        ))}
      </div>
      {missing.length > 0 && (
        <p class="small mind">
          <b>{words.t("page.word.mind")}</b>{" "}
          {words.t("page.deal.nobody_can", { what: missing.map(capability).join(", ") })}
        </p>
      )}
      <AddPartner
        others={others}
        card={card}
        onAdd={(id) => onChange((held) => addPartner(held, id))}
      />
      <Segments
        label={words.t("page.deal.whose_goal")}
        choices={goals.map((value) => ({ value, label: words.t(`goal.${value}`) }))}
        value={line.goal}
        onChange={(goal) => onChange((held) => ({ ...held, goal }))}
      />
      <p class="small quiet">{words.t(`goal.${line.goal}.meaning`)}</p>
      <TextField
        label={words.t("page.deal.success")}
        hint={words.t("page.deal.success_hint")}
        value={line.result}
        rows={2}
        onChange={(result) => onChange((held) => ({ ...held, result }))}
      />
    </div>
  );

  // What a party brings of what this challenge needs.
  function brings(id: PartyId): string[] {
    return Object.keys(card.needs).filter((need) => scene.can(id, need));
  }
}

function Was({ now, before }: { now: number; before: number }) {
  const words = useWords();
  if (now === before) return null;
  return <>{words.t("page.deal.was", { amount: words.number(before, 1) })} </>;
}

function AddPartner({
  others,
  card,
  onAdd,
}: {
  others: PartyId[];
  card: FeedChallengeCard;
  onAdd: (party: PartyId) => void;
}) {
  const words = useWords();
  const scene = useScene();
  const capability = useCapabilityName();
  const [chosen, setChosen] = useState("");
  if (others.length === 0) return null;
  const label = (id: PartyId) => {
    const can = Object.keys(card.needs).filter((need) => scene.can(id, need));
    const title = words.text(scene.party(id)?.title);
    if (can.length === 0) return title;
    return `${title} (${words.t("page.deal.can", { what: can.map(capability).join(", ") })})`;
  };
  return (
    <div class="invite">
      <label>
        <span>{words.t("page.deal.add_partner")}</span>
        <select
          class="input"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">{words.t("page.table.choose")}</option>
          {others.map((id) => (
            <option key={id} value={id}>
              {label(id)}
            </option>
          ))}
        </select>
      </label>
      <Button
        reason={chosen === "" ? words.t("page.table.choose_first") : undefined}
        onPress={() => {
          onAdd(chosen);
          setChosen("");
        }}
      >
        {words.t("page.deal.add")}
      </Button>
    </div>
  );
}
