import { evaluate } from "keyaccount";
import { distributorScorecard } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { handler } from "../../examples/serverless.js";

const ADDRESS = "https://crm.example/judge";
const post = async (body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> =>
  handler(new Request(ADDRESS, { method: "POST", body, headers }));
const judge = async (
  facts: unknown,
  asOf: unknown = "2026-11-21",
  headers: Record<string, string> = {},
): Promise<Response> => post(JSON.stringify({ facts, asOf }), headers);

interface Told {
  readonly code: string;
  readonly path: (string | number)[];
  readonly message: string;
}
const issuesOf = async (response: Response): Promise<Told[]> => ((await response.json()) as { issues: Told[] }).issues;
const codesOf = async (response: Response): Promise<string[]> =>
  (await issuesOf(response)).map(({ code, path }) => `${code} at ${path.join(".")}`);

describe("C3.1 judging by request", () => {
  test("C3.1 good facts are answered by the evaluation itself", async () => {
    const facts = {
      salesReps: { value: 6, observedAt: "2026-10-02", source: "visit" },
      salesNetwork: "0.45",
      relationship: "supplier" as const,
    };
    const response = await judge(facts);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.json()).toEqual(evaluate(distributorScorecard, facts, { asOf: "2026-11-21" }));
  });

  test("C3.1 no facts at all are no error: nothing is known", async () => {
    const response = await judge({});
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ score: null, grade: null, coverage: 0 });
  });

  test("C3.1 bad facts are answered by all their issues at once", async () => {
    const response = await judge(
      { salesNetwork: "0,45", relationship: "lover", salesRep: 6, salesManagement: 9 },
      "yesterday",
    );
    expect(response.status).toBe(422);
    expect((await codesOf(response)).sort()).toEqual([
      "not-a-date at asOf",
      "not-a-decimal at facts.salesNetwork",
      "outside-range at facts.salesManagement",
      "unknown-indicator at facts.salesRep",
      "unknown-option at facts.relationship",
    ]);
  });

  test("C3.1 a fact from after the day of judgement is refused", async () => {
    const response = await judge({ salesReps: { value: 6, observedAt: "2026-12-24" } });
    expect(response.status).toBe(422);
    expect(await codesOf(response)).toEqual(["observed-after-as-of at facts.salesReps.observedAt"]);
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a number", 20_261_121],
  ])("C3.3 a day that is %s is required", async (_, asOf) => {
    const response = await post(JSON.stringify({ facts: {}, asOf }));
    expect(response.status).toBe(422);
    expect(await codesOf(response)).toEqual(["required at asOf"]);
  });

  test.each(["2026-02-30", "2026-11-21T08:00:00+08:00", "", "2026-11-21\n"])("C3.3 %j is no day", async (asOf) => {
    expect(await codesOf(await judge({}, asOf))).toEqual(["not-a-date at asOf"]);
  });
});

describe("C3.1 the language of the issues", () => {
  test.each([
    ["", "en"],
    ["zh-CN", "zh-CN"],
    ["zh", "zh-CN"],
    ["zh-Hant-TW, en;q=0.5", "zh-CN"],
    ["en;q=0.4, zh;q=0.9", "zh-CN"],
    ["zh;q=0.4, en;q=0.9", "en"],
    ["zh;q=0", "en"],
    ["fr, de;q=0.5", "en"],
    ["zhx", "en"],
    [";;;q=,,*;q=zh", "en"],
    ["zh;q=9", "en"],
    ["*", "en"],
  ])("C3.1 Accept-Language %j is answered in %s", async (wish, language) => {
    const response = await judge(
      { salesNetwork: "0,45" },
      "2026-11-21",
      wish === "" ? {} : { "accept-language": wish },
    );
    expect(response.headers.get("content-language")).toBe(language);
    expect(response.headers.get("vary")).toBe("accept-language");
    const [issue] = await issuesOf(response);
    expect(/\p{Script=Han}/u.test(issue?.message ?? "")).toBe(language === "zh-CN");
    expect(issue?.message).toContain("0,45");
  });
});

describe("C3.1 requests that are none", () => {
  test.each(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])("C3.1 %s isn't allowed", async (method) => {
    const response = await handler(new Request(ADDRESS, { method }));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test.each([
    "",
    "{",
    "{]",
    "undefined",
    '{"facts":{},}',
    "\u0000",
    "<html>",
    "NaN",
    '{"asOf":"2026-11-21","facts":{"a":1}} x',
  ])("C3.1 %j is no JSON", async (body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: "not-json" });
  });

  test("C3.1 sixty thousand open brackets are no JSON", async () => {
    expect((await post("[".repeat(60_000))).status).toBe(400);
  });

  test("C3.1 a huge Accept-Language is read in bounded time", async () => {
    const start = performance.now();
    for (const wish of [
      "zh;q=0.5,".repeat(5000),
      " ".repeat(50_000),
      `zh${"-".repeat(50_000)}`,
      `zh;q=0.${"1".repeat(50_000)}`,
    ]) {
      expect((await judge({ salesNetwork: "0,45" }, "2026-11-21", { "accept-language": wish })).status).toBe(422);
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("C3.1 a request without a body is no JSON", async () => {
    expect((await handler(new Request(ADDRESS, { method: "POST" }))).status).toBe(400);
  });

  test("C3.1 bytes that aren't UTF-8 are no JSON", async () => {
    expect((await post(new Uint8Array([0x22, 0xc3, 0x28, 0x22]))).status).toBe(400);
  });

  test.each(["null", "[]", '"facts"', "1e999", "true"])("C3.1 %s is no object", async (body) => {
    const response = await post(body);
    expect(response.status).toBe(422);
    expect(await codesOf(response)).toEqual(["wrong-type at "]);
  });

  test.each(["null", "[]", '"salesReps"', "7"])("C3.1 facts %s are no object", async (facts) => {
    const response = await post(`{"asOf":"2026-11-21","facts":${facts}}`);
    expect(response.status).toBe(422);
    expect(await codesOf(response)).toEqual(["wrong-type at facts"]);
  });

  test("C3.1 a body above 64 KB is too large, by what it says and by what it holds", async () => {
    const large = `{"asOf":"2026-11-21","facts":{"salesReps":${" ".repeat(65_536)}1}}`;
    expect((await post(large)).status).toBe(413);
    expect((await post("{}", { "content-length": "99999999999" })).status).toBe(413);
    expect((await post(large, { "content-length": "2" })).status).toBe(413);
  });

  test("C3.1 an endless body is left as soon as it is too long", async () => {
    let sent = 0;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(1024));
        if (sent === 1000) controller.close();
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    const response = await handler(new Request(ADDRESS, { method: "POST", body, duplex: "half" }));
    expect([response.status, isCancelled]).toEqual([413, true]);
    expect(sent).toBeLessThan(80);
  });

  test("C3.1 a body that breaks off is unreadable", async () => {
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("gone")) });
    const response = await handler(new Request(ADDRESS, { method: "POST", body, duplex: "half" }));
    expect([response.status, await response.json()]).toEqual([400, { error: "unreadable" }]);
  });
});

describe("C3.1 hostile facts", () => {
  test("C3.1 __proto__ is an issue and changes nobody's prototype", async () => {
    const response = await post(
      '{"asOf":"2026-11-21","facts":{"__proto__":{"polluted":true},"salesReps":{"__proto__":{"value":99}}}}',
    );
    expect(response.status).toBe(422);
    expect(await codesOf(response)).toEqual(expect.arrayContaining(["forbidden-key at facts"]));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each(["constructor", "toString", "hasOwnProperty", "length"])(
    "C3.1 a fact named %s is an unknown one",
    async (name) => {
      expect(await codesOf(await judge({ [name]: 1 }))).toEqual([`unknown-indicator at facts.${name}`]);
    },
  );

  test("C3.1 facts nested ten thousand deep are refused", async () => {
    const response = await post(
      `{"asOf":"2026-11-21","facts":{"salesReps":${"[".repeat(10_000)}${"]".repeat(10_000)}}}`,
    );
    expect(response.status).toBe(422);
    expect(JSON.stringify(await response.json()).length).toBeLessThan(10_000);
  });

  test.each([
    "1e999",
    "-1e999",
    '"1e999999999"',
    '"0x10"',
    '"１２"',
    '""',
    '"NaN"',
    "[6]",
    '{"value":6,"notApplicable":true}',
  ])("C3.1 salesReps %s is an issue", async (value) => {
    const response = await post(`{"asOf":"2026-11-21","facts":{"salesReps":${value}}}`);
    expect(response.status).toBe(422);
    expect((await issuesOf(response)).length).toBeGreaterThan(0);
  });

  test("C3.1 what an issue says of a fact can't command a terminal or break a line", async () => {
    const response = await judge({ salesReps: "\u001b[2J\n\u202e9" });
    const [issue] = await issuesOf(response);
    // oxlint-disable-next-line no-control-regex
    expect(issue?.message).not.toMatch(/[\u0000-\u001f\u202e]/);
  });

  test("C3.1 a thousand unknown facts are a thousand issues, in bounded time", async () => {
    const facts = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${String(index)}`, index]));
    const start = performance.now();
    expect(await issuesOf(await judge(facts))).toHaveLength(1000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
