import { isPlainDate } from "../../ground/dates.js";
import type { Path, PortfolioIssue } from "../../ground/issue.js";
import type { Json, JsonObject } from "../../ground/json.js";
import { type Rational, ZERO } from "../../ground/rational.js";
import {
  demand,
  type Reader,
  readCode,
  readDay,
  readDecimal,
  readInput,
  readList,
  readRow,
  readText,
  refuse,
} from "../../ground/reader.js";
import { GOAL_PERIODS, type GoalPeriod } from "./goals.js";

/** An item of a plan, read; `null` is unknown. */
export interface ReadItem {
  readonly id: string;
  readonly worth: Rational | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly done: string | null;
}

/** A goal, read; `null` is unknown. */
export interface ReadGoal {
  readonly id: string;
  readonly period: GoalPeriod;
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  readonly ideal: Rational;
  readonly feasible: Rational | null;
  readonly achieved: Rational | null;
  readonly within: string | null;
  readonly items: readonly ReadItem[];
}

/** Reads goals; one with any fault is left out, and all its faults are listed, by its place in the list. */
export function readGoals(goals: unknown): { readonly goals: readonly ReadGoal[]; readonly issues: PortfolioIssue[] } {
  const reader = readInput({ goals });
  const list = demand(reader, readList(reader, reader.record["goals"], ["goals"]), ["goals"]) ?? [];
  const seen = new Set<string>();
  const read = list.flatMap((row, index) => readGoal(reader, row, index, seen) ?? []);
  const known = withKnownGoals(reader, read);
  return { goals: known, issues: reader.issues.map((issue) => ({ ...issue, path: issue.path.slice(1) })) };
}

interface Placed {
  readonly goal: ReadGoal;
  readonly index: number;
}

function readGoal(reader: Reader, given: Json, index: number, seen: Set<string>): Placed | null {
  const path = ["goals", index];
  const row = readRow(reader, given, path);
  if (row === null) return null;
  const before = reader.issues.length;
  const goal = readFields(reader, row, path);
  const isFaulty = reader.issues.length > before || reader.issues.some((one) => one.path[1] === index);
  if (goal === null || isFaulty) return null;
  if (seen.size === seen.add(goal.id).size) {
    return refuse(reader, { code: "duplicate-id", path: [...path, "id"], details: { id: goal.id } });
  }
  return { goal, index };
}

function readFields(reader: Reader, row: JsonObject, path: Path): ReadGoal | null {
  const at = (key: string): Path => [...path, key];
  const text = (key: string): string | null => demand(reader, filled(readText(reader, row[key], at(key))), at(key));
  const day = (key: string): string | null => demand(reader, plainDay(reader, row[key], at(key)), at(key));
  const amount = (key: string): Rational | null => readDecimal(reader, row[key], at(key), { least: 0 });
  const id = text("id");
  const period = demand(reader, readCode(reader, row["period"], at("period"), GOAL_PERIODS), at("period"));
  const [from, to] = [day("from"), day("to")];
  const unit = text("unit");
  const ideal = demand(reader, amount("ideal"), at("ideal"));
  const rest = {
    feasible: amount("feasible"),
    achieved: amount("achieved"),
    within: readText(reader, row["within"], at("within")),
  };
  const items = readItems(reader, row["items"], at("items"));
  if (from !== null && to !== null && to < from) {
    refuse(reader, { code: "out-of-order", path: at("to"), details: { earlier: from, later: to } });
  }
  if (id === null || period === null || from === null || to === null || unit === null) return null;
  return { id, period, from, to, unit, ideal: ideal ?? ZERO, ...rest, items };
}

function filled(text: string | null): string | null {
  return text?.trim() === "" ? null : text;
}

/** A day, not a moment. */
function plainDay(reader: Reader, value: Json | undefined, path: Path): string | null {
  const time = readDay(reader, value, path);
  if (time === null || isPlainDate(time)) return time;
  return refuse(reader, { code: "not-a-date", path, details: { received: time } });
}

function readItems(reader: Reader, value: Json | undefined, path: Path): ReadItem[] {
  const seen = new Set<string>();
  return (readList(reader, value, path) ?? []).flatMap((given, index) => {
    const place = [...path, index];
    const row = readRow(reader, given, place);
    if (row === null) return [];
    const at = (key: string): Path => [...place, key];
    const id = demand(reader, filled(readText(reader, row["id"], at("id"))), at("id"));
    if (id !== null && seen.size === seen.add(id).size) {
      refuse(reader, { code: "duplicate-id", path: at("id"), details: { id } });
    }
    return [
      {
        id: id ?? "",
        worth: readDecimal(reader, row["worth"], at("worth"), { least: 0 }),
        owner: filled(readText(reader, row["owner"], at("owner"))),
        due: plainDay(reader, row["due"], at("due")),
        done: readDay(reader, row["done"], at("done")),
      },
    ];
  });
}

/** A goal lies within one of a longer period; one that names another, or none, is left out. */
function withKnownGoals(reader: Reader, placed: readonly Placed[]): ReadGoal[] {
  const periods = new Map(placed.map(({ goal }) => [goal.id, GOAL_PERIODS.indexOf(goal.period)]));
  return placed.flatMap(({ goal, index }) => {
    const { within, period } = goal;
    if (within === null) return [goal];
    const above = periods.get(within);
    if (above !== undefined && above < GOAL_PERIODS.indexOf(period)) return [goal];
    const longer = [...periods].filter(([, one]) => one < GOAL_PERIODS.indexOf(period)).map(([id]) => id);
    const details = { received: within, allowed: longer.sort() };
    refuse(reader, { code: "unknown-value", path: ["goals", index, "within"], details });
    return [];
  });
}
