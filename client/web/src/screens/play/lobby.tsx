// Before the game begins: who is there.
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { Card, PartyName } from "../../parts/basic";

export function Lobby() {
  const words = useWords();
  const scene = useScene();
  const { model } = useGame();
  const seats = model.lobby?.games.find((game) => game.game === scene.welcome.game)?.seats ?? [];
  return (
    <Card title={words.t("page.lobby.who")}>
      <ul class="seats">
        {scene.parties.map((party) => {
          const seat = seats.find((held) => held.party === party.id);
          return (
            <li key={party.id} class={seat?.names.length ? "" : "free"}>
              <PartyName party={party} />
              <small class="quiet">
                {seat?.names.length ? words.list(seat.names) : words.t("page.join.free")}
              </small>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
