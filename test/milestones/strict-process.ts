import { defineProcess } from "keyaccount";
import { asProcess } from "./random-deal.js";

/** One of everything that a process can ask for. */
export const strict = asProcess(
  defineProcess({
    id: "strict",
    version: "1",
    start: ["a", "e"],
    milestones: {
      e: { next: ["a"] },
      a: {
        standards: { s1: {}, s2: { evidence: true } },
        tasks: { t1: { role: "boss" }, t2: {} },
        next: ["b", "c"],
        back: ["e"],
        wins: true,
      },
      b: {
        standards: { s4: { fact: "decider-covered" } },
        tasks: { t3: { optional: true } },
        forms: {
          f: {
            fields: {
              x: { kind: "text" },
              y: { kind: "flag", optional: true },
              z: { kind: "choice", options: ["a", "b"] },
            },
          },
          r: { reference: true },
        },
        approvals: {
          p: { role: "boss", count: 2, form: "f", separation: "contributors" },
          q: { role: "seller", byItself: true },
          s: { role: "boss", form: "r" },
        },
        next: ["c"],
        back: ["a"],
      },
      c: { standards: { s3: {} }, forms: { o: { optional: true, reference: true } }, back: ["a", "b"], end: true },
    },
    roles: { boss: {}, seller: {} },
    causes: ["none-of-ours"],
    override: { roles: ["boss"] },
    effort: { after: "a", counts: "cost-and-time" },
  }),
);
