// What this browser keeps between visits: who a person is in a session, and a facilitator's links.
import type { HttpSeatTaken, HttpSessionCreated } from "protocol/messages";

function read<T>(key: string): T | undefined {
  const text = localStorage.getItem(key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

export function keepSeat(code: string, seat: HttpSeatTaken): void {
  localStorage.setItem(`dealtafel.seat.${code}`, JSON.stringify(seat));
}

export function keptSeat(code: string): HttpSeatTaken | undefined {
  return read(`dealtafel.seat.${code}`);
}

export function forgetSeat(code: string): void {
  localStorage.removeItem(`dealtafel.seat.${code}`);
}

export function keepSession(session: HttpSessionCreated): void {
  localStorage.setItem(`dealtafel.session.${session.code}`, JSON.stringify(session));
}

export function keptSession(code: string): HttpSessionCreated | undefined {
  return read(`dealtafel.session.${code}`);
}
