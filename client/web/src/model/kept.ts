// What somebody typed and did not send yet, for this tab: it outlives a reload. It stands under the
// seat and the field; what opens the seat, its token, never stands there.
const name = (place: string, field: string) => `dealtafel.kept/${place}/${field}`;

export function readKept<T>(store: Storage, place: string, field: string): T | undefined {
  const text = store.getItem(name(place, field));
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

// Nothing is kept of a field that is as it began.
export function writeKept<T>(store: Storage, place: string, field: string, value: T, began: T) {
  const text = JSON.stringify(value);
  try {
    if (text === JSON.stringify(began)) store.removeItem(name(place, field));
    else store.setItem(name(place, field), text);
  } catch {
    // The browser has no room or keeps nothing: then it is as without.
  }
}
