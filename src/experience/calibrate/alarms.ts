import { dayOf } from "../../ground/dates.js";
import { roundHalfAway } from "../../ground/rational.js";
import { EXPERIENCE_STAGES } from "../model/model.js";
import type { ForeseenShift, WarningEvaluation } from "./evaluation.js";
import type { ReadLabelled } from "./read-labelled.js";
import type { ReadLabel } from "./read-labels.js";

const UNIT = 10_000n;
/** Four years are 1,461 days. */
const [YEARS, DAYS] = [4n, 1_461n];

type Warned = ReadLabelled & { readonly warnings: readonly string[] };

/** Judges the warnings of the histories in which they are known. */
export function judgeWarnings(labelled: readonly ReadLabelled[], horizonDays: number): WarningEvaluation {
  const known = labelled.filter((one): one is Warned => one.warnings !== null);
  const shifts = known.flatMap((one) => shiftsOf(one, horizonDays));
  const leads = shifts.flatMap(({ leadDays }) => (leadDays === null ? [] : [leadDays]));
  const fates = known.flatMap((one) => fatesOf(one, horizonDays));
  const days = known.reduce((sum, one) => sum + Math.max(endOf(one) - horizonDays - one.labels[0].day, 0), 0);
  const falseAlarms = fates.filter((fate) => fate === "false").length;
  return {
    horizonDays,
    histories: known.length,
    shifts,
    missed: shifts.length - leads.length,
    meanLeadDays: ratio(BigInt(leads.reduce((sum, one) => sum + one, 0)), BigInt(leads.length)),
    warnings: fates.length,
    falseAlarms,
    pending: fates.filter((fate) => fate === "pending").length,
    clientYears: ratio(BigInt(days) * YEARS, DAYS) as number,
    falseAlarmsPerClientYear: ratio(BigInt(falseAlarms) * DAYS, BigInt(days) * YEARS),
  };
}

/** To four decimals; `null` where there is nothing to divide by. */
export function ratio(part: bigint, whole: bigint): number | null {
  return whole === 0n ? null : Number(roundHalfAway(part * UNIT, whole)) / Number(UNIT);
}

function endOf({ until }: ReadLabelled): number {
  return dayOf(until) as number;
}

/** Labels that lead to a later stage, each with the one before. */
function forward({ labels }: ReadLabelled): readonly { readonly before: ReadLabel; readonly label: ReadLabel }[] {
  const placeOf = ({ stage }: ReadLabel): number => EXPERIENCE_STAGES.indexOf(stage);
  return labels.flatMap((label, index) => {
    const before = labels[index - 1];
    return before !== undefined && placeOf(label) > placeOf(before) ? [{ before, label }] : [];
  });
}

function shiftsOf(one: Warned, horizon: number): ForeseenShift[] {
  return forward(one).map(({ before, label }) => {
    const warnedAt = one.warnings.find((at) => isOf(dayOf(at) as number, before, label, horizon)) ?? null;
    return {
      client: one.client,
      productLine: one.productLine,
      stage: label.stage,
      from: label.from,
      warnedAt,
      leadDays: warnedAt === null ? null : label.day - (dayOf(warnedAt) as number),
    };
  });
}

/** Whether a warning belongs to a shift: within the horizon before it, and not before the label that it ends. */
function isOf(day: number, before: ReadLabel, label: ReadLabel, horizon: number): boolean {
  return day >= before.day && day <= label.day && label.day - day <= horizon;
}

function fatesOf(one: Warned, horizon: number): ("true" | "false" | "pending")[] {
  const end = endOf(one);
  const days = one.warnings.map((at) => dayOf(at) as number).filter((day) => day >= one.labels[0].day && day <= end);
  return days.map((day) => {
    if (forward(one).some(({ before, label }) => isOf(day, before, label, horizon))) return "true";
    return day > end - horizon ? "pending" : "false";
  });
}
