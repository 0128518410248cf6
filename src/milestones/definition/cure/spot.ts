import type { JsonObject } from "../../../ground/json.js";
import type { Refusal } from "../../refusal.js";
import type { Cure, Resolved } from "../registry.js";

/** Of what was asked, as much as says what could be mended. */
export interface Asked {
  readonly known: Resolved;
  readonly command: Parameters<Cure>[2]["command"];
  readonly state: Parameters<Cure>[2]["state"];
  readonly head: Parameters<Cure>[2]["head"];
  /** Everything that stands in the way. */
  readonly issues: readonly Refusal[];
}

/** A place in the command, and what it would have to hold. */
export interface Spot {
  readonly path: readonly string[];
  /** Nothing where no value would do. */
  readonly schema: JsonObject | undefined;
}

/** A text or number as text; what is anything else may not even be written. */
export const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** Whether somebody may do what needs a role. */
export const isMine = (role: string | null | undefined, { head }: Asked): boolean =>
  role === null || role === undefined || head.roles.includes(role);
