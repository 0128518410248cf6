import type { FormIssue, Path } from "../../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../../ground/json.js";
import { noFields } from "../../ground/reader.js";
import { type Result, resultOf } from "../../ground/result.js";
import { makeForm } from "../define-form.js";
import type { Form, FormSheet, NoFields } from "../form.js";
import { ownFields } from "../own-fields.js";
import { MOST_FORM_ISSUES, parseSheet } from "../parse-sheet.js";
import { plainText } from "../plain-text.js";
import { readPlain } from "../read-plain.js";
import type { ReportClient } from "./clients.js";
import { CLOCK_KEYS, type ReportClock, readAnyClock } from "./clock.js";
import { localTime } from "./time.js";

/** Where a survey stands, as far as its form shows it: any `SurveyProgress`. */
export interface ProgressLike {
  readonly asOf: string;
  /** How many records were read. */
  readonly records: number;
  readonly whole: { readonly completeness: number | null; readonly open: readonly string[] };
  readonly answers: Readonly<
    Record<
      string,
      { readonly state: string; readonly answer: { readonly value: unknown; readonly notApplicable: boolean } | null }
    >
  >;
}

/** Whose survey it is, and where it stands; the salesperson's clock tells the day of an `asOf` that is a moment, which is that in UTC without one. */
export type ClientSurveySources = (ReportClock | { readonly offset?: undefined; readonly calendar?: undefined }) & {
  readonly client: ReportClient;
  readonly progress: ProgressLike;
};

/**
 * A client's survey form 客户调查表 (A4.3), filled with the answers that hold after some visits (A4.4). An answer that is too old, `stale`, isn't shown: the question is
 * open again. A name with an amount comes as one text, `"Huaxin: 1200"`.
 *
 * An answer that the form can't hold is an issue, and there is no form: one without it would say that the question is unanswered. Its path is
 * `fields` and the question; that of a value that isn't plain data its place in the sources. Whoever leaves those answers out of `progress.answers` gets all the others.
 *
 * @example
 * ```ts
 * import { clientSurvey, clientSurveyForm } from "keyaccount/reports";
 *
 * const form = clientSurveyForm({ id: "short", version: "1", questions: { salesReps: { kind: "number" }, brands: { kind: "amounts" } } });
 * const read = clientSurvey(form, {
 *   client: { id: "c-7", name: "Huaxin" },
 *   progress: {
 *     asOf: "2026-11-21", records: 2, whole: { completeness: 0.5, open: ["salesReps"] },
 *     answers: {
 *       salesReps: { state: "open", answer: null },
 *       brands: { state: "answered", answer: { value: [{ name: "Alpha", amount: "1200" }, { name: "Beta" }], notApplicable: false } },
 *     },
 *   },
 * });
 * const { salesReps, brands, completeness } = read.ok ? read.value.fields : {};
 * [salesReps, brands, completeness]; // => [null, ["Alpha: 1200", "Beta"], "0.5"]
 * ```
 */
export function clientSurvey<F>(
  form: Form<F, NoFields>,
  sources: ClientSurveySources,
): Result<FormSheet<F, NoFields>, FormIssue> {
  const sound = makeForm(form);
  const { client, progress, ...clocks } = ownFields(sources, ["client", "progress", ...CLOCK_KEYS]);
  const clock = readAnyClock(clocks);
  const { json, issues } = readPlain({ client, progress }, {}, true);
  const unreadable = issues.filter(({ path }) => isShown(sound, path));
  const given = recordOf(json, "client");
  const stand = recordOf(json, "progress");
  const { completeness = null, open = null } = recordOf(stand, "whole");
  const answers = Object.entries(recordOf(stand, "answers")).filter(([id]) => isAsked(sound, id));
  const read = parseSheet(form, {
    fields: {
      clientId: given["id"],
      client: given["name"],
      area: given["area"],
      asOf: localTime(stand["asOf"] ?? null, clock).date,
      surveyVisits: stand["records"],
      completeness,
      openQuestions: Array.isArray(open) ? (open as readonly Json[]).filter((id) => isAsked(sound, id)) : open,
      ...Object.fromEntries(answers.map(([id, answer]) => [id, valueOf(answer)])),
    },
  });
  const all = [...unreadable, ...(read.ok ? [] : read.issues)].slice(0, MOST_FORM_ISSUES);
  return resultOf(all, () => (read as { value: FormSheet<F, NoFields> }).value);
}

/** What the form reads of its sources, besides the answers to its questions. */
const READ: Readonly<Record<string, readonly unknown[]>> = {
  client: ["id", "name", "area"],
  progress: ["asOf", "records", "whole"],
};

/** Whether the form would show what stands at a place of the sources: whatever else a host keeps there is the host's. */
function isShown(form: Form, [part = "", key, id]: Path): boolean {
  if (key === "answers") return id === undefined || isAsked(form, String(id));
  return key === undefined || READ[part]?.includes(key) === true;
}

function recordOf(json: Json, key: string): JsonObject {
  const value = isRecord(json) ? (json[key] ?? null) : null;
  return isRecord(value) ? value : noFields();
}

/** Whether the form has a field for a question; what is no text is left for it to refuse. */
function isAsked({ fields }: Form, id: Json): boolean {
  return typeof id !== "string" || Object.hasOwn(fields, id);
}

function valueOf(given: Json): Json {
  const { state = null } = isRecord(given) ? given : noFields();
  const { value = null, notApplicable = false } = recordOf(given, "answer");
  if (state === "stale") return null;
  if (notApplicable === true) return { notApplicable: true };
  if (!Array.isArray(value)) return value;
  return (value as readonly Json[]).map((member) => (isRecord(member) ? namedAmount(member) : member));
}

function namedAmount({ name = null, amount = null }: JsonObject): Json {
  return amount === null ? name : `${plainText(name)}: ${plainText(amount)}`;
}
