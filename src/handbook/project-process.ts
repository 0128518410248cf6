import { defineProcess } from "../milestones/definition/define.js";
import type { Process } from "../milestones/definition/process.js";

/** The ids of the project process. */
export interface ProjectProcessIds {
  readonly milestone: "visit" | "approval" | "solution" | "bid" | "contract" | "delivery";
  readonly standard:
    | "right-contact-found"
    | "design-or-bid-agreed"
    | "need-clear"
    | "value-fits"
    | "accepted-by-evaluators"
    | "commercial-frame-known"
    | "bid-complete-and-in-time"
    | "mandatory-requirements-met"
    | "terms-agreed"
    | "contract-signed"
    | "delivered-and-accepted"
    | "paid-as-agreed";
  readonly task: never;
  readonly form: "project-application" | "solution-document" | "quotation" | "bid-file" | "delivery-note";
  readonly field: never;
  readonly approval: "application-by-manager" | "bid-review";
  readonly role: "seller" | "ka-manager" | "ka-director";
  readonly cause:
    | "need-not-met"
    | "mismatch"
    | "client-obstacles"
    | "bound-to-rival"
    | "price"
    | "solution-rejected"
    | "project-cancelled"
    | "no-decision";
}

/**
 * A process for a one-off project (E2.4: account and project differ; an account goes on after the order, a project ends with it). It is the key-account process without what
 * only an account needs: no planning of industries, no hand-over to care, one approval instead of two; and a project may be settled without a bid.
 *
 * The ids are those of `keyAccountProcess`, so words and forms are the same. Likelihoods are the handbook's (E9); time limits in working days are defaults that hosts change: visit 5, approval 5,
 * solution 20, bid 15, contract 10, delivery 40. An override is the KA manager's or the KA director's.
 */
export const projectProcess: Process<ProjectProcessIds> = /* @__PURE__ */ defineProcess({
  id: "project",
  version: "1",
  milestones: {
    visit: {
      standards: { "right-contact-found": {}, "design-or-bid-agreed": { evidence: true } },
      next: ["approval"],
      likelihood: "0.05",
      workingDays: 5,
    },
    approval: {
      standards: { "need-clear": {}, "value-fits": {} },
      forms: { "project-application": {} },
      approvals: { "application-by-manager": { role: "ka-manager", form: "project-application" } },
      rules: ["no-sales-cost-before-approval"],
      next: ["solution"],
      back: ["visit"],
      likelihood: "0.1",
      workingDays: 5,
    },
    solution: {
      standards: { "accepted-by-evaluators": {}, "commercial-frame-known": {} },
      forms: { "solution-document": {}, quotation: {} },
      next: ["bid", "contract"],
      back: ["visit", "approval"],
      likelihood: "0.45",
      workingDays: 20,
    },
    bid: {
      standards: { "bid-complete-and-in-time": { evidence: true }, "mandatory-requirements-met": {} },
      forms: { "bid-file": {} },
      approvals: { "bid-review": { role: "ka-manager", form: "bid-file" } },
      next: ["contract"],
      back: ["solution"],
      likelihood: "0.8",
      workingDays: 15,
    },
    contract: {
      standards: { "terms-agreed": {}, "contract-signed": { evidence: true } },
      next: ["delivery"],
      back: ["solution", "bid"],
      wins: true,
      likelihood: "1",
      workingDays: 10,
    },
    delivery: {
      standards: { "delivered-and-accepted": { evidence: true }, "paid-as-agreed": { evidence: true } },
      forms: { "delivery-note": {} },
      back: ["contract"],
      end: true,
      likelihood: "1",
      workingDays: 40,
    },
  },
  roles: { seller: {}, "ka-manager": {}, "ka-director": {} },
  causes: [
    "need-not-met",
    "mismatch",
    "client-obstacles",
    "bound-to-rival",
    "price",
    "solution-rejected",
    "project-cancelled",
    "no-decision",
  ],
  override: { roles: ["ka-manager", "ka-director"] },
  effort: { after: "approval", early: "refuse", counts: "cost" },
  expectedContacts: 4,
});
