import type { Scorecard } from "./scorecard.js";

/** The scorecard with some keys replaced; a key whose value is `undefined` stays as it is, like one that is absent. */
export function override(known: Scorecard, changes: object): Scorecard {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...known, ...Object.fromEntries(given) };
}
