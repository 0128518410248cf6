import type { Instant, PlainDate } from "../../ground/dates.js";
import type { ExperienceDirection, Leaning, NamedStage } from "../result/result.js";
import type { ToldWarning } from "../warnings/standing.js";
import type {
  ProductMaturity,
  SellingCondition,
  SellingCost,
  SellingFit,
  SellingObjection,
  SellingState,
  SellingStrategy,
} from "./codes.js";

/** What is seen of a signal, as the ledger of a classification has it. */
export interface SellingEvidence {
  readonly signal: string;
  /** By it the handbook's meaning of a signal is known: `"B2.1"`. */
  readonly handbook: string | null;
  readonly level: string;
  readonly leaning: Leaning;
  readonly at: PlainDate | Instant;
  /** Evidence that isn't recent enough doesn't count. */
  readonly current: boolean;
}

/** What is taken of a classification; every `ExperienceResult` will do. */
export interface SellingExperience {
  readonly stage: NamedStage;
  readonly direction?: ExperienceDirection | null | undefined;
  readonly interwoven?: boolean | null | undefined;
  readonly ledger?: readonly SellingEvidence[] | null | undefined;
  /** Signals to find out where the stage is undetermined. */
  readonly unknown?: readonly string[] | null | undefined;
}

/** A standing warning that speaks against a way of selling. */
export type SellingWarning = Omit<ToldWarning, "endedAt">;

/** What is known of a client, its product line and our offer; whatever is absent or `null` is unknown. */
export interface SellingSituation {
  /** What `classifyExperience` returned. */
  readonly experience?: SellingExperience | null | undefined;
  /** What `experienceWarnings` raised; those that are over are passed over. */
  readonly warnings?: readonly ToldWarning[] | null | undefined;
  readonly productMaturity?: ProductMaturity | null | undefined;
  /** Whether rivals can copy the core technology (B3.1). */
  readonly coreCopyable?: boolean | null | undefined;
  /** Whether late entrants imitate and undercut (B3.4). */
  readonly lateEntrants?: boolean | null | undefined;
  /** Whether we reach generalists and top management, several levels deep. */
  readonly topWithinReach?: boolean | null | undefined;
  /** Whether the client is worth the cost of account management. */
  readonly worthTheCost?: boolean | null | undefined;
  /** Whether we have new applications to offer. */
  readonly applicationsToOffer?: boolean | null | undefined;
  /** Whether we have services to add. */
  readonly servicesToAdd?: boolean | null | undefined;
  /** Whether the offer can be sold in parts. */
  readonly partsSeparable?: boolean | null | undefined;
  /** Whether a margin is left at the market's price, served as cheaply as we can. */
  readonly marginLeft?: boolean | null | undefined;
  /** Whether selling and service can be had for less: fewer visits, standard specifications, orders without a salesman. */
  readonly costReducible?: boolean | null | undefined;
}

/** A signal behind an advice, or behind what speaks against it. */
export interface SellingSignal {
  readonly signal: string;
  readonly handbook: string | null;
  readonly level: string;
  readonly at: PlainDate | Instant;
}

/** What speaks against a way of selling, and what says so; neither signals nor warnings where a fact does. */
export interface SellingCounterweight {
  readonly objection: SellingObjection;
  readonly signals: readonly SellingSignal[];
  readonly warnings: readonly SellingWarning[];
}

/** A way of selling, weighed. */
export interface SellingOption {
  readonly strategy: SellingStrategy;
  /** Where the handbook speaks of it; `null` where it doesn't. */
  readonly handbook: string | null;
  readonly fit: SellingFit;
  readonly conditions: readonly { readonly condition: SellingCondition; readonly state: SellingState }[];
  readonly costs: readonly SellingCost[];
  /** What speaks against it, with the signals and the early warnings that say so, if it is those that do. */
  readonly against: readonly SellingCounterweight[];
  /** Current signals of the kind of client that it is for. */
  readonly signals: readonly SellingSignal[];
}

/** What is recommended, with its reasons. */
export interface SellingAdvice {
  /** The version of this shape. */
  readonly v: 1;
  /** All that fit, in the order of {@link SELLING_STRATEGIES}: they go together. */
  readonly strategies: readonly SellingStrategy[];
  /** Whether no unknown condition could add a strategy. */
  readonly certain: boolean;
  /** All six: those that fit first, then the open ones, then the unfit, in the order of the list. */
  readonly options: readonly SellingOption[];
  /** What to find out: unknown conditions of the open strategies, and, where the stage is among them, signals not known yet. */
  readonly findOut: { readonly conditions: readonly SellingCondition[]; readonly signals: readonly string[] };
}
