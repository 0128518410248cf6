import type { PortfolioIssue } from "../../ground/issue.js";
import type { Influence, InnovationAttitude, RelationDepth, Support } from "../../ground/vocabulary.js";
import type { DecisionFact } from "./decision-facts.js";
import type { BuyingPart } from "./parts.js";
import type { SeeNext } from "./see-next.js";

/** How far we have come with a person, or with all who play a part. */
export const COVERAGES = ["covered", "partly", "open", "unknown"] as const;
/**
 * How far we have come.
 * - `covered`: the relation is as deep as wanted, and one of ours looks after it.
 * - `partly`: there is a relation, but one of the two isn't so, or isn't known to be.
 * - `open`: known to be no relation at all.
 * - `unknown`: nobody has said how deep the relation is; of a part: nobody is known to play it, or it may be anything.
 */
export type Coverage = (typeof COVERAGES)[number];

/** Why a person is covered or not. */
export const COVERAGE_REASONS = [
  "relation-as-wanted",
  "none-wanted",
  "relation-short",
  "no-relation",
  "relation-unknown",
  "nobody-assigned",
  "assignment-unknown",
] as const;
/** Why a person is covered or not. */
export type CoverageReason = (typeof COVERAGE_REASONS)[number];

/** A person at the client. `null` is unknown. */
export interface DecisionPerson {
  readonly id: string;
  readonly name: string | null;
  /** In the order of `BUYING_PARTS`; empty: plays none. */
  readonly parts: readonly BuyingPart[] | null;
  readonly influence: Influence | null;
  readonly innovation: InnovationAttitude | null;
  readonly support: Support | null;
  readonly relation: { readonly reached: RelationDepth | null; readonly wanted: RelationDepth };
  readonly coverage: Coverage;
  readonly reasons: readonly CoverageReason[];
  /** Our people who look after this one, by id. Empty: nobody. */
  readonly coveredBy: readonly CoveringMember[] | null;
}

/** One of ours who looks after somebody. */
export interface CoveringMember {
  readonly id: string;
  /** `null`: not in the team, or of unknown rank. */
  readonly rank: string | null;
}

/** A part in buying and who plays it. */
export interface PartCoverage {
  readonly part: BuyingPart;
  /** Whether the process asks for it. */
  readonly needed: boolean;
  /** That of the best covered of its holders. */
  readonly coverage: Coverage;
  /** Who is known to play it, by id. */
  readonly holders: readonly string[];
  /** Those of them that aren't covered. */
  readonly uncovered: readonly string[];
}

/** On how few our relation with the client hangs. */
export const THREAD_RISKS = ["no-thread", "single-contact", "single-colleague"] as const;
/**
 * On how few our relation with the client hangs.
 * - `no-thread`: nobody there with whom a regular relation is known.
 * - `single-contact`: one of theirs: if that person leaves, we know nobody.
 * - `single-colleague`: one of ours: if that colleague leaves, nobody knows us.
 */
export type ThreadRisk = (typeof THREAD_RISKS)[number];

/** The relations that hold us with the client. */
export interface Threads {
  /** Theirs with a regular or deep relation, by id. */
  readonly contacts: readonly string[];
  /** Ours who look after one of these, by id. */
  readonly colleagues: readonly string[];
  readonly risks: readonly ThreadRisk[];
  /** Whether nothing unknown (a relation's depth, who looks after whom) could change the risks. */
  readonly certain: boolean;
}

/** Somebody against us. */
export interface Opponent {
  readonly id: string;
  readonly support: Support;
  readonly influence: Influence | null;
  /** Whether the person's word counts: influence high or medium, or a part with power (approver, decider, evaluator); `null`: unknown. */
  readonly influential: boolean | null;
  /** Lines of influence from here to the nearest decider or approver; 0 for one itself; `null` where none lead there. */
  readonly steps: number | null;
}

/** What kind of line joins two people. */
export const LINE_KINDS = ["influences", "reports-to", "manages"] as const;
/** What kind of line joins two people; along each a word can be passed on. */
export type LineKind = (typeof LINE_KINDS)[number];

/** A line from one person to another. */
export interface DecisionLine {
  readonly from: string;
  readonly to: string;
  readonly kind: LineKind;
}

/** How a word of ours reaches somebody. */
export interface InfluencePath {
  /** Who is for us and speaks first. */
  readonly from: string;
  readonly lines: readonly DecisionLine[];
  /** The least influence of those who pass it on, the first included; `null` where one of them is unknown. */
  readonly strength: Influence | null;
  /** Whether nobody on the way, the aim apart, could turn out to be against us. */
  readonly certain: boolean;
}

/** How a decider can be reached. */
export const REACHES = ["supports-us", "by-path", "no-path"] as const;
/** How a decider can be reached: already for us; by others who are for us; by nobody who is known. */
export type Reach = (typeof REACHES)[number];

/** The ways to one decider or approver. */
export interface DeciderPaths {
  readonly decider: string;
  readonly reach: Reach;
  /** The fewest lines; of those equally short the strongest. */
  readonly shortest: InfluencePath | null;
  /** The most influence at its weakest point; of those equally strong the shortest. */
  readonly strongest: InfluencePath | null;
}

/** Who decides at a client, and how we stand with them. Plain JSON. */
export interface DecisionMap {
  /** The version of this shape. */
  readonly v: 1;
  /** By id. */
  readonly people: readonly DecisionPerson[];
  /** Influence and reporting lines, by their ends; `manages` isn't listed, as it is `reports-to` the other way. */
  readonly lines: readonly DecisionLine[];
  /** All parts, in the order of `BUYING_PARTS`. */
  readonly parts: readonly PartCoverage[];
  /** Needed parts that nobody is known to play: find these people (E4.5). */
  readonly find: readonly BuyingPart[];
  /** Needed parts that are covered ÷ needed parts, four decimals; 1 where none is needed. */
  readonly coverage: number;
  readonly threads: Threads;
  /** Who is known to be for us, by id. */
  readonly supporters: readonly string[];
  /** Who is known to be against us, the influential first. */
  readonly opponents: readonly Opponent[];
  /** For the weightiest deciders and approvers, at most 20. */
  readonly paths: readonly DeciderPaths[];
  /** Deciders and approvers without paths because there are too many. */
  readonly pathsLeftOut: number;
  /** Whom to see next, the gravest case first. */
  readonly next: readonly SeeNext[];
  /** How many more there would be. */
  readonly nextLeftOut: number;
  readonly facts: readonly DecisionFact[];
  readonly issues: readonly PortfolioIssue[];
}
