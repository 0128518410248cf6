/** What was expected of a process didn't happen. Ask with `error.name === "ExpectationError"`. */
export class ExpectationError extends Error {
  override readonly name = "ExpectationError";
  readonly code = "expectation-failed";
  readonly expected: string;
  readonly received: string;

  constructor(expected: string, received: string) {
    super(`expected ${expected}\nreceived ${received}`);
    this.expected = expected;
    this.received = received;
  }
}
