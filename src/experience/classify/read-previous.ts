import { isRecord, type Json, readJson } from "../../ground/json.js";
import { print } from "../../ground/print.js";
import type { Result } from "../../ground/result.js";
import { CHANCE_UNIT, reachIn, reachOf, readChances } from "../filter/chances.js";
import type { SeenSignal } from "../filter/state.js";
import type { ExperienceIssue } from "../history/issue.js";
import type { SignalLevels } from "../model/model.js";
import { periodOf } from "../model/period.js";
import type { ResolvedModel } from "../model/resolve-model.js";
import type { ExperienceResult } from "../result/result.js";
import { walkAgain } from "./consistent.js";
import type { Previous, PreviousWalk } from "./previous.js";
import { isStored } from "./stored.js";

type Stored = ExperienceResult<SignalLevels>;

/** Values that a stored result may hold: a million observations in one period, and the longest history. */
const MOST_VALUES = 20_000_000;

/** Reads a stored result: another version's or model's, and one that isn't as `classifyExperience` made it, is refused. */
export function readPrevious(input: unknown, resolved: ResolvedModel): Result<PreviousWalk, ExperienceIssue> {
  const { json, issues } = readJson(input, { values: MOST_VALUES });
  const fault = issues.length > 0 ? unreadable() : faultOf(json, resolved);
  if (fault !== undefined) return { ok: false, issues: [fault] };
  const stored = json as unknown as Stored;
  const previous = previousOf(stored, resolved);
  const walked = walkAgain(previous, stored.history, resolved);
  return walked === null ? { ok: false, issues: [unreadable()] } : { ok: true, value: { ...previous, walked } };
}

function previousOf(stored: Stored, resolved: ResolvedModel): Previous {
  const { client, productLine, interwoven, silent, issues, state, history, asOf } = stored;
  const { period, predicted, boundaries, seen, open, read } = state;
  const earlier = history.filter((one) => period !== null && one.period < period);
  const last = earlier.at(-1);
  const chances = readChances(predicted, CHANCE_UNIT);
  const reach = last === undefined ? reachOf(resolved.prior) : reachIn(last.probabilities);
  return {
    told: { client, productLine, interwoven, read, silent: new Set(silent), issues },
    snapshot: {
      before: { chances, reach, boundaries, seen: new Map(Object.entries(seen) as [string, SeenSignal][]) },
      period: period === null ? null : periodOf(period, resolved.model.period),
      open,
    },
    earlier,
    asOf,
    first: history[0]?.period ?? null,
  };
}

function unreadable(): ExperienceIssue {
  return { code: "unreadable", path: [], details: {} };
}

function faultOf(json: Json, { hash }: ResolvedModel): ExperienceIssue | undefined {
  if (!isRecord(json)) return { code: "wrong-type", path: [], details: { expected: "object", received: print(json) } };
  if (json["v"] !== 1) {
    return { code: "unsupported-version", path: ["v"], details: { received: print(json["v"]), supported: [1] } };
  }
  const model = isRecord(json["model"]) ? json["model"]["hash"] : undefined;
  if (model !== hash) {
    return { code: "model-mismatch", path: ["model", "hash"], details: { expected: hash, received: print(model) } };
  }
  return isStored(json) ? undefined : unreadable();
}
