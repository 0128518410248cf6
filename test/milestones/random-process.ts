import { defineProcess, isKeyAccountError, type Process } from "keyaccount";
import type { Random } from "../support/random.js";
import { asProcess } from "./random-deal.js";

/** Milestones that lead to later ones, and back to earlier ones, at random, each with a gate that asks for something or nothing. */
function definition(random: Random): object {
  const ids = ["a", "b", "c", "d", "e", "f", "g"].slice(0, random.int(3, 7));
  const milestones = ids.map((id) => [
    id,
    {
      next: ids.filter((one) => one > id && random.chance(0.4)),
      back: ids.filter((one) => one < id && random.chance(0.5)),
      end: random.chance(0.3),
      wins: random.chance(0.15),
      standards: random.chance(0.6) ? { [`s-${id}`]: { evidence: random.chance(0.3) } } : {},
      tasks: random.chance(0.2) ? { [`t-${id}`]: {} } : {},
      forms: random.chance(0.2) ? { [`f-${id}`]: {} } : {},
      approvals: random.chance(0.2) ? { [`p-${id}`]: { role: "boss" } } : {},
    },
  ]);
  return {
    id: "random",
    version: "1",
    milestones: Object.fromEntries(milestones) as unknown,
    roles: { boss: {} },
    override: { roles: ["boss"] },
    causes: ["price"],
  };
}

/** A process at random, one that is sound. */
export function randomProcess(random: Random): Process {
  for (;;) {
    try {
      return asProcess(defineProcess(definition(random) as never));
    } catch (error) {
      if (!isKeyAccountError(error)) throw error;
    }
  }
}
