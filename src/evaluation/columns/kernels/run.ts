/** Numbers, or codes of options and answers. */
export type Cells = Float64Array | Uint8Array | Uint16Array;

/** Points in ticks. */
export type Ticks = Int32Array | Float64Array;

/** A run of cells to score: `count` of them, from `at` in `cells`, into `ticks` from 0. */
export interface Run {
  cells: Cells;
  at: number;
  ticks: Ticks;
  count: number;
  /** The cells that a kernel left undecided, counted from `at`. */
  readonly undecided: Int32Array;
  /** Room for the piece or band in which each cell lies. */
  readonly places: Int32Array;
}
