import { exactQuantity } from "../../ground/numeral.js";
import { FUNNEL_STAGES, type FunnelStage } from "../funnel/funnel.js";
import type { CompetitivePosition } from "../position/position.js";
import type { OpportunityDecision, OpportunitySpend, OpportunityWarning } from "./qualification.js";

/** What doesn't go together, in the order of the codes; several rivals by id. */
export function warningsOf(
  decision: OpportunityDecision | null,
  highest: FunnelStage,
  position: CompetitivePosition | null,
  spend: OpportunitySpend | null,
): OpportunityWarning[] {
  const warnings = spend === null ? [] : spendWarnings(decision, spend);
  if (decision === "go" && FUNNEL_STAGES.indexOf(highest) < FUNNEL_STAGES.indexOf("qualified"))
    warnings.push({ code: "go-but-not-qualified" });
  for (const { id, lead, standing } of position?.rivals ?? []) {
    if (lead === "theirs" && standing !== "excluded") warnings.push({ code: "rival-leads", rival: id });
  }
  return warnings;
}

function spendWarnings(
  decision: OpportunityDecision | null,
  { spent, decision: effort }: OpportunitySpend,
): OpportunityWarning[] {
  const warnings: OpportunityWarning[] = [];
  if (spent !== null && decision !== "go" && exactQuantity(spent).n > 0n)
    warnings.push({ code: "spent-without-go", amount: spent });
  if (effort === "stop") warnings.push({ code: "effort-stops" });
  if (effort === "escalate") warnings.push({ code: "effort-escalates" });
  return warnings;
}
