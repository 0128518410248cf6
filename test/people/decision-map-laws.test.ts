import fc from "fast-check";
import { type DecisionMap, isKeyAccountError, type MapContact, mapDecisionMakers } from "keyaccount";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const IDS = ["a", "b", "c", "d", "e", "f"];
const id = fc.constantFrom(...IDS);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const fact = <const T>(...values: readonly T[]): fc.Arbitrary<{ readonly value: T | null } | undefined> =>
  maybe(fc.constantFrom(null, ...values).map((value: T | null) => ({ value })));
const contact: fc.Arbitrary<MapContact> = fc.record({
  id,
  roles: maybe(
    fc.uniqueArray(fc.constantFrom("decider", "final-approval", "evaluation", "user", "buyer"), { maxLength: 2 }),
  ),
  influence: fact("high", "medium", "low"),
  support: fact("champion", "supporter", "neutral", "non-supporter", "opponent"),
  relationDepth: fact("none", "brief", "regular", "deep"),
  relationWanted: maybe(fc.constantFrom("brief", "regular", "deep")),
  reportsTo: maybe(id),
  influences: maybe(fc.uniqueArray(id, { maxLength: 3 })),
  coveredBy: maybe(fc.uniqueArray(fc.constantFrom("w", "x"), { maxLength: 2 })),
});
const contacts = fc.uniqueArray(contact, { selector: (one) => one.id, maxLength: 6 });
const TEAM = [
  { id: "w", rank: "salesperson" },
  { id: "x", rank: "manager" },
] as const;
const RANK = { covered: 2, partly: 1, open: 0, unknown: 0 };

/** An oracle: whether a word can go from somebody for us to the decider, by trying every walk without a repetition. */
function reachable(all: readonly MapContact[], decider: string): boolean {
  const byId = new Map(all.map((one) => [one.id, one]));
  const passes = (a: string, b: string): boolean =>
    a !== b &&
    byId.has(b) &&
    ((byId.get(a)?.influences?.includes(b) ?? false) || byId.get(a)?.reportsTo === b || byId.get(b)?.reportsTo === a);
  const isAgainst = (one: string): boolean =>
    ["opponent", "non-supporter"].includes(byId.get(one)?.support?.value ?? "");
  const go = (at: string, seen: readonly string[]): boolean =>
    at === decider ||
    IDS.some(
      (to) => !seen.includes(to) && passes(at, to) && (to === decider || !isAgainst(to)) && go(to, [...seen, to]),
    );
  return all.some(
    (one) => ["champion", "supporter"].includes(one.support?.value ?? "") && one.id !== decider && go(one.id, [one.id]),
  );
}

describe("laws of the decision map", () => {
  test("E5.5 adding a supporter never lowers coverage, nor does it close a gate that was open", () => {
    fc.assert(
      fc.property(contacts, contact, (all, more) => {
        const before = mapDecisionMakers(all);
        const after = mapDecisionMakers([...all, { ...more, id: "new", support: { value: "champion" } }]);
        before.parts.forEach(({ coverage }, index) => {
          expect(RANK[after.parts[index]?.coverage ?? "open"]).toBeGreaterThanOrEqual(RANK[coverage]);
        });
        expect(after.coverage).toBeGreaterThanOrEqual(before.coverage);
        before.facts
          .filter((one) => one.holds === true && one.fact !== "no-influential-opponent")
          .forEach((one) => {
            expect(after.facts.find(({ fact: code }) => code === one.fact)?.holds).toBe(true);
          });
      }),
    );
  });

  test("E5.5 dropping a line never creates a path, nor shortens one", () => {
    fc.assert(
      fc.property(contacts, id, fc.nat(3), (all, who, which) => {
        const before = mapDecisionMakers(all);
        const after = mapDecisionMakers(
          all.map((one) => {
            if (one.id !== who) return one;
            if (which === 3) return { ...one, reportsTo: undefined };
            return { ...one, influences: one.influences?.filter((_, index) => index !== which) };
          }),
        );
        after.paths.forEach(({ shortest, strongest }, index) => {
          const old = before.paths[index];
          if (shortest === null) return;
          expect(old?.shortest?.lines.length).toBeLessThanOrEqual(shortest.lines.length);
          expect(old?.strongest).not.toBe(null);
          expect(strongest).not.toBe(null);
        });
      }),
    );
  });

  test("E5.5 a decider is reached exactly where some walk leads there; each path is one, over nobody against us", () => {
    fc.assert(
      fc.property(contacts, (all) => {
        const { paths, people, lines } = mapDecisionMakers(all);
        const supportOf = (one: string): string | null | undefined =>
          people.find((person) => person.id === one)?.support;
        for (const { decider, reach, shortest, strongest } of paths) {
          const isFor = ["champion", "supporter"].includes(supportOf(decider) ?? "");
          expect(reach).toBe(isFor ? "supports-us" : reachable(all, decider) ? "by-path" : "no-path");
          for (const path of [shortest, strongest]) {
            if (path === null) continue;
            expect([path.lines[0]?.from, path.lines.at(-1)?.to]).toEqual([path.from, decider]);
            path.lines.forEach((line, index) => {
              expect(index === 0 || path.lines[index - 1]?.to === line.from).toBe(true);
              expect(["opponent", "non-supporter"]).not.toContain(supportOf(line.from));
              const drawn = line.kind === "manages" ? { from: line.to, to: line.from, kind: "reports-to" } : line;
              expect(lines).toContainEqual(drawn);
            });
          }
          expect(shortest?.lines.length ?? 0).toBeLessThanOrEqual(strongest?.lines.length ?? 0);
        }
      }),
    );
  });

  test("missing data never concludes: telling what was unknown leaves what was true or false", () => {
    fc.assert(
      fc.property(contacts, id, contact, (all, who, told) => {
        const before = mapDecisionMakers(all);
        const after = mapDecisionMakers(
          all.map((one) => {
            if (one.id !== who) return one;
            const tell = (key: "influence" | "support" | "relationDepth"): object =>
              (one[key]?.value ?? null) === null ? { [key]: told[key] } : {};
            return {
              ...one,
              ...tell("influence"),
              ...tell("support"),
              ...tell("relationDepth"),
              ...(one.roles === undefined ? { roles: told.roles } : {}),
              ...(one.coveredBy === undefined ? { coveredBy: told.coveredBy } : {}),
            };
          }),
        );
        before.facts.forEach(({ holds }, index) => {
          if (holds !== null) expect(after.facts[index]?.holds).toBe(holds);
        });
        if (before.threads.certain) expect(after.threads.risks).toEqual(before.threads.risks);
      }),
    );
  });

  test("the order of the contacts doesn't matter, inputs stay, results are plain JSON", () => {
    fc.assert(
      fc.property(contacts, (all) => {
        const frozen = deepFreeze(all);
        const { issues, ...map } = mapDecisionMakers(frozen, { team: TEAM });
        const { issues: others, ...turned } = mapDecisionMakers(frozen.toReversed(), { team: TEAM });
        expect(turned).toEqual(map);
        expect(others.length).toBe(issues.length);
        expect(JSON.parse(JSON.stringify({ ...map, issues }))).toEqual({ ...map, issues });
      }),
    );
  });

  test("D4.1 nobody below the least rank is ever sent", () => {
    fc.assert(
      fc.property(contacts, (all) => {
        for (const { visit, reasons } of mapDecisionMakers(all, { team: TEAM }).next) {
          expect([null, "x"]).toContain(visit.by);
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("bounds and hostile input", () => {
  const codes = (map: DecisionMap): string[] => map.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);

  test("E5.5 2,000 contacts with 40,000 lines in bounded time, the same every time", () => {
    const many = Array.from({ length: 2000 }, (_, n): MapContact => {
      return {
        id: `c${String(n)}`,
        roles: n % 40 === 0 ? ["decider"] : ["influencer"],
        influence: { value: n % 3 === 0 ? "high" : "low" },
        support: { value: n % 97 === 5 ? "champion" : "neutral" },
        relationDepth: { value: "brief" },
        reportsTo: `c${String(Math.floor(n / 7))}`,
        influences: Array.from({ length: 20 }, (_, k) => `c${String((n * 31 + k * 17) % 2000)}`),
      };
    });
    const start = performance.now();
    const map = mapDecisionMakers(many, { team: TEAM });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect([map.people.length, map.paths.length, map.pathsLeftOut, map.next.length]).toEqual([2000, 20, 30, 10]);
    expect(JSON.stringify(mapDecisionMakers(many, { team: TEAM }))).toBe(JSON.stringify(map));
  });

  test("a long line of reporting and a complete graph end in time", () => {
    const chain = Array.from({ length: 10_000 }, (_, n): MapContact => {
      return { id: `c${String(n).padStart(5, "0")}`, reportsTo: `c${String((n + 1) % 10_000).padStart(5, "0")}` };
    });
    expect(mapDecisionMakers(chain).issues.length).toBe(10_000);
    const ids = Array.from({ length: 400 }, (_, n) => `c${String(n)}`);
    const map = mapDecisionMakers(ids.map((one) => ({ id: one, roles: ["decider"], influences: ids })));
    expect(map.lines.length).toBe(100_000);
    expect(map.issues.some(({ code, details }) => code === "too-many" && details.received === 159_600)).toBe(true);
  });

  test("more than 10,000 contacts are cut off, and said so", () => {
    const map = mapDecisionMakers(Array.from({ length: 10_001 }, (_, n) => ({ id: String(n) })));
    expect([map.people.length, codes(map)]).toEqual([10_000, ["too-many at contacts"]]);
  });

  test("faulty contacts are left out, faulty fields are unknown, each fault with its place", () => {
    const map = mapDecisionMakers([
      null,
      7,
      {},
      { id: "" },
      { id: 5 },
      {
        id: "a",
        name: 1,
        roles: ["boss"],
        influence: { value: "huge" },
        support: "champion",
        relationDepth: { value: 3 },
      },
      { id: "a" },
      { id: "b", roles: "user", influences: ["a", 7, null], coveredBy: "w", reportsTo: {}, relationWanted: "much" },
      {
        id: "c",
        support: { value: "champion", notApplicable: true },
        influence: { value: null, notApplicable: true },
        innovation: { notApplicable: true },
      },
      { id: "d", roles: [null] },
    ] as never);
    expect(codes(map)).toEqual([
      "required at contacts.0",
      "wrong-type at contacts.1",
      "required at contacts.2.id",
      "required at contacts.3.id",
      "wrong-type at contacts.4.id",
      "wrong-type at contacts.5.name",
      "unknown-value at contacts.5.roles.0",
      "unknown-value at contacts.5.influence",
      "wrong-type at contacts.5.relationDepth",
      "duplicate-id at contacts.6.id",
      "wrong-type at contacts.7.roles",
      "unknown-value at contacts.7.relationWanted",
      "wrong-type at contacts.7.reportsTo",
      "wrong-type at contacts.7.influences.1",
      "required at contacts.7.influences.2",
      "wrong-type at contacts.7.coveredBy",
      "contradictory-fact at contacts.8.support",
      "required at contacts.9.roles.0",
    ]);
    expect(map.people.map(({ id: one, parts, support }) => [one, parts, support])).toEqual([
      ["a", null, "champion"],
      ["b", null, null],
      ["c", null, null],
      ["d", null, null],
    ]);
    expect(map.lines).toEqual([{ from: "b", to: "a", kind: "influences" }]);
  });

  test("what isn't plain JSON is an issue, and nothing runs", () => {
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    const trap = {
      get id(): string {
        throw new TypeError("no");
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const rows: unknown[] = [cyclic, trap, proxy, new Date(0), () => 1, NaN];
    const map = mapDecisionMakers(rows as never);
    expect(map.people).toEqual([]);
    expect(map.issues.length).toBeGreaterThanOrEqual(rows.length);
    for (const bad of [null, undefined, 5, "x", {}, proxy]) {
      expect(mapDecisionMakers(bad as never).issues.length).toBe(1);
    }
    expect(mapDecisionMakers(new Array(3) as never).issues.length).toBeGreaterThan(0);
    expect(
      mapDecisionMakers(JSON.parse('[{"__proto__":{"id":"x"},"id":"a"}]') as never).people.map((one) => one.id),
    ).toEqual(["a"]);
  });

  test("a polluted prototype fills no field", () => {
    const polluted = { roles: ["decider"], value: "champion" };
    for (const [key, value] of Object.entries(polluted))
      Reflect.defineProperty(Object.getPrototypeOf({}) as object, key, { value, configurable: true, writable: true });
    let person: unknown;
    try {
      person = mapDecisionMakers([{ id: "a", support: {} as never }]).people[0];
    } finally {
      for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
    }
    expect(person).toMatchObject({ parts: null, support: null });
  });

  test("faulty options throw all their faults", () => {
    const faults = (options: unknown): string[] => {
      try {
        mapDecisionMakers([], options as never);
      } catch (error) {
        if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
        throw error;
      }
      return [];
    };
    expect(
      faults({
        process: { people: { parts: ["boss", null], supporters: -1 } },
        team: [null, 3, { id: "a", rank: "king" }, { id: "a" }, {}],
        leastRank: "king",
        relationWanted: "much",
        most: 0,
        tem: [],
      }),
    ).toEqual([
      "unknown-key at tem",
      "unknown-value at leastRank",
      "unknown-value at process.people.parts.0",
      "required at process.people.parts.1",
      "out-of-range at process.people.supporters",
      "required at team.0",
      "wrong-type at team.1",
      "unknown-value at team.2.rank",
      "duplicate-id at team.3.id",
      "required at team.4.id",
      "unknown-value at relationWanted",
      "out-of-range at most",
    ]);
    expect(faults({ ranks: [] })).toEqual(["too-few at ranks"]);
    expect(faults({ ranks: ["a", "a", null] })).toEqual(["required at ranks.2", "duplicate-id at ranks.1"]);
    expect(faults({ process: 3 })).toEqual(["wrong-type at process"]);
    expect(faults({ process: { people: [] } })).toEqual(["wrong-type at process.people"]);
    expect(faults(null)).toEqual(["wrong-type at "]);
    expect(faults(7)).toEqual(["wrong-type at "]);
    expect(faults({ team: {} })).toEqual(["wrong-type at team"]);
  });
});
