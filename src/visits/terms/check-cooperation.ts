import { isAfter } from "../../ground/dates.js";
import { demand, isLater, readInput, readOptions } from "../../ground/reader.js";
import { type Fields, fieldOf, flagOf, idsOf, lineOf, recordOf, refuseField, rootFields, timeOf } from "../fields.js";
import {
  COOPERATION_PARTS,
  type CooperationCheck,
  type CooperationFinding,
  type CooperationOptions,
  type CooperationPart,
  type CooperationStep,
  type CooperationTerms,
} from "./terms.js";

/**
 * Says what of a cooperation isn't settled yet (A8.1–A8.3) and what comes next: the terms, the letter of intent, the agreement. What was signed before its time is a
 * finding: it isn't undone.
 *
 * What came after `asOf`, and what can't be read, isn't settled; `issues` says so. A faulty `asOf` throws a `KeyAccountError`.
 *
 * @example
 * ```ts
 * import { checkCooperation } from "keyaccount";
 *
 * const terms = { form: { value: "core dealer" }, payment: { value: "30 days" }, letterOfIntentOn: "2026-11-10", managedBy: ["wang"] };
 * const { next, open, findings } = checkCooperation(terms, { asOf: "2026-11-21" });
 * [next, open]; // => ["settle-terms", ["after-service", "agreement"]]
 * findings; // => ["intent-before-terms"]
 * ```
 */
export function checkCooperation(terms: CooperationTerms, options: CooperationOptions): CooperationCheck {
  const asOf = readOptions(options, ["asOf"], (reader) =>
    demand(reader, timeOf(rootFields(reader), "asOf"), ["asOf"]),
  ) as string;
  const reader = readInput(terms);
  const root = rootFields(reader);
  const [intent, agreement] = [signedOn(root, "letterOfIntentOn", asOf), signedOn(root, "agreementOn", asOf)];
  const settled: { readonly [P in CooperationPart]: boolean } = {
    form: isSettled(root, "form", asOf),
    "after-service": isSettled(root, "afterService", asOf),
    payment: isSettled(root, "payment", asOf),
    "letter-of-intent": intent !== null,
    agreement: agreement !== null,
    "dedicated-manager": (idsOf(root, "managedBy") ?? []).length > 0,
  };
  const hasTerms = settled.form && settled["after-service"] && settled.payment;
  return {
    v: 1,
    asOf,
    next: nextStep(hasTerms, intent, agreement),
    open: COOPERATION_PARTS.filter((part) => !settled[part]),
    findings: findingsOf(hasTerms, intent, agreement),
    issues: reader.issues,
  };
}

/** A signed agreement needs no letter of intent any more. */
function nextStep(hasTerms: boolean, intent: string | null, agreement: string | null): CooperationStep {
  if (!hasTerms) return "settle-terms";
  if (agreement !== null) return "cooperate";
  return intent === null ? "sign-letter-of-intent" : "sign-agreement";
}

function findingsOf(hasTerms: boolean, intent: string | null, agreement: string | null): CooperationFinding[] {
  const isEarly = agreement !== null && (intent === null || isAfter(intent, agreement));
  return [
    ...(intent !== null && !hasTerms ? ["intent-before-terms" as const] : []),
    ...(agreement !== null && !hasTerms ? ["agreement-before-terms" as const] : []),
    ...(isEarly ? ["agreement-before-intent" as const] : []),
  ];
}

function signedOn(root: Fields, key: string, asOf: string): string | null {
  const time = timeOf(root, key);
  return isLater(root.reader, time, [key], asOf) ? null : time;
}

function isSettled(root: Fields, key: string, asOf: string): boolean {
  const term = recordOf(root, key);
  if (term === null || isLater(root.reader, timeOf(term, "observedAt"), [key, "observedAt"], asOf)) return false;
  const isOut = flagOf(term, "notApplicable") === true;
  if (!isOut) return lineOf(term, "value") !== null;
  if ((fieldOf(term, "value") ?? null) === null) return true;
  refuseField(root, key, { code: "contradictory-fact", details: {} });
  return false;
}
