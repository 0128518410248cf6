/** Somebody who takes part in a visit, on either side (A6.1, D4.1). */
export interface Participant {
  /** Our person's id, or the contact's id at the client; absent for somebody unknown to the records. */
  readonly id?: string | undefined;
  readonly name: string;
  readonly position?: string | undefined;
  /** Rank in the house's own words; `"supervisor"` and above may visit key accounts (D4.1). */
  readonly rank?: string | undefined;
  /** Who does what (A6.1). */
  readonly task?: string | undefined;
}
