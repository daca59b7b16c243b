// Joining: a name, then a seat. The address of the seat is the key to it.
import { useEffect, useState } from "preact/hooks";
import { useWords } from "../i18n/context";
import { sessionInfo, takeSeat } from "../net/http";
import type { HttpSessionInfo, PartyId, PartyInfo } from "protocol/messages";
import { Button, Glyph } from "../parts/basic";
import { Segments, TextField } from "../parts/controls";
import { Refusal } from "../parts/refusal";
import { go } from "../router";
import { Frame } from "./frame";

export function JoinScreen({ code }: { code: string }) {
  const words = useWords();
  const [info, setInfo] = useState<HttpSessionInfo>();
  const [refusal, setRefusal] = useState<string>();
  const [name, setName] = useState("");
  const [named, setNamed] = useState(false);
  const load = async () => {
    const outcome = await sessionInfo(code);
    if (outcome.ok) setInfo(outcome.value);
    else setRefusal(outcome.code);
  };
  useEffect(() => {
    void load();
  }, [code]);
  // Who sits where changes while one chooses.
  useEffect(() => {
    const timer = setInterval(() => void load(), 5000);
    return () => clearInterval(timer);
  }, [code]);

  if (info === undefined) {
    return (
      <Frame title={words.t("page.join.title")}>
        {refusal === undefined ? (
          <p class="quiet">{words.t("page.loading")}</p>
        ) : (
          <>
            <Refusal code={refusal} />
            <p>
              <a href="/">{words.t("page.join.other_code")}</a>
            </p>
          </>
        )}
      </Frame>
    );
  }
  if (!named) {
    return (
      <Frame title={words.t("page.join.title")} step={words.t("page.join.step", { step: 1 })}>
        <p class="good-text">✓ {words.text(info.scenario.title)}</p>
        <TextField
          label={words.t("page.join.name")}
          hint={words.t("page.join.name_hint")}
          value={name}
          maxLength={60}
          onChange={setName}
          onEnter={() => name.trim() !== "" && setNamed(true)}
        />
        <div class="buttons">
          <Button
            main
            reason={name.trim() === "" ? words.t("page.join.name_first") : undefined}
            onPress={() => setNamed(true)}
          >
            {words.t("page.next")}
          </Button>
        </div>
        <p class="small quiet">{words.t("page.join.no_account")}</p>
      </Frame>
    );
  }
  return <ChooseSeat code={code} info={info} name={name.trim()} onBack={() => setNamed(false)} />;
}

function ChooseSeat({
  code,
  info,
  name,
  onBack,
}: {
  code: string;
  info: HttpSessionInfo;
  name: string;
  onBack: () => void;
}) {
  const words = useWords();
  const several = info.games.length > 1;
  // The game to sit in; -1 leaves it to the server.
  const [game, setGame] = useState<number>(several ? -1 : 0);
  const [chosen, setChosen] = useState<PartyId>();
  const [refusal, setRefusal] = useState<string>();
  const names = (party: PartyId): string[] =>
    info.games
      .filter((held) => held.game === game)
      .flatMap((held) => held.seats.find((seat) => seat.party === party)?.names ?? []);
  const sit = async () => {
    const outcome = await takeSeat(code, {
      game: game < 0 ? undefined : game,
      party: chosen!,
      name,
    });
    if (!outcome.ok) {
      setRefusal(outcome.code);
      return;
    }
    go(`/play/${code}#${outcome.value.token}`);
  };
  const party = info.scenario.parties.find((held) => held.id === chosen);
  return (
    <Frame
      title={words.t("page.join.seat_title", { name })}
      step={words.t("page.join.step", { step: 2 })}
    >
      <p class="quiet">{words.t("page.join.seat_hint")}</p>
      {several && (
        <Segments
          label={words.t("page.join.game")}
          choices={[
            { value: -1, label: words.t("page.join.any_game") },
            ...info.games.map((held) => ({ value: held.game, label: String(held.game + 1) })),
          ]}
          value={game}
          onChange={setGame}
        />
      )}
      <fieldset class="cards">
        <legend class="hidden-text">{words.t("page.join.seats")}</legend>
        {info.scenario.parties.map((held) => (
          <SeatOption
            key={held.id}
            party={held}
            names={names(held.id)}
            chosen={held.id === chosen}
            onChoose={() => setChosen(held.id)}
          />
        ))}
      </fieldset>
      <div class="bottom-bar">
        {party !== undefined && (
          <p class="small">
            <b>{words.text(party.title)}</b> {words.text(party.public_face)}
          </p>
        )}
        <Refusal code={refusal} />
        <div class="buttons">
          <Button onPress={onBack}>{words.t("page.back")}</Button>
          <Button
            main
            reason={chosen === undefined ? words.t("page.join.seat_first") : undefined}
            onPress={sit}
          >
            {words.t("page.join.sit")}
          </Button>
        </div>
      </div>
    </Frame>
  );
}

function SeatOption({
  party,
  names,
  chosen,
  onChoose,
}: {
  party: PartyInfo;
  names: string[];
  chosen: boolean;
  onChoose: () => void;
}) {
  const words = useWords();
  return (
    <label class="option seat">
      <input type="radio" name="seat" checked={chosen} onChange={onChoose} />
      <Glyph kind={party.kind} />
      <span>
        <b>{words.text(party.title)}</b>
        <small class="quiet">
          {names.length === 0
            ? words.t("page.join.free")
            : words.t("page.join.together", { names: words.list(names) })}
        </small>
      </span>
    </label>
  );
}
