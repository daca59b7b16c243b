// All games of the session, a row each.
import { useGame, useScene } from "../../game";
import { useWords } from "../../i18n/context";
import { shortName } from "../../i18n/names";
import { Button, Card, Scroll } from "../../parts/basic";

export function Games({ game, onChoose }: { game: number; onChoose: (game: number) => void }) {
  const words = useWords();
  const scene = useScene();
  const { model } = useGame();
  const games = model.lobby?.games ?? [];
  return (
    <Card title={words.t("page.console.games")}>
      <Scroll label={words.t("page.console.games")}>
        <table class="games">
          <thead>
            <tr>
              <th scope="col">{words.t("page.console.game")}</th>
              <th scope="col">{words.t("page.console.stage")}</th>
              <th scope="col">{words.t("page.console.people")}</th>
              <th scope="col">{words.t("page.console.away")}</th>
            </tr>
          </thead>
          <tbody>
            {games.map((held) => {
              const taken = held.seats.filter((seat) => seat.names.length > 0).length;
              const away = held.seats
                .filter((seat) => seat.presence === "away")
                .map((seat) => shortName(words, scene.party(seat.party)));
              return (
                <tr key={held.game} class={held.game === game ? "chosen" : ""}>
                  <th scope="row">
                    {held.game === game ? (
                      held.game + 1
                    ) : (
                      <Button
                        link
                        about={words.t("page.console.choose_game")}
                        onPress={() => onChoose(held.game)}
                      >
                        {held.game + 1}
                      </Button>
                    )}
                  </th>
                  <td>
                    {words.t(`stage.${held.stage}`)}
                    {held.round > 0 && ` ${held.round}`}
                  </td>
                  <td>{words.t("page.console.taken", { taken, seats: held.seats.length })}</td>
                  <td>{away.length > 0 ? away.join(", ") : "–"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}
