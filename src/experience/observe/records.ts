import type { Instant, PlainDate } from "../../ground/dates.js";
import type { Quantity } from "../../ground/numeral.js";
import type { Attitude, VisitTopic } from "../../ground/vocabulary.js";

/** What a person at the client does there, as far as it tells who decides (B2.1). */
export const DECIDER_FUNCTIONS = [
  "general-management",
  "design-engineering",
  "systems-analysis",
  "purchasing",
  "product-expert",
] as const;
/** General management, all-rounders (design engineers, system analysts), purchasing, experts for the product. */
export type DeciderFunction = (typeof DECIDER_FUNCTIONS)[number];

/** How high a person stands at the client. */
export const DECIDER_LEVELS = ["senior", "middle", "staff"] as const;
/** Senior management, middle management, staff. */
export type DeciderLevel = (typeof DECIDER_LEVELS)[number];

/** Who wrote a specification. */
export const SPECIFICATION_AUTHORS = ["seller", "joint", "client", "standard"] as const;
/** We did; both did; the client did; it is a standard of the trade. */
export type SpecificationAuthor = (typeof SPECIFICATION_AUTHORS)[number];

/** What every record says. Keys of the host's own are passed over. */
export interface ExperienceRecord {
  /** Unique in its list. */
  readonly id: string;
  readonly client: string;
  /** The line that it belongs to; absent or `null`: none, which makes a history of its own. */
  readonly productLine?: string | null | undefined;
  readonly at: PlainDate | Instant;
}

/** A person who takes part in a decision. */
export interface DecisionContact {
  readonly id: string;
  readonly function?: DeciderFunction | null | undefined;
  /** The parts that the person plays in buying (E4.5, E5.1); `"buyer"` tells that purchasing decides where the function isn't known. */
  readonly roles?: readonly string[] | null | undefined;
  /** `"senior"` tells that senior management decides where neither function nor roles do. */
  readonly level?: DeciderLevel | null | undefined;
}

/** Who took part in a decision. */
export interface DecisionRecord extends ExperienceRecord {
  readonly contacts: readonly DecisionContact[];
}

/** An order: of what is known of how it was split, the first counts. */
export interface OrderRecord extends ExperienceRecord {
  /** Suppliers that the whole need was split over, us included; 1 or more. */
  readonly suppliers?: number | null | undefined;
  /** Parts of the whole system that were ordered from us … */
  readonly partsOrdered?: number | null | undefined;
  /** … of so many that it has. */
  readonly partsNeeded?: number | null | undefined;
  /** Bought as a whole, or split. */
  readonly bundled?: boolean | null | undefined;
}

/** A quotation and what came of it. */
export interface QuotationRecord extends ExperienceRecord {
  /** What the client asked off the price, as a share of it: `0.05` is 5 %. */
  readonly discountAsked?: Quantity | null | undefined;
  /** When the client inquired, and when it ordered. */
  readonly inquiredAt?: PlainDate | Instant | null | undefined;
  readonly orderedAt?: PlainDate | Instant | null | undefined;
  /** What is quoted has tightly interwoven parts: decision time says nothing (B2.4). */
  readonly interwoven?: boolean | null | undefined;
}

/** A call for help or guidance. */
export type SupportRecord = ExperienceRecord;

/** The notes of a visit. */
export interface VisitRecord extends ExperienceRecord {
  readonly attitude?: Attitude | null | undefined;
  readonly topics?: readonly VisitTopic[] | null | undefined;
}

/** A specification that was bought by. */
export interface SpecificationRecord extends ExperienceRecord {
  readonly by?: SpecificationAuthor | null | undefined;
}

/** What a host has of its clients: plain rows in any order, of any number of clients and product lines. A list that is absent is unknown. */
export interface ExperienceRecords {
  readonly decisions?: readonly DecisionRecord[] | null | undefined;
  readonly orders?: readonly OrderRecord[] | null | undefined;
  readonly quotations?: readonly QuotationRecord[] | null | undefined;
  readonly supportRequests?: readonly SupportRecord[] | null | undefined;
  /** Since when all requests of all clients are in the list; unless told, those of a client and product line since the day of their own first one. */
  readonly supportSince?: PlainDate | Instant | null | undefined;
  readonly visits?: readonly VisitRecord[] | null | undefined;
  readonly specifications?: readonly SpecificationRecord[] | null | undefined;
}
