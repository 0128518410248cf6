import {
  appendEvents,
  audit,
  decide,
  evolve,
  openRecord,
  type ProcessCommand,
  type ProcessEvent,
  type ProcessState,
  replay,
  trustMoves,
  whyNot,
} from "keyaccount";
import { keyAccountProcess, projectProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { asProcess, minute } from "./random-deal.js";

type Milestone = keyof typeof keyAccountProcess.milestones;
const process = asProcess(keyAccountProcess);
const proof = [{ kind: "file" as const, text: "in the archive" }];
const LEAD = { number: "4711", client: "Northwind", industry: "pumps", source: "search", date: "2026-11-02" };

/** A deal that is carried on by hand, with its log. */
class Deal {
  readonly events: ProcessEvent[] = [];
  state: ProcessState = replay(process, []);
  #count = 0;

  /** What a command comes to: nothing where it is accepted, else the reasons and where they lie. */
  do(command: object, by = "li", roles: readonly string[] = ["seller"]): readonly string[] {
    this.#count += 1;
    const whole = { id: `c${String(this.#count)}`, at: minute(this.#count), by, roles, ...command };
    const decision = decide(process, this.state, whole as ProcessCommand);
    if (!decision.ok) return decision.issues.map(({ code, path }) => [code, ...path.slice(-1)].join(" "));
    for (const event of decision.value) {
      this.events.push(event);
      this.state = evolve(this.state, event);
    }
    return [];
  }

  /** Meets, attaches and has approved all that the gate asks for, and passes it. */
  pass(): this {
    const { standards, forms, approvals } = process.milestones[this.state.milestone ?? ""] ?? {};
    for (const id of Object.keys(standards ?? {})) this.do({ type: "meet", standard: id, evidence: proof });
    for (const id of Object.keys(forms ?? {}))
      this.do({ type: "attach-form", form: id, ...(id === "lead-summary" ? { fields: LEAD } : {}) });
    for (const [id, approval] of Object.entries(approvals ?? {})) {
      this.do({ type: "request-approval", approval: id });
      this.do({ type: "give-approval", approval: id }, approval?.role, [approval?.role ?? ""]);
    }
    this.do({ type: this.state.milestone === "delivery" ? "win" : "advance" });
    return this;
  }
}

function dealAt(milestone: Milestone): Deal {
  const deal = new Deal();
  deal.do({ type: "start" });
  while (deal.state.milestone !== milestone) deal.pass();
  return deal;
}

/** What the gate says where all but one of its standards are met and all its forms and approvals hold. */
function without(milestone: Milestone, left: string): readonly string[] {
  const deal = dealAt(milestone);
  const { standards, forms, approvals } = process.milestones[milestone] ?? {};
  for (const id of Object.keys(standards ?? {}))
    if (id !== left) deal.do({ type: "meet", standard: id, evidence: proof });
  for (const id of Object.keys(forms ?? {}))
    if (id !== left) deal.do({ type: "attach-form", form: id, ...(id === "lead-summary" ? { fields: LEAD } : {}) });
  for (const [id, approval] of Object.entries(approvals ?? {})) {
    deal.do({ type: "request-approval", approval: id });
    deal.do({ type: "give-approval", approval: id }, approval?.role, [approval?.role ?? ""]);
  }
  return deal.do({ type: milestone === "delivery" ? "win" : "advance" });
}

/** Work that leaves a trace outside can't be met by saying so. */
const saying = (milestone: Milestone, standard: string): readonly string[] =>
  dealAt(milestone).do({ type: "meet", standard });

describe("The key-account process, gate by gate", () => {
  test("E9.1 a client is visited only when it meets the criteria, its situation is known and its lead is written down", () => {
    for (const standard of ["selection-criteria-met", "situation-known"])
      expect(without("planning", standard)).toEqual([`standard-unmet ${standard}`]);
    expect(without("planning", "lead-summary")).toEqual(["form-missing lead-summary"]);
    const deal = dealAt("planning");
    const { client: _, ...nobody } = LEAD;
    expect(deal.do({ type: "attach-form", form: "lead-summary", fields: nobody })).toEqual(["required client"]);
    expect(deal.do({ type: "attach-form", form: "lead-summary", fields: { ...LEAD, date: "soon" } })).toEqual([
      "not-a-date date",
    ]);
    expect(deal.do({ type: "attach-form", form: "lead-summary", fields: LEAD })).toEqual([]);
  });

  test("E9.2 a project is applied for only once the right contact is found, our advantages shown and both want a design or bid", () => {
    for (const standard of ["right-contact-found", "advantages-presented", "relation-begun", "design-or-bid-agreed"])
      expect(without("visit", standard)).toEqual([`standard-unmet ${standard}`]);
    expect(saying("visit", "design-or-bid-agreed")).toEqual(["evidence-missing evidence"]);
    expect(dealAt("visit").do({ type: "record-effort", contact: true, minutes: 40 })).toEqual([]);
  });

  test("E9.3 sales cost arises only after manager and director have approved the application, neither of them who asked", () => {
    const cost = { type: "record-effort", cost: { amount: "1200", currency: "CNY" } };
    const deal = dealAt("approval");
    expect(deal.do(cost)).toEqual(["effort-too-early cost"]);
    expect(deal.do({ type: "request-approval", approval: "application-by-director" })).toEqual([
      "form-missing project-application",
    ]);
    deal.do({ type: "attach-form", form: "project-application", reference: "crm/4711" });
    deal.do({ type: "request-approval", approval: "application-by-director" }, "hu", ["ka-director"]);
    const give = { type: "give-approval", approval: "application-by-director" };
    expect(deal.do(give, "hu", ["ka-director"])).toEqual(["same-person by"]);
    expect(deal.do(give, "ma", ["seller"])).toEqual(["role-missing roles"]);
    expect(deal.pass().state.milestone).toBe("deep-contact");
    expect(deal.do(cost)).toEqual([]);
    expect(deal.state.efforts["deep-contact"]?.costs).toEqual({ CNY: "1200" });
  });

  test("E9.4 a solution is designed only with the need in writing, the deciders mapped and supporters inside", () => {
    for (const standard of ["need-confirmed-in-writing", "decision-map-complete", "inside-supporters-won"])
      expect(without("deep-contact", standard)).toEqual([`standard-unmet ${standard}`]);
    for (const form of ["decision-map", "need-statement"])
      expect(without("deep-contact", form)).toEqual([`form-missing ${form}`]);
    expect(saying("deep-contact", "need-confirmed-in-writing")).toEqual(["evidence-missing evidence"]);
  });

  test("E9.5 a bid is written only when evaluators accept the solution, our advantages stand in the specification and prices are framed", () => {
    for (const standard of ["accepted-by-evaluators", "advantages-in-specification", "commercial-frame-known"])
      expect(without("solution", standard)).toEqual([`standard-unmet ${standard}`]);
    for (const form of ["solution-document", "quotation"])
      expect(without("solution", form)).toEqual([`form-missing ${form}`]);
    expect(saying("solution", "advantages-in-specification")).toEqual(["evidence-missing evidence"]);
  });

  test("E9.6 a contract is negotiated only after a whole bid in time that the KA manager reviewed; a new bid file is reviewed anew", () => {
    for (const standard of ["bid-complete-and-in-time", "mandatory-requirements-met", "decider-preference-known"])
      expect(without("bid", standard)).toEqual([`standard-unmet ${standard}`]);
    const deal = dealAt("bid");
    for (const id of Object.keys(keyAccountProcess.milestones.bid.standards))
      deal.do({ type: "meet", standard: id, evidence: proof });
    deal.do({ type: "attach-form", form: "bid-file", reference: "v1" });
    deal.do({ type: "request-approval", approval: "bid-review" });
    deal.do({ type: "give-approval", approval: "bid-review" }, "gu", ["ka-manager"]);
    deal.do({ type: "attach-form", form: "bid-file", reference: "v2" });
    expect(deal.do({ type: "advance" })).toEqual(["approval-missing"]);
    deal.do({ type: "request-approval", approval: "bid-review" });
    expect(deal.do({ type: "give-approval", approval: "bid-review" }, "gu", ["ka-manager"])).toEqual([]);
    expect(deal.do({ type: "advance" })).toEqual([]);
  });

  test("E9.7 the order is won when terms, signature and credit hold, not before, and the contract's review is filed", () => {
    for (const standard of ["terms-agreed", "contract-signed", "credit-and-payment-terms-approved"])
      expect(without("contract", standard)).toEqual([`standard-unmet ${standard}`]);
    expect(without("contract", "contract-review")).toEqual(["form-missing contract-review"]);
    expect(saying("contract", "contract-signed")).toEqual(["evidence-missing evidence"]);
    const deal = dealAt("contract");
    expect(deal.state.won).toBe(null);
    deal.pass();
    expect([deal.state.won?.milestone, deal.state.status, deal.state.milestone]).toEqual([
      "contract",
      "open",
      "delivery",
    ]);
  });

  test("E9.8 a deal is closed only when all is delivered, paid and handed over, with delivery note and payment plan", () => {
    for (const standard of ["delivered-and-accepted", "paid-as-agreed", "handed-over-to-care"])
      expect(without("delivery", standard)).toEqual([`standard-unmet ${standard}`]);
    for (const form of ["delivery-note", "payment-plan"])
      expect(without("delivery", form)).toEqual([`form-missing ${form}`]);
    expect(saying("delivery", "paid-as-agreed")).toEqual(["evidence-missing evidence"]);
    const { state } = dealAt("delivery").pass();
    expect([state.status, state.closings[0]?.as, state.stays.at(-1)?.exit]).toEqual(["won", "won", "passed"]);
  });

  test("D5.1 a won deal has all its documents filed: every form of every milestone, with who filed it when", () => {
    const { state, events } = dealAt("delivery").pass();
    const forms = Object.values(keyAccountProcess.milestones).flatMap((one) => Object.keys(one.forms));
    expect(state.forms.map(({ id }) => id).sort()).toEqual(forms.sort());
    expect(state.forms.every(({ by, at }) => by === "li" && at !== "")).toBe(true);
    const record = appendEvents(openRecord(process, "d"), events);
    expect(audit(record, { processes: [process] }).isClean).toBe(true);
    expect(whyNot(process, state, { type: "attach-form", form: "contract-review" })?.issues[0]?.code).toBe(
      "wrong-status",
    );
  });

  test("E4.6 trust is built up to partner by either way, and a deal may say that it wasn't won", () => {
    const after = (...relations: readonly ("outsider" | "friend" | "supplier")[]) =>
      trustMoves(
        relations.at(-1) ?? "outsider",
        relations.map((relation, index) => ({ relation, at: `2026-0${String(index + 1)}-05` })),
      ).next.map(({ to }) => to);
    expect(after("outsider").sort()).toEqual(["friend", "supplier"]);
    expect(after("outsider", "friend")).toEqual(["supplier"]);
    expect(after("outsider", "supplier")).toEqual(["friend"]);
    expect([after("outsider", "friend", "supplier"), after("outsider", "supplier", "friend")]).toEqual([
      ["partner"],
      ["partner"],
    ]);
    const deal = dealAt("visit");
    expect(deal.do({ type: "lose", cause: "trust-not-won" })).toEqual([]);
    expect(deal.state.closings[0]?.cause).toBe("trust-not-won");
  });

  test("E2.4 a project ends with its payment, an account is handed over to care", () => {
    const ends = (one: typeof process): string[] =>
      Object.entries(one.milestones).flatMap(([id, { end }]) => (end ? id : []));
    const project = asProcess(projectProcess);
    expect(ends(process)).toEqual(["delivery"]);
    const last = ends(project)[0] ?? "";
    expect(Object.keys(process.milestones["delivery"]?.standards ?? {})).toContain("handed-over-to-care");
    expect(Object.keys(project.milestones[last]?.standards ?? {})).not.toContain("handed-over-to-care");
  });
});
