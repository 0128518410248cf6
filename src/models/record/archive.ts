import type { AbilitySection, FinanceSection, ManagementSection, StandingSection } from "./archive-firm.js";
import type { BuyingSection, MarketSection, RelationshipSection, ServiceSection } from "./archive-trade.js";

/**
 * The archive 客户档案 (E3, D1, A4.2): what is known about a client, each field with its provenance. Names of fields are
 * unique over all sections, so that `archiveFacts` makes one map of facts of them. Absent: nothing known. Sections and
 * fields of the host's own are kept.
 */
export interface Archive {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly standing?: StandingSection | undefined;
  readonly ability?: AbilitySection | undefined;
  readonly management?: ManagementSection | undefined;
  readonly finance?: FinanceSection | undefined;
  readonly market?: MarketSection | undefined;
  readonly buying?: BuyingSection | undefined;
  readonly relationship?: RelationshipSection | undefined;
  readonly service?: ServiceSection | undefined;
}
