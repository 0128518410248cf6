import type { Deal } from "./deal.js";

/** How often there was contact with the client, against how often a deal is expected to take (E4.7). */
export interface DealContacts {
  /** Contacts that were recorded, in all milestones. */
  readonly made: number;
  /** What the process expects; `null`: it expects nothing. */
  readonly expected: number | null;
  /** How many are still to be expected, 0 where there were enough; `null` where nothing is expected, or where an imported history may have had contacts that nobody recorded. */
  readonly left: number | null;
}

/** The contacts of a deal. */
export function contactsOf({ efforts, stays }: Deal, expected: number | null): DealContacts {
  const made = efforts.reduce((sum, { contacts }) => sum + contacts, 0);
  if (expected === null) return { made, expected, left: null };
  const isKnown = made >= expected || stays.every(({ entry }) => entry !== "imported");
  return { made, expected, left: isKnown ? Math.max(0, expected - made) : null };
}
