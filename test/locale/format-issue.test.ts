import { defineScorecard, evaluate, isKeyAccountError, lintScorecard, parseFacts } from "keyaccount";
import { dealerScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { parseArchive, parseClient, parseScorecard } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { EXPECTED_TYPES } from "../../src/ground/issue.js";
import { extendLocale } from "../../src/locale/extend-locale.js";
import { type FormattableIssue, formatIssue } from "../../src/locale/format-issue.js";

const issue = (code: string, path: FormattableIssue["path"], details: object): FormattableIssue => ({
  code,
  path,
  details,
});
const both = (one: FormattableIssue): string[] => [formatIssue(one, en), formatIssue(one, zhCN)];

test("an issue names the indicator and says what is wrong", () => {
  const { issues } = evaluate(dealerScorecard, { salesTeam: "3,5", reputation: 7 });
  expect(issues.flatMap(both)).toEqual([
    "Reputation (1–5): 7 lies outside 1 to 5.",
    "信誉（1～5）：7不在1到5之间。",
    'Sales team (1–5): "3,5" isn\'t a number such as 12.50.',
    "销售队伍（1～5）：“3,5”不是数字（如12.50）。",
  ]);
});

test("lists, types and inner places are in words too", () => {
  const { issues } = evaluate(dealerScorecard, {
    creditRecord: "late" as "prompt",
    ownEngineers: { value: 3 as unknown as boolean, observedAt: "soon" },
  });
  expect(issues.flatMap(both)).toEqual([
    'Credit record: "late" isn\'t one of the options prompt, minor delays (minor-delays), repeated delays (repeated-delays), defaulted.',
    "信用记录：“late”不在选项之列：按时付款（prompt）、偶有延迟（minor-delays）、多次延迟（repeated-delays）、曾经赖账（defaulted）。",
    "Own engineers › value: Expected true or false, found 3.",
    "自有技术人员 › value：应为是或否，实为3。",
    'Own engineers › observedAt: "soon" isn\'t a day such as 2026-11-21 or a moment in UTC such as 2026-11-21T08:00:00Z.',
    "自有技术人员 › observedAt：“soon”不是日期（如2026-11-21）或UTC时间（如2026-11-21T08:00:00Z）。",
  ]);
});

test("an issue of the whole has no place", () => {
  expect(both(issue("wrong-type", [], { expected: "object", received: "array" }))).toEqual([
    "Expected a record, found a list.",
    "应为记录，实为列表。",
  ]);
});

test("members of lists are counted from 1; names stand for indicators only where indicators stand", () => {
  expect(formatIssue(issue("required", ["contacts", 0, "reputation"], {}), en)).toBe(
    "contacts › #1 › reputation: This is missing.",
  );
  expect(formatIssue(issue("required", ["indicators", "reputation", "min"], {}), en)).toBe(
    "indicators › Reputation (1–5) › min: This is missing.",
  );
});

test("parts about details that an issue doesn't have are left out", () => {
  expect(both(issue("out-of-range", [], { received: "-1", least: 0, exclusive: true }))).toEqual([
    "-1 is out of the range from 0, the bound itself not allowed.",
    "-1超出范围，不小于0，不含界限本身。",
  ]);
  expect(both(issue("out-of-range", [], { received: "1.2", least: 0, most: 1 }))).toEqual([
    "1.2 is out of the range from 0 up to 1.",
    "1.2超出范围，不小于0，不大于1。",
  ]);
  const key = { key: "colour", allowed: ["kind", "weight"] };
  expect(both(issue("unknown-key", [], key))).toEqual([
    'The name "colour" isn\'t known here; known are kind, weight.',
    "此处没有名称“colour”，可用的有kind、weight。",
  ]);
  expect(formatIssue(issue("unknown-key", [], { key: "colour" }), en)).toBe('The name "colour" isn\'t known here.');
});

test.each(EXPECTED_TYPES.map((type) => [type]))("the expected type %s reads well in both languages", (expected) => {
  const [english, chinese] = both(issue("wrong-type", [], { expected, received: "3" }));
  expect(english).toMatch(/^Expected (an? |one |no |true )[a-z ]+, found 3\.$/);
  expect(chinese).toMatch(/^应为[\u4e00-\u9fff]+，实为3。$/);
});

test("several expected types are joined; what a client typed isn't taken for them", () => {
  expect(both(issue("wrong-type", [], { expected: "string|number|null", received: "array" }))).toEqual([
    "Expected a text or a number or no value, found a list.",
    "应为文本或数字或空值，实为列表。",
  ]);
  expect(formatIssue(issue("wrong-type", [], { expected: "boolean", received: "a|b" }), en)).toBe(
    "Expected true or false, found a|b.",
  );
  expect(formatIssue(issue("unknown-option", [], { received: "object", allowed: ["array"] }), en)).toBe(
    '"object" isn\'t one of the options array.',
  );
  expect(both(issue("not-json", ["a"], { received: "function" }))).toEqual([
    "a: a function can't be kept as plain data.",
    "a：函数不能作为普通数据保存。",
  ]);
});

test("records and definitions say the same in the same words", () => {
  const parsed = parseClient({ v: 2, id: "a b", name: 5, contacts: {} });
  expect(parsed.ok ? [] : parsed.issues.map((one) => formatIssue(one, en))).toEqual([
    "v: Version 2 isn't supported; supported: 1.",
    'id: "a b" isn\'t an id: it has white space or a control character.',
    "name: Expected a text, found 5.",
    "contacts: Expected a list, found a record.",
    "kind: This is missing.",
  ]);
  const read = parseScorecard({ v: 2, id: "a b", version: 5, indicators: [], grades: {} });
  expect(read.ok ? [] : read.issues.map((one) => formatIssue(one, en))).toEqual([
    "v: Version 2 isn't supported; supported: 1.",
    expect.stringContaining('id: "a b" can\'t be used as an id: it takes letters') as string,
    "version: Expected a text, found 5.",
    "indicators: Expected a record, found a list.",
    "grades: Expected a list, found a record.",
  ]);
});

test("a number and a text that look the same can be told apart", () => {
  const input = {
    v: 1,
    standing: { reputation: { value: "4" } },
    management: { salesReps: { value: 8 } },
    service: { ownEngineers: { value: "true" } },
    relationship: { growthFit: { value: "object" } },
    finance: { netMargin: { value: null, observedAt: null } },
  };
  const parsed = parseArchive(input);
  const sentences = parsed.ok ? [] : parsed.issues.flatMap(({ code, details }) => both(issue(code, [], details)));
  expect(sentences).toEqual([
    'Expected a number, found the text "4".',
    "应为数字，实为文本“4”。",
    '8 is a number; write it as a text: "8".',
    '8是数字，请写成文本："8"。',
    'Expected true or false, found the text "true".',
    "应为是或否，实为文本“true”。",
    'Expected a number, found the text "object".',
    "应为数字，实为文本“object”。",
    "Expected a text, found no value.",
    "应为文本，实为空值。",
  ]);
});

test("the rule for ids is told", () => {
  expect(both(issue("unsafe-id", [], { id: "4711" }))).toEqual([
    "\"4711\" can't be used as an id: it takes letters, digits, _, + and -, starts with a letter or digit, isn't digits only, nor a reserved name such as constructor, and has at most 64 characters.",
    "“4711”不能用作标识：只能用字母、数字、“_”、“+”和“-”，以字母或数字开头，不能全是数字，不能是constructor之类的保留名称，最多64个字符。",
  ]);
});

test("what isn't plain data: a Date has a hint, undefined has a name", () => {
  const parsed = parseClient({ v: 1, id: "c-7", name: "Huaxin", kind: "dealer", since: new Date(0) });
  expect(parsed.ok ? [] : parsed.issues.flatMap(both)).toEqual([
    "since: Date can't be kept as plain data; write it as text, such as 2026-11-21.",
    "since：Date不能作为普通数据保存，请写成文本，如2026-11-21。",
  ]);
  const nothing = parseClient(undefined);
  expect(nothing.ok ? [] : nothing.issues.flatMap(both)).toEqual([
    "an undefined value can't be kept as plain data.",
    "未定义的值（undefined）不能作为普通数据保存。",
  ]);
});

test("a faulty definition reads well", () => {
  let sentences: string[] = [];
  try {
    defineScorecard({
      id: "x",
      version: "1",
      indicators: { reputation: { kind: "rating", weight: 90, min: 1, max: 5 } },
      grades: [{ grade: "A", from: 80 }],
    });
  } catch (error) {
    if (isKeyAccountError(error)) sentences = error.issues.map((one) => formatIssue(one, en));
  }
  expect(sentences).toEqual([
    "indicators: The weights sum to 90, not to the total of 100.",
    'grades › #1 › from: The last grade, "A", must be open below.',
  ]);
});

test("records and facts from outside", () => {
  const facts = parseFacts(dealerScorecard, { reputaton: 3 });
  expect(facts.ok ? [] : facts.issues.map((one) => formatIssue(one, en))).toEqual([
    'reputaton: There is no indicator "reputaton".',
  ]);
  const client = parseClient({});
  expect(client.ok ? [] : client.issues.map((one) => formatIssue(one, zhCN))).toContain("id：缺少此项。");
});

test("a host's own code prints as the code until it has words", () => {
  const own = issue("over-limit", ["order"], { amount: 5, allowed: false });
  expect(formatIssue(own, en)).toBe("order: over-limit");
  const ours = extendLocale(en, { issues: { "over-limit": "{amount} is too much (allowed: {allowed})." } });
  expect(formatIssue(own, ours)).toBe("order: 5 is too much (allowed: false).");
});

test("what a hostile client sent can't break the line", () => {
  expect(formatIssue(issue("not-a-decimal", ["a\nb"], { received: "\u001b[2J" }), en)).toBe(
    'a\\u{a}b: "\\u{1b}[2J" isn\'t a number such as 12.50.',
  );
});

describe("findings of lintScorecard", () => {
  const findings = lintScorecard(
    defineScorecard({
      id: "c",
      version: "1",
      groups: { finance: {} },
      indicators: { reputation: { kind: "rating", weight: 100, min: 1, max: 5 } },
      limits: [{ when: { indicator: "reputation", above: 5 }, grade: "B" }],
      grades: [
        { grade: "A", from: 50 },
        { grade: "B", from: null },
      ],
    }),
  );

  test("are said in words, indicators, groups and grades by their names", () => {
    const ours = extendLocale(en, { groups: { finance: "Money" }, grades: { B: "Ordinary" } });
    expect(findings.map((finding) => formatIssue(finding, ours))).toEqual([
      "groups › finance: No indicator belongs to Money.",
      "limits › #1: Reputation (1–5): no value meets this condition, so the limit never bites.",
    ]);
    expect(findings.map((finding) => formatIssue(finding, zhCN))).toEqual([
      `groups › finance：没有指标属于“${zhCN.groups.finance}”。`,
      `limits › #1：${zhCN.indicators.reputation}：没有任何值符合该条件，限制从不起作用。`,
    ]);
  });

  test("details that are no names stay as they are", () => {
    const [first] = lintScorecard(dealerScorecard, { locales: [{ tag: "de" }] });
    expect(first && formatIssue(first, en)).toBe('id: No name for "dealer" in de.');
  });

  test("a host's own word for an issue with a finding's code comes first, and an issue's indicator stays an id", () => {
    const host = { ...en, issues: { ...en.issues, "group-empty": "Ours: {group}" } };
    expect(formatIssue({ code: "group-empty", path: [], details: { group: "finance" } }, host)).toBe("Ours: finance");
    const issue = { code: "unknown-indicator", path: [], details: { indicator: "reputation" } };
    expect(formatIssue(issue, en)).toBe('There is no indicator "reputation".');
  });
});
