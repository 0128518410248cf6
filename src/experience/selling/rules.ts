import type { Leaning } from "../result.js";
import type { SellingCondition, SellingCost, SellingObjection, SellingStrategy } from "./selling.js";

/** What a way of selling needs, costs, and has to fear. */
export interface SellingRule {
  readonly handbook: string | null;
  readonly needs: readonly SellingCondition[];
  readonly costs: readonly SellingCost[];
  readonly mayBeAgainst: readonly SellingObjection[];
  /** The kind of client that it is for; `null` where it is for any. */
  readonly clients: Exclude<Leaning, "neutral"> | null;
}

/** The rules behind `recommendSelling` (B3). */
export const SELLING_RULES: { readonly [K in SellingStrategy]: SellingRule } = {
  "account-management": {
    handbook: "B3.1",
    needs: ["client-not-specialist", "core-protected", "top-within-reach", "worth-the-cost", "value-to-add"],
    costs: ["people-at-several-levels", "ever-more-value"],
    mayBeAgainst: ["slows-only", "shift-under-way", "experts-decide", "late-entrants-undercut", "market-mature"],
    clients: "generalist",
  },
  "new-applications": {
    handbook: "B3.2",
    needs: ["applications-to-offer"],
    costs: ["development-effort", "application-specialists"],
    mayBeAgainst: ["interest-falling", "market-declining"],
    clients: null,
  },
  "added-services": {
    handbook: "B3.1",
    needs: ["client-not-specialist", "services-to-add"],
    costs: ["service-staff", "ever-more-value"],
    mayBeAgainst: ["shift-under-way", "price-decides", "little-guidance-wanted", "late-entrants-undercut"],
    clients: "generalist",
  },
  "unbundled-offer": {
    handbook: "B3.3",
    needs: ["client-beyond-generalist", "parts-separable", "margin-left"],
    costs: ["lower-price", "system-margin-lost"],
    mayBeAgainst: ["guidance-wanted", "whole-system-wanted", "parts-interwoven", "market-young", "moving-back"],
    clients: "specialist",
  },
  "low-cost-to-serve": {
    handbook: "B3.3",
    needs: ["client-specialist", "margin-left", "cost-reducible"],
    costs: ["fewer-contacts"],
    mayBeAgainst: ["guidance-wanted", "parts-interwoven", "moving-back"],
    clients: "specialist",
  },
  "let-go": {
    handbook: null,
    needs: ["client-specialist", "margin-gone", "nothing-to-add"],
    costs: ["revenue-lost", "reference-lost"],
    mayBeAgainst: ["guidance-wanted", "whole-system-wanted", "market-young", "moving-back"],
    clients: "specialist",
  },
};

/** A signal by the handbook's id, and the leaning with which it speaks. */
export interface SignalTest {
  readonly handbook: readonly string[];
  readonly leaning: Exclude<Leaning, "neutral">;
}

/** Objections that signals raise. */
export const OBJECTING_SIGNALS: { readonly [K in SellingObjection]?: SignalTest } = {
  "experts-decide": { handbook: ["B2.1"], leaning: "specialist" },
  "price-decides": { handbook: ["B2.2", "B2.7"], leaning: "specialist" },
  "interest-falling": { handbook: ["B2.8"], leaning: "specialist" },
  "little-guidance-wanted": { handbook: ["B2.5"], leaning: "specialist" },
  "guidance-wanted": { handbook: ["B2.5"], leaning: "generalist" },
  "whole-system-wanted": { handbook: ["B2.3"], leaning: "generalist" },
};
