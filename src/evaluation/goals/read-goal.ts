import { dayOf } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssueDetails, IssueOf, Path, ScorecardIssue } from "../../ground/issue.js";
import { type Json, type JsonObject, readJson } from "../../ground/json.js";
import { type DecimalString, decimalsOf, exactly } from "../../ground/numeral.js";
import { print } from "../../ground/print.js";
import { isBelow } from "../definition/check-indicator.js";
import type { Indicator } from "../definition/kinds.js";
import type { Scorecard } from "../definition/scorecard.js";
import { answer, decimal, list, oneOf, optional, positive, record, type Shape, text } from "../definition/shape.js";
import { FINEST_STEP } from "./grid.js";

/** What is within reach of an indicator, in canonical form. */
export interface Reach {
  readonly least?: DecimalString;
  readonly most?: DecimalString;
  readonly step?: DecimalString;
  readonly options?: readonly (string | boolean)[];
}

/** What a change costs, in canonical form. */
export interface Cost {
  readonly change: DecimalString;
  readonly unit: DecimalString;
  /** By option, or by `"true"` and `"false"`. */
  readonly options: Readonly<Record<string, DecimalString>>;
}

/** The options of `goalsFor`, read. */
export interface Goal {
  readonly grade: string;
  readonly asOf: string | null;
  readonly actionable: ReadonlySet<string>;
  readonly reach: ReadonlyMap<string, Reach>;
  readonly costs: ReadonlyMap<string, Cost>;
}

/** A change that nobody has put a price on. */
const UNIT_COST: Cost = { change: "1", unit: "0", options: {} };

type GoalIssue = ScorecardIssue | IssueOf<ArgumentIssueDetails>;

interface Read {
  readonly grade?: string;
  readonly asOf?: Json;
  /** `undefined` where a member was refused. */
  readonly actionable?: readonly (string | undefined)[];
  readonly limits?: JsonObject;
  readonly costs?: JsonObject;
}

/** Reads the options of `goalsFor`, or throws all that is wrong with them. */
export function readGoal(card: Scorecard, input: unknown): Goal {
  const { json, issues: hostile } = readJson(input);
  const issues: GoalIssue[] = [...hostile];
  const found = issues as ScorecardIssue[];
  const read = (hostile.length === 0 ? options(json, [], found) : undefined) as Read | undefined;
  const { grade = "", asOf = null, actionable = Object.keys(card.indicators), limits = {}, costs = {} } = read ?? {};
  if (grade !== "" && !card.grades.some((step) => step.grade === grade))
    issues.push({ code: "unknown-grade", path: ["grade"], details: { grade } });
  if (asOf !== null && dayOf(asOf) === null)
    issues.push({ code: "not-a-date", path: ["asOf"], details: { received: print(asOf) } });
  actionable.forEach((id, index) => {
    if (id !== undefined) checkIndicator(card, id, ["actionable", index], found);
  });
  const reach = readEach(card, limits, "limits", reachShape, found) as ReadonlyMap<string, Reach>;
  const prices = readEach(card, costs, "costs", costShape, found) as ReadonlyMap<string, Cost>;
  throwIssues(issues);
  return {
    grade,
    asOf: asOf as string | null,
    actionable: new Set(actionable as readonly string[]),
    reach,
    costs: prices,
  };
}

/** What a change of an indicator costs. */
export function costOf({ costs }: Goal, id: string): Cost {
  return costs.get(id) ?? UNIT_COST;
}

const any: Shape = (value) => value;

const options: Shape = (value, path, issues) =>
  record({ grade: text, asOf: any, actionable: optional(list(text, 0)), limits: keyed, costs: keyed })(
    value,
    path,
    issues,
  );

/** A record, whose members are read later. */
const keyed: Shape = (value, path, issues) => {
  if (value === undefined || (typeof value === "object" && value !== null && !Array.isArray(value))) return value;
  issues.push({ code: "wrong-type", path, details: { expected: "object", received: print(value) } });
  return undefined;
};

function checkIndicator({ indicators }: Scorecard, id: string, path: Path, issues: ScorecardIssue[]): boolean {
  if (Object.hasOwn(indicators, id)) return true;
  issues.push({ code: "unknown-indicator", path, details: { indicator: id } });
  return false;
}

function readEach(
  card: Scorecard,
  members: JsonObject,
  key: string,
  shapeOf: (indicator: Indicator) => Shape,
  issues: ScorecardIssue[],
): Map<string, unknown> {
  const read = new Map<string, unknown>();
  for (const [id, member] of Object.entries(members)) {
    if (!checkIndicator(card, id, [key, id], issues)) continue;
    read.set(id, shapeOf(card.indicators[id] as Indicator)(member, [key, id], issues));
  }
  return read;
}

function reachShape(indicator: Indicator): Shape {
  if (indicator.kind === "flag") return record({ options: optional(list(answer, 0)) });
  if (indicator.kind === "choice") return record({ options: optional(list(oneOf(Object.keys(indicator.options)), 0)) });
  return (value, path, issues) => {
    const shape = record({ least: optional(decimal), most: optional(decimal), step: optional(step) });
    const read = shape(value, path, issues) as Reach | undefined;
    if (read?.least !== undefined && read.most !== undefined && isBelow(read.most, read.least))
      issues.push({ code: "empty-range", path, details: { min: read.least, max: read.most } });
    return read;
  };
}

const step: Shape = (value, path, issues) => {
  const read = positive(value, path, issues) as DecimalString | undefined;
  if (read === undefined || decimalsOf(exactly(read)) <= FINEST_STEP) return read;
  issues.push({ code: "out-of-range", path, details: { received: read, least: 1e-12 } });
  return undefined;
};

/** A decimal of 0 or more. */
const price: Shape = (value, path, issues) => {
  const read = decimal(value, path, issues) as DecimalString | undefined;
  if (read?.startsWith("-") !== true) return read;
  issues.push({ code: "out-of-range", path, details: { received: read, least: 0 } });
  return undefined;
};

function costShape(indicator: Indicator): Shape {
  const codes = indicator.kind === "choice" ? Object.keys(indicator.options) : ["true", "false"];
  const byOption = record(Object.fromEntries(codes.map((code) => [code, optional(price)])));
  const hasAnswers = indicator.kind === "choice" || indicator.kind === "flag";
  const finely = record({
    change: optional(price),
    ...(hasAnswers ? { options: optional(byOption) } : { unit: optional(price) }),
  });
  return (value, path, issues): Cost => {
    if (typeof value === "string" || typeof value === "number")
      return { ...UNIT_COST, change: price(value, path, issues) as DecimalString };
    const { change, unit, options: byCode = {} } = (finely(value, path, issues) ?? {}) as Partial<Cost>;
    return { change: change ?? (unit === undefined ? "1" : "0"), unit: unit ?? "0", options: byCode };
  };
}
