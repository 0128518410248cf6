import type { Path } from "../../ground/issue.js";
import { show } from "../../portfolio/arguments.js";
import { own } from "../../portfolio/own.js";
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from "../event.js";
import type { Refusal } from "../refusal.js";
import { LONGEST_TEXT, textOf } from "./ask.js";

const MOST_PIECES = 50;
const NONE: readonly Evidence[] = [];

/** Evidence as it is kept. */
export function readEvidence(value: unknown, path: Path, issues: Refusal[]): readonly Evidence[] {
  if (value === undefined || value === null) return NONE;
  if (!Array.isArray(value)) {
    issues.push({ code: "wrong-type", path, details: { expected: "array", received: show(value) } });
  } else if (value.length > MOST_PIECES) {
    issues.push({ code: "too-many", path, details: { most: MOST_PIECES, received: value.length } });
  } else {
    return Array.from(value as readonly unknown[], (piece, index) => readPiece(piece, [...path, index], issues));
  }
  return NONE;
}

function readPiece(piece: unknown, path: Path, issues: Refusal[]): Evidence {
  if (typeof piece !== "object" || piece === null) {
    issues.push({ code: "wrong-type", path, details: { expected: "object", received: show(piece) } });
    return { kind: "note", text: "" };
  }
  const kind = own(piece, "kind") as EvidenceKind;
  if (!EVIDENCE_KINDS.includes(kind)) {
    issues.push({
      code: "unknown-value",
      path: [...path, "kind"],
      details: { received: show(kind), allowed: EVIDENCE_KINDS },
    });
  }
  return { kind, text: textOf(own(piece, "text"), LONGEST_TEXT, [...path, "text"], issues) ?? "" };
}
