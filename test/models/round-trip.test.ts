import fc from "fast-check";
import { parseClient, parseVisit } from "keyaccount/models";
import { expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { valueOf } from "./noun.js";

const id = fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/);
const line = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }).filter((text) => text.length <= 200);
const day = fc
  .date({ min: new Date("0100-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const moment = day.map((date) => `${date}T08:30:00.25Z`);
const decimal = fc
  .tuple(fc.maxSafeInteger(), fc.nat(9))
  .map(([digits, zeros]) => `${String(digits)}.${"0".repeat(zeros)}1`);
/** `__proto__` is the one key that no record may have. */
const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.stringify(value))
  .filter((text) => !text.includes('"__proto__"'))
  .map((text) => JSON.parse(text) as unknown);
const extras = fc.dictionary(fc.stringMatching(/^host[A-Z][a-z]{0,8}$/), json, { maxKeys: 3 });
const known = (value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc
    .tuple(
      fc.record(
        { value: fc.option(value), observedAt: fc.oneof(day, moment), source: line, verified: fc.boolean() },
        { requiredKeys: ["value"] },
      ),
      extras,
    )
    .map(([fact, more]) => ({ ...more, ...fact }));
const rating = known(fc.double({ min: 1, max: 5, noNaN: true }));

const contact = fc.record(
  {
    v: fc.constant(1),
    id,
    name: line,
    roles: fc.uniqueArray(fc.constantFrom("decider", "buyer")),
    profile: fc.record({ hobbies: known(line) }, { requiredKeys: [] }),
  },
  { requiredKeys: ["v", "id", "name"] },
);
const client = fc
  .tuple(
    fc.record(
      {
        v: fc.constant(1),
        id,
        name: line,
        kind: fc.constantFrom("dealer", "distributor", "key-account", "end-user"),
        contacts: fc.uniqueArray(contact, { selector: (one) => one.id, maxLength: 4 }),
        archive: fc.record(
          {
            v: fc.constant(1),
            standing: fc.record({ reputation: rating }, { requiredKeys: [] }),
            finance: fc.record({ netMargin: known(decimal), capital: known(decimal) }, { requiredKeys: [] }),
            service: fc.record({ ownEngineers: known(fc.boolean()) }, { requiredKeys: [] }),
          },
          { requiredKeys: ["v"] },
        ),
      },
      { requiredKeys: ["v", "id", "name", "kind"] },
    ),
    extras,
  )
  .map(([record, more]) => ({ ...more, ...record }));

const visit = fc
  .tuple(
    fc.record(
      {
        v: fc.constant(1),
        id,
        clientId: id,
        startedAt: fc.oneof(day, moment),
        way: fc.constantFrom("visit", "phone", "x-video-call"),
        attitude: fc.constantFrom("warm", "neutral", "cold"),
        learnt: fc.dictionary(
          fc.constantFrom("salesReps", "reputation"),
          known(fc.oneof(decimal, fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
        ),
      },
      { requiredKeys: ["v", "id", "clientId", "startedAt", "way"] },
    ),
    extras,
  )
  .map(([record, more]) => ({ ...more, ...record }));

/** What JSON makes of a record: −0 becomes 0, as in every JSON text. */
const asJson = (record: object): unknown => JSON.parse(JSON.stringify(record));

test.each([
  ["D1 client", client, parseClient],
  ["D4.5 visit", visit, parseVisit],
] as const)("%s: parsing loses nothing, changes nothing, and parsing again gives the same", (_, records, parse) => {
  fc.assert(
    fc.property(records as fc.Arbitrary<object>, (record) => {
      const value = valueOf<object>(parse(deepFreeze(record)));
      expect(value).toEqual(asJson(record));
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      expect(valueOf<object>(parse(value))).toEqual(value);
    }),
    { numRuns: 300 },
  );
});

test("E3 anything at all ends in a result", () => {
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
      (input) => {
        expect(typeof parseClient(input).ok).toBe("boolean");
      },
    ),
    { numRuns: 1000 },
  );
});
