import { dayOf } from "../../ground/dates.js";
import { isRecord, type Json } from "../../ground/json.js";
import { isNumeral } from "../../ground/numeral.js";
import { EXPERIENCE_STAGES } from "../model/model.js";

/** Whether a value is what is needed in its place. */
type Check = (value: Json | undefined) => boolean;

const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number";
const isAnswer: Check = (value) => typeof value === "boolean";
const isDay: Check = (value) => dayOf(value) !== null;
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isTimes: Check = (value) => isCount(value) && value !== 0;
const isChance: Check = (value) => typeof value === "string" && isNumeral(value) && !/[-eE]/.test(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const tableOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);
const recordOf =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([key, check]) => check(value[key]));

const byStage = (check: Check): Check => recordOf(Object.fromEntries(EXPERIENCE_STAGES.map((one) => [one, check])));

/** Whether a result has all that is needed to go on, each of its type. */
export const isStored: Check = (value) => {
  const provenance = { source: orNull(isText), ref: orNull(isText), verified: orNull(isAnswer) };
  const boundary = recordOf({
    passed: orNull(isAnswer),
    since: orNull(isDay),
    confirmed: orNull(isDay),
    run: isCount,
    runSince: orNull(isDay),
  });
  const seen = recordOf({
    ...provenance,
    level: isText,
    at: isDay,
    period: isDay,
    seen: listOf(recordOf({ level: isText, times: isTimes })),
  });
  const state = recordOf({
    v: (one) => one === 1,
    read: isCount,
    period: orNull(isDay),
    predicted: byStage(isChance),
    boundaries: (pair) => listOf(boundary)(pair) && (pair as readonly Json[]).length === 2,
    seen: tableOf(seen),
    open: listOf(recordOf({ ...provenance, at: isDay, levels: tableOf(isText) })),
  });
  const period = recordOf({
    period: isDay,
    stage: isText,
    probabilities: byStage(isNumber),
    position: isNumber,
    drift: isNumber,
    shifts: tableOf(isNumber),
  });
  return recordOf({
    client: orNull(isText),
    productLine: orNull(isText),
    interwoven: isAnswer,
    asOf: isDay,
    silent: listOf(isText),
    issues: listOf(recordOf({ code: isText, path: Array.isArray })),
    history: listOf(period),
    state,
  })(value);
};
