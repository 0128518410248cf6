import type { Instant, PlainDate } from "../../ground/dates.js";
import type { HostCode, IndustryRank, LeadSource, Level } from "../../ground/vocabulary.js";
import type { Money } from "./money.js";

/** A lead 客户线索: one row of the lead summary 客户线索汇总表 (E9.1). Keys of the host's own are kept. */
export interface Lead {
  /** The version of this stored shape. */
  readonly v: 1;
  /** The lead's number: unique among the host's leads. */
  readonly number: string;
  /** Name of the client. */
  readonly client: string;
  /** Id of the client's record, once there is one. */
  readonly clientId?: string | undefined;
  readonly area?: string | undefined;
  /** A lead may come in before it is known; the planning gate (E9.1) asks for it, since the industry decides how a lead is treated. */
  readonly industry?: string | undefined;
  /** How much the industry matters to us (E9.1). */
  readonly industryRank?: IndustryRank | undefined;
  /** What the client sells in a year. */
  readonly revenue?: Money | undefined;
  /** A level A–D (E4.7), or a class of the host's own: `x-…`. */
  readonly class?: Level | HostCode | undefined;
  /** Where the lead comes from. */
  readonly source: LeadSource;
  /** When it came in. */
  readonly date: PlainDate | Instant;
  readonly notes?: string | undefined;
}
