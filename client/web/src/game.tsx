// A game on this page: one connection, the model that its messages lead to, and what screens use
// of both.
import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { hasChosenLanguage, useLanguage } from "./i18n/context";
import { isLanguage } from "./i18n/words";
import { empty_model, reduce, type Model } from "./model/model";
import { sceneOf, type Scene } from "./model/scene";
import { browserWorld, clientName } from "./net/browser";
import { Connection, type ConnectionState } from "./net/connection";
import type {
  Act,
  Command,
  Deal,
  RegionId,
  ServerAnswer,
  ServerForecastAnswer,
} from "protocol/messages";

export interface Game {
  code: string;
  model: Model;
  scene: Scene | undefined;
  state: ConnectionState;
  unanswered: number; // what was sent and has no answer yet
  refusal: string | undefined; // code of the last command that was refused
  clearRefusal(): void;
  // True when it was done; a refusal is shown by the page.
  send(command: Command): Promise<boolean>;
  act(act: Act, game?: number): Promise<boolean>;
  forecast(region: RegionId, of: { version?: number; deal?: Deal }): Promise<ServerForecastAnswer>;
  draft(region: RegionId, text: string): void;
  // Takes the pen of one's team, or gives it to the member with that number.
  pen(to?: number): Promise<boolean>;
  // Another region's table, where a scenario has several.
  lookAt(region: RegionId): void;
}

const GameContext = createContext<Game | undefined>(undefined);

export function GameProvider({
  code,
  token,
  game,
  children,
}: {
  code: string;
  token?: string;
  game?: number;
  children: ComponentChildren;
}) {
  const [model, setModel] = useState<Model>(empty_model);
  const [state, setState] = useState<ConnectionState>({ kind: "connecting" });
  const [unanswered, setUnanswered] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const [looking, setLooking] = useState<RegionId>();
  const newest = useRef<Model>(empty_model);
  const connection = useRef<Connection>();
  const { choose } = useLanguage();

  useEffect(() => {
    newest.current = empty_model;
    setModel(empty_model);
    setUnanswered(0);
    const made = new Connection(
      browserWorld(code),
      { client: clientName(), token, game },
      () => newest.current.seen,
      {
        message: (message) => {
          newest.current = reduce(newest.current, message, Date.now());
          setModel(newest.current);
          if (newest.current.gap) made.resume();
          if (message.type === "welcome" && !hasChosenLanguage() && isLanguage(message.language)) {
            choose(message.language);
          }
        },
        state: setState,
        unanswered: setUnanswered,
      },
    );
    connection.current = made;
    const wake = () => {
      if (document.visibilityState === "visible") made.wake();
    };
    addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    return () => {
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
      made.close();
    };
  }, [code, token, game]);

  const scene = useMemo(() => sceneOf(model, looking), [model, looking]);
  const done = async (answer: Promise<ServerAnswer>): Promise<boolean> => {
    const { refusal: refused } = await answer;
    setRefusal(refused?.code);
    return refused === undefined;
  };
  const value: Game = {
    code,
    model,
    scene,
    state,
    unanswered,
    refusal,
    clearRefusal: () => setRefusal(undefined),
    send: (command) => done(connection.current!.command(command)),
    act: (act, of) => done(connection.current!.act(act, of)),
    forecast: (region, of) => connection.current!.forecast(region, of),
    draft: (region, text) => connection.current!.draft(region, text),
    pen: (to) => done(connection.current!.pen(to)),
    lookAt: setLooking,
  };
  return <GameContext.Provider value={value}>{children}</GameContext.Provider>;
}

export function useGame(): Game {
  const game = useContext(GameContext);
  if (game === undefined) throw new Error("no game was provided");
  return game;
}

// The scene, for screens that are shown only once there is one.
export function useScene(): Scene {
  const { scene } = useGame();
  if (scene === undefined) throw new Error("nothing was heard of the game yet");
  return scene;
}
