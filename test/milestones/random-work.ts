import type { Cures, Process } from "keyaccount";
import type { Random } from "../support/random.js";

type Standard = NonNullable<Process["milestones"][string]["standards"][string]>;
type Form = NonNullable<Process["milestones"][string]["forms"][string]>;
type Filled = NonNullable<NonNullable<Cures["forms"]>[string]>;

/** Texts that objects have something of their own under. */
export const ODD_IDS = ["__proto__", "constructor", "toString"] as const;
/** Those, and one of which nothing can be seen. */
export const ODD_TEXTS = [...ODD_IDS, "\u3000"] as const;

const VALUES = { decimal: "12.5", integer: 3, flag: true, day: "2026-10-01", choice: "a" } as const;
const KINDS = ["note", "file", "decision-map"] as const;

/** A text, now and then an odd one. */
export const someText = (random: Random, plain: string): string =>
  random.chance(0.92) ? plain : random.pick([...ODD_TEXTS]);

/** The same where nothing else would be wrong with the command if it were blank. */
export const someNote = (random: Random): { readonly note?: string } =>
  random.chance(0.6) ? {} : { note: random.pick(["noted", ...ODD_IDS]) };

/** One piece of evidence of some kind. */
export const someEvidence = (random: Random): { kind: (typeof KINDS)[number]; text: string }[] => [
  { kind: random.pick([...KINDS]), text: someText(random, "seen") },
];

/** What a standard asks for. */
export const proofOf = (random: Random, { evidence }: Standard): { kind: (typeof KINDS)[number]; text: string }[] => [
  { kind: evidence === "decision-map" ? evidence : "note", text: random.pick(["seen", "heard", ...ODD_IDS]) },
];

/** A form with all its fields, and where it is found. */
export function filled(form: Form | undefined, text: () => string): Filled {
  const fields = Object.entries(form?.fields ?? {}).map(([id, { kind }]) => [
    id,
    kind === "text" ? text() : VALUES[kind],
  ]);
  return { fields: Object.fromEntries(fields) as never, ...(form?.reference === true ? { reference: text() } : {}) };
}

/** The form as above, or with something amiss. */
export function someForm(random: Random, form: Form | undefined): Filled {
  const whole = filled(form, () => someText(random, "x"));
  if (random.chance(0.85)) return whole;
  return random.chance() ? { reference: someText(random, "archive") } : { fields: whole.fields as never };
}
