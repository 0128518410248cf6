import { isSafeId } from "../../ground/id.js";
import type { PlannedQuestion } from "../../models/record/visit-plan.js";
import { codeOf, type Fields, integerOf, lineOf, recordsOf } from "../fields.js";
import { SURVEY_ASK_REASONS } from "../survey/progress.js";
import { wordingOf } from "./read-library.js";

const MOST = 200;
const USUAL = 20;

/** What to learn at a visit. */
export interface ToLearn {
  readonly learn: readonly PlannedQuestion[];
  /** All the facts, those that are left out too. */
  readonly facts: readonly string[];
  /** Whether anything is known of what to ask. */
  readonly isKnown: boolean;
}

/** What to learn (A6.1, A4.4): what answers contradict each other on, then what judges the client, the most telling first, then what the survey still lacks. */
export function questionsFor(root: Fields, { questions, survey, library }: Sources): ToLearn {
  const [asked, next] = [questions && recordsOf(questions, "questions"), survey && recordsOf(survey, "next")];
  const telling = (asked ?? []).flatMap((one) => nameIn(one, "indicator", "indicator"));
  const open = (next ?? []).map((one) => ({
    name: nameIn(one, "fact", "question"),
    reason: codeOf(one, "reason", SURVEY_ASK_REASONS),
  }));
  const contradicted = open.filter(({ reason }) => reason === "contradicted");
  const ordered = [...contradicted.flatMap(({ name }) => name), ...telling, ...open.flatMap(({ name }) => name)];
  const names = new Map(ordered.filter(([fact]) => isSafeId(fact)));
  const most = integerOf(root, "mostQuestions", { least: 1, most: MOST }) ?? USUAL;
  const learn = [...names].slice(0, most).map(([field, name]) => {
    return { question: wordingOf(library, field) ?? wordingOf(library, name) ?? name, field };
  });
  return { learn, facts: [...names.keys()], isKnown: asked !== null || next !== null };
}

interface Sources {
  readonly questions: Fields | null;
  readonly survey: Fields | null;
  readonly library: Fields | null;
}

/** A fact with the name of its question; one of the two stands for the other. */
function nameIn(one: Fields, fact: string, question: string): [fact: string, name: string][] {
  const [field, name] = [lineOf(one, fact), lineOf(one, question)];
  const either = field ?? name;
  return either === null ? [] : [[either, name ?? either]];
}
