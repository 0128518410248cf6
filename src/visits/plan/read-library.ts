import type { Json } from "../../ground/json.js";
import { CLIENT_KINDS, CONTACT_WAYS, MILESTONES, VISIT_FOCUSES } from "../../ground/vocabulary.js";
import {
  type Fields,
  flagOf,
  lineOf,
  listOf,
  openCodesOf,
  proseOf,
  recordOf,
  recordsOf,
  refuseField,
} from "../fields.js";
import type { OpenPart } from "./plan.js";

const MOST = 500;
/** What an entry may be for, with the codes that it may name; grades are the scorecard's own. */
const CONDITIONS = {
  milestones: MILESTONES,
  focuses: VISIT_FOCUSES,
  ways: CONTACT_WAYS,
  kinds: CLIENT_KINDS,
  grades: null,
} as const;
type Condition = keyof typeof CONDITIONS;

/** What an entry's conditions are held against; `null` is unknown. */
export interface Context {
  readonly milestones: string | null;
  readonly focuses: string | null;
  readonly ways: string;
  readonly kinds: string | null;
  readonly grades: string | null;
  readonly firstVisit: boolean | null;
}

/** A question with its answer. */
export interface PreparedQuestion {
  readonly question: string;
  readonly answer: string | null;
}

/** What of a library fits. */
export interface Chosen {
  readonly questions: readonly PreparedQuestion[];
  readonly present: readonly string[];
  readonly handOver: readonly string[];
  readonly carry: readonly string[];
}

/** The entries of a library that fit a context, each once, in the library's order. */
export function chooseFrom(library: Fields | null, context: Context): Chosen {
  if (library === null) return { questions: [], present: [], handOver: [], carry: [] };
  const questions = fitting(library, "questions", context).flatMap((one): PreparedQuestion[] => {
    const question = proseOf(one, "question");
    return question === null ? [] : [{ question, answer: proseOf(one, "answer") }];
  });
  return {
    questions: eachOnce(questions),
    present: namesIn(library, "present", context),
    handOver: namesIn(library, "handOver", context),
    carry: namesIn(library, "carry", context),
  };
}

/** The last entry with an answer holds: what fits more closely stands behind what fits always. One without an answer takes none back. */
function eachOnce(questions: readonly PreparedQuestion[]): PreparedQuestion[] {
  const byText = new Map<string, PreparedQuestion>();
  for (const one of questions) {
    if (one.answer !== null || !byText.has(one.question)) byText.set(one.question, one);
  }
  return [...byText.values()];
}

/** Questions that nobody has prepared an answer to. */
export function unanswered(questions: readonly PreparedQuestion[]): OpenPart[] {
  return questions.flatMap(({ question, answer }) => (answer === null ? [{ code: "answer", question } as const] : []));
}

/** How the host asks for a fact; `null` where it doesn't say. */
export function wordingOf(library: Fields | null, fact: string): string | null {
  const wording = library && recordOf(library, "wording");
  return wording && proseOf(wording, fact);
}

function namesIn(library: Fields, key: string, context: Context): string[] {
  return [...new Set(fitting(library, key, context).flatMap((one) => lineOf(one, "name") ?? []))];
}

function fitting(library: Fields, key: string, context: Context): readonly Fields[] {
  const entries = recordsOf(library, key) ?? [];
  if (entries.length > MOST)
    refuseField(library, key, { code: "too-many", details: { most: MOST, received: entries.length } });
  return entries.slice(0, MOST).filter((one) => fits(recordOf(one, "when"), context));
}

function fits(when: Fields | null, context: Context): boolean {
  if (when === null) return true;
  const first = flagOf(when, "firstVisit");
  const isFirst = first === null || first === context.firstVisit;
  const holds = (Object.keys(CONDITIONS) as Condition[]).map((key) => {
    const told = allowedIn(when, key);
    return told === null || told.includes(context[key]);
  });
  return isFirst && !holds.includes(false);
}

function allowedIn(when: Fields, key: Condition): readonly Json[] | null {
  const codes = CONDITIONS[key];
  return codes === null ? listOf(when, key) : openCodesOf(when, key, codes);
}
