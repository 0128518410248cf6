import type { Instant, PlainDate } from "../../ground/dates.js";
import type { ClientKind, TargetClass } from "../../ground/vocabulary.js";
import type { Archive } from "./archive.js";
import type { Contact } from "./contact.js";
import type { TradeRecord } from "./trade.js";

/** A client 客户: who it is, its people, its archive and its trade with us. Keys of the host's own are kept. */
export interface Client {
  /** The version of this stored shape. */
  readonly v: 1;
  readonly id: string;
  readonly name: string;
  readonly kind: ClientKind;
  readonly industry?: string | undefined;
  readonly area?: string | undefined;
  readonly address?: string | undefined;
  /** The currency of all amounts in the archive, ISO 4217. */
  readonly currency?: string | undefined;
  /** How the account is grouped (D1.1). */
  readonly groups?: AccountGroups | undefined;
  /** The first judgement of its class (A5.2). */
  readonly targetClass?: TargetJudgement | undefined;
  /** Id of the client that owns this one. */
  readonly parentId?: string | undefined;
  /** Ids of our own people in charge (A8.3). */
  readonly managedBy?: readonly string[] | undefined;
  readonly contacts?: readonly Contact[] | undefined;
  readonly archive?: Archive | undefined;
  readonly trade?: TradeRecord | undefined;
}

/** Groups of accounts by product, nature and service (D1.1): names that the host chooses. */
export interface AccountGroups {
  readonly product?: string | undefined;
  readonly nature?: string | undefined;
  readonly service?: string | undefined;
}

/** A class that was judged at first contact and is confirmed in later ones (A5.2). */
export interface TargetJudgement {
  readonly class: TargetClass;
  readonly status: "provisional" | "confirmed";
  readonly judgedAt?: PlainDate | Instant | undefined;
  readonly judgedBy?: string | undefined;
}
