import { quickDayNumber } from "../../ground/calendar/days.js";
import { dayOf, isAfter } from "../../ground/dates.js";
import type { ArgumentIssue, Path } from "../../ground/issue.js";
import { show } from "../../ground/show.js";
import type { Deal } from "./deal.js";
import { pathOf, type Source } from "./source.js";

/** What is wrong with the day or moment of a question. */
export function asOfIssues(asOf: unknown): ArgumentIssue[] {
  return dayOf(asOf) === null ? [{ code: "not-a-date", path: ["asOf"], details: { received: show(asOf) } }] : [];
}

/** Notes what happened after `asOf`, and stays that end before they begin. */
export function checkOrder({ place, issues }: Source, { at, won, closing, stays }: Deal, asOf: string): void {
  const check = (time: string | null, ...below: Path): void => {
    if (time === null || !isLater(time, asOf)) return;
    issues.push({ code: "observed-after-as-of", path: pathOf(place, ...below), details: { observedAt: time, asOf } });
  };
  check(at, "at");
  check(won?.at ?? null, "won", "at");
  check(closing?.at ?? null, "closings");
  stays.forEach(({ entered, left }, index) => {
    check(entered, "stays", index, "entered");
    check(left, "stays", index, "left");
    if (entered === null || left === null || !isLater(entered, left)) return;
    const details = { earlier: entered, later: left };
    issues.push({ code: "out-of-order", path: pathOf(place, "stays", index), details });
  });
}

const DAY_LENGTH = 10;
const MOMENT_LENGTH = 20;

/** `isAfter`, quick for days and for moments without decimals. */
function isLater(time: string, other: string): boolean {
  if (time.length === other.length && (time.length === DAY_LENGTH || time.length === MOMENT_LENGTH))
    return time > other;
  const isMixed = time.length === DAY_LENGTH || other.length === DAY_LENGTH;
  return isMixed ? dayIn(time) > dayIn(other) + 1 : isAfter(time, other);
}

function dayIn(time: string): number {
  return quickDayNumber(time.slice(0, DAY_LENGTH)) as number;
}
