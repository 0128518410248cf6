// Makes the list of offsets that a working calendar needs from the host's own time-zone data. The package itself never asks for it: what it answers
// must not depend on the machine. Run it: `npx tsx examples/time-zone.ts Europe/Berlin 2026 2028`, and keep what it prints with the calendar.
import { fileURLToPath } from "node:url";
import type { ZoneChange } from "keyaccount";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The offsets of a time zone by IANA name, and the moments of their changes, in the years from `from` to `to`. */
export function zoneChanges(timeZone: string, from: number, to: number): ZoneChange[] {
  const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const offsetAt = (time: number): string => {
    const name = format.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value ?? "";
    return name === "GMT" ? "+00:00" : name.replace("GMT", "");
  };
  const start = Date.UTC(from, 0, 1);
  const changes: ZoneChange[] = [{ from: null, offset: offsetAt(start) }];
  for (let time = start; time < Date.UTC(to + 1, 0, 1); time += DAY) {
    const offset = offsetAt(time + DAY);
    if (offset !== changes.at(-1)?.offset) changes.push({ from: momentOf(offset, time, time + DAY, offsetAt), offset });
  }
  return changes;
}

/** The first minute with an offset, between a moment without it and one with it. */
function momentOf(offset: string, before: number, after: number, offsetAt: (time: number) => string): string {
  let [low, high] = [before, after];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / (2 * MINUTE)) * MINUTE;
    if (offsetAt(middle) === offset) high = middle;
    else low = middle;
  }
  return new Date(high).toISOString().replace(".000Z", "Z");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , zone = "Europe/Berlin", from = "2026", to = "2030"] = process.argv;
  console.log(JSON.stringify(zoneChanges(zone, Number(from), Number(to)), null, 2));
}
