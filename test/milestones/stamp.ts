import { ODD_IDS } from "./random-work.js";

/** A moment so many minutes after a morning in November. */
export const minute = (count: number): string => {
  const two = (value: number): string => String(value).padStart(2, "0");
  const [day, hour] = [2 + Math.floor(count / 1440), Math.floor(count / 60) % 24];
  return `2026-11-${two(day)}T${two(hour)}:${two(count % 60)}:00Z`;
};

/** Id and time of a command; each id once in a walk, and odd ones among them. */
export const stampOf = (count: number): { readonly id: string; readonly at: string } => ({
  id: ODD_IDS[count - 4] ?? `c${String(count)}`,
  at: minute(count),
});
