import {
  askDecisionMap,
  decide,
  defineProcess,
  isKeyAccountError,
  type MapContact,
  mapDecisionMakers,
  type ProcessCommand,
  replay,
} from "keyaccount";
import { keyAccountProcess } from "keyaccount/handbook";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

/** A host's process whose second gate asks for the map. */
const process = defineProcess({
  id: "ours",
  version: "1",
  milestones: {
    talk: { next: ["deep"] },
    deep: {
      standards: {
        "decider-met": { fact: "decider-covered" },
        "friends-inside": { fact: "two-inside-supporters" },
        "no-enemy": { fact: "no-influential-opponent" },
        "need-known": {},
      },
      end: true,
    },
  },
  people: { parts: ["decider", "user"], supporters: 2 },
});
const head = { by: "wang", at: "2026-11-02T08:00:00Z" };
const deal = (() => {
  const before = replay(process, []);
  const started = decide(process, before, { id: "1", type: "start", ...head });
  const open = replay(process, started.ok ? started.value : []);
  const moved = decide(process, open, { id: "2", type: "advance", ...head });
  return replay(process, [...(started.ok ? started.value : []), ...(moved.ok ? moved.value : [])]);
})();

const chen: MapContact = {
  id: "chen",
  roles: ["decider"],
  influence: { value: "high" },
  support: { value: "supporter" },
  relationDepth: { value: "deep" },
  coveredBy: ["wang"],
};
const li: MapContact = { ...chen, id: "li", roles: ["user"], influence: { value: "medium" } };
const mapOf = (...contacts: MapContact[]) => mapDecisionMakers(deepFreeze(contacts), { process });

/** What `win` says when all that the map proves comes along, and the need is known. */
function won(...contacts: MapContact[]): readonly string[] {
  const { with: work } = askDecisionMap(process, "deep", mapOf(...contacts));
  const standards = { ...work.standards, "need-known": {} };
  const decision = decide(process, deal, { id: "3", type: "win", with: { standards }, ...head });
  return decision.ok ? ["won"] : decision.issues.map(({ code, path }) => `${code} ${String(path.at(-1))}`);
}

describe("E9.4 E5.5 a gate asks for the decision map", () => {
  test("E9.4 with the decider covered and two supporters inside it opens, the people as evidence", () => {
    expect(askDecisionMap(process, "deep", mapOf(chen, li))).toEqual({
      proven: true,
      with: {
        standards: {
          "decider-met": { evidence: [{ kind: "decision-map", text: "chen" }] },
          "friends-inside": {
            evidence: [
              { kind: "decision-map", text: "chen" },
              { kind: "decision-map", text: "li" },
            ],
          },
          "no-enemy": { evidence: [{ kind: "decision-map", text: "no-influential-opponent" }] },
        },
      },
      missing: [],
    });
    expect(won(chen, li)).toEqual(["won"]);
  });

  test("E9.4 with one supporter it stays shut, and so it does while nobody knows", () => {
    const neutral: MapContact = { ...li, support: { value: "neutral" } };
    expect(won(chen, neutral)).toEqual(["standard-unmet friends-inside"]);
    expect(won(chen, { ...li, support: undefined })).toEqual([
      "standard-unmet friends-inside",
      "standard-unmet no-enemy",
    ]);
    expect(won()).toEqual(["standard-unmet decider-met", "standard-unmet friends-inside", "standard-unmet no-enemy"]);
    expect(askDecisionMap(process, "deep", mapOf(chen, neutral)).missing).toEqual([
      { standard: "friends-inside", fact: "two-inside-supporters", holds: false, contacts: ["chen"] },
    ]);
    expect(askDecisionMap(process, "deep", mapOf()).missing.map(({ holds }) => holds)).toEqual([null, null, null]);
  });

  test("E9.4 a decider whom nobody covers, and an opponent of weight, keep it shut", () => {
    expect(won({ ...chen, relationDepth: { value: "none" } }, li, { ...li, id: "wu" })).toEqual([
      "standard-unmet decider-met",
    ]);
    expect(won(chen, li, { ...chen, id: "gao", roles: ["evaluation"], support: { value: "opponent" } })).toEqual([
      "standard-unmet no-enemy",
    ]);
  });

  test("E9.4 such a standard can't be met by saying so: it needs evidence unless the process says otherwise", () => {
    const decision = decide(process, deal, { id: "3", type: "meet", standard: "decider-met", ...head });
    expect(decision.ok ? [] : decision.issues.map(({ code }) => code)).toEqual(["evidence-missing"]);
    const lenient = defineProcess({
      id: "l",
      version: "1",
      milestones: { a: { standards: { s: { fact: "two-threads", evidence: false } }, end: true } },
    });
    expect(lenient.milestones.a.standards.s).toEqual({ fact: "two-threads", evidence: false });
    expect(process.milestones.deep.standards["need-known"]).toEqual({ evidence: false });
  });

  test("E5.1 E4.5 the map takes from a defined process which parts are needed, and the handbook's say nothing else than it does", () => {
    const { parts, facts } = mapOf(chen, { ...li, relationDepth: { value: "none" } });
    expect(parts.filter(({ needed }) => needed).map(({ part }) => part)).toEqual(["decider", "user"]);
    expect(facts.find(({ fact }) => fact === "enough-supporters")?.holds).toBe(true);
    const handbook = mapDecisionMakers([chen], { process: keyAccountProcess });
    expect(handbook).toEqual(mapDecisionMakers([chen]));
    expect(handbook.find).toEqual(["evaluator", "buyer", "user"]);
  });

  test("E9.4 more than fifty people behind a fact: fifty are the evidence", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...li, id: `p${String(index + 10)}` }));
    const { with: work } = askDecisionMap(process, "deep", mapOf(chen, ...many));
    expect(work.standards?.["friends-inside"]?.evidence).toHaveLength(50);
    expect(won(chen, ...many)).toEqual(["won"]);
  });

  test("E9.4 a milestone without such standards asks nothing; met before, they stay met", () => {
    expect(askDecisionMap(process, "talk", mapOf())).toEqual({ proven: true, with: { standards: {} }, missing: [] });
    const gate = askDecisionMap(keyAccountProcess, "deep-contact", mapOf());
    expect(gate).toEqual({ proven: true, with: { standards: {} }, missing: [] });
  });

  test("E9.4 faulty definitions and arguments are errors of ours", () => {
    const errorOf = (call: () => unknown): unknown => {
      try {
        return call();
      } catch (error) {
        return isKeyAccountError(error) ? error.issues.map(({ code, path }) => `${code} at ${path.join(".")}`) : error;
      }
    };
    const faulty = {
      id: "f",
      version: "1",
      milestones: { a: { standards: { s: { fact: "decider-happy" } }, end: true } },
      people: { parts: ["boss"], supporters: 101, more: 1 },
    };
    expect(errorOf(() => defineProcess(faulty as never))).toEqual([
      "unknown-value at milestones.a.standards.s.fact",
      "unknown-key at people.more",
      "unknown-value at people.parts.0",
      "out-of-range at people.supporters",
    ]);
    expect(errorOf(() => askDecisionMap(process, "nowhere" as never, mapOf()))).toEqual(["unknown-value at milestone"]);
    expect(errorOf(() => askDecisionMap(process, "deep", {} as never))).toEqual(["unreadable at map"]);
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(errorOf(() => askDecisionMap(process, proxy as never, mapOf()))).toEqual(["unknown-value at milestone"]);
    expect(errorOf(() => askDecisionMap(process, "deep", null as never))).toEqual(["wrong-type at map"]);
    expect(askDecisionMap(process, "deep", { facts: [] }).missing).toHaveLength(3);
  });

  test("E9.4 commands take the evidence as it comes", () => {
    const { with: work } = askDecisionMap(process, "deep", mapOf(chen, li));
    const command: ProcessCommand = { id: "3", type: "win", with: work, ...head };
    expect(JSON.parse(JSON.stringify(command))).toEqual(command);
  });
});
