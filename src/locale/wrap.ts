import { displayWidth } from "./width.js";

/** Puts parts one after the other into lines of at most so many columns; a part that is longer has a line of its own. */
export function wrap(parts: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = (lines.at(-1) ?? "") + part;
    if (lines.length > 0 && displayWidth(line.trimEnd()) <= columns) lines[lines.length - 1] = line;
    else lines.push(part);
  }
  return lines;
}
