import {
  appendEvents,
  askDecisionMap,
  audit,
  decide,
  defineProcess,
  extendLocale,
  formatAuditFault,
  formatIssue,
  formatPathStep,
  formatRefusal,
  isKeyAccountError,
  mapDecisionMakers,
  migrate,
  openRecord,
  type Process,
  type ProcessRecord,
  processNames,
  type Refusal,
  replay,
} from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { given } from "keyaccount/testing";
import { describe, expect, test } from "vitest";

const process = defineProcess({
  id: "pumps",
  version: "1",
  milestones: {
    contract: {
      name: "Paper work",
      definition: "Both have signed",
      standards: { "need-heard": { text: "We heard the need" }, "contract-signed": {} },
      tasks: { "call-back": { text: "Call back", role: "seller" } },
      forms: {
        card: { text: "Lead card", fields: { height: { kind: "integer", text: "Height" }, date: { kind: "day" } } },
        other: { optional: true, fields: { height: { kind: "integer", text: "Size" }, sum: { kind: "decimal" } } },
      },
      approvals: {
        price: { role: "boss", text: "Price", form: "card" },
        credit: { role: "boss", separation: "contributors" },
      },
      rules: ["three-step-call"],
      next: ["bid"],
    },
    bid: { end: true },
  },
  roles: { seller: { text: "Seller" }, boss: {} },
  causes: ["price", "rival"],
  override: { roles: ["boss"] },
});
const head = { at: "2026-11-02T08:00:00Z", by: "li", roles: ["seller"] };
const run = (record: ProcessRecord, command: object): ProcessRecord => {
  const result = decide(process as never, replay(process as never, record.events), {
    ...head,
    ...command,
  } as never);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return appendEvents(record, result.value as never);
};
const refusals = (record: ProcessRecord, command: object, options = {}): readonly Refusal[] => {
  const state = replay(process as never, record.events);
  const result = decide(process as never, state, { id: "x", ...head, ...command } as never, options);
  return result.ok ? [] : result.issues;
};
const empty = openRecord(process, "deal") as unknown as ProcessRecord;
const open = run(empty, { id: "1", type: "start" });

describe("the words of a host's own process", () => {
  const ours = extendLocale(zhCN, {
    process: { standards: { "need-heard": "听到需求" }, fields: { height: "高度" }, ready: "{milestone}：齐。" },
    vocabulary: { milestones: { bid: "投标（我方）" } },
  });

  test("go by the host's word, then the process' own, then the handbook's, then the id", () => {
    expect(processNames(process, ours)).toEqual({
      milestones: { contract: "Paper work", bid: "投标（我方）" },
      definitions: { contract: "Both have signed", bid: zhCN.process.definitions.bid },
      standards: { "need-heard": "听到需求", "contract-signed": zhCN.process.standards["contract-signed"] },
      tasks: { "call-back": "Call back" },
      forms: { card: "Lead card", other: "other" },
      fields: { card: { height: "高度", date: "日期" }, other: { height: "高度", sum: "sum" } },
      approvals: { price: "Price", credit: "credit" },
      roles: { seller: "Seller", boss: "boss" },
      causes: { price: "价格原因", rival: "rival" },
      rules: { "three-step-call": zhCN.process.rules["three-step-call"] },
    });
    expect(extendLocale(ours, { process: { tasks: { a: "b" } } }).own).toEqual({
      standards: { "need-heard": "听到需求" },
      fields: { height: "高度" },
      tasks: { a: "b" },
      milestones: { bid: "投标（我方）" },
    });
    const named = defineProcess({ id: "n", version: "1", milestones: { bid: { name: "Ours", end: true } } });
    expect(processNames(named, en)).toMatchObject({ milestones: { bid: "Ours" }, definitions: {} });
    expect(() => processNames({} as never, en)).toThrow("unreadable at process");
    expect(processNames(keyAccountProcess, en).standards).toEqual(
      expect.objectContaining({ "need-clear": "The need is clear" }),
    );
  });

  test("refusals and path steps speak them; without the process the locale's", () => {
    const said = (locale = ours, options: { process?: Process } = { process }) =>
      refusals(open, { type: "advance" }).map((issue) => formatRefusal(issue, locale, options));
    expect(said(en)).toEqual([
      "Work standard not met: We heard the need (Paper work).",
      "Work standard not met: The contract is signed by both sides (Paper work).",
      "Task not completed: Call back, for: Seller (Paper work).",
      "Form missing: Lead card (Paper work).",
      "Approval missing: Price, 1 more from: boss (Paper work).",
      "Approval missing: credit, 1 more from: boss (Paper work).",
    ]);
    expect(said()[0]).toBe("Paper work：工作标准未达到：听到需求。");
    expect(said(ours, {})[0]).toBe("谈判签约：工作标准未达到：听到需求。");
    expect(formatPathStep({ milestone: "bid", missing: [] }, ours, { process })).toBe("投标（我方）：齐。");
    const missing = refusals(open, { type: "advance" }).slice(0, 1);
    expect(formatPathStep({ milestone: "contract", missing }, en, { process })).toBe(said(en)[0]);
    expect(() => formatRefusal(missing[0] as Refusal, en, { process: {} as never })).toThrow("unreadable");
  });

  test("paths and choices too", () => {
    const said = (command: object, locale = en): string[] =>
      refusals(open, command).map((issue) => formatRefusal(issue, locale, { process }));
    const forms = { card: { fields: { height: "12", date: "8.11.2026" } } };
    expect(said({ type: "request-approval", approval: "price", with: { forms } })).toEqual([
      'Lead card › Height: Expected a whole number, found the text "12".',
      'Lead card › Date: "8.11.2026" isn\'t a day such as 2026-11-21.',
    ]);
    expect(said({ type: "attach-form", form: "other", fields: { height: 1.5, sum: "x" } })).toEqual([
      "height: Expected a whole number, found 1.5.",
      'sum: "x" isn\'t a number such as 12.50.',
    ]);
    expect(said({ type: "attach-form", form: "card", fields: { height: 1 } })).toEqual(["Date: This is missing."]);
    expect(said({ type: "attach-form", form: "other", fields: 5 })).toEqual(["fields: Expected a record, found 5."]);
    expect(said({ type: "lose", cause: "weather" }, ours)).toEqual([
      "cause：此处不能是“weather”，可以是价格原因（price）、rival。",
    ]);
    expect(said({ type: "advance", to: "mars" }, ours)[0]).toContain("Paper work（contract）、投标（我方）（bid）");
    const standards = { "need-heard": { evidence: [{ kind: "note", text: "" }] } };
    expect(said({ type: "advance", with: { standards } })[0]).toBe(
      "We heard the need › evidence › #1 › text: This is missing.",
    );
    expect(said({ type: "advance", with: { forms: { card: 5 } } })[0]).toBe("Lead card: Expected a record, found 5.");
    expect(said({ type: "advance", with: 5 })[0]).toBe("with: Expected a record, found 5.");
    expect(said({ type: "advance", with: { tasks: ["x"] } })[0]).toBe(
      'with › tasks › #1: "x" isn\'t possible here; possible are Call back (call-back).',
    );
    const field = {
      code: "unknown-value",
      path: ["fields", "medium"],
      details: { received: "a", allowed: ["price"] },
    } as const;
    expect(formatRefusal(field, en, { process })).toBe('medium: "a" isn\'t possible here; possible are price.');
  });
});

describe("refusals don't contradict themselves", () => {
  const said = (record: ProcessRecord, command: object, locale = en, options = {}): string[] =>
    refusals(record, command, options).map((issue) => formatRefusal(issue, locale, { process }));

  test("a moment is told from a day, and the future from the past", () => {
    expect(said(open, { type: "resume", at: "2026-11-02" })[0]).toBe(
      'at: "2026-11-02" isn\'t a moment in UTC such as 2026-11-21T08:00:00Z.',
    );
    expect(said(open, { type: "pause", reason: "x", until: "soon" }, zhCN)).toEqual([
      "until：“soon”不是日期（如2026-11-21）。",
    ]);
    const late = { type: "pause", reason: "x", at: "2036-11-01T08:00:00Z" };
    const options = { notAfter: "2026-11-03T00:00:00Z" };
    expect(said(open, late, en, options)).toEqual([
      "2036-11-01T08:00:00Z lies in the future: it is 2026-11-03T00:00:00Z now.",
    ]);
    expect(said(open, late, zhCN, options)[0]).toContain("将来");
    expect(formatIssue({ code: "not-a-date", path: [], details: { received: "x" } }, zhCN)).toContain("或UTC时间");
  });

  test("who is too near, and how; what was done", () => {
    const card = { type: "attach-form", form: "card", fields: { height: 1, date: "2026-11-02" } };
    let deal = run(open, { id: "2", ...card, by: "zhu" });
    deal = run(deal, { id: "3", type: "request-approval", approval: "price" });
    deal = run(deal, { id: "4", type: "request-approval", approval: "credit", by: "wu" });
    const give = (by: string, approval = "price") =>
      said(deal, { type: "give-approval", approval, by, roles: ["boss"] });
    expect(give("li")).toEqual(["li may not approve this: li asked for it, or for another approval of this stay."]);
    expect(give("zhu")).toEqual(["zhu may not approve this: zhu attached the form that is approved."]);
    expect(give("zhu", "credit")).toEqual(["zhu may not approve this: zhu did work of this milestone."]);
    deal = run(deal, { id: "5", type: "give-approval", approval: "price", by: "hu", roles: ["boss"] });
    expect(give("hu", "credit")).toEqual([
      "hu may not approve this: hu has given it, or another approval of this stay.",
    ]);
    expect(give("he")).toEqual(["That was done before: Price."]);
    const done = run(deal, { id: "6", type: "complete-task", task: "call-back" });
    expect(said(done, { type: "complete-task", task: "call-back" })).toEqual(["That was done before: Call back."]);
  });

  test("another process goes by id, version and a short hash", () => {
    const other = defineProcess({ id: "pumps", version: "2", milestones: { contract: { end: true } } });
    const state = replay(other as never, open.events) as never;
    const result = decide(other, state, { id: "x", type: "pause", reason: "x", ...head });
    const [issue] = result.ok ? [] : result.issues;
    const text = formatRefusal(issue as Refusal, en);
    expect(text).toMatch(
      /^The deal follows another process or version: pumps \(pumps\), version 1, [\da-f]{12}, not pumps/,
    );
    expect(text.length).toBeLessThan(150);
  });

  test("a lost race is a revision-conflict, a revision that is none isn't; the message of a test has no colon for nothing", () => {
    const [first] = open.events;
    expect(() => appendEvents(open, [{ ...first, id: "y" } as never])).toThrow(
      "revision-conflict at events.0.revision, expected 1, received 0",
    );
    expect(() => appendEvents(open, [{ ...first, id: "y", revision: "2" } as never])).toThrow("out-of-range");
    try {
      appendEvents(open, [{ ...first, id: "y" } as never]);
    } catch (error) {
      expect(isKeyAccountError(error) && error.issues.map((issue) => formatIssue(issue, en))).toEqual([
        "events › #1 › revision: Somebody else was quicker: the deal is at revision 1, not 0.",
      ]);
    }
    const tried = given(process).when({ id: "1", type: "start", ...head });
    expect(() => {
      tried.thenRefused();
    }).toThrow("expected refused\nreceived accepted: started");
  });

  test("codes that could be written stand beside their words, where the locale has one word for them", () => {
    const say = (allowed: readonly string[], code = "unknown-value", path = ["a"]): string =>
      formatIssue({ code, path, details: { received: "很热情", allowed } }, zhCN);
    expect(say(["warm", "neutral", "cold"])).toBe(
      "a：此处不能是“很热情”，可以是热情（warm）、一般（neutral）、冷淡（cold）。",
    );
    expect(say(["evaluation", "final-approval", "x-…"])).toContain("最终批准者（final-approval）、x-…");
    expect(say(["no", "such"])).toContain("no、such");
    expect(say(["late"], "unknown-option", ["nothing"])).toContain("late");
  });
});

describe("E9.4 a fact takes a decision map", () => {
  const gate = (evidence?: true | "decision-map") =>
    defineProcess({
      id: "g",
      version: "1",
      milestones: {
        a: { standards: { met: { fact: "decider-covered", ...(evidence ? { evidence } : {}) } }, end: true },
      },
      roles: { boss: {} },
      override: { roles: ["boss"] },
      people: { parts: ["decider"] },
    });
  const strict = gate();
  const lenient = gate(true);
  const note = [{ kind: "note", text: "trust me" }] as const;
  const start = { id: "1", type: "start", ...head } as const;

  test("E9.4 no note stands for it: met by itself, along with a move, at the gate, or overridden", () => {
    expect(strict.milestones.a.standards.met).toEqual({ evidence: "decision-map", fact: "decider-covered" });
    expect(gate("decision-map")).toEqual(strict);
    expect(() =>
      defineProcess({
        id: "g",
        version: "1",
        milestones: { a: { standards: { s: { evidence: "decision-map" } }, end: true } },
      }),
    ).toThrow("wrong-type");
    const deal = given(strict).after(start);
    deal.when({ id: "2", type: "meet", standard: "met", evidence: note, ...head }).thenRefused("proof-missing");
    deal
      .when({ id: "2", type: "win", with: { standards: { met: { evidence: note } } }, ...head })
      .thenRefused("proof-missing");
    deal.when({ id: "2", type: "win", with: { standards: { met: {} } }, ...head }).thenRefused("evidence-missing");
    const chen = { id: "chen", roles: ["decider"], relationDepth: { value: "deep" }, coveredBy: ["wang"] } as const;
    const { with: work } = askDecisionMap(strict, "a", mapDecisionMakers([chen], { process: strict }));
    deal.when({ id: "2", type: "win", with: work, ...head }).then({ type: "won" });
    const boss = { id: "2", type: "override", reason: "x", ...head, roles: ["boss"] } as const;
    deal
      .when(boss)
      .then({ type: "overridden", data: { unmet: { standards: ["met"], tasks: [], forms: [], approvals: [] } } });
  });

  test("E9.4 the refusal says so, its cure asks for a map's evidence, and a log that forges it is named", () => {
    const started = decide(strict, replay(strict, []), start);
    const record = appendEvents(openRecord(strict, "d"), started.ok ? started.value : []);
    const refused = decide(strict, replay(strict, record.events), {
      id: "2",
      type: "meet",
      standard: "met",
      evidence: note,
      ...head,
    });
    const [issue] = refused.ok ? [] : refused.issues;
    expect(formatRefusal(issue as Refusal, en)).toBe(
      "met: only a decision map proves that (decider covered); other evidence isn't enough.",
    );
    expect(JSON.stringify(refused.ok ? null : refused.cure)).toContain(
      '"contains":{"properties":{"kind":{"const":"decision-map"}}}',
    );
    const event = {
      v: 1,
      id: "2",
      revision: 2,
      ...head,
      type: "standard-met",
      data: { standard: "met", evidence: note },
    };
    const forged = appendEvents(record, [event as never]);
    expect(audit(forged, { processes: [strict] as never }).fault).toMatchObject({
      code: "not-allowed",
      reasons: ["proof-missing"],
    });
    const state = replay(strict, forged.events);
    given(strict)
      .having(forged.events)
      .when({ id: "3", type: "win", ...head })
      .thenRefused("proof-missing");
    const over = decide(strict, state, { id: "3", type: "override", reason: "x", ...head, roles: ["boss"] });
    expect(over.ok && over.value[0]).toMatchObject({ data: { unmet: { standards: ["met"] } } });
  });

  test("E9.4 a process that says `evidence: true`, as early builds stored it, takes any, and its logs stay sound", () => {
    const deal = given(lenient).after(start);
    deal
      .when({ id: "2", type: "win", with: { standards: { met: { evidence: note } } }, ...head })
      .then({ type: "won" });
    const stored = JSON.parse(JSON.stringify(lenient)) as never;
    expect(defineProcess(stored)).toEqual(lenient);
  });
});

describe("E9.9 where a link breaks", () => {
  const record = [2, 3, 4, 5].reduce(
    (before, n) =>
      run(before, { id: String(n), type: n % 2 === 0 ? "pause" : "resume", ...(n % 2 === 0 ? { reason: "r" } : {}) }),
    open,
  );
  const { events } = record;
  const found = (edited: object, options = {}) => {
    const { fault, sound, head: last } = audit({ ...record, ...edited }, { processes: [process] as never, ...options });
    return [fault?.code, fault?.index, sound, last === null ? null : last === (events[sound]?.previous ?? record.head)];
  };
  const changed = (at: number, part: object) => events.with(at, { ...events[at], ...part } as never);

  test("E9.9 the event that was changed is named, and not counted as sound; one at the end by the head", () => {
    expect(found({ events: changed(1, { by: "eve" }) })).toEqual(["event-changed", 1, 1, true]);
    expect(found({ events: changed(3, { by: "eve" }) })).toEqual(["event-changed", 3, 3, true]);
    expect(found({ events: changed(4, { by: "eve" }) })).toEqual(["head-differs", null, 4, true]);
    expect(found({ events: changed(2, { previous: "0" }) })).toEqual(["either-changed", 1, 1, true]);
    expect(found({ events: changed(0, { previous: "0" }) })).toEqual(["chain-broken", 0, 0, true]);
    expect(found({ id: "another" })).toEqual(["id-differs", null, 0, false]);
    const swapped = events
      .with(1, { ...events[3], revision: 2 } as never)
      .with(3, { ...events[1], revision: 4 } as never);
    expect(found({ events: swapped })).toEqual(["chain-broken", 1, 1, true]);
    expect(found({ events: events.toSpliced(2, 1) })).toEqual(["revision-gap", 2, 1, true]);
  });

  test("E9.9 with a head from elsewhere only what it belongs to is vouched for", () => {
    expect(found({}, { head: events[2]?.previous })).toEqual(["head-differs", null, 2, true]);
    expect(found({}, { head: "0" })).toEqual(["head-differs", null, 0, true]);
    expect(found({ head: "0" }, { head: record.head })).toEqual(["head-differs", null, 5, true]);
    const noProcess = audit(record, { processes: [], head: "0" });
    expect([noProcess.sound, noProcess.fault?.code]).toEqual([0, "head-differs"]);
  });

  test("E9.9 in words", () => {
    const say = (code: "event-changed" | "either-changed" | "revision-gap") =>
      [en, zhCN].map((locale) => formatAuditFault({ code, index: 6, id: "c19", reasons: [] }, locale));
    expect(say("event-changed")[0]).toBe("Entry 7 (c19) was changed: the next one follows something else.");
    expect(say("either-changed")[1]).toContain("第7条（c19）或下一条");
    expect(say("revision-gap")[0]).toContain("hasn't the revision 7");
  });
});

test("E9.9 a migration that is sent twice is one; another move's id isn't", () => {
  const second = defineProcess({
    id: "pumps",
    version: "2",
    milestones: { contract: { next: ["bid"] }, bid: { end: true } },
  });
  const third = defineProcess({
    id: "pumps",
    version: "3",
    milestones: { contract: { next: ["bid"] }, bid: { end: true } },
  });
  const milestones = { contract: "contract", bid: "bid" } as const;
  const options = { from: process, to: second, milestones, reason: "v2", ...head };
  const once = migrate(open as never, { ...options, id: "m" });
  const moved = once.ok ? once.value.record : open;
  const again = migrate(moved as never, { ...options, id: "m" });
  expect(again).toEqual(once);
  expect(again.ok && again.value.record).toBe(moved);
  const codes = (result: typeof again) => (result.ok ? [] : result.issues.map(({ code }) => code));
  expect(codes(migrate(open as never, { ...options, id: "1" }))).toEqual(["already-done"]);
  expect(codes(migrate(moved as never, { ...options, to: third, id: "m" }) as never)).toContain("already-done");
});

test("E9.2 what a cure's pattern takes as a decimal, decide takes, and the other way round for texts", () => {
  const result = decide(process, replay(process, open.events as never), {
    id: "x",
    type: "attach-form",
    form: "other",
    fields: { height: 1, sum: "x" },
    ...head,
  });
  const cure = JSON.stringify(result.ok ? null : result.cure);
  const { pattern, maxLength } = (
    JSON.parse(cure) as { properties: { fields: { properties: { sum: { pattern: string; maxLength: number } } } } }
  ).properties.fields.properties.sum;
  const fits = (text: string) => new RegExp(pattern).test(text) && text.length <= maxLength;
  const taken = (sum: string) =>
    refusals(open, { type: "attach-form", form: "other", fields: { height: 1, sum } }).length === 0;
  const texts = [
    "1e3",
    "-1.5E-7",
    "12.50",
    "-0",
    "0.0000000000000000000001e-99",
    "1e99",
    "1e100e",
    "1,5",
    "+5",
    ".5",
    "5.",
    "01",
    "",
    "1e",
    `1${"0".repeat(127)}`,
    `1${"0".repeat(128)}`,
  ];
  expect(texts.map((text) => [text, fits(text)])).toEqual(texts.map((text) => [text, taken(text)]));
});
