import { competitivePosition, mapDecisionMakers } from "keyaccount";
import { describe, expect, test } from "vitest";

describe("People and rivals, item by item", () => {
  test("E5.2 a person's attitude to innovation is told as known; unknown it is null, and opens no reason to be seen", () => {
    const { people, issues } = mapDecisionMakers([
      { id: "a", innovation: { value: "innovator" } },
      { id: "b" },
      { id: "c", innovation: { value: "keen" as never } },
    ]);
    expect(people.map(({ innovation }) => innovation)).toEqual(["innovator", null, null]);
    expect(issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["unknown-value", "contacts.2.innovation"],
    ]);
  });

  test("E5.3 champions and supporters are for us, non-supporters and opponents against us, neutral is neither", () => {
    const at = (id: string, value: "champion" | "supporter" | "neutral" | "non-supporter" | "opponent") =>
      ({ id, support: { value } }) as const;
    const map = mapDecisionMakers([
      at("a", "champion"),
      at("b", "supporter"),
      at("c", "neutral"),
      at("d", "non-supporter"),
      at("e", "opponent"),
      { id: "f" },
    ]);
    expect(map.supporters).toEqual(["a", "b"]);
    expect(map.opponents.map(({ id }) => id).sort()).toEqual(["d", "e"]);
  });

  test("D1.7 a rival's strengths are what it alone has, its weaknesses what we have and it hasn't; unknown is neither", () => {
    const { advantages, rivals } = competitivePosition({
      ours: { "less-waste": true, "more-income": true, "real-solutions": false },
      rivals: [
        {
          id: "x",
          standing: "incumbent",
          advantages: { "less-waste": false, "more-income": true, "real-solutions": true },
        },
        { id: "y", standing: "excluded", advantages: { "less-waste": true } },
      ],
    });
    const owner = Object.fromEntries(advantages.map(({ advantage, owner: whose }) => [advantage, whose]));
    expect([owner["real-solutions"], owner["less-waste"], owner["more-income"], owner["better-efficiency"]]).toEqual([
      "theirs",
      "ours-alone",
      "shared",
      "unknown",
    ]);
    expect(rivals[0]).toMatchObject({ id: "x", ahead: ["less-waste"], behind: ["real-solutions"], lead: "mixed" });
  });
});
