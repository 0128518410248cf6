import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, PortfolioIssue } from "../../ground/issue.js";
import { checkIterable } from "../../ground/iterable.js";
import { checkKeys } from "../../ground/keys.js";
import { checkRecord } from "../../ground/record.js";
import { checkTexts } from "../../portfolio/arguments.js";
import { ownQuestions, soundForm } from "./check-form.js";
import type { SurveyForm, SurveyQuestion } from "./form.js";
import { namesOf } from "./names.js";
import type { GivenAnswer } from "./progress.js";
import { readAnswer } from "./read-answer.js";
import { type ReadRecord, readAsOf, readClientId, readRecords, refuseSeveral } from "./read-records.js";
import { type Settled, settle } from "./settle.js";

/** A survey looked at: each question with what was answered. */
export interface Look {
  readonly form: SurveyForm;
  readonly asOf: string;
  readonly records: number;
  readonly questions: readonly { readonly id: string; readonly question: SurveyQuestion; readonly settled: Settled }[];
  readonly beyond: readonly string[];
  readonly unfiled: readonly string[];
  readonly undiscussed: readonly string[];
  readonly issues: readonly PortfolioIssue[];
}

/** Reads form, records and options, and settles every question. */
export function lookAt(form: unknown, records: Iterable<unknown>, options: unknown): Look {
  const sound = soundForm(form);
  checkIterable(records, "records");
  const { asOf, clientId, forms } = readOptions(options);
  const issues: PortfolioIssue[] = [];
  const ours = readRecords(records, { asOf, clientId, forms: [sound.id, ...forms] }, issues);
  refuseSeveral(ours);
  const { given, asked, beyond } = gather(sound, ours, asOf, issues);
  const questions = ownQuestions(sound).map(([id, question]) => {
    return { id, question, settled: settle(question, given.get(id) as GivenAnswer[], asked.get(id) ?? 0, asOf) };
  });
  return {
    form: sound,
    asOf,
    records: ours.length,
    questions,
    beyond: [...beyond].sort(),
    issues,
    unfiled: idsOf(ours.filter(({ isFiled }) => !isFiled)),
    undiscussed: idsOf(ours.filter(({ isDiscussed }) => isDiscussed === false)),
  };
}

function idsOf(records: readonly ReadRecord[]): string[] {
  return [...new Set(records.map(({ id }) => id))].sort();
}

interface ReadOptions {
  readonly asOf: string;
  readonly clientId: string | null;
  readonly forms: readonly string[];
}

function readOptions(options: unknown): ReadOptions {
  const issues: ArgumentIssue[] = [];
  const { asOf, clientId, forms, ...rest } = checkRecord(options, ["options"], issues);
  checkKeys(rest, ["asOf", "clientId", "forms"], [], issues);
  const read = {
    asOf: readAsOf(asOf, issues),
    clientId: readClientId(clientId, issues),
    forms: forms === undefined ? [] : checkTexts(forms, ["forms"], issues),
  };
  throwIssues(issues);
  return read;
}

interface Gathered {
  readonly given: ReadonlyMap<string, readonly GivenAnswer[]>;
  readonly asked: ReadonlyMap<string, number>;
  readonly beyond: ReadonlySet<string>;
}

function gather(form: SurveyForm, records: readonly ReadRecord[], asOf: string, issues: PortfolioIssue[]): Gathered {
  const names = namesOf(form);
  const given = new Map(Object.keys(form.questions).map((id): [string, GivenAnswer[]] => [id, []]));
  const asked = new Map<string, number>();
  const beyond = new Set<string>();
  for (const record of records) {
    for (const [key, known] of Object.entries(record.answers)) {
      const name = names.get(key);
      if (name === undefined) {
        beyond.add(key);
        continue;
      }
      const answer = readAnswer(known, name.reader, record, key, asOf, issues);
      if (answer === "asked") asked.set(name.id, (asked.get(name.id) ?? 0) + 1);
      else if (answer !== undefined) given.get(name.id)?.push(answer);
    }
  }
  return { given, asked, beyond };
}
