import type { Path } from "../../ground/issue.js";
import { printDecimal } from "../../ground/numeral.js";
import { compare, minus, plus, type Rational, ZERO } from "../../ground/rational.js";
import {
  type Reader,
  readAnswer,
  readCurrency,
  readDecimal,
  readInput,
  readList,
  readRecord,
  readText,
} from "../../ground/reader.js";
import type { Partnership, PartnershipBalance, PartnershipFacts, PartnershipVerdict } from "./partnership.js";

/**
 * Weighs a client as a partner (C1): whether both together earn more than each alone, 1 + 1 > 2, whether neither pays for it, and whether the client keeps its duties, as it has its rights.
 *
 * gain = together − apart, for us and for the client, exactly; the joint gain is their sum. A gain of exactly zero is no loss for a side, and no gain for both. What isn't known, or can't be
 * read (`issues`), leaves what depends on it `null` or `unknown`.
 *
 * @example
 * ```ts
 * import { weighPartnership } from "keyaccount";
 *
 * const partner = weighPartnership({
 *   currency: "CNY",
 *   apart: { ours: "100", theirs: "80" },
 *   together: { ours: "130", theirs: "95" },
 *   duties: { "payment-terms": true, "no-diversion": false },
 *   rights: ["exclusive-area"],
 * });
 * partner.gain; // => { ours: "30", theirs: "15", joint: "45" }
 * [partner.verdict, partner.balance, partner.broken]; // => ["both-gain", "broken", ["no-diversion"]]
 * ```
 */
export function weighPartnership(facts: PartnershipFacts): Partnership {
  const reader = readInput(facts);
  const currency = readCurrency(reader);
  const [apart, together] = [readSides(reader, "apart"), readSides(reader, "together")];
  const [ours, theirs] = [gainOf(apart.ours, together.ours), gainOf(apart.theirs, together.theirs)];
  const joint = ours && theirs && plus(ours, theirs);
  const duties = readDuties(reader);
  const rights = countRights(reader);
  const namesOf = (kept: boolean | null): string[] =>
    (duties ?? []).flatMap((duty) => (duty.kept === kept ? duty.id : []));
  return {
    v: 1,
    currency,
    gain: { ours: printed(ours), theirs: printed(theirs), joint: printed(joint) },
    verdict: ours && theirs && joint && verdictOf(ours, theirs, joint),
    balance: balanceOf(duties, rights),
    broken: namesOf(false),
    unknown: namesOf(null),
    issues: reader.issues,
  };
}

interface Sides {
  readonly ours: Rational | null;
  readonly theirs: Rational | null;
}

function readSides(reader: Reader, key: "apart" | "together"): Sides {
  const sides = readRecord(reader, reader.record[key], [key]);
  const read = (side: "ours" | "theirs"): Rational | null => readDecimal(reader, sides?.[side], [key, side]);
  return { ours: read("ours"), theirs: read("theirs") };
}

function gainOf(apart: Rational | null, together: Rational | null): Rational | null {
  return apart && together && minus(together, apart);
}

function printed(gain: Rational | null): string | null {
  return gain && printDecimal(gain);
}

function verdictOf(ours: Rational, theirs: Rational, joint: Rational): PartnershipVerdict {
  if (compare(joint, ZERO) <= 0) return "no-gain";
  if (compare(ours, ZERO) < 0) return "at-our-cost";
  return compare(theirs, ZERO) < 0 ? "at-its-cost" : "both-gain";
}

interface Duty {
  readonly id: string;
  readonly kept: boolean | null;
}

/** By id in code-unit order, whatever the order of the host's keys; `null` where it isn't known which there are. */
function readDuties(reader: Reader): readonly Duty[] | null {
  const duties = readRecord(reader, reader.record["duties"], ["duties"]);
  if (duties === null) return null;
  const ids = Object.keys(duties).sort();
  return ids.map((id) => ({ id, kept: readAnswer(reader, duties[id], ["duties", id]) }));
}

/** How many rights the client has. */
function countRights(reader: Reader): number {
  const path: Path = ["rights"];
  const rights = readList(reader, reader.record["rights"], path) ?? [];
  return rights.filter((right, index) => readText(reader, right, [...path, index]) !== null).length;
}

function balanceOf(duties: readonly Duty[] | null, rights: number): PartnershipBalance {
  if (duties === null) return "unknown";
  if (duties.length === 0) return rights > 0 ? "rights-without-duties" : "unknown";
  if (duties.some(({ kept }) => kept === false)) return "broken";
  return duties.every(({ kept }) => kept === true) ? "kept" : "unknown";
}
