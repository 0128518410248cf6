import { shareOf } from "../share.js";
import { ABC_CLASSES, type AbcClass, type AbcSummary } from "./abc.js";
import type { AbcPlaced } from "./place.js";

/** What each class comes to. */
export function summarise(
  placed: readonly AbcPlaced[],
  total: bigint,
  print: (whole: bigint) => string,
): { readonly [K in AbcClass]: AbcSummary } {
  const [A, B, C] = ABC_CLASSES.map((name) => {
    const members = placed.filter((one) => one.class === name);
    const bought = members.reduce((sum, { whole }) => (whole > 0n ? sum + whole : sum), 0n);
    return {
      clients: members.length,
      amount: print(members.reduce((sum, { whole }) => sum + whole, 0n)),
      share: total > 0n ? shareOf(bought, total) : null,
    };
  }) as [AbcSummary, AbcSummary, AbcSummary];
  return { A, B, C };
}
