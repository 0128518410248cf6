import type { Path } from "../../ground/issue.js";
import type { ProcessStandard } from "../definition/process.js";
import type { Placed } from "../definition/registry.js";
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from "../event.js";
import { fieldsOf } from "../fields.js";
import type { Refusal } from "../refusal.js";
import { LONGEST_TEXT, mistyped, readList, refuse, textOf, unknownValue } from "./ask.js";

const MOST_PIECES = 50;

/** Evidence as it is kept. */
export function readEvidence(value: unknown, path: Path, issues: Refusal[]): readonly Evidence[] {
  if (value === undefined || value === null) return [];
  return readList(value, MOST_PIECES, path, issues, (piece, index) => readPiece(piece, [...path, index], issues));
}

/** Notes evidence that a standard needs and hasn't; no note stands for a fact that a decision map has to show. */
export function checkEvidence(
  { id: standard, evidence: need, fact }: Placed<ProcessStandard>,
  evidence: readonly Evidence[],
  path: Path,
  issues: Refusal[],
): void {
  if (need === false) return;
  if (evidence.length === 0) refuse(issues, "evidence-missing", path, { standard });
  else if (need !== true && !evidence.some(({ kind }) => kind === need))
    refuse(issues, "proof-missing", path, { standard, fact: fact as string });
}

function readPiece(piece: unknown, path: Path, issues: Refusal[]): Evidence {
  if (typeof piece !== "object" || piece === null) {
    mistyped(issues, "object", path, piece);
    return { kind: "note", text: "" };
  }
  const { kind, text } = fieldsOf(piece);
  if (!EVIDENCE_KINDS.includes(kind as EvidenceKind)) unknownValue(issues, [...path, "kind"], kind, EVIDENCE_KINDS);
  return { kind: kind as EvidenceKind, text: textOf(text, LONGEST_TEXT, [...path, "text"], issues) ?? "" };
}
