import type { KnownExperience, KnownFacts } from "./read-facts.js";
import { OBJECTING_SIGNALS } from "./rules.js";
import type { SellingEvidence, SellingObjection, SellingOption, SellingSignal } from "./selling.js";

/** Those of the objections that are raised, with the signals that raise them. What is unknown raises none. */
export function objectionsOf(mayBe: readonly SellingObjection[], facts: KnownFacts): SellingOption["against"] {
  return mayBe.flatMap((objection) => {
    const signals = objecting(objection, facts.experience);
    return signals.length > 0 || isFact(objection, facts) ? [{ objection, signals }] : [];
  });
}

function objecting(objection: SellingObjection, experience: KnownExperience | null): readonly SellingSignal[] {
  const test = OBJECTING_SIGNALS[objection];
  if (test === undefined) return [];
  return signalsOf(experience, (one) => test.leaning === one.leaning && test.handbook.includes(one.handbook ?? ""));
}

/** Whether a fact other than a signal raises the objection. */
function isFact(objection: SellingObjection, { experience, lateEntrants, productMaturity }: KnownFacts): boolean {
  switch (objection) {
    case "slows-only":
      return true;
    case "shift-under-way":
      return experience?.direction === "forward" || experience?.stage === "in-transition";
    case "moving-back":
      return experience?.direction === "back";
    case "parts-interwoven":
      return experience?.interwoven === true;
    case "late-entrants-undercut":
      return lateEntrants === true;
    case "market-young":
      return productMaturity === "introduction" || productMaturity === "growth";
    case "market-mature":
      return productMaturity === "maturity" || productMaturity === "decline";
    case "market-declining":
      return productMaturity === "decline";
    default:
      return false;
  }
}

/** Current signals that pass a test, in the order of the ledger. */
export function signalsOf(
  experience: KnownExperience | null,
  passes: (evidence: SellingEvidence) => boolean,
): readonly SellingSignal[] {
  const found = (experience?.ledger ?? []).filter((one) => one.current && passes(one));
  return found.map(({ signal, handbook, level, at }) => ({ signal, handbook, level, at }));
}
