import { defineProcess, type Process } from "keyaccount";
import { asProcess } from "./random-deal.js";

/** Two ways to c; from q another way leads on to f. Of the two only the second asks for anything. */
export const MILESTONES = {
  a: {
    next: ["b", "p"],
    forms: { f: { optional: true }, g: { optional: true } },
    tasks: { k: { optional: true }, l: { optional: true } },
  },
  b: { next: ["c"], back: ["a"] },
  p: { standards: { s: {} }, next: ["q"], back: ["a"] },
  q: { next: ["c", "f"], back: ["p", "r"] },
  r: { next: ["q"] },
  c: { standards: { t: {} }, end: true, back: ["q", "b", "p", "a"] },
  f: { standards: { u: {} }, end: true, back: ["q"] },
};

/** The process with two ways, in a version of it. */
export const twoWays = (version: string): Process =>
  asProcess(
    defineProcess({
      id: "two-ways",
      version,
      milestones: MILESTONES,
      roles: { boss: {} },
      override: { roles: ["boss"] },
      causes: ["price"],
    } as never),
  );
