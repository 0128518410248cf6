import type { FormIssue } from "../../ground/issue.js";
import { isRecord, type Json, type JsonObject } from "../../ground/json.js";
import { noFields } from "../../ground/reader.js";
import type { Result } from "../../ground/result.js";
import { makeForm } from "../define-form.js";
import type { Form, FormSheet, NoFields } from "../form.js";
import { ownFields } from "../own-fields.js";
import { parseSheet } from "../parse-sheet.js";
import { plainText } from "../plain-text.js";
import { readPlain } from "../read-plain.js";
import type { ReportClient } from "./clients.js";

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

/** Whose survey it is, and where it stands. */
export interface ClientSurveySources {
  readonly client: ReportClient;
  readonly progress: ProgressLike;
}

/**
 * A client's survey form 客户调查表 (A4.3), filled with the answers that hold after some visits (A4.4). An answer that is too old, `stale`, isn't shown: the question is
 * open again. A name with an amount comes as one text, `"Huaxin: 1200"`.
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
  const { client, progress } = ownFields(sources, ["client", "progress"]);
  const { json } = readPlain({ client, progress });
  const given = recordOf(json, "client");
  const stand = recordOf(json, "progress");
  const { completeness = null, open = null } = recordOf(stand, "whole");
  const answers = Object.entries(recordOf(stand, "answers")).filter(([id]) => isAsked(sound, id));
  return parseSheet(form, {
    fields: {
      clientId: given["id"],
      client: given["name"],
      area: given["area"],
      asOf: dayOfText(stand["asOf"] ?? null),
      surveyVisits: stand["records"],
      completeness,
      openQuestions: Array.isArray(open) ? (open as readonly Json[]).filter((id) => isAsked(sound, id)) : open,
      ...Object.fromEntries(answers.map(([id, answer]) => [id, valueOf(answer)])),
    },
  });
}

function recordOf(json: Json, key: string): JsonObject {
  const value = isRecord(json) ? (json[key] ?? null) : null;
  return isRecord(value) ? value : noFields();
}

/** Whether the form has a field for a question; what is no text is left for it to refuse. */
function isAsked({ fields }: Form, id: Json): boolean {
  return typeof id !== "string" || Object.hasOwn(fields, id);
}

/** The day of a moment in UTC; any other text as it is. */
function dayOfText(text: Json): Json {
  return typeof text === "string" ? text.replace(/T.*$/s, "") : text;
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
