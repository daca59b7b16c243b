// A state that outlives a reload: for all that somebody types or sets before it is sent.
import { useRef, useState } from "preact/hooks";
import { useGame } from "../game";
import { readKept, writeKept } from "../model/kept";

type Next<T> = T | ((before: T) => T);

// `field` names it within the seat; what belongs to one round or one region says so in its name.
export function useKept<T>(field: string, began: T): [T, (next: Next<T>) => void] {
  const { code, model } = useGame();
  const { game, party, role, member } = model.welcome ?? {};
  const place = [code, game, party ?? role, member].join("/");
  const read = () => readKept<T>(sessionStorage, place, field) ?? began;
  const held = useRef<{ key: string; value: T }>();
  const [, draw] = useState({});
  const key = `${place}/${field}`;
  if (held.current?.key !== key) held.current = { key, value: read() };
  const set = (next: Next<T>) => {
    const before = held.current!.key === key ? held.current!.value : read();
    const value = typeof next === "function" ? (next as (before: T) => T)(before) : next;
    writeKept(sessionStorage, place, field, value, began);
    if (held.current!.key !== key) return; // another field stands there by now
    held.current = { key, value };
    draw({});
  };
  return [held.current.value, set];
}
