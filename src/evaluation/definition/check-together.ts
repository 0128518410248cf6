import type { Path } from "../../ground/issue.js";
import { decimalsOf, exactly, printDecimal, sum } from "../../ground/numeral.js";
import { compare, type Rational, rational, tenTo, times } from "../../ground/rational.js";
import { MOST_TICKS } from "../exact/ticks.js";
import { isBelow } from "./read-indicator.js";
import { highestScore, pointsRange } from "./range.js";
import type { Reader } from "./reader.js";
import type { Condition, Scorecard } from "./scorecard.js";

/** Checks what only the whole scorecard shows: weights against the total, references, reachable grades, exactness. */
export function checkTogether(reader: Reader, card: Scorecard): void {
  checkWeights(reader, card);
  checkGroups(reader, card);
  checkPrecision(reader, card);
  checkGrades(reader, card);
  checkLimits(reader, card);
}

function checkWeights(reader: Reader, { indicators, total }: Scorecard): void {
  const weights = sum(Object.values(indicators).map(({ weight }) => exactly(weight)));
  if (compare(weights, exactly(total)) === 0) return;
  reader.issues.push({ code: "weights-not-total", path: ["indicators"], details: { sum: printDecimal(weights), total } });
}

function checkGroups(reader: Reader, { indicators, groups }: Scorecard): void {
  for (const [id, { group }] of Object.entries(indicators)) {
    if (group === undefined || Object.hasOwn(groups, group)) continue;
    reader.issues.push({ code: "unknown-group", path: ["indicators", id, "group"], details: { group } });
  }
}

function checkPrecision(reader: Reader, { indicators, total, scale }: Scorecard): void {
  const most = { n: BigInt(MOST_TICKS), d: 1n };
  const weights = Object.values(indicators).map(({ weight }) => exactly(weight));
  const decimals = Math.max(scale, ...weights.map((weight) => decimalsOf(weight) ?? 0));
  if (compare(times(exactly(total), { n: tenTo(decimals), d: 1n }), most) > 0) {
    reader.issues.push({ code: "too-precise", path: ["total"], details: { received: total } });
    return;
  }
  const highestShare = times(rational(BigInt(MOST_TICKS), tenTo(scale)), inverse(exactly(total)));
  for (const [id, indicator] of Object.entries(indicators)) {
    const { least, most: top } = pointsRange(indicator);
    const bound = times(highestShare, exactly(indicator.weight));
    const beyond = [least, top].find((points) => points !== null && compare(absolute(points), bound) > 0);
    if (beyond) reader.issues.push({ code: "points-too-large", path: ["indicators", id], details: { received: printDecimal(beyond) } });
  }
}

function inverse({ n, d }: Rational): Rational {
  return rational(d, n);
}

function absolute({ n, d }: Rational): Rational {
  return { n: n < 0n ? -n : n, d };
}

function checkGrades(reader: Reader, card: Scorecard): void {
  const highest = highestScore(card);
  const seen = new Set<string>();
  card.grades.forEach(({ grade, from }, index) => {
    const path: Path = ["grades", index];
    if (seen.has(grade)) reader.issues.push({ code: "duplicate-grade", path: [...path, "grade"], details: { grade } });
    seen.add(grade);
    if (from === null) {
      if (index < card.grades.length - 1) reader.issues.push({ code: "grades-unordered", path: [...path, "from"], details: { grade } });
      return;
    }
    const before = card.grades[index - 1]?.from;
    if (before !== undefined && before !== null && !isBelow(from, before)) {
      reader.issues.push({ code: "grades-unordered", path: [...path, "from"], details: { grade } });
    }
    if (index === card.grades.length - 1) reader.issues.push({ code: "grades-gap", path: [...path, "from"], details: { grade } });
    if (highest !== null && compare(exactly(from), highest) > 0) {
      const details = { grade, from, highest: printDecimal(highest) };
      reader.issues.push({ code: "unreachable-grade", path: [...path, "from"], details });
    }
  });
}

function checkLimits(reader: Reader, card: Scorecard): void {
  card.limits.forEach(({ when, grade }, index) => {
    const path: Path = ["limits", index];
    if (!card.grades.some((step) => step.grade === grade)) {
      reader.issues.push({ code: "unknown-grade", path: [...path, "grade"], details: { grade } });
    }
    checkCondition(reader, card, when, [...path, "when"]);
  });
}

function checkCondition(reader: Reader, { indicators }: Scorecard, when: Condition, path: Path): void {
  const { indicator: id, ...asked } = when;
  const indicator = Object.hasOwn(indicators, id) ? indicators[id] : undefined;
  if (indicator === undefined) {
    reader.issues.push({ code: "unknown-indicator", path: [...path, "indicator"], details: { indicator: id } });
    return;
  }
  const suits = indicator.kind === "flag" || indicator.kind === "choice" ? suitsAnswer(asked, indicator) : !("is" in asked);
  if (suits && Object.keys(asked).length > 0) return;
  reader.issues.push({ code: "condition-mismatch", path, details: { indicator: id, kind: indicator.kind } });
}

function suitsAnswer(asked: object, indicator: Scorecard["indicators"][string] & { kind: "flag" | "choice" }): boolean {
  if (!("is" in asked) || Object.keys(asked).length > 1) return false;
  return indicator.kind === "flag" ? typeof asked.is === "boolean" : Object.hasOwn(indicator.options, asked.is as string);
}
