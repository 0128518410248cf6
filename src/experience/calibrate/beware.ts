import { EXPERIENCE_STAGES } from "../model.js";
import type { CalibrationWarning } from "./calibration.js";
import type { Counts, Table } from "./count.js";
import type { Fitted } from "./fit.js";

/** Where fewer was counted than the host wants. */
export function thinData({ signals, transitions }: Counts, histories: number, least: number): CalibrationWarning[] {
  const few: CalibrationWarning = { code: "too-few-histories", signal: null, stage: null, counted: histories, least };
  return [
    ...[...signals].flatMap(([signal, table]) => thinRows("too-few-sightings", signal, table, least)),
    ...thinRows("too-few-periods", null, transitions, least),
    ...(histories < least ? [few] : []),
  ];
}

function thinRows(
  code: CalibrationWarning["code"],
  signal: string | null,
  table: Table,
  least: number,
): CalibrationWarning[] {
  return EXPERIENCE_STAGES.flatMap((stage, place) => {
    const counted = (table[place] ?? []).reduce((sum, count) => sum + count, 0);
    return counted < least ? [{ code, signal, stage, counted, least }] : [];
  });
}

/** Whether counts contradict the order of levels, or of stages. */
export function hasOrderBroken(signal: string | null, { breaks, smoothing }: Fitted): CalibrationWarning[] {
  if (breaks.length === 0) return [];
  const code = smoothing === null ? "order-base-kept" : "order-smoothed";
  return [{ code, signal, stage: null, counted: null, least: null }];
}
