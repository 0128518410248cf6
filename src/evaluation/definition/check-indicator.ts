import type { Path, ScorecardIssue } from "../../ground/issue.js";
import { type DecimalString, exactly } from "../../ground/numeral.js";
import { compare } from "../../ground/rational.js";
import type { Indicator } from "./kinds.js";

/** Whether a decimal is below another. */
export function isBelow(a: DecimalString, b: DecimalString): boolean {
  return compare(exactly(a), exactly(b)) < 0;
}

/** Checks what only the parts of one indicator together show. */
export function checkIndicator(indicator: Indicator, path: Path, issues: ScorecardIssue[]): void {
  switch (indicator.kind) {
    case "ratio": {
      const { standard, cap, floor } = indicator;
      if (!isBelow("0", standard))
        issues.push({ code: "standard-not-positive", path: [...path, "standard"], details: { standard } });
      if (cap !== undefined && floor !== undefined && isBelow(cap, floor)) {
        issues.push({ code: "cap-below-floor", path: [...path, "cap"], details: { cap, floor } });
      }
      break;
    }
    case "standard-score": {
      const { standard, best, weight, min, max } = indicator;
      if (standard === best)
        issues.push({ code: "best-equals-standard", path: [...path, "best"], details: { standard } });
      if (!isBelow(weight, max) || isBelow(weight, min)) {
        issues.push({ code: "weight-not-between", path: [...path, "max"], details: { weight, min, max } });
      }
      break;
    }
    case "interpolate":
      checkKnots(indicator.knots, path, issues);
      break;
    case "bands":
      checkBands(indicator.bands, path, issues);
      break;
    case "choice":
    case "flag":
    case "share":
      break;
    case "rating": {
      const { min, max } = indicator;
      if (!isBelow(min, max)) issues.push({ code: "empty-range", path: [...path, "max"], details: { min, max } });
    }
  }
}

function checkKnots(
  knots: Extract<Indicator, { kind: "interpolate" }>["knots"],
  path: Path,
  issues: ScorecardIssue[],
): void {
  const places = knots.map(({ at }) => at);
  const [first = "0", second = "0"] = places;
  const isRising = isBelow(first, second);
  places.forEach((at, index) => {
    const previous = places[index - 1];
    if (previous === undefined || (isRising ? isBelow(previous, at) : isBelow(at, previous))) return;
    issues.push({ code: "knots-unordered", path: [...path, "knots", index, "at"], details: { at } });
  });
}

function checkBands(bands: Extract<Indicator, { kind: "bands" }>["bands"], path: Path, issues: ScorecardIssue[]): void {
  bands.forEach(({ from }, index) => {
    const at = [...path, "bands", index, "from"];
    const before = bands[index - 1]?.from;
    if (before === undefined) {
      if (from !== null) issues.push({ code: "bands-gap", path: at, details: { from } });
    } else if (from === null || (before !== null && !isBelow(before, from))) {
      issues.push({ code: "bands-overlap", path: at, details: { from: from ?? "null" } });
    }
  });
}
