import type { Told } from "./build-result.js";
import type { ExperienceIssue } from "./issue.js";
import { insteadOf, isFields, type Reading, readAnswer, readObservation, readText } from "./read-observation.js";
import type { ResolvedModel } from "./resolve-model.js";
import type { CountedObservation } from "./state.js";

const MOST_OBSERVATIONS = 1_000_000;

/** A history that was read: whose it is, and the observations that count. */
export interface ReadHistory {
  readonly told: Told;
  readonly observations: readonly CountedObservation[];
}

/** Reads a history; what is faulty in it is left out and listed. Nothing that it holds can make this throw. */
export function readHistory(history: unknown, asOf: string, resolved: ResolvedModel): ReadHistory {
  const silent = new Set<string>();
  const issues: ExperienceIssue[] = [];
  const { list, ...head } = readHead(history, { asOf, resolved, interwoven: false, silent, issues });
  const reading: Reading = { asOf, resolved, interwoven: head.interwoven, silent, issues };
  const observations: CountedObservation[] = [];
  list.forEach((raw, index) => {
    const read = readObservation(raw, ["observations", index], reading);
    if (read !== undefined) observations.push(read);
  });
  return { told: { ...head, read: list.length, silent, issues }, observations };
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
