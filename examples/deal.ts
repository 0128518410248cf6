// Shows one deal from lead to payment by the handbook's key-account process: a refused jump, a refusal that is cured in the same command, an
// override that stays visible, a lost and reopened turn, a clean audit, and then a tampered log that is caught.
// Run it: `npx tsx examples/deal.ts`; `npx tsx examples/deal.ts zh` prints it in Chinese.
import { fileURLToPath } from "node:url";
import {
  appendEvents,
  audit,
  decide,
  type Evidence,
  formatAuditFault,
  formatPathStep,
  formatRefusal,
  type Locale,
  openRecord,
  type ProcessCommand,
  type ProcessRecord,
  pathTo,
  replay,
} from "keyaccount";
import { type KeyAccountProcessIds, keyAccountProcess } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";

type Ids = KeyAccountProcessIds;
type Step = Omit<ProcessCommand<Ids>, "id" | "at"> & { readonly type: string };

/** What was tried, and what came of it. */
export interface Turn {
  readonly command: string;
  /** Empty where it was accepted. */
  readonly refusals: readonly string[];
}

/** A deal as a host keeps it: the stored record, and what was tried. */
export interface Deal {
  readonly record: ProcessRecord<Ids>;
  readonly turns: readonly Turn[];
}

const seller = { by: "li-wei", roles: ["seller"] };
const manager = { by: "wang-fang", roles: ["ka-manager"] };
const director = { by: "zhao-lei", roles: ["ka-director"] };
const proof = (text: string): { evidence: readonly Evidence[] } => ({ evidence: [{ kind: "file", text }] });
const lead = {
  number: "L-7",
  client: "Harbour Cold Stores",
  industry: "logistics",
  source: "client-referral",
  date: "2026-03-02",
};

/** Every step in order; those that can't be taken are refused and change nothing. */
const STEPS: readonly object[] = [
  { ...seller, type: "start" },
  { ...seller, type: "advance", to: "bid" }, // a jump: refused
  { ...seller, type: "advance" }, // refused, and told what is missing
  {
    ...seller,
    type: "advance", // the same with what was missing: accepted
    with: {
      standards: { "selection-criteria-met": {}, "situation-known": {} },
      forms: { "lead-summary": { fields: lead } },
    },
  },
  { ...seller, type: "record-effort", contact: true, minutes: 20 },
  { ...seller, type: "record-effort", cost: { amount: "800", currency: "CNY" } }, // no cost before approval (E9.3): refused
  {
    ...seller,
    type: "advance",
    with: {
      standards: {
        "right-contact-found": {},
        "advantages-presented": {},
        "relation-begun": {},
        "design-or-bid-agreed": proof("minutes-0312.pdf"),
      },
    },
  },
  {
    ...seller,
    type: "request-approval",
    approval: "application-by-manager",
    with: { forms: { "project-application": { reference: "A-7" } } },
  },
  { ...seller, roles: ["seller", "ka-manager"], type: "give-approval", approval: "application-by-manager" }, // asked for it: refused
  { ...manager, type: "give-approval", approval: "application-by-manager" },
  { ...seller, type: "request-approval", approval: "application-by-director" },
  { ...director, type: "give-approval", approval: "application-by-director" },
  { ...seller, type: "advance", with: { standards: { "need-clear": {}, "value-fits": {}, "team-formed": {} } } },
  { ...seller, type: "record-effort", contact: true, minutes: 90, cost: { amount: "800", currency: "CNY" } },
  { ...seller, type: "lose", cause: "no-decision", note: "budget frozen" },
  { ...seller, type: "reopen", reason: "the new plant was approved" },
  {
    ...director,
    type: "override", // the decision map isn't complete: passed all the same, and visible for ever
    reason: "the board decides next week",
    with: {
      standards: { "need-confirmed-in-writing": proof("need.pdf") },
      forms: { "need-statement": { reference: "N-7" }, "decision-map": { reference: "D-7" } },
    },
  },
  {
    ...seller,
    type: "advance",
    with: {
      standards: {
        "accepted-by-evaluators": {},
        "advantages-in-specification": proof("spec.pdf"),
        "commercial-frame-known": {},
      },
      forms: { "solution-document": { reference: "S-7" }, quotation: { reference: "Q-7" } },
    },
  },
  {
    ...seller,
    type: "request-approval",
    approval: "bid-review",
    with: { forms: { "bid-file": { reference: "B-7" } } },
  },
  { ...manager, type: "give-approval", approval: "bid-review" },
  {
    ...seller,
    type: "advance",
    with: {
      standards: {
        "bid-complete-and-in-time": proof("receipt.pdf"),
        "mandatory-requirements-met": {},
        "decider-preference-known": {},
      },
    },
  },
  {
    ...seller,
    type: "advance",
    with: {
      standards: {
        "terms-agreed": {},
        "contract-signed": proof("contract.pdf"),
        "credit-and-payment-terms-approved": proof("credit.pdf"),
      },
      forms: { "contract-review": { reference: "C-7" } },
    },
  },
  {
    ...seller,
    type: "win",
    with: {
      standards: {
        "delivered-and-accepted": proof("acceptance.pdf"),
        "paid-as-agreed": proof("bank.pdf"),
        "handed-over-to-care": {},
      },
      forms: { "delivery-note": { reference: "DN-7" }, "payment-plan": { reference: "PP-7" } },
    },
  },
];

/** Takes every step, a week apart. */
export function playDeal(locale: Locale): Deal {
  let record: ProcessRecord<Ids> = openRecord(keyAccountProcess, "deal-7");
  const turns = STEPS.map((step, index): Turn => {
    const command = { ...step, id: `step-${String(index + 1)}`, at: weekAt(index) } as ProcessCommand<Ids> & Step;
    const decision = decide(keyAccountProcess, replay(keyAccountProcess, record.events), command);
    if (decision.ok) record = appendEvents(record, decision.value);
    const refusals = decision.ok ? [] : decision.issues.map((issue) => formatRefusal(issue, locale));
    return { command: locale.process.commands[command.type], refusals };
  });
  return { record, turns };
}

const FIRST_DAY = Date.UTC(2026, 2, 2, 8);
const WEEK = 7 * 24 * 3600 * 1000;
const weekAt = (index: number): string => new Date(FIRST_DAY + index * WEEK).toISOString().replace(".000Z", "Z");

/** The record after somebody has changed who approved, behind the library's back. */
export function tampered(record: ProcessRecord<Ids>): ProcessRecord<Ids> {
  const events = record.events.map((event) => (event.type === "approval-given" ? { ...event, by: "li-wei" } : event));
  return { ...record, events };
}

function report(locale: Locale): string[] {
  const { record, turns } = playDeal(locale);
  const { process } = locale;
  const state = replay(keyAccountProcess, record.events);
  const words = process.statuses[state.status];
  const begun = replay(keyAccountProcess, record.events.slice(0, 2));
  const honest = audit(record, { processes: [keyAccountProcess] });
  const forged = audit(tampered(record), { processes: [keyAccountProcess] });
  return [
    ...turns.flatMap(({ command, refusals }) => [
      `${refusals.length === 0 ? "✓" : "✗"} ${command}`,
      ...refusals.map((one) => `    ${one}`),
    ]),
    "",
    `→ ${locale.vocabulary.milestones.approval}: ${(pathTo(keyAccountProcess, begun, "deep-contact") ?? []).map((step) => formatPathStep(step, locale)).join(" ")}`,
    "",
    `${words}; ${state.overrides.map(({ milestone, reason, by, unmet }) => `${process.exits.overridden}: ${locale.vocabulary.milestones[milestone]}, ${unmet.standards.map((id) => process.standards[id]).join(", ")} (${by}: ${reason})`).join("; ")}`,
    `${String(honest.sound)} ${honest.isClean ? "✓" : "✗"} ${honest.head?.slice(0, 12) ?? ""}`,
    forged.fault === null ? "✓" : `✗ ${formatAuditFault(forged.fault, locale)}`,
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(report(process.argv[2] === "zh" ? zhCN : en).join("\n"));
}
