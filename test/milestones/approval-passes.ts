import type { Process, ProcessEvent } from "keyaccount";

const add = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);

/** How often walks passed each gate that asks for an approval, by a move and not by an override; so that no generator loses its way there in silence. */
export class ApprovalPasses {
  readonly #counts = new Map<string, number>();

  read({ milestones }: Process, { type, data }: ProcessEvent): void {
    if (type !== "advanced" && type !== "won") return;
    if (Object.keys(milestones[data.from]?.approvals ?? {}).length > 0) add(this.#counts, data.from);
  }

  /** Gates with approvals that were passed less often. */
  below(least: number, { milestones }: Process): readonly string[] {
    return Object.entries(milestones).flatMap(([id, { approvals }]) =>
      Object.keys(approvals).length > 0 && (this.#counts.get(id) ?? 0) < least
        ? `${id}: ${String(this.#counts.get(id) ?? 0)}`
        : [],
    );
  }
}
