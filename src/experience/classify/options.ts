import { dayOf, type Instant, type PlainDate } from "../../ground/dates.js";
import { throwIssues } from "../../ground/error.js";
import type { ExperienceModelIssue } from "../../ground/issue.js";
import { print } from "../../ground/print.js";
import { show } from "../../ground/show.js";
import { HANDBOOK_MODEL } from "../model/default-model.js";
import type { ExperienceModel, HandbookSignals } from "../model/model.js";
import { type ResolvedModel, resolvedModel } from "../model/resolve-model.js";

/** How experience is classified. */
export interface ExperienceOptions<S = HandbookSignals> {
  /** The day or moment of the question: later observations aren't known yet. */
  readonly asOf: PlainDate | Instant;
  /** The handbook's model unless told. */
  readonly model?: ExperienceModel<S> | undefined;
}

/** Options that were read. */
export interface ReadOptions {
  readonly asOf: string;
  readonly resolved: ResolvedModel;
}

const KEYS: readonly string[] = ["asOf", "model"];

/** Reads the options and throws all their faults: no day or moment, an unknown key, a faulty model. */
export function readOptions(options: unknown): ReadOptions {
  const issues: ExperienceModelIssue[] = [];
  const { asOf, model } = keysOf(options, issues);
  if (dayOf(asOf) === null) {
    issues.push(
      asOf === undefined
        ? { code: "required", path: ["asOf"], details: {} }
        : { code: "not-a-date", path: ["asOf"], details: { received: show(asOf) } },
    );
  }
  throwIssues(issues);
  return { asOf: asOf as string, resolved: resolvedModel(model ?? HANDBOOK_MODEL) };
}

interface RawOptions {
  readonly asOf?: unknown;
  readonly model?: unknown;
}

/** What stands in for the options where there are none: no second issue follows from it. */
const NONE: RawOptions = { asOf: "2000-01-01" };

function keysOf(options: unknown, issues: ExperienceModelIssue[]): RawOptions {
  try {
    return checkedKeys(options, issues);
  } catch {
    issues.push({ code: "unreadable", path: [], details: {} });
    return NONE;
  }
}

function checkedKeys(options: unknown, issues: ExperienceModelIssue[]): RawOptions {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    issues.push({ code: "wrong-type", path: [], details: { expected: "object", received: print(options) } });
    return NONE;
  }
  for (const key of Object.keys(options)) {
    if (KEYS.includes(key)) continue;
    issues.push({ code: "unknown-key", path: [key], details: { key, allowed: KEYS } });
  }
  return { ...options };
}
