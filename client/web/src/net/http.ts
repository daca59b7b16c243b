// The HTTP interface: what is done before there is a connection to a game.
import type {
  HttpCreateSession,
  HttpError,
  HttpScenarios,
  HttpSeatTaken,
  HttpSessionCreated,
  HttpSessionInfo,
  HttpTakeSeat,
} from "protocol/messages";

// Where nothing came back at all.
export const no_connection = "no-connection";

// What came back: a value, or the code of a refusal.
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: string };

async function ask<T>(path: string, body?: unknown): Promise<Outcome<T>> {
  try {
    const response = await fetch(path, {
      method: body === undefined ? "GET" : "POST",
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const value: unknown = await response.json();
    if (response.ok) return { ok: true, value: value as T };
    return { ok: false, code: (value as HttpError).refusal.code };
  } catch {
    return { ok: false, code: no_connection };
  }
}

export function scenarios(): Promise<Outcome<HttpScenarios>> {
  return ask("/api/scenarios");
}

export function createSession(wish: HttpCreateSession): Promise<Outcome<HttpSessionCreated>> {
  return ask("/api/sessions", wish);
}

export function sessionInfo(code: string): Promise<Outcome<HttpSessionInfo>> {
  return ask(`/api/sessions/${code}`);
}

export function takeSeat(code: string, wish: HttpTakeSeat): Promise<Outcome<HttpSeatTaken>> {
  return ask(`/api/sessions/${code}/seats`, wish);
}
