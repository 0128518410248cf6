import fc from "fast-check";
import { isKeyAccountError, type MapContact, mapDecisionMakers } from "keyaccount";
import { toDecisionMapDiagram } from "keyaccount/charts";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const draw = (contacts: readonly MapContact[]): string[] =>
  toDecisionMapDiagram(mapDecisionMakers(contacts), en).split("\n");

describe("E5.5 toDecisionMapDiagram", () => {
  test("E5.5 without a locale or a map, and where something in one isn't as it must be: an error of ours", () => {
    const faults = (...args: unknown[]): unknown => {
      try {
        return toDecisionMapDiagram(...(args as Parameters<typeof toDecisionMapDiagram>));
      } catch (error) {
        return isKeyAccountError(error) ? error.issues.map(({ code, path }) => `${code} ${path.join(".")}`) : error;
      }
    };
    const map = mapDecisionMakers([{ id: "chen", coveredBy: ["wang"] }]);
    expect(faults(map)).toEqual(["wrong-type locale"]);
    expect(faults()).toEqual(["wrong-type map", "wrong-type locale"]);
    expect(faults({}, en)).toEqual(["unreadable map"]);
    expect(faults({ ...map, people: [null] }, en)).toEqual(["unreadable map"]);
    expect(faults(map, {})).toEqual(["unreadable locale"]);
  });

  test("E5.5 people in the colour of their coverage, lines of reporting and influence, ours with whom they look after", () => {
    const map = deepFreeze(
      mapDecisionMakers([
        {
          id: "chen",
          name: "Chen",
          roles: ["decider", "buyer"],
          influence: { value: "high" },
          support: { value: "neutral" },
          relationDepth: { value: "deep" },
          coveredBy: ["wang", "gao"],
        },
        { id: "li", reportsTo: "chen", influences: ["chen"], coveredBy: ["wang"], relationDepth: { value: "none" } },
      ]),
    );
    expect(toDecisionMapDiagram(map, en)).toBe(`flowchart BT
  p0["Chen<br/>decider#44; buyer<br/>much influence<br/>neutral"]:::covered
  p1["li"]:::open
  o0(["Ours#58; gao"]):::ours
  o1(["Ours#58; wang"]):::ours
  p1 -.-> p0
  p1 --> p0
  o0 ==> p0
  o1 ==> p0
  o1 ==> p1
  classDef covered fill:#a6dba0,stroke:#333333
  classDef partly fill:#fee08b,stroke:#333333
  classDef open fill:#f4a582,stroke:#333333
  classDef unknown fill:#f0f0f0,stroke:#333333
  classDef ours fill:#ffffff,stroke:#2166ac
`);
    expect(toDecisionMapDiagram(map, zhCN)).toContain('p0["Chen<br/>决策者#12289; 采购者'.replace("; ", ";"));
  });

  test("no name can end its quotes, break a line, or bring HTML, Markdown, comments or directives", () => {
    const name =
      '"]; click p0 "javascript:alert(1)"\n%%{init: {}}%% <script>x</script> `**b**` &amp; #35; 1. a\u202e\ud800';
    const [, line] = draw([{ id: "x", name }]);
    expect(line).toBe(
      '  p0["#34;#93;#59; click p0 #34;javascript#58;alert#40;1#41;#34; #37;#37;#123;init#58; #123;#125;#125;#37;#37; #60;script#62;x#60;#47;script#62; #96;#42;#42;b#42;#42;#96; #38;amp#59; #35;35#59; 1#46; a"]:::unknown',
    );
    expect(draw([{ id: "$&", coveredBy: ["$&"] }])[2]).toBe('  o0(["Ours#58; #36;#38;"]):::ours');
  });

  test("law: whatever the names and ids, each line is one of the few that there may be", () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 30 });
    const person = fc.record({ id: text, name: text, coveredBy: fc.array(text, { maxLength: 2 }), reportsTo: text });
    const LINE =
      /^(flowchart BT| {2}p\d+\["(?:[\p{L}\p{M}\p{N} ]|#\d+;|<br\/>)*"\]:::\w+| {2}o\d+\(\["(?:[\p{L}\p{M}\p{N} ]|#\d+;)*"\]\):::ours| {2}[po]\d+ (?:-->|-\.->|==>) p\d+| {2}classDef \w+ fill:#\w{6},stroke:#\w{6}|)$/u;
    fc.assert(
      fc.property(fc.array(person, { maxLength: 4 }), (people) => {
        expect(draw(people).filter((line) => !LINE.test(line))).toEqual([]);
      }),
    );
  });

  test("long names end with an ellipsis; nobody gives an empty chart", () => {
    expect(draw([{ id: "a", name: "x".repeat(201) }])[1]).toBe(`  p0["${"x".repeat(200)}#8230;"]:::unknown`);
    expect(draw([{ id: "a", name: "x".repeat(200) }])[1]).toBe(`  p0["${"x".repeat(200)}"]:::unknown`);
    expect(draw([]).slice(0, 2)).toEqual(["flowchart BT", "  classDef covered fill:#a6dba0,stroke:#333333"]);
  });
});
