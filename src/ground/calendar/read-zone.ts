import type { Path } from "../issue.js";
import type { Json } from "../json.js";
import { print } from "../print.js";
import type { ZoneChange } from "./calendar.js";
import { instantText, minuteOf, offsetMinutes } from "./clock.js";
import { type Issues, readList, readRecord, readText } from "./read.js";

const MOST_CHANGES = 10_000;

/** One offset, or the list of its changes, the first of which holds since ever. */
export function readZone(value: Json | undefined, issues: Issues): ZoneChange[] {
  if (value === undefined || typeof value === "string") {
    return [{ from: null, offset: readOffset(value, ["zone"], issues) }];
  }
  const list = readList(value, MOST_CHANGES, ["zone"], issues);
  if (Array.isArray(value) && value.length === 0) {
    issues.push({ code: "too-few", path: ["zone"], details: { least: 1, received: 0 } });
  }
  const changes = list.map((entry, index) => readChange(entry, index, issues));
  changes.slice(1).forEach(({ from }, index) => {
    const before = changes[index]?.from ?? null;
    if (before === null || from === null || before < from) return;
    issues.push({ code: "out-of-order", path: ["zone", index + 1, "from"], details: { earlier: before, later: from } });
  });
  return changes;
}

function readChange(entry: Json, index: number, issues: Issues): ZoneChange {
  const path = ["zone", index];
  const { from, offset } = readRecord(entry, ["from", "offset"], path, issues);
  return {
    from: readFrom(from, index, [...path, "from"], issues),
    offset: readOffset(offset, [...path, "offset"], issues),
  };
}

/** The first change holds since ever, and only the first; the others begin at a whole minute. */
function readFrom(from: Json | undefined, index: number, path: Path, issues: Issues): string | null {
  if (index > 0) return readText(from, wholeMinute, "not-a-date", path, issues);
  if (from === null) return null;
  const details = { expected: "null", received: from === undefined ? "undefined" : print(from) } as const;
  issues.push({ code: "wrong-type", path, details });
  return null;
}

function wholeMinute(text: string): string | null {
  const minute = minuteOf(text);
  const whole = minute === null ? null : instantText(minute);
  return whole !== null && /:00(\.0+)?Z$/.test(text) ? whole : null;
}

function readOffset(value: Json | undefined, path: Path, issues: Issues): string {
  const read = (text: string): string | null => (offsetMinutes(text) === null ? null : text);
  return readText(value, read, "not-an-offset", path, issues) ?? "+00:00";
}
