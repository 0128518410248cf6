import { dayOf, sortable } from "../../ground/dates.js";
import { print } from "../../ground/print.js";
import type { ExperienceIssue } from "../issue.js";
import type { SignalLevels } from "../model.js";
import { readHistory } from "../read-history.js";
import { isFields, type Reading, readObservation } from "../read-observation.js";
import type { ResolvedModel } from "../resolve-model.js";

/** An observation with its place in the history and those who took part. */
export interface ReadObservation {
  readonly index: number;
  readonly at: string;
  readonly levels: SignalLevels;
  readonly source: string | null;
  readonly ref: string | null;
  readonly contacts: readonly string[];
}

/** A history that was read: whose it is, and its observations in order of time. */
export interface ReadWarningHistory {
  readonly client: string | null;
  readonly productLine: string | null;
  readonly observations: readonly ReadObservation[];
  readonly issues: readonly ExperienceIssue[];
}

/** Reads a history as `classifyExperience` does, and besides who took part. Nothing that it holds can make this throw. */
export function readWarningHistory(history: unknown, asOf: string, resolved: ResolvedModel): ReadWarningHistory {
  const { told } = readHistory(history, asOf, resolved);
  const { client, productLine, interwoven } = told;
  const issues: ExperienceIssue[] = [...told.issues];
  const reading: Reading = { asOf, resolved, interwoven, silent: new Set(), issues: [] };
  // A list that the first reading refused (too long, no list) isn't read again: it counted no observation.
  const list = told.read === 0 ? [] : listOf(history);
  const observations = list.flatMap((raw, index) => readOne(raw, index, reading, issues) ?? []);
  return { client, productLine, observations: inOrder(observations), issues };
}

function listOf(history: unknown): readonly unknown[] {
  try {
    const { observations } = history as { readonly observations: readonly unknown[] };
    return Array.from(observations);
  } catch {
    return [];
  }
}

const NOTHING = { levels: {}, source: null, ref: null } as const;

function readOne(
  raw: unknown,
  index: number,
  reading: Reading,
  issues: ExperienceIssue[],
): ReadObservation | undefined {
  const faultless = reading.issues.length;
  const counted = readObservation(raw, [], reading);
  const { at, contacts, ...place } = besides(raw, index, issues);
  const saysNothing = at === null || contacts.length === 0 || reading.issues.length > faultless;
  if (counted === undefined && saysNothing) return undefined;
  const { levels, source, ref } = counted ?? { ...NOTHING, ...place };
  return { index, at: counted?.at ?? (at as string), levels, source, ref, contacts };
}

interface Besides {
  readonly at: string | null;
  readonly contacts: readonly string[];
  readonly source: string | null;
  readonly ref: string | null;
}

/** What an observation says that tells no level. */
function besides(raw: unknown, index: number, issues: ExperienceIssue[]): Besides {
  const nobody: Besides = { at: null, contacts: [], source: null, ref: null };
  try {
    if (!isFields(raw)) return nobody;
    const { at, contacts, provenance } = raw;
    const { source, ref } = isFields(provenance) ? provenance : { source: null, ref: null };
    return {
      at: typeof at === "string" && dayOf(at) !== null ? at : null,
      contacts: contactsOf(contacts, index, issues),
      source: typeof source === "string" ? source : null,
      ref: typeof ref === "string" ? ref : null,
    };
  } catch {
    return nobody;
  }
}

function contactsOf(contacts: unknown, index: number, issues: ExperienceIssue[]): readonly string[] {
  if (contacts === undefined || contacts === null) return [];
  const path = ["observations", index, "contacts"];
  if (Array.isArray(contacts) && contacts.length <= 1_000 && contacts.every((one) => typeof one === "string"))
    return Array.from<string>(contacts);
  issues.push({ code: "wrong-type", path, details: { expected: "array", received: print(contacts) } });
  return [];
}

/** By time; those of one time by what they hold, so that the order in which they came doesn't matter. */
function inOrder(observations: readonly ReadObservation[]): ReadObservation[] {
  return observations
    .map((one) => ({
      one,
      key: `${sortable(one.at)}\0${one.at}\0${JSON.stringify([one.source, one.ref, one.levels])}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.one.index - b.one.index))
    .map(({ one }) => one);
}
