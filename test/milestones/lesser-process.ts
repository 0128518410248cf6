import { defineProcess, type Process } from "keyaccount";
import type { Random } from "../support/random.js";
import { asProcess } from "./random-deal.js";

type Gate = Process["milestones"][string];
type Parts<T> = { readonly [id: string]: T | undefined };

/** Some of the parts, each as it is or asking for less. */
function fewer<T>(random: Random, parts: Parts<T>, less: (part: T) => unknown): Record<string, unknown> {
  const kept = Object.entries(parts).filter(() => random.chance(0.6));
  return Object.fromEntries(kept.map(([id, part]) => [id, random.chance(0.4) ? less(part as T) : part]));
}

function lesserGate(random: Random, gate: Gate): object {
  const forms = fewer(random, gate.forms, ({ reference: _, ...form }) => ({ ...form, optional: true }));
  const approvals = fewer(random, gate.approvals, (approval) => ({ ...approval, count: 1, separation: "requester" }));
  return {
    ...gate,
    standards: fewer(random, gate.standards, () => ({})),
    tasks: fewer(random, gate.tasks, (task) => ({ ...task, optional: true })),
    forms,
    approvals: Object.fromEntries(
      (Object.entries(approvals) as [string, { readonly form?: string }][]).map(([id, { form, ...approval }]) => [
        id,
        form === undefined || !Object.hasOwn(forms, form) ? approval : { ...approval, form },
      ]),
    ),
  };
}

/** Another version with the same milestones, whose gates ask for less: what was passed under it wasn't passed under the first. */
export function lesser(random: Random, process: Process): Process {
  const milestones = Object.entries(process.milestones).map(([id, gate]) => [id, lesserGate(random, gate)]);
  const definition = { ...process, version: "lesser", milestones: Object.fromEntries(milestones) as unknown };
  return asProcess(defineProcess(definition as never));
}
