// The word scale of a tension.
export type Tension = "partnership" | "steering" | "hierarchy";
export const tensions: readonly Tension[] = ["partnership", "steering", "hierarchy"];
export type Strength = "middle" | "slight" | "clear" | "extreme";
export type Side = "low" | "high";

// Below 0.15 the middle, below 0.5 slightly, below 0.8 clearly, else extremely.
export function strength(value: number): Strength {
  const size = Math.abs(value);
  if (size < 0.15) return "middle";
  if (size < 0.5) return "slight";
  if (size < 0.8) return "clear";
  return "extreme";
}

export function side(value: number): Side {
  return value < 0 ? "low" : "high";
}
