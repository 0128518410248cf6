import { type Reader, readInteger } from "../../ground/reader.js";

/** Periods that a horizon may have: a hundred years of months. */
export const MOST_PERIODS = 1200;

const SCALE = 2;
const MOST_SCALE = 12;

/** Decimals of amounts: the option `scale`. */
export function readScale(reader: Reader): number {
  return readInteger(reader, reader.record["scale"], ["scale"], { least: 0, most: MOST_SCALE }) ?? SCALE;
}
