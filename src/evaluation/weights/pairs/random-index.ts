/** The tables of random indexes: the mean consistency index of random comparisons, by which the consistency ratio is measured. */
export const RANDOM_INDEXES = ["saaty-1980", "saaty-2005", "donegan-dodd-1991", "tummala-ling-1998"] as const;
/** A table of random indexes. */
export type RandomIndex = (typeof RANDOM_INDEXES)[number];

/** Size and index, in rising order; between two sizes the index lies on the line between them. */
type Table = readonly (readonly [size: number, index: number])[];

/** A table that begins at size 3 and has every size. */
function from3(...indexes: readonly number[]): Table {
  return indexes.map((index, place) => [place + 3, index]);
}

const TABLES: Readonly<Record<RandomIndex, () => Table>> = {
  // Saaty, The Analytic Hierarchy Process, McGraw-Hill 1980. The dip at 12 stands in the book; reprints often have 1.54 there.
  "saaty-1980": () => from3(0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59),
  // Saaty, Theory and Applications of the Analytic Network Process, RWS 2005, p. 31.
  "saaty-2005": () => from3(0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59),
  // Donegan & Dodd, A note on Saaty's random indexes, Mathematical and Computer Modelling 15 (1991), 135–137.
  "donegan-dodd-1991": () => [
    ...from3(0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969),
    ...([
      [16, 1.5078],
      [17, 1.5153],
      [18, 1.5262],
      [19, 1.5313],
      [20, 1.5371],
      [25, 1.5619],
      [30, 1.5772],
    ] as const),
    ...([
      [40, 1.5976],
      [50, 1.6102],
      [60, 1.6178],
      [70, 1.6237],
      [80, 1.6277],
      [90, 1.6213],
      [100, 1.6339],
    ] as const),
  ],
  // Tummala & Ling, A note on the computation of the mean random consistency index of the AHP, Theory and Decision 44 (1998), 221–230.
  "tummala-ling-1998": () =>
    from3(0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571, 1.5714, 1.5831),
};

/** The random index for so many ids: 0 for one and two, which are always consistent; `null` beyond the table. */
export function randomIndexOf(name: RandomIndex, size: number): number | null {
  if (size < 3) return 0;
  const table = TABLES[name]();
  const place = table.findIndex(([at]) => at >= size);
  if (place < 0) return null;
  const [above, high] = table[place] as Table[number];
  const [below, low] = table[above === size ? place : place - 1] as Table[number];
  return above === size ? high : low + ((high - low) * (size - below)) / (above - below);
}
