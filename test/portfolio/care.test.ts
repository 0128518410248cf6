import { CARE_DAYS, CARE_MEASURES, type CareOptions, recommendCare } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const only = (...measures: (typeof CARE_MEASURES)[number][]): CareOptions["days"] =>
  Object.fromEntries(CARE_MEASURES.filter((one) => !measures.includes(one)).map((one) => [one, null]));

describe("E8 recommendCare", () => {
  test("E8 by hand: never done first, then the longest overdue, then what is next", () => {
    const { measures } = recommendCare(
      deepFreeze({
        lastTaken: {
          "supply-first": "2026-11-01", // + 30 = 2026-12-01
          "first-new-products": "2025-11-20", // + 365 = 2026-11-20: 1 day over
          "support-publicity": "2026-08-23T12:00:00Z", // + 90 = 2026-11-21: today
          "joint-promotion": "2026-11-20", // + 180 = 2027-05-19
          "ask-opinion": "never",
          "executive-visit": null,
        },
      }),
      { asOf: "2026-11-21" },
    );
    expect(measures).toEqual([
      { measure: "ask-opinion", state: "never", lastTaken: null, dueOn: null, overdueDays: null },
      { measure: "first-new-products", state: "due", lastTaken: "2025-11-20", dueOn: "2026-11-20", overdueDays: 1 },
      {
        measure: "support-publicity",
        state: "due",
        lastTaken: "2026-08-23T12:00:00Z",
        dueOn: "2026-11-21",
        overdueDays: 0,
      },
      { measure: "executive-visit", state: "unknown", lastTaken: null, dueOn: null, overdueDays: null },
      { measure: "supply-first", state: "done", lastTaken: "2026-11-01", dueOn: "2026-12-01", overdueDays: null },
      { measure: "joint-promotion", state: "done", lastTaken: "2026-11-20", dueOn: "2027-05-19", overdueDays: null },
    ]);
  });

  test("with nothing said nothing is known, never taken for undone; in the handbook's order", () => {
    const { measures } = recommendCare({}, { asOf: "2026-11-21T08:00:00Z" });
    expect(measures.map(({ measure, state }) => [measure, state])).toEqual(
      CARE_MEASURES.map((one) => [one, "unknown"]),
    );
  });

  test("days are options; a measure that isn't for this client is left out; ties keep the order", () => {
    const lastTaken = { "ask-opinion": "2026-11-01", "supply-first": "2026-11-01" };
    const days = { ...only("ask-opinion", "supply-first"), "ask-opinion": 20, "supply-first": 20 };
    expect(
      recommendCare({ lastTaken }, { asOf: "2026-11-20", days }).measures.map(({ measure, state, dueOn }) => [
        measure,
        state,
        dueOn,
      ]),
    ).toEqual([
      ["supply-first", "done", "2026-11-21"],
      ["ask-opinion", "done", "2026-11-21"],
    ]);
    expect(recommendCare({ lastTaken }, { asOf: "2026-11-21", days }).measures[0]?.overdueDays).toBe(0);
    expect(
      recommendCare({ lastTaken }, { asOf: "2026-11-20", days: { "ask-opinion": undefined } }).measures,
    ).toHaveLength(6);
  });

  test("the longest overdue comes first, whatever its place in the list", () => {
    const lastTaken = { "supply-first": "2026-09-01", "ask-opinion": "2026-01-01" };
    const options = { asOf: "2026-11-21", days: only("supply-first", "ask-opinion") };
    expect(
      recommendCare({ lastTaken }, options).measures.map(({ measure, overdueDays }) => [measure, overdueDays]),
    ).toEqual([
      ["ask-opinion", 234],
      ["supply-first", 51],
    ]);
  });

  test("what lies after asOf says nothing of the time up to it", () => {
    const lastTaken = { "ask-opinion": "2026-11-22" };
    const options = { asOf: "2026-11-21", days: only("ask-opinion") };
    const { measures, issues } = recommendCare({ lastTaken }, options);
    expect(measures[0]?.state).toBe("unknown");
    const details = { observedAt: "2026-11-22", asOf: "2026-11-21" };
    expect(issues).toEqual([{ code: "observed-after-as-of", path: ["lastTaken", "ask-opinion"], details }]);
  });

  test("days at the ends of the calendar stay days", () => {
    const options = { asOf: "9999-12-31", days: only("ask-opinion") };
    expect(recommendCare({ lastTaken: { "ask-opinion": "9999-12-30" } }, options).measures[0]?.dueOn).toBe(
      "9999-12-31",
    );
    expect(CARE_DAYS["ask-opinion"]).toBe(90);
  });

  const call = (facts: unknown, options: unknown) => recommendCare(facts as never, options as never);
  const options = { asOf: "2026-11-21" };

  test("faulty facts are issues, all of them, and count as unknown", () => {
    const lastTaken = { "ask-opinion": "soon", "supply-first": 5, lunch: "2026-01-01", "executive-visit": "never" };
    const { measures, issues } = call({ lastTaken }, options);
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual([
      "unknown-key lastTaken.lunch",
      "wrong-type lastTaken.supply-first",
      "not-a-date lastTaken.ask-opinion",
    ]);
    expect(measures).toEqual(recommendCare({ lastTaken: { "executive-visit": "never" } }, options).measures);
    expect(call(null, options).issues).toMatchObject([{ code: "wrong-type", path: [] }]);
    expect(call({ lastTaken: 5 }, options).issues).toMatchObject([{ code: "wrong-type", path: ["lastTaken"] }]);
    expect(call({ lastTaken: null }, options).issues).toEqual([]);
  });

  test("faulty options throw, all at once", () => {
    expect(() => call({}, { asOf: "today", day: {}, days: { golf: 1, "ask-opinion": 0 } })).toThrow(
      /unknown-key at day.*unknown-key at days.golf.*out-of-range at days.ask-opinion.*not-a-date at asOf/,
    );
    expect(() => call({}, null)).toThrow(/wrong-type.*required at asOf/);
    expect(() => call({}, { asOf: null })).toThrow("required at asOf");
    expect(() => call({}, { asOf: "2026-11-21", days: 5 })).toThrow("wrong-type at days");
  });
});
