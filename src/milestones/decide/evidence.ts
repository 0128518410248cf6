import type { Path } from "../../ground/issue.js";
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from "../event.js";
import { fieldsOf } from "../fields.js";
import type { Refusal } from "../refusal.js";
import { LONGEST_TEXT, mistyped, refuse, textOf, unknownValue } from "./ask.js";

const MOST_PIECES = 50;

/** Evidence as it is kept. */
export function readEvidence(value: unknown, path: Path, issues: Refusal[]): readonly Evidence[] {
  const pieces: Evidence[] = [];
  if (value === undefined || value === null) return pieces;
  if (!Array.isArray(value)) {
    mistyped(issues, "array", path, value);
  } else if (value.length > MOST_PIECES) {
    refuse(issues, "too-many", path, { most: MOST_PIECES, received: value.length });
  } else {
    for (let index = 0; index < value.length; index += 1)
      pieces.push(readPiece(value[index], [...path, index], issues));
  }
  return pieces;
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
