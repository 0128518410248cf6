import fc from "fast-check";
import {
  formatReason,
  type IdentifyOptions,
  identifyTarget,
  type SurveyRecord,
  TARGET_FACTS,
  type TargetFact,
} from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { parseClient } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../../support/deep-freeze.js";
import { inShort, thrownBy } from "../faults.js";
import { HOSTILE } from "../hostile.js";

const AS_OF = { asOf: "2026-11-21" };
type Ratings = Partial<Record<TargetFact, number | string>>;
/** Contacts on successive days of November. */
const contacts = (...ratings: readonly Ratings[]): SurveyRecord[] =>
  ratings.map((facts, index) => ({
    id: `v-${String(index + 1)}`,
    startedAt: `2026-11-0${String(index + 1)}`,
    learnt: Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, { value }])),
  }));
const identify = (ratings: readonly Ratings[], options: Partial<IdentifyOptions> = {}) =>
  identifyTarget(deepFreeze(contacts(...ratings)), { ...AS_OF, ...options });
/** Verdict or class of one contact: philosophy, growth, strength, willingness; 0 is unknown. */
const classOf = (...given: readonly [number, number, number, number]): string => {
  const [philosophyFit, growthPotential, strength, willingness] = given.map((value) =>
    value === 0 ? undefined : value,
  );
  const facts = Object.fromEntries(
    Object.entries({ philosophyFit, growthPotential, strength, willingness }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const { verdict, class: judged } = identify([facts]);
  return judged ?? verdict;
};
const FULL: Ratings = { philosophyFit: 4, growthPotential: 4, strength: 3, willingness: 4 };

describe("A5.1 two tests: fit and willingness", () => {
  test("A5.1 fit is shared philosophy and growth potential or strength", () => {
    expect(classOf(3, 3, 1, 3)).toBe("ordinary-dealer");
    expect(classOf(3, 1, 3, 3)).toBe("ordinary-dealer");
    expect(classOf(3, 2.9, 2.9, 3)).toBe("distributor");
    expect(classOf(2.9, 5, 5, 5)).toBe("not-target");
  });

  test("fit without willingness is courted, willingness without fit isn't", () => {
    expect(classOf(5, 5, 5, 2.9)).toBe("court");
    expect(classOf(1, 5, 5, 5)).toBe("not-target");
    expect(classOf(1, 0, 0, 0)).toBe("not-target");
  });

  test("nothing is concluded from what isn't known", () => {
    expect(classOf(0, 5, 5, 5)).toBe("open");
    expect(classOf(5, 0, 0, 5)).toBe("open");
    expect(classOf(5, 5, 5, 0)).toBe("open");
    expect(identify([{}])).toMatchObject({
      verdict: "open",
      class: null,
      status: "open",
      missing: [...TARGET_FACTS],
      history: [],
      reasons: [],
    });
    expect(identify([{ philosophyFit: 5, strength: 5 }]).missing).toEqual(["growthPotential", "willingness"]);
  });

  test("the class is what is known to hold at least; what could raise it is missing", () => {
    expect(identify([{ philosophyFit: 4, strength: 5, willingness: 4 }])).toMatchObject({
      class: "ordinary-dealer",
      missing: ["growthPotential"],
    });
    expect(identify([{ philosophyFit: 4, growthPotential: 3, willingness: 4 }])).toMatchObject({
      class: "ordinary-dealer",
      missing: ["strength"],
    });
    expect(identify([{ philosophyFit: 4, growthPotential: 4, willingness: 4 }])).toMatchObject({
      class: "core-dealer",
      missing: [],
    });
    expect(identify([{ philosophyFit: 3, strength: 2, willingness: 4 }])).toMatchObject({
      class: "distributor",
      missing: ["growthPotential"],
    });
    expect(identify([{ philosophyFit: 3, growthPotential: 4, willingness: 4 }])).toMatchObject({
      class: "ordinary-dealer",
      missing: [],
    });
    expect(identify([{ philosophyFit: 1 }]).missing).toEqual([]);
    expect(identify([{ philosophyFit: 4, growthPotential: 4, willingness: 2 }]).missing).toEqual([]);
  });
});

describe("A5.2 the class, first provisional, then confirmed", () => {
  test("A5.2 core dealer, ordinary dealer, distributor, exactly at the marks", () => {
    expect(classOf(4, 4, 1, 4)).toBe("core-dealer");
    expect(classOf(4, 3, 4, 4)).toBe("core-dealer");
    expect(classOf(4, 3, 3.9, 4)).toBe("ordinary-dealer");
    expect(classOf(3.9, 5, 5, 4)).toBe("ordinary-dealer");
    expect(classOf(4, 5, 5, 3.9)).toBe("ordinary-dealer");
    expect(classOf(4, 2, 1, 4)).toBe("distributor");
  });

  test("long-term reasons outrank short-term volume: strength without growth is no core dealer, volume lifts nobody", () => {
    expect(classOf(5, 2, 5, 5)).toBe("ordinary-dealer");
    const reasonsOf = (facts: Ratings) => identify([facts], { largeVolume: true }).reasons.map(({ code }) => code);
    expect(reasonsOf({ philosophyFit: 5, growthPotential: 2, strength: 5, willingness: 5 })).toEqual([
      "philosophy-shared",
      "growth-limits",
      "strength-great",
      "willing",
      "volume-outranked",
    ]);
    expect(reasonsOf({ philosophyFit: 1, strength: 2, willingness: 2 })).toEqual([
      "philosophy-apart",
      "strength-small",
      "unwilling",
      "volume-outranked",
    ]);
    expect(reasonsOf(FULL)).toEqual(["philosophy-shared", "growth-promising", "strength-enough", "willing"]);
    expect(reasonsOf({ growthPotential: 3 })).toEqual(["growth-enough"]);
    for (const facts of [FULL, { ...FULL, philosophyFit: 1 }]) {
      const [small, large] = [false, true].map((largeVolume) => identify([facts], { largeVolume }));
      expect([large?.verdict, large?.class]).toEqual([small?.verdict, small?.class]);
    }
    expect(identify([{ ...FULL, philosophyFit: 1 }], { largeVolume: null }).reasons.at(-1)?.code).toBe("willing");
  });

  test("later contacts that see both tests again confirm it, in one or in several", () => {
    const steps = (...more: Ratings[]) => identify([FULL, ...more]).history.map(({ step, status }) => [step, status]);
    expect(steps()).toEqual([["first", "provisional"]]);
    expect(steps({ willingness: 4 })).toEqual([
      ["first", "provisional"],
      ["upheld", "provisional"],
    ]);
    expect(steps({ willingness: 4 }, { strength: 3 })).toEqual([
      ["first", "provisional"],
      ["upheld", "provisional"],
      ["confirmed", "confirmed"],
    ]);
    expect(steps(FULL)).toEqual([
      ["first", "provisional"],
      ["confirmed", "confirmed"],
    ]);
    expect(steps({}, FULL, { willingness: 5 }).at(-1)).toEqual(["confirmed", "confirmed"]);
    expect(steps({ strength: 2 }, { growthPotential: 4 }).at(-1)).toEqual(["upheld", "provisional"]);
  });

  test("a contact that contradicts it reopens it, and a new judgement begins", () => {
    const result = identify([FULL, FULL, { willingness: 2 }, { willingness: 4 }, { willingness: 5, philosophyFit: 4 }]);
    expect(result.history).toEqual([
      {
        recordId: "v-1",
        at: "2026-11-01",
        step: "first",
        verdict: "target",
        class: "core-dealer",
        status: "provisional",
      },
      {
        recordId: "v-2",
        at: "2026-11-02",
        step: "confirmed",
        verdict: "target",
        class: "core-dealer",
        status: "confirmed",
      },
      { recordId: "v-3", at: "2026-11-03", step: "reopened", verdict: "court", class: null, status: "provisional" },
      {
        recordId: "v-4",
        at: "2026-11-04",
        step: "reopened",
        verdict: "target",
        class: "core-dealer",
        status: "provisional",
      },
      {
        recordId: "v-5",
        at: "2026-11-05",
        step: "confirmed",
        verdict: "target",
        class: "core-dealer",
        status: "confirmed",
      },
    ]);
    expect(result).toMatchObject({ v: 1, reopened: true, status: "confirmed", class: "core-dealer" });
    expect(identify([FULL, { growthPotential: 3 }])).toMatchObject({
      class: "ordinary-dealer",
      status: "provisional",
      reopened: true,
    });
    expect(identify([{ philosophyFit: 4 }, FULL]).history.map(({ step }) => step)).toEqual(["open", "first"]);
    expect(identify([FULL, FULL]).reopened).toBe(false);
    expect(identify([{ philosophyFit: 1 }, { philosophyFit: 4 }])).toMatchObject({
      verdict: "open",
      status: "open",
      reopened: true,
    });
  });

  test("the latest answer to each fact holds, whatever the order of the records", () => {
    const records = contacts({ ...FULL, strength: "2.50" }, { strength: 3 });
    const result = identifyTarget([...records].reverse(), AS_OF);
    expect(result).toEqual(identifyTarget(records, AS_OF));
    expect(result.facts.strength).toMatchObject({ value: "3", recordId: "v-2", observedAt: "2026-11-02" });
    expect(result.facts.willingness?.recordId).toBe("v-1");
    const same = [
      { ...records[0], id: "b" },
      { ...records[1], id: "a", startedAt: "2026-11-01" },
    ] as SurveyRecord[];
    expect(identifyTarget([...same].reverse(), AS_OF)).toEqual(identifyTarget(same, AS_OF));
    expect(identifyTarget(same, AS_OF).facts.strength).toMatchObject({ value: "2.5", recordId: "b" });
  });

  test("what it gives is what a client's record takes", () => {
    const { class: judged, status } = identify([FULL, FULL]);
    const client = parseClient({
      v: 1,
      id: "c",
      name: "Huaxin",
      kind: "dealer",
      targetClass: { class: judged, status },
    });
    expect(client.ok && client.value.targetClass).toEqual({ class: "core-dealer", status: "confirmed" });
  });

  test("marks are options", () => {
    expect(identify([{ ...FULL, strength: 3 }], { marks: { core: 5 } }).class).toBe("ordinary-dealer");
    expect(identify([FULL], { marks: { enough: "4.1", core: "4.1" } }).verdict).toBe("not-target");
    expect(identify([FULL], { marks: { enough: "2", core: "4.0" } }).reasons[0]).toEqual({
      code: "philosophy-shared",
      value: "4",
      mark: "4",
    });
  });

  test("reasons read in both languages", () => {
    const [first, second] = identify([{ ...FULL, growthPotential: 2 }]).reasons;
    expect(first && formatReason(first, en)).toBe("shares our business philosophy (4, needed 4)");
    expect(second && formatReason(second, en)).toBe("hardly grows (2, needed 3), which outranks present strength");
    expect(second && formatReason(second, zhCN)).toBe("发展潜力不足（2，要求3），长期因素重于眼前实力");
  });

  test("law: better ratings never give a lower class", () => {
    const order = ["not-target", "court", "distributor", "ordinary-dealer", "core-dealer"];
    const rating = fc.constantFrom(1, 2.9, 3, 3.5, 4, 5);
    fc.assert(
      fc.property(fc.tuple(rating, rating, rating, rating), fc.nat(3), rating, (ratings, index, other) => {
        const better = ratings.map((value, place) => (place === index ? Math.max(value, other) : value)) as [
          number,
          number,
          number,
          number,
        ];
        expect(order.indexOf(classOf(...better))).toBeGreaterThanOrEqual(order.indexOf(classOf(...ratings)));
      }),
    );
  });
});

describe("faulty input", () => {
  test("issues of records and answers; they count as not given", () => {
    const records = [
      {
        id: "a",
        startedAt: "2026-11-01",
        learnt: {
          philosophyFit: { value: 6 },
          strength: { value: null },
          willingness: { value: null, notApplicable: true },
          growthPotential: { value: 3 },
        },
      },
      { id: "b", startedAt: "2026-12-01", learnt: {} },
    ] as SurveyRecord[];
    const { issues, facts, verdict } = identifyTarget(records, AS_OF);
    expect(inShort(issues)).toEqual([
      "observed-after-as-of at 1.startedAt",
      "out-of-range at 0.learnt.philosophyFit.value",
    ]);
    expect([facts.philosophyFit, facts.strength, facts.willingness, facts.growthPotential?.value, verdict]).toEqual([
      null,
      null,
      null,
      "3",
      "open",
    ]);
  });

  test("faulty options throw, all at once", () => {
    expect(
      thrownBy(() =>
        identifyTarget([], {
          asOf: 5,
          clientId: 5,
          marks: { enough: 6, best: 1 },
          largeVolume: "yes",
          more: 1,
        } as never),
      ),
    ).toEqual([
      "unknown-key at more",
      "wrong-type at largeVolume",
      "not-a-date at asOf",
      "wrong-type at clientId",
      "unknown-key at marks.best",
      "out-of-range at marks.enough",
    ]);
    expect(thrownBy(() => identify([], { marks: { enough: 4, core: 3 } }))).toEqual(["out-of-range at marks.core"]);
    expect(thrownBy(() => identify([], { marks: { core: "x" } }))).toEqual(["not-a-decimal at marks.core"]);
  });

  test("one client at a time", () => {
    const [first] = contacts(FULL);
    const records = [
      { ...first, clientId: "c-1" },
      { ...first, id: "z", clientId: "c-2" },
    ] as SurveyRecord[];
    expect(thrownBy(() => identifyTarget(records, AS_OF))).toEqual(["several-clients at records"]);
    expect(identifyTarget(records, { ...AS_OF, clientId: "c-2" }).history).toHaveLength(1);
  });

  test.each(HOSTILE)("hostile: %s ends in issues or our error", (_, make) => {
    expect(identifyTarget([make() as SurveyRecord], AS_OF).issues.length).toBeGreaterThan(0);
    expect(thrownBy(() => identifyTarget([], make() as never))).not.toEqual([]);
    expect(
      thrownBy(() => identifyTarget(make() as never, { ...AS_OF, marks: make() as never, more: 1 } as never)),
    ).not.toEqual([]);
  });
});

const ALL = { philosophyFit: 5, growthPotential: 5, strength: 4, willingness: 5 } as const;

test("A5.2 the form of the same visit, filled in a day later, bears nothing out; that of another visit does", () => {
  const [first] = contacts(ALL);
  const answers = Object.fromEntries(Object.entries(ALL).map(([fact, value]) => [fact, { value }]));
  const statusWith = (visitId?: string): string => {
    const form = { id: "s-1", answeredAt: "2026-11-03", answers, ...(visitId === undefined ? {} : { visitId }) };
    return identifyTarget([first as SurveyRecord, form], AS_OF).status;
  };
  expect([statusWith("v-1"), statusWith("v-2"), statusWith()]).toEqual(["provisional", "confirmed", "confirmed"]);
});

test("A5.1 a rating counts on the last day of its age, not on the next", () => {
  const verdictOn = (asOf: string): string => identify([ALL], { asOf, maxAgeDays: { willingness: 10 } }).verdict;
  expect([verdictOn("2026-11-11"), verdictOn("2026-11-12")]).toEqual(["target", "open"]);
});
