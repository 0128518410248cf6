import { decide, defineProcess, evolve, type ProcessCommand, replay } from "keyaccount";
import { toMermaid } from "keyaccount/charts";
import { keyAccountProcess } from "keyaccount/handbook";
import { zhCN } from "keyaccount/locale/zh-CN";
import { expect, test } from "vitest";
import { seededRandom } from "../support/random.js";

const head = { at: "2026-11-02T08:00:00Z", by: "wang", roles: ["ka-director"] };

test("E9.1 … E9.8 the process as a flowchart, in the locale's names", () => {
  const lines = toMermaid(keyAccountProcess, { locale: zhCN }).split("\n");
  expect(lines.slice(0, 3)).toEqual(["flowchart LR", '  m0["行业与客户规划"]', '  m1["电话预约与上门拜访"]']);
  expect(lines).toContain('  m7[["交付回款"]]');
  expect(lines.filter((line) => line.includes("-->"))).toHaveLength(7);
});

test("E9.9 with a state: what was passed, what was overridden, where the deal stands", () => {
  let state = replay(keyAccountProcess, []);
  const commands = [
    { type: "start" },
    { type: "override", reason: "x" },
    {
      type: "advance",
      with: {
        standards: {
          "right-contact-found": {},
          "advantages-presented": {},
          "relation-begun": {},
          "design-or-bid-agreed": { evidence: [{ kind: "note", text: "x" }] },
        },
      },
    },
  ];
  commands.forEach((command, index) => {
    const decision = decide(keyAccountProcess, state, {
      id: `e${String(index)}`,
      ...head,
      ...command,
    } as ProcessCommand as never);
    for (const event of decision.ok ? decision.value : []) state = evolve(state, event);
  });
  expect(toMermaid(keyAccountProcess, { state }).split("\n").slice(-3)).toEqual([
    "  class m0 overridden",
    "  class m1 passed",
    "  class m2 here",
  ]);
  expect(toMermaid(keyAccountProcess, { state: replay(keyAccountProcess, []) })).not.toContain("here\n");
});

test("E9.9 names can't break out of the chart", () => {
  const process = defineProcess({ id: "p", version: "1", milestones: { a: { name: 'x"] --> evil["', end: true } } });
  expect(toMermaid(process)).toBe('flowchart LR\n  m0[["x#34;#93; --#62; evil#91;#34;"]]');
});

test("E9.9 thousands of random names of special characters leave one line a node, and can be read back", () => {
  const SPECIAL: readonly [string, ...string[]] = [
    "end",
    ..."\"'`#;:&<>[](){}|\\/%-=.~*_+!?@$^, \t\n\r\u2028\u200b",
    "end",
    "-->",
    "%%",
    "subgraph",
    "中文",
    "é",
    "🙂",
  ];
  const random = seededRandom(91);
  for (let run = 0; run < 3_000; run += 1) {
    const name = `n${Array.from({ length: random.int(1, 12) }, () => random.pick(SPECIAL)).join("")}`;
    const process = defineProcess({
      id: "p",
      version: "1",
      milestones: { a: { name, next: ["b"] }, b: { end: true } },
    });
    const [head, node = "", ...rest] = toMermaid(process).split("\n");
    expect([head, ...rest]).toEqual(["flowchart LR", '  m1[["b"]]', "  m0 --> m1"]);
    const [, text = ""] = /^ {2}m0\["([^"[\]{}<>|`\\\n\r]*)"\]$/.exec(node) ?? [];
    // Mermaid turns `#35;` back into its character; nothing else of the text has a meaning of its own.
    expect(text.replace(/#\d+;/g, "")).not.toMatch(/[#;"&<>]/);
    expect(text.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(name);
  }
});
