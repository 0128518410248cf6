import { defineProcess } from "../milestones/definition/define.js";
import type { Process } from "../milestones/definition/process.js";
import type { KeyAccountProcessIds } from "./key-account-ids.js";

/**
 * The milestone process of key accounts (E9.1 … E9.8), with the handbook's work standards, forms, rules and approvals. Definitions and names stand in the locale.
 *
 * **Gates.** Each opens when all work standards hold, all forms are attached and all approvals are given. What leaves a trace outside needs evidence: the agreement to design
 * or bid, the need in writing, our advantages in the specification, the bid in time, the signature, the credit terms, delivery and payment. Tasks are a checklist; they don't hold a gate, for the
 * handbook's standards do.
 *
 * **Approvals.** The project application needs the KA manager and the KA director (E9.3), neither of them who asked; the bid file needs the KA manager (E9.6). **Costs**: none may
 * arise before approval is passed (E9.3); an entry with a cost is refused until then, contacts and time may be noted from the start.
 *
 * **Ways.** Forward one by one; back to any earlier milestone. The order counts as won when the contract is passed (E9.7); `win` closes the deal when it is delivered, paid and
 * handed over (E9.8).
 *
 * **Defaults that hosts change.** Likelihoods by milestone entered are published practice: visit 5 %, approval 10 %, deep contact 25 %, solution 45 %, bid 80 %, contract 100 %;
 * planning has none. The handbook names no time limits; the ones here are working days of a middling project sale: planning 20, visit 10, approval 5, deep contact 30, solution 30, bid 20,
 * contract 15, delivery 60. A typical deal takes four or more contacts (E4.7). An override is the KA director's. Causes of loss: the four of A6.7 and five more.
 */
export const keyAccountProcess: Process<KeyAccountProcessIds> = /* @__PURE__ */ defineProcess({
  id: "key-account",
  version: "2",
  milestones: {
    planning: {
      standards: { "selection-criteria-met": {}, "situation-known": {} },
      tasks: {
        "rank-industries": { optional: true, workingDays: 5 },
        "search-leads": { optional: true, workingDays: 15 },
        "study-client": { optional: true, workingDays: 20 },
      },
      forms: {
        "lead-summary": {
          fields: {
            number: { kind: "text" },
            client: { kind: "text" },
            area: { kind: "text", optional: true },
            industry: { kind: "text" },
            revenue: { kind: "decimal", optional: true },
            class: { kind: "text", optional: true },
            source: { kind: "text" },
            date: { kind: "day" },
          },
        },
      },
      rules: ["attack-main-industries", "choose-in-secondary-industries", "take-what-comes-elsewhere"],
      next: ["visit"],
      workingDays: 20,
    },
    visit: {
      standards: {
        "right-contact-found": {},
        "advantages-presented": {},
        "relation-begun": {},
        "design-or-bid-agreed": { evidence: true },
      },
      tasks: {
        "make-appointment": { optional: true, role: "seller", workingDays: 3 },
        "visit-client": { optional: true, workingDays: 10 },
        "report-visit": { optional: true, workingDays: 10 },
      },
      rules: ["three-step-call", "call-strangers-at-the-edges-of-the-day", "call-acquaintances-before-or-after-work"],
      next: ["approval"],
      back: ["planning"],
      likelihood: "0.05",
      workingDays: 10,
    },
    approval: {
      standards: { "need-clear": {}, "value-fits": {}, "team-formed": {} },
      tasks: {
        "review-client": { optional: true, workingDays: 3 },
        "form-team": { optional: true, role: "ka-manager", workingDays: 5 },
        "enter-into-crm": { optional: true, workingDays: 5 },
      },
      forms: { "project-application": {} },
      approvals: {
        "application-by-manager": { role: "ka-manager", form: "project-application" },
        "application-by-director": { role: "ka-director", form: "project-application" },
      },
      rules: ["no-sales-cost-before-approval", "approved-projects-into-crm"],
      next: ["deep-contact"],
      back: ["planning", "visit"],
      likelihood: "0.1",
      workingDays: 5,
    },
    "deep-contact": {
      standards: {
        "need-confirmed-in-writing": { evidence: true },
        "decision-map-complete": {},
        "inside-supporters-won": {},
      },
      tasks: {
        "map-decision-makers": { optional: true, workingDays: 10 },
        "meet-decision-makers": { optional: true, workingDays: 25 },
        "write-need-statement": { optional: true, workingDays: 30 },
      },
      forms: { "decision-map": {}, "need-statement": {} },
      next: ["solution"],
      back: ["planning", "visit", "approval"],
      likelihood: "0.25",
      workingDays: 30,
    },
    solution: {
      standards: {
        "accepted-by-evaluators": {},
        "advantages-in-specification": { evidence: true },
        "commercial-frame-known": {},
      },
      tasks: {
        "design-solution": { optional: true, role: "engineer", workingDays: 15 },
        "present-solution": { optional: true, workingDays: 20 },
        "quote-prices": { optional: true, workingDays: 25 },
      },
      forms: { "solution-document": {}, quotation: {} },
      next: ["bid"],
      back: ["planning", "visit", "approval", "deep-contact"],
      likelihood: "0.45",
      workingDays: 30,
    },
    bid: {
      standards: {
        "bid-complete-and-in-time": { evidence: true },
        "mandatory-requirements-met": {},
        "decider-preference-known": {},
      },
      tasks: { "write-bid": { optional: true, workingDays: 12 }, "hand-in-bid": { optional: true, workingDays: 15 } },
      forms: { "bid-file": {} },
      approvals: { "bid-review": { role: "ka-manager", form: "bid-file" } },
      next: ["contract"],
      back: ["planning", "visit", "approval", "deep-contact", "solution"],
      likelihood: "0.8",
      workingDays: 20,
    },
    contract: {
      standards: {
        "terms-agreed": {},
        "contract-signed": { evidence: true },
        "credit-and-payment-terms-approved": { evidence: true },
      },
      tasks: {
        "negotiate-terms": { optional: true, workingDays: 10 },
        "sign-contract": { optional: true, workingDays: 15 },
      },
      forms: { "contract-review": {} },
      next: ["delivery"],
      back: ["planning", "visit", "approval", "deep-contact", "solution", "bid"],
      wins: true,
      likelihood: "1",
      workingDays: 15,
    },
    delivery: {
      standards: {
        "delivered-and-accepted": { evidence: true },
        "paid-as-agreed": { evidence: true },
        "handed-over-to-care": {},
      },
      tasks: {
        "deliver-goods": { optional: true, workingDays: 30 },
        "collect-payment": { optional: true, role: "seller", workingDays: 60 },
        "complete-archive": { optional: true, workingDays: 60 },
      },
      forms: { "delivery-note": {}, "payment-plan": {} },
      back: ["contract"],
      end: true,
      likelihood: "1",
      workingDays: 60,
    },
  },
  roles: { seller: {}, engineer: {}, "ka-manager": {}, "ka-director": {} },
  causes: [
    "need-not-met",
    "mismatch",
    "client-obstacles",
    "bound-to-rival",
    "price",
    "solution-rejected",
    "project-cancelled",
    "no-decision",
    "trust-not-won",
  ],
  override: { roles: ["ka-director"] },
  effort: { after: "approval", early: "refuse", counts: "cost" },
  expectedContacts: 4,
});
