import { throwIssues } from "../../ground/error.js";
import type { ArgumentIssue, PortfolioIssue } from "../../ground/issue.js";
import { demand, type Reader, readInput } from "../../ground/reader.js";
import { demandId, type Fields, recordOf, rootFields, timeOf } from "../fields.js";
import { isBeside } from "./beside.js";

const KEYS = [
  "id",
  "asOf",
  "client",
  "evaluation",
  "milestone",
  "opportunityId",
  "people",
  "survey",
  "questions",
  "library",
  "visits",
  "judgement",
  "appointment",
  "preparatoryMeeting",
  "way",
  "startsAt",
  "endsAt",
  "place",
  "goals",
  "multiLevelGrades",
  "mostQuestions",
];

/** A situation: its fields, and what must be told. */
export interface Situation {
  readonly root: Fields;
  readonly client: Fields;
  readonly clientId: string;
  readonly id: string;
  readonly asOf: string;
}

/** Places that must be sound. */
const STRICT: readonly string[] = ["", "id", "asOf", "client", "client.id"];

/** Copies a situation. A key that there isn't, and a missing or faulty `id`, `asOf` or `client.id`, are the programmer's faults: they throw, all together. */
export function readSituation(given: unknown): Situation {
  const whole = readInput(given);
  const reader: Reader = { ...whole, issues: whole.issues.filter((issue) => !isBeside(issue, whole)) };
  const strict: Reader = { ...reader, issues: reader.issues.filter(({ path }) => STRICT.includes(path.join("."))) };
  const fields = rootFields(strict);
  for (const key of Object.keys(reader.record)) {
    if (!KEYS.includes(key)) strict.issues.push({ code: "unknown-key", path: [key], details: { key, allowed: KEYS } });
  }
  const [id, asOf] = [demandId(fields, "id"), demand(strict, timeOf(fields, "asOf"), ["asOf"])];
  const client = demand(strict, recordOf(fields, "client"), ["client"]);
  const clientId = client && demandId(client, "id");
  throwIssues(strict.issues as readonly PortfolioIssue[] as readonly ArgumentIssue[]);
  const root = rootFields(reader);
  return {
    root,
    client: { ...(client as Fields), reader },
    clientId: clientId as string,
    id: id as string,
    asOf: asOf as string,
  };
}
