import type { ResolvedModel } from "../model/resolve-model.js";
import type { ExperienceIssue } from "./issue.js";
import { cutIssues, restOf } from "./issue-cap.js";
import {
  insteadOf,
  isFields,
  type Reading,
  type ReadObservation,
  readAnswer,
  readObservation,
  readText,
} from "./read-observation.js";

const MOST_OBSERVATIONS = 1_000_000;

/** Whose history it is, and what was read of it besides the evidence. */
export interface Told {
  readonly client: string | null;
  readonly productLine: string | null;
  readonly interwoven: boolean;
  readonly read: number;
  readonly silent: ReadonlySet<string>;
  readonly issues: readonly ExperienceIssue[];
}

/** An observation with its place in the history. */
export interface PlacedObservation extends ReadObservation {
  readonly index: number;
}

/** A history that was read: whose it is, and its observations, in the order in which they came. */
export interface ReadHistory {
  readonly told: Told;
  readonly observations: readonly PlacedObservation[];
}

/** Reads a history; what is faulty in it is left out and listed. Nothing that it holds can make this throw. */
export function readHistory(history: unknown, asOf: string, resolved: ResolvedModel): ReadHistory {
  const silent = new Set<string>();
  const issues: ExperienceIssue[] = [];
  const { list, ...head } = readHead(history, { asOf, resolved, interwoven: false, silent, issues });
  const reading: Reading = { asOf, resolved, interwoven: head.interwoven, silent, issues };
  let dropped = 0;
  const observations = list.flatMap((raw, index) => {
    const read = readObservation(raw, ["observations", index], reading);
    dropped += cutIssues(issues);
    return read === undefined ? [] : [{ ...read, index }];
  });
  const listed = [...issues, ...restOf(dropped)];
  return { told: { ...head, read: list.length, silent, issues: listed }, observations };
}

interface Head extends Pick<Told, "client" | "productLine" | "interwoven"> {
  readonly list: readonly unknown[];
}

const NOBODY: Head = { client: null, productLine: null, interwoven: false, list: [] };

function readHead(history: unknown, reading: Reading): Head {
  try {
    if (!isFields(history)) return insteadOf(NOBODY, "object", history, [], reading);
    return {
      client: readText(history["client"], ["client"], reading),
      productLine: readText(history["productLine"], ["productLine"], reading),
      interwoven: readAnswer(history["interwoven"], ["interwoven"], reading) ?? false,
      list: readList(history["observations"], reading),
    };
  } catch {
    reading.issues.push({ code: "unreadable", path: [], details: {} });
    return NOBODY;
  }
}

/** A plain copy, without holes. */
function readList(list: unknown, reading: Reading): readonly unknown[] {
  const path = ["observations"];
  if (!Array.isArray(list)) return insteadOf([], "array", list, path, reading);
  if (list.length <= MOST_OBSERVATIONS) return Array.from<unknown>(list);
  const details = { most: MOST_OBSERVATIONS, received: list.length };
  reading.issues.push({ code: "too-many", path, details });
  return [];
}
