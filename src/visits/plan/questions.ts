import { isSafeId } from "../../ground/id.js";
import type { PlannedQuestion } from "../../models/record/visit-plan.js";
import { type Fields, integerOf, lineOf, recordsOf } from "../fields.js";
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

/** What to learn (A6.1, A4.4): what judges the client, the most telling first, then what the survey still lacks. */
export function questionsFor(root: Fields, sources: Sources): ToLearn {
  const { questions, survey, library } = sources;
  const asked = questions && namesIn(questions, "questions", "indicator", "indicator");
  const open = survey && namesIn(survey, "next", "fact", "question");
  const names = new Map([...(asked ?? []), ...(open ?? [])].filter(([fact]) => isSafeId(fact)));
  const most = integerOf(root, "mostQuestions", { least: 1, most: MOST }) ?? USUAL;
  const learn = [...names].slice(0, most).map(([field, name]) => {
    return { question: wordingOf(library, field) ?? wordingOf(library, name) ?? name, field };
  });
  return { learn, facts: [...names.keys()], isKnown: asked !== null || open !== null };
}

interface Sources {
  readonly questions: Fields | null;
  readonly survey: Fields | null;
  readonly library: Fields | null;
}

/** Facts with the names of their questions; one of the two stands for the other. `null` where there is no list. */
function namesIn(source: Fields, list: string, fact: string, question: string): [fact: string, name: string][] | null {
  const records = recordsOf(source, list);
  return (
    records &&
    records.flatMap((one): [string, string][] => {
      const [field, name] = [lineOf(one, fact), lineOf(one, question)];
      const either = field ?? name;
      return either === null ? [] : [[either, name ?? either]];
    })
  );
}
