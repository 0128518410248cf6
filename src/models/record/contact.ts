import type { Influence, InnovationAttitude, PurchaseRole, RelationDepth, Support } from "../../ground/vocabulary.js";
import type { Known } from "./known.js";

/** A person at the client (D1.4, D4.3, E4.5, E5). Keys of the host's own are kept. */
export interface Contact {
  /** The version of this stored shape. */
  readonly v: 1;
  /** Unique among the contacts of a client. */
  readonly id: string;
  readonly name: string;
  readonly position?: string | undefined;
  readonly department?: string | undefined;
  readonly phones?: readonly string[] | undefined;
  readonly emails?: readonly string[] | undefined;
  /** The parts that the person plays in buying (E5.1, E4.5). */
  readonly roles?: readonly PurchaseRole[] | undefined;
  /** How open the person is to what is new (E5.2). */
  readonly innovation?: Known<InnovationAttitude> | undefined;
  /** Whether the person wants our project (E5.3). */
  readonly support?: Known<Support> | undefined;
  /** How deep our relation is (E5.4). */
  readonly relationDepth?: Known<RelationDepth> | undefined;
  /** How deep we want it to become (E5.4). */
  readonly relationWanted?: RelationDepth | undefined;
  /** How much weight the person's word has (E5.5). */
  readonly influence?: Known<Influence> | undefined;
  /** Id of the contact above this one in the organisation chart (E5.5). */
  readonly reportsTo?: string | undefined;
  /** Ids of the contacts whom this one influences (E5.5). */
  readonly influences?: readonly string[] | undefined;
  /** Ids of our own people who look after this person (E5.5). */
  readonly coveredBy?: readonly string[] | undefined;
  readonly profile?: PersonProfile | undefined;
}

/** What is known about a person (D1.4, D4.3). Store only what the person would agree to. */
export interface PersonProfile {
  readonly character?: Known<string> | undefined;
  readonly pressures?: Known<string> | undefined;
  readonly interests?: Known<string> | undefined;
  readonly family?: Known<string> | undefined;
  readonly finances?: Known<string> | undefined;
  readonly health?: Known<string> | undefined;
  readonly work?: Known<string> | undefined;
  readonly society?: Known<string> | undefined;
  readonly hobbies?: Known<string> | undefined;
  readonly culture?: Known<string> | undefined;
  readonly aims?: Known<string> | undefined;
  readonly ideals?: Known<string> | undefined;
}
