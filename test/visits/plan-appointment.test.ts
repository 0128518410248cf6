import { formatVisitReason, planVisit, type VisitSituation } from "keyaccount";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { parseVisitPlan, type Visit } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { inShort } from "./faults.js";

const team = [
  { id: "wang", name: "Wang", rank: "salesperson", reportsTo: "zhao" },
  { id: "zhao", name: "Zhao", rank: "supervisor", reportsTo: "chen" },
  { id: "chen", name: "Chen", rank: "director" },
  { id: "sun", name: "Sun", rank: "salesperson" },
] as const;
const map = { next: [{ id: "li", visit: { by: "wang", with: "zhao" } }] };
const appointment = {
  way: "phone",
  confirmedAt: "2026-11-20",
  startsAt: "2026-12-01T02:00:00Z",
  endsAt: "2026-12-01T03:00:00Z",
  place: "A",
  goals: ["meet"],
  theirs: [{ name: "Li" }],
} as const;
const visit = { v: 1, id: "v-1", clientId: "c-7", way: "visit", startedAt: "2026-11-02" } as const;
const base: VisitSituation = {
  id: "p-1",
  asOf: "2026-11-23",
  client: { id: "c-7", kind: "dealer", managedBy: ["wang"] },
  judgement: { large: false },
  milestone: "visit",
  people: { team },
  survey: { next: [] },
  library: {},
  visits: [],
  appointment,
};
const plan = (change: Partial<VisitSituation>) => planVisit(deepFreeze({ ...base, ...change }));
const who = (change: Partial<VisitSituation>): unknown => {
  const { plan: made, open, reasons } = plan(change);
  return {
    ours: made.ours?.map(({ id, name, task }) => `${id ?? name}: ${String(task)}`),
    open,
    reasons: reasons.filter((one) => "person" in one).map((one) => Object.values(one).join(" ")),
  };
};

describe("A6.3 the appointment settles who of ours goes", () => {
  const ours = (...ids: string[]) => ({ appointment: { ...appointment, ours: ids.map((id) => ({ id, name: id })) } });

  test("nobody leads whom it doesn't name", () => {
    expect(who(ours("zhao"))).toEqual({ ours: ["zhao: lead-talk"], open: [], reasons: ["appointment-names zhao"] });
    expect(plan(ours("zhao")).ready).toBe(true);
  });

  test("of those it names the map's choice leads, then who is in charge", () => {
    expect(
      who({
        ...ours("sun", "wang"),
        people: { team, map: { next: [{ id: "li", visit: { by: "sun", with: null } }] } },
      }),
    ).toEqual({
      ours: ["sun: lead-talk", "wang: answer-questions"],
      open: [],
      reasons: ["map-sends sun"],
    });
    expect(who(ours("sun", "wang"))).toEqual({
      ours: ["wang: lead-talk", "sun: answer-questions"],
      open: [],
      reasons: ["manager-leads wang"],
    });
  });

  test("to a key account one of fitting rank among them leads, or nobody of the rank goes", () => {
    const client = { ...base.client, kind: "key-account" } as const;
    const preparatoryMeeting = { at: "2026-11-25" };
    const manned = (...ids: string[]) => who({ ...ours(...ids), client, preparatoryMeeting });
    expect(manned("wang", "chen")).toEqual({
      ours: ["chen: lead-talk", "wang: take-notes"],
      open: [],
      reasons: ["manager-leads wang", "rank-raised chen wang"],
    });
    expect(manned("wang")).toEqual({
      ours: ["wang: lead-talk"],
      open: [{ code: "rank-not-appointed", person: "zhao", least: "supervisor" }],
      reasons: ["manager-leads wang"],
    });
    const [open] = (manned("wang") as { open: never[] }).open;
    expect(formatVisitReason(open as never, en)).toBe(
      "zhao is supervisor or higher, but the appointment doesn't name them",
    );
    expect(formatVisitReason(open as never, zhCN)).toBe("zhao级别达到主管，但预约中没有此人");
    expect(manned("gao")).toMatchObject({ open: [{ code: "rank", person: "gao", least: "supervisor" }] });
    const gao = { ...appointment, ours: [{ id: "gao", name: "Gao", rank: "manager" }] };
    expect(who({ appointment: gao, client, preparatoryMeeting })).toMatchObject({ ours: ["gao: lead-talk"], open: [] });
  });

  test("whoever is planned besides is open", () => {
    const also = [{ id: "sun", task: "shows samples" }];
    expect(who({ ...ours("wang"), people: { team, also } })).toEqual({
      ours: ["wang: lead-talk", "sun: shows samples"],
      open: [{ code: "appointment-differs", part: "our-people" }],
      reasons: ["manager-leads wang"],
    });
  });

  test("people without an id come along and lead nothing", () => {
    const named = { appointment: { ...appointment, ours: [{ name: "Gao", task: "demonstrates" }] } };
    expect(who(named)).toEqual({ ours: ["Gao: demonstrates"], open: [{ code: "lead" }], reasons: [] });
    expect(
      who({ ...ours("wang"), appointment: { ...appointment, ours: [{ name: "Gao" }, { id: "wang", name: "W" }] } }),
    ).toMatchObject({
      ours: ["wang: lead-talk", "Gao: answer-questions"],
    });
    expect(who({ appointment: { ...appointment, ours: [] } })).toMatchObject({ ours: ["wang: lead-talk"], open: [] });
  });
});

describe("A6.3 the appointment settles time and place: another one is open", () => {
  const differs = (part: string) => ({ code: "appointment-differs", part });
  test.each<[string, Partial<VisitSituation>, string[]]>([
    ["as settled", {}, []],
    ["told again", { startsAt: appointment.startsAt, endsAt: appointment.endsAt, place: "A" }, []],
    ["its day", { startsAt: "2026-12-01", endsAt: null }, []],
    ["another day", { startsAt: "2026-12-05T02:00:00Z" }, ["time"]],
    ["an hour before", { startsAt: "2026-12-01T01:00:00Z" }, ["time"]],
    ["another end", { endsAt: "2026-12-01T04:00:00Z" }, ["time"]],
    ["another place", { place: "B" }, ["place"]],
    ["both", { startsAt: "2026-12-05T02:00:00Z", place: "B" }, ["time", "place"]],
    ["a place that the appointment leaves open", { place: "B", appointment: { ...appointment, place: undefined } }, []],
  ])("%s", (_name, change, parts) => {
    expect(plan(change).open.filter(({ code }) => code === "appointment-differs")).toEqual(parts.map(differs));
    expect(plan(change).ready).toBe(change.startsAt !== "2026-12-01" && parts.length === 0);
  });

  test("said in words", () => {
    const part = { code: "appointment-differs", part: "our-people" } as const;
    expect(formatVisitReason(part, en)).toBe("the appointment says otherwise: our people");
    expect(formatVisitReason({ ...part, part: "place" }, zhCN)).toBe("与预约不符：地点");
    expect(formatVisitReason({ code: "appointment-names", person: "zhao" }, en)).toBe("the appointment names zhao");
  });
});

test("A6.3 what the client is to confirm later isn't confirmed", () => {
  const planned = plan({ appointment: { ...appointment, confirmedAt: "2030-01-01" } });
  expect([planned.open, planned.ready]).toEqual([[{ code: "confirmation" }], false]);
  expect(inShort(planned.issues)).toEqual(["observed-after-as-of at appointment.confirmedAt"]);
});

describe("A6.2 with the superior, or by him", () => {
  const heavy = {
    judgement: null,
    client: { id: "c-7", kind: "key-account", managedBy: ["wang"] },
    preparatoryMeeting: { at: "2026-11-25" },
  } as const;
  const second = (people: VisitSituation["people"], more: Partial<Visit> = {}) =>
    who({ ...heavy, people, visits: [{ ...visit, ...more }] });

  test("the superior of whoever was raised joins, not the raised one a second time", () => {
    expect(second({ team, map })).toMatchObject({
      ours: ["zhao: lead-talk", "chen: show-commitment", "wang: take-notes"],
      open: [],
    });
  });

  test("where nobody is above whoever was raised, that is the superior", () => {
    const short = team.filter(({ id }) => id !== "chen");
    expect(second({ team: short, map })).toMatchObject({ ours: ["zhao: lead-talk", "wang: take-notes"], open: [] });
  });

  test("whom the map names goes before whom the lead reports to", () => {
    const far = { next: [{ id: "li", visit: { by: "zhao", with: "sun" } }] };
    expect(second({ team, map: far })).toMatchObject({ ours: ["zhao: lead-talk", "sun: show-commitment"], open: [] });
  });

  test("nobody above somebody of fitting rank is open", () => {
    expect(second({ team: [{ id: "wang", rank: "manager", reportsTo: "gone" }] })).toMatchObject({
      open: [{ code: "superior", person: "wang" }],
    });
  });

  test("once: a visit at which a superior was counts, recorded as such or not", () => {
    const manner = (people: VisitSituation["people"], more: Partial<Visit>) =>
      plan({ ...heavy, people, visits: [{ ...visit, ...more }] }).plan.manner;
    const by = (...ours: Visit["ours"] & {}) => manner({ team, map }, { ours });
    expect(by({ id: "chen", name: "Chen" })).toBe("single-level");
    expect(by({ name: "Somebody", rank: "director" })).toBe("single-level");
    expect(by({ id: "zhao", name: "Zhao", rank: "supervisor" })).toBe("multi-level-joint");
    expect(by({ id: "wang", name: "Wang", rank: "salesperson" }, { name: "x", rank: "unheard of" })).toBe(
      "multi-level-joint",
    );
    expect(manner({ team, map }, {})).toBe("multi-level-joint");
    expect(manner({ team, map }, { manner: "multi-level-joint" })).toBe("single-level");
    const single = { manner: "single-level", ours: [{ id: "chen", name: "Chen" }] } as const;
    expect(manner({ team, map }, single)).toBe("multi-level-joint");
    expect(manner(null, { ours: [{ id: "chen", name: "Chen", rank: "director" }] })).toBe("multi-level-joint");
    const ring = [
      { id: "wang", rank: "manager", reportsTo: "zhao" },
      { id: "zhao", reportsTo: "wang" },
    ] as const;
    expect(manner({ team: ring }, { ours: [{ id: "wang", name: "Wang" }] })).toBe("multi-level-joint");
    expect(manner({ team: ring }, { ours: [{ id: "zhao", name: "Zhao" }] })).toBe("single-level");
    expect(manner({ team: [{ id: "wang" }] }, { ours: [{ name: "x", rank: "director" }] })).toBe("multi-level-joint");
  });
});

test("A6.1 a plan never has more of ours than a stored plan holds", () => {
  const many = Array.from({ length: 1100 }, (_, index) => ({ id: `w${String(index)}`, rank: "manager" as const }));
  const made = plan({ people: { team: [...team, ...many], also: many.map(({ id }) => ({ id })) } });
  expect(parseVisitPlan(made.plan).ok).toBe(true);
  expect(inShort(made.issues)).toEqual(["too-many at people.also"]);
  expect(made.ready).toBe(false);
});

describe("A6.1 the host's library", () => {
  const expected = (...questions: object[]) => plan({ library: { questions } as never }).plan.expectedQuestions;

  test("of entries for one question the last that fits and has an answer holds", () => {
    const [general, close] = [
      { question: "q", answer: "two years" },
      { question: "q", answer: "three", when: { milestones: ["visit"] } },
    ];
    expect(expected(general, close)).toEqual([{ question: "q", answer: "three" }]);
    expect(expected(close, general)).toEqual([{ question: "q", answer: "two years" }]);
    expect(expected(general, { ...close, answer: null })).toEqual([{ question: "q", answer: "two years" }]);
    expect(expected({ question: "q" }, general)).toEqual([{ question: "q", answer: "two years" }]);
    expect(expected({ question: "q" }, { question: "q" })).toEqual([{ question: "q" }]);
    expect(plan({ library: { questions: [general, { question: "q" }] } }).ready).toBe(true);
  });

  test("A4.1 things to carry are its own, after the package's", () => {
    const carry = [
      { name: "tape measure" },
      { name: "client-data" },
      { name: "van", when: { ways: ["phone"] } },
    ] as const;
    expect(plan({ library: { carry } }).plan.carry).toEqual([
      "client-data",
      "client-analysis",
      "sales-material",
      "business-cards",
      "tape measure",
    ]);
  });
});

test("A6.4 a call has no procedure of a visit and needs no cards", () => {
  const call = plan({ way: "phone" });
  expect([call.procedure, call.plan.visitNumber]).toEqual([[], 1]);
  expect(call.plan.carry).toEqual(["client-data", "client-analysis", "sales-material"]);
});
