import type { Influence, InnovationAttitude, RelationDepth, Support } from "../../ground/vocabulary.js";
import type { Contact } from "../../models/record/contact.js";
import type { Known } from "../../models/record/known.js";
import type { BuyingPart } from "./parts.js";

/** What a map takes of a contact: any `Contact` will do. Absent, or a value of `null`, is unknown. */
export interface MapContact
  extends Pick<Contact, "id" | "reportsTo" | "influences" | "coveredBy" | "relationWanted" | "roles"> {
  readonly name?: string | undefined;
  readonly innovation?: Known<InnovationAttitude> | undefined;
  readonly support?: Known<Support> | undefined;
  readonly relationDepth?: Known<RelationDepth> | undefined;
  readonly influence?: Known<Influence> | undefined;
}

/** One of our people. */
export interface TeamMember<R extends string = string> {
  readonly id: string;
  /** Absent: unknown; then D4.1 can't be met by this person. */
  readonly rank?: R | null | undefined;
  /** Id of the superior in the team. */
  readonly reportsTo?: string | null | undefined;
}

/** What a decision map must show. */
export interface DecisionNeeds {
  /** Parts that must be covered. */
  readonly parts?: readonly BuyingPart[] | undefined;
  /** Supporters inside, 0 … 100. */
  readonly supporters?: number | undefined;
}

/** Our ranks unless told, from the lowest. */
export const TEAM_RANKS = ["salesperson", "supervisor", "manager", "director", "executive"] as const;
/** One of our ranks, from the lowest. */
export type TeamRank = (typeof TEAM_RANKS)[number];

/** Options of `mapDecisionMakers`. */
export interface DecisionMapOptions<R extends string = TeamRank> {
  /** The process whose gates ask for the map: `people` says what; all else of it is left alone. `DECISION_NEEDS` unless told. */
  readonly process?: { readonly people?: DecisionNeeds | null | undefined } | null | undefined;
  /** Our people. Without them nobody can be sent. */
  readonly team?: readonly TeamMember<NoInfer<R>>[] | undefined;
  /** Our ranks from the lowest; {@link TEAM_RANKS} unless told. */
  readonly ranks?: readonly R[] | undefined;
  /** The lowest rank that may visit (D4.1); the second of the ranks unless told. */
  readonly leastRank?: NoInfer<R> | undefined;
  /** How deep a relation must be where a contact's own `relationWanted` says nothing; `"regular"` unless told. */
  readonly relationWanted?: RelationDepth | undefined;
  /** How many people to see next at most, 1 … 10000; 10 unless told. */
  readonly most?: number | undefined;
}
