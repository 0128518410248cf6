import type { FunnelEvidence, FunnelPosition } from "../funnel/funnel.js";
import { type KnownEvidence, positionOf } from "../funnel/funnel-stage.js";
import type { CompetitivePosition } from "../position/position.js";
import type { Judged } from "./group.js";

/** Questions of the opportunity scorecard that ask for the same as the funnel does. */
const ANSWERED_BY: { readonly [E in FunnelEvidence]?: string } = {
  need: "clientProject",
  resources: "accessToFunds",
  driver: "compellingEvent",
  "unique-value": "uniqueValue",
};

/** The funnel by what was told, else by the answers, else by an advantage that is ours alone. */
export function funnelFrom(
  told: KnownEvidence,
  evaluation: Judged,
  position: CompetitivePosition | null,
): FunnelPosition {
  const shown = (code: FunnelEvidence): boolean | null =>
    code === "unique-value" && position !== null && position.unique.length > 0 ? true : null;
  const known = [...told].map(([code, answer]) => [code, answer ?? answered(code, evaluation) ?? shown(code)] as const);
  return positionOf(new Map(known), []);
}

function answered(code: FunnelEvidence, { indicators }: Judged): boolean | null {
  const row = indicators[ANSWERED_BY[code] ?? ""];
  return row === undefined || row.kind !== "choice" || row.status !== "known" ? null : row.actual === "yes";
}
