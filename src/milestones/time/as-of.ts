import { dayOf, isAfter } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { Path } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import type { Deal } from "./deal.js";
import type { Source } from "./source.js";

/** The day or moment of a question; an error where it is none. */
export function demandAsOf(asOf: unknown): string {
  if (typeof asOf !== "string" || dayOf(asOf) === null) {
    const received = typeof asOf === "string" ? print(asOf) : typeof asOf;
    throwIssues([{ code: "not-a-date", path: ["asOf"], details: { received } }]);
  }
  return asOf as string;
}

/** Notes what happened after `asOf`, and stays that end before they begin. */
export function checkOrder({ path, issues }: Source, { at, won, closing, stays }: Deal, asOf: string): void {
  const check = (time: string | null, ...below: Path): void => {
    if (time === null || !isLater(time, asOf)) return;
    issues.push({ code: "observed-after-as-of", path: [...path, ...below], details: { observedAt: time, asOf } });
  };
  check(at, "at");
  check(won?.at ?? null, "won", "at");
  check(closing?.at ?? null, "closings");
  stays.forEach(({ entered, left }, index) => {
    check(entered, "stays", index, "entered");
    check(left, "stays", index, "left");
    if (entered === null || left === null || !isLater(entered, left)) return;
    issues.push({ code: "out-of-order", path: [...path, "stays", index], details: { earlier: entered, later: left } });
  });
}

/** `isAfter`, quick where the days tell. */
function isLater(time: string, other: string): boolean {
  return time.slice(0, 10) >= other.slice(0, 10) && isAfter(time, other);
}
