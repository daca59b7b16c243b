// Which screen an address stands for.
import { useEffect, useState } from "preact/hooks";

export type Route =
  | { screen: "start" }
  | { screen: "join"; code: string }
  | { screen: "play"; code: string; token: string | undefined }
  | { screen: "console"; code: string; token: string | undefined }
  | { screen: "screen"; code: string; game: number }
  | { screen: "nowhere" };

export function routeOf(pathname: string, hash: string, search: string): Route {
  const [, screen, code = "", rest] = pathname.split("/");
  if (rest !== undefined && rest !== "") return { screen: "nowhere" };
  if (screen === "" || screen === undefined) return { screen: "start" };
  const upper = code.toUpperCase();
  if (upper === "") return { screen: "nowhere" };
  // A token stands in the fragment: browsers send it to no server and to no other page.
  const token = hash.length > 1 ? hash.slice(1) : undefined;
  switch (screen) {
    case "join":
      return { screen, code: upper };
    case "play":
    case "console":
      return { screen, code: upper, token };
    case "screen": {
      const game = Number(new URLSearchParams(search).get("game") ?? "1");
      return { screen, code: upper, game: Number.isInteger(game) && game > 0 ? game - 1 : 0 };
    }
    default:
      return { screen: "nowhere" };
  }
}

const moved = "dealtafel-moved";

export function go(path: string): void {
  history.pushState(null, "", path);
  dispatchEvent(new Event(moved));
  scrollTo(0, 0);
}

export function useRoute(): Route {
  const now = () => routeOf(location.pathname, location.hash, location.search);
  const [route, setRoute] = useState<Route>(now);
  useEffect(() => {
    const update = () => setRoute(now());
    for (const event of ["popstate", "hashchange", moved]) addEventListener(event, update);
    return () => {
      for (const event of ["popstate", "hashchange", moved]) removeEventListener(event, update);
    };
  }, []);
  return route;
}
