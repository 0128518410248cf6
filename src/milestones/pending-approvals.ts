import { ofShape } from "../ground/of-shape.js";
import { approvers, askedFor } from "./decide/gate.js";
import type { Process, ProcessIds } from "./definition/process.js";
import { type Resolved, resolved } from "./definition/registry.js";
import type { Asker } from "./queries.js";
import type { ProcessState, Stamp } from "./state.js";

/** An approval that was asked for and isn't given yet. */
export interface PendingApproval<I extends ProcessIds = ProcessIds> {
  readonly approval: I["approval"];
  readonly milestone: I["milestone"];
  readonly role: I["role"];
  /** The form that is to be approved. */
  readonly form: I["form"] | null;
  readonly requested: Stamp;
  /** Who has given it so far. */
  readonly givenBy: readonly string[];
  /** How many persons are still needed. */
  readonly lacking: number;
}

/**
 * The approvals that wait where the deal stands, in the order of the definition: asked for, not refused, and not given by as many as it takes. With an asker (`by`, `roles`), those that this person may give: who has the
 * role and isn't too near to it. Empty before the start; of a closed deal there is none, as approvals end with the stay.
 *
 * @example
 * ```ts
 * import { pendingApprovals, replay } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * pendingApprovals(keyAccountProcess, replay(keyAccountProcess, []), { by: "hu", roles: ["ka-manager"] }); // => []
 * ```
 */
export function pendingApprovals<I extends ProcessIds>(
  process: Process<I>,
  state: ProcessState<NoInfer<I>>,
  asker: Asker | null = null,
): readonly PendingApproval<I>[] {
  const known = resolved(process);
  return ofShape({ state }, () => pending(known, state, asker)) as unknown as readonly PendingApproval<I>[];
}

function pending(known: Resolved, state: ProcessState, asker: Asker | null): PendingApproval[] {
  const approvals = known.milestones.get(state.milestone ?? "")?.approvals ?? [];
  return approvals.flatMap((approval) => {
    const asked = askedFor(approval, state.approvals);
    const lacking = approval.count - approvers(approval, { known, state }, {});
    if (asked === undefined || asked.refused !== null || lacking <= 0) return [];
    const { by = "", roles } = asker ?? {};
    const mayGive =
      roles?.includes(approval.role) === true && known.involvementOf(known, state, approval, by) === undefined;
    if (asker !== null && !mayGive) return [];
    const { id, milestone, role } = approval;
    const { form, requested, given } = asked;
    const { at, by: requester } = requested;
    const givenBy = given.map((one) => one.by);
    return [{ approval: id, milestone, role, form, requested: { at, by: requester }, givenBy, lacking }];
  });
}
