import type { ActivityPurpose, ContactWay, HostCode, MilestoneCode, VisitFocus } from "../../ground/vocabulary.js";

/** The first visit, in order (A6.4). */
export const FIRST_VISIT_STEPS = [
  "small-talk",
  "introductions",
  "both-sides-basics",
  "explore-cooperation",
  "agree-next-step",
  "exchange-material",
] as const;
/** A step of the first visit (A6.4): small talk; introductions and cards; both sides' basics; questions that explore cooperation; the next step; material. */
export type FirstVisitStep = (typeof FIRST_VISIT_STEPS)[number];

/** How to behave at a visit (A6.5). */
export const CONDUCT_RULES = [
  "expect-no-deal",
  "listen-more",
  "promise-nothing-lightly",
  "keep-others-secrets",
  "contradict-nobody-outright",
  "mind-body-language",
  "phones-off",
  "keep-rhythm-and-length",
] as const;
/** How to behave at a visit (A6.5). `expect-no-deal` is for the first visit, not for a call, a letter or a presentation; `promise-nothing-lightly`: nor refuse anything lightly; `mind-body-language` and `phones-off` are for where people meet, `listen-more` and `keep-rhythm-and-length` for where they talk. */
export type ConductRule = (typeof CONDUCT_RULES)[number];

/** How to behave where people meet, not on the phone or in writing (A6.5). */
export const IN_PERSON_CONDUCT: readonly ConductRule[] = ["mind-body-language", "phones-off"] as const;
/** How to behave where people talk, not in writing (A6.5). */
export const SPOKEN_CONDUCT: readonly ConductRule[] = ["listen-more", "keep-rhythm-and-length"] as const;

/** Who of ours does what (A6.1). */
export const VISIT_TASKS = ["lead-talk", "write", "show-commitment", "take-notes", "answer-questions"] as const;
/** Who of ours does what (A6.1): leads the talk, or writes where there is none; the superior shows our will; writes the record (D4.5); answers what is asked. */
export type VisitTask = (typeof VISIT_TASKS)[number];

/** Our ranks unless told, from the lowest. */
export const VISITOR_RANKS = ["salesperson", "supervisor", "manager", "director", "executive"] as const;
/** One of our ranks. */
export type VisitorRank = (typeof VISITOR_RANKS)[number];

/** What to present. */
export const VISIT_SUBJECTS = [
  "company",
  "product",
  "price",
  "service",
  "technology",
  "value",
  "solution",
  "offer",
  "terms",
  "delivery-plan",
] as const;
/** What to present at a visit. */
export type VisitSubject = (typeof VISIT_SUBJECTS)[number];

/** Material that a plan can name by itself. */
export const VISIT_MATERIALS = [
  "invitation",
  "product-manual",
  "samples",
  "need-statement",
  "solution-document",
  "quotation",
  "bid-file",
  "contract-draft",
  "delivery-note",
  "payment-plan",
  "client-data",
  "client-analysis",
  "sales-material",
  "business-cards",
] as const;
/** Material to hand over (A3.2, E9), to prepare with (D4.3), to carry (A6.4). */
export type VisitMaterial = (typeof VISIT_MATERIALS)[number];

/** What to present and to hand over at a milestone. */
export interface MilestoneMaterial {
  readonly present: readonly VisitSubject[];
  readonly handOver: readonly VisitMaterial[];
}

/** What to present and to hand over at each milestone: the advantages that E9.2 names, then the forms of each milestone (E9). */
export const MATERIAL_BY_MILESTONE: { readonly [M in MilestoneCode]: MilestoneMaterial } = {
  planning: { present: ["company"], handOver: ["product-manual"] },
  visit: { present: ["product", "price", "service", "technology"], handOver: ["product-manual", "samples"] },
  approval: { present: ["value"], handOver: ["product-manual"] },
  "deep-contact": { present: ["value", "service"], handOver: ["need-statement"] },
  solution: { present: ["solution", "technology"], handOver: ["solution-document", "quotation"] },
  bid: { present: ["offer"], handOver: ["bid-file"] },
  contract: { present: ["terms"], handOver: ["contract-draft"] },
  delivery: { present: ["delivery-plan"], handOver: ["delivery-note", "payment-plan"] },
};

/**
 * What else goes to the client by each way in (D3). What the milestone hands over goes along as far as the way can carry it: nothing by phone, no samples by e-mail and fax; a letter is short
 * (D3.4), so that neither the product manual nor samples go with it: those are for material by mail (D3.2). The host's own material always goes.
 */
export const MATERIAL_BY_WAY: { readonly [W in Exclude<ContactWay, HostCode>]: readonly VisitMaterial[] } = {
  visit: [],
  presentation: ["invitation", "samples"],
  "mailed-material": ["product-manual"],
  letter: [],
  phone: [],
  "e-mail": [],
  fax: [],
};

/** What can't go by a way, or goes by another (D3.2, D3.4). */
export const NOT_BY_WAY: { readonly [W in Exclude<ContactWay, HostCode>]?: readonly VisitMaterial[] } = {
  letter: ["product-manual", "samples"],
  phone: VISIT_MATERIALS,
  "e-mail": ["samples"],
  fax: ["samples"],
};

/** What to prepare a visit with (D4.3). */
export const PREPARED_WITH: readonly VisitMaterial[] = ["client-data", "client-analysis", "sales-material"] as const;

/** What a visit serves by its focus (E7.4). */
export const PURPOSES_BY_FOCUS: { readonly [F in VisitFocus]: readonly ActivityPurpose[] } = {
  impression: ["win-trust", "learn"],
  listening: ["learn"],
  deepening: ["strengthen-position"],
  negotiation: ["advance-project"],
};
