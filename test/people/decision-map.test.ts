import { type DecisionMapOptions, type MapContact, mapDecisionMakers } from "keyaccount";
import { parseContact } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const known = <const T>(value: T): { readonly value: T } => ({ value });

/** A plant: Chen decides, Zhou approves above him, Li and Sun are below Chen, Ma in purchasing is against us and has Zhou's ear. */
const PLANT: readonly MapContact[] = deepFreeze([
  {
    id: "li",
    name: "Li",
    roles: ["user", "influencer"],
    influence: known("medium"),
    innovation: known("visionary"),
    support: known("champion"),
    relationDepth: known("deep"),
    coveredBy: ["wang"],
    reportsTo: "chen",
  },
  {
    id: "chen",
    name: "Chen",
    roles: ["decision"],
    influence: known("high"),
    support: known("neutral"),
    relationDepth: known("brief"),
    coveredBy: ["wang"],
    reportsTo: "zhou",
  },
  {
    id: "zhou",
    name: "Zhou",
    roles: ["final-approval"],
    influence: known("high"),
    relationDepth: known("none"),
    coveredBy: [],
  },
  {
    id: "ma",
    name: "Ma",
    roles: ["buyer"],
    influence: known("medium"),
    support: known("opponent"),
    relationDepth: known("brief"),
    coveredBy: [],
    influences: ["zhou"],
  },
  {
    id: "sun",
    name: "Sun",
    roles: ["evaluation"],
    support: known("supporter"),
    influence: known("low"),
    influences: ["chen"],
  },
]);
const TEAM: DecisionMapOptions["team"] = deepFreeze([
  { id: "wang", rank: "salesperson", reportsTo: "gao" },
  { id: "gao", rank: "manager", reportsTo: "he" },
  { id: "he", rank: "director" },
  { id: "yu", rank: "supervisor" },
]);
const plant = (options?: DecisionMapOptions): ReturnType<typeof mapDecisionMakers> =>
  mapDecisionMakers(PLANT, { team: TEAM, ...options });

describe("E5.1 E4.5 parts and coverage", () => {
  test("E5.1 E4.5 both lists of roles stand for seven parts", () => {
    const { people } = mapDecisionMakers([
      { id: "a", roles: ["final-approval", "decision", "evaluation", "end-user"] },
      { id: "b", roles: ["initiator", "buyer", "influencer", "user", "decider"] },
      { id: "c", roles: [] },
      { id: "d" },
    ]);
    expect(people.map(({ parts }) => parts)).toEqual([
      ["approver", "decider", "evaluator", "user"],
      ["decider", "buyer", "user", "influencer", "initiator"],
      [],
      null,
    ]);
  });

  test("E5.4 E5.5 a person is covered by a relation as deep as wanted and by one of ours", () => {
    const of = (contact: Omit<MapContact, "id">): unknown => {
      const { coverage, reasons } = mapDecisionMakers([{ id: "a", ...contact }]).people[0] ?? {};
      return [coverage, reasons];
    };
    const deep = { relationDepth: known("deep") } as const;
    expect(of({ ...deep, coveredBy: ["w"] })).toEqual(["covered", ["relation-as-wanted"]]);
    expect(of({ relationDepth: known("regular"), coveredBy: ["w"] })).toEqual(["covered", ["relation-as-wanted"]]);
    expect(of({ relationDepth: known("brief"), coveredBy: ["w"] })).toEqual(["partly", ["relation-short"]]);
    expect(of({ relationDepth: known("regular"), relationWanted: "deep", coveredBy: ["w"] })).toEqual([
      "partly",
      ["relation-short"],
    ]);
    expect(of({ ...deep, coveredBy: [] })).toEqual(["partly", ["relation-as-wanted", "nobody-assigned"]]);
    expect(of(deep)).toEqual(["partly", ["relation-as-wanted", "assignment-unknown"]]);
    expect(of({ relationDepth: known("none"), coveredBy: ["w"] })).toEqual(["open", ["no-relation"]]);
    expect(of({ coveredBy: ["w"] })).toEqual(["unknown", ["relation-unknown"]]);
    expect(of({})).toEqual(["unknown", ["relation-unknown", "assignment-unknown"]]);
    expect(of({ relationWanted: "none" })).toEqual(["unknown", ["none-wanted", "assignment-unknown"]]);
    expect(of({ relationWanted: "none", coveredBy: [] })).toEqual(["open", ["none-wanted", "nobody-assigned"]]);
    expect(of({ relationWanted: "none", coveredBy: ["w"] })).toEqual(["covered", ["none-wanted"]]);
  });

  test("E5.4 what is wanted is an option, and a contact's own wish goes first", () => {
    const contact: MapContact = { id: "a", relationDepth: known("brief"), coveredBy: ["w"] };
    expect(mapDecisionMakers([contact], { relationWanted: "brief" }).people[0]?.coverage).toBe("covered");
    const { relation, coverage } =
      mapDecisionMakers([{ ...contact, relationWanted: "deep" }], { relationWanted: "brief" }).people[0] ?? {};
    expect([relation, coverage]).toEqual([{ reached: "brief", wanted: "deep" }, "partly"]);
  });

  test("E5.1 by hand: of decider, evaluator, user and buyer only the user is covered", () => {
    const { parts, coverage, find } = plant();
    expect(parts.map((one) => [one.part, one.needed, one.coverage, one.holders, one.uncovered])).toEqual([
      ["approver", false, "open", ["zhou"], ["zhou"]],
      ["decider", true, "partly", ["chen"], ["chen"]],
      ["evaluator", true, "unknown", ["sun"], ["sun"]],
      ["buyer", true, "partly", ["ma"], ["ma"]],
      ["user", true, "covered", ["li"], []],
      ["influencer", false, "covered", ["li"], []],
      ["initiator", false, "unknown", [], []],
    ]);
    expect([coverage, find]).toEqual([0.25, []]);
  });

  test("a part has the coverage of its best holder, in the order covered, partly, unknown, open", () => {
    const holder = (id: string, more: object): MapContact => ({ id, roles: ["user"], ...more });
    const open = holder("a", { relationDepth: known("none") });
    const unknown = holder("b", {});
    const partly = holder("c", { relationDepth: known("brief") });
    const done = holder("d", { relationDepth: known("deep"), coveredBy: ["w"] });
    const best = (...contacts: MapContact[]): unknown =>
      mapDecisionMakers(contacts).parts.find(({ part }) => part === "user")?.coverage;
    expect([best(open), best(open, unknown), best(unknown, partly, open), best(done, partly, open)]).toEqual([
      "open",
      "unknown",
      "partly",
      "covered",
    ]);
  });

  test("E4.5 needed parts that nobody plays are to be found; a process says which are needed", () => {
    const process = { id: "ours", milestones: [], people: { parts: ["initiator", "buyer"] } } as const;
    const { find, parts, coverage } = mapDecisionMakers([{ id: "a", roles: ["buyer"] }], { process });
    expect(find).toEqual(["initiator"]);
    expect(parts.filter(({ needed }) => needed).map(({ part }) => part)).toEqual(["buyer", "initiator"]);
    expect(coverage).toBe(0);
    expect(mapDecisionMakers([], { process: { people: { parts: [] } } }).coverage).toBe(1);
    expect(mapDecisionMakers([], { process: null }).find).toEqual(["decider", "evaluator", "buyer", "user"]);
    expect(mapDecisionMakers([], { process: {} }).find.length).toBe(4);
  });

  test("E5.2 E5.3 a person is shown as known, with rank of who covers, and unknown as null", () => {
    const { people } = plant();
    expect(people.map(({ id }) => id)).toEqual(["chen", "li", "ma", "sun", "zhou"]);
    expect(people[1]).toEqual({
      id: "li",
      name: "Li",
      parts: ["user", "influencer"],
      influence: "medium",
      innovation: "visionary",
      support: "champion",
      relation: { reached: "deep", wanted: "regular" },
      coverage: "covered",
      reasons: ["relation-as-wanted"],
      coveredBy: [{ id: "wang", rank: "salesperson" }],
    });
    expect(mapDecisionMakers([{ id: "x", coveredBy: ["q"] }]).people[0]).toMatchObject({
      name: null,
      parts: null,
      influence: null,
      innovation: null,
      support: null,
      coveredBy: [{ id: "q", rank: null }],
    });
  });

  test("E5.4 E5.5 the contact's model has influence and the relation wanted; older records still parse", () => {
    const old = { v: 1, id: "li", name: "Li", roles: ["user"], relationDepth: { value: "deep" } };
    expect(parseContact(old).ok).toBe(true);
    const now = { ...old, relationWanted: "deep", influence: { value: "high", observedAt: "2026-11-01" } };
    expect(parseContact(now)).toEqual({ ok: true, value: now });
    expect(parseContact({ ...old, influence: { value: "huge" }, relationWanted: "very" })).toMatchObject({
      ok: false,
      issues: [{ path: ["influence", "value"] }, { path: ["relationWanted"] }],
    });
  });
});

describe("E5.5 threads, opponents, supporters", () => {
  test("E2.5 E5.5 one thread on each side is a risk, two are none", () => {
    expect(plant().threads).toEqual({
      contacts: ["li"],
      colleagues: ["wang"],
      risks: ["single-contact", "single-colleague"],
      certain: false,
    });
    const regular = (id: string, coveredBy?: readonly string[]): MapContact => ({
      id,
      relationDepth: known("regular"),
      ...(coveredBy && { coveredBy }),
    });
    const threads = (...contacts: MapContact[]): unknown => {
      const { risks, certain } = mapDecisionMakers(contacts).threads;
      return [risks, certain];
    };
    expect(threads(regular("a", ["w"]), regular("b", ["x"]))).toEqual([[], true]);
    expect(threads(regular("a", ["w"]), regular("b", ["x"]), { id: "c" })).toEqual([[], true]);
    expect(threads(regular("a", ["w"]), regular("b", ["w"]))).toEqual([["single-colleague"], true]);
    expect(threads(regular("a", ["w"]), regular("b"))).toEqual([["single-colleague"], false]);
    expect(threads(regular("a", ["w"]), regular("b", ["w"]), { id: "c" })).toEqual([["single-colleague"], false]);
    expect(threads(regular("a", ["w", "x"]))).toEqual([["single-contact"], true]);
    expect(threads(regular("a", []))).toEqual([["single-contact"], true]);
    expect(threads({ id: "a", relationDepth: known("brief") })).toEqual([["no-thread"], true]);
    expect(threads({ id: "a" })).toEqual([["no-thread"], false]);
    expect(threads()).toEqual([["no-thread"], false]);
  });

  test("E5.3 E5.5 who is against us: the influential first, with the steps to a decider", () => {
    expect(plant().opponents).toEqual([
      { id: "ma", support: "opponent", influence: "medium", influential: true, steps: 1 },
    ]);
    const against = (id: string, more: object): MapContact => ({ id, support: known("non-supporter"), ...more });
    const { opponents, supporters } = mapDecisionMakers([
      against("low", { influence: known("low"), roles: ["user"] }),
      against("dunno", { roles: ["user"] }),
      against("partless", { influence: known("low") }),
      against("near", { influence: known("high"), influences: ["boss"] }),
      against("far", { influence: known("high"), influences: ["near"] }),
      against("alone", { influence: known("high") }),
      against("alone2", { influence: known("high") }),
      against("judge", { influence: known("low"), roles: ["evaluation"] }),
      { id: "boss", roles: ["decider"], support: known("champion") },
    ]);
    expect(opponents.map(({ id, influential, steps }) => [id, influential, steps])).toEqual([
      ["near", true, 1],
      ["far", true, 2],
      ["alone", true, null],
      ["alone2", true, null],
      ["judge", true, null],
      ["partless", null, null],
      ["dunno", null, null],
      ["low", false, null],
    ]);
    expect(supporters).toEqual(["boss"]);
  });

  test("E5.5 a decider who is against us is no step away", () => {
    const { opponents } = mapDecisionMakers([{ id: "b", roles: ["decision"], support: known("opponent") }]);
    expect(opponents[0]).toMatchObject({ influential: true, steps: 0 });
  });
});

describe("E5.5 lines and paths of influence", () => {
  test("lines are listed once, influence before reporting, by their ends", () => {
    const { lines, issues } = mapDecisionMakers([
      { id: "b", influences: ["c", "a", "a"], reportsTo: "a" },
      { id: "a", influences: ["b"] },
      { id: "c" },
    ]);
    expect(lines).toEqual([
      { from: "a", to: "b", kind: "influences" },
      { from: "b", to: "a", kind: "influences" },
      { from: "b", to: "c", kind: "influences" },
      { from: "b", to: "a", kind: "reports-to" },
    ]);
    expect(issues).toEqual([]);
  });

  test("lines to oneself or to nobody, and circles of reporting, are named", () => {
    const { lines, issues } = mapDecisionMakers([
      { id: "self", reportsTo: "self", influences: ["self", "ghost"] },
      { id: "lost", reportsTo: "ghost" },
      { id: "x", reportsTo: "y" },
      { id: "y", reportsTo: "z" },
      { id: "z", reportsTo: "x" },
      { id: "below", reportsTo: "x" },
      { id: "aside", reportsTo: "below" },
    ]);
    expect(issues.map(({ code, path, details }) => [code, path, details])).toEqual([
      ["unknown-reference", ["contacts", 1, "reportsTo"], { id: "ghost" }],
      ["unknown-reference", ["contacts", 0, "influences"], { id: "ghost" }],
      ["circular-reference", ["contacts", 0, "influences"], { id: "self" }],
      ["circular-reference", ["contacts", 0, "reportsTo"], { id: "self" }],
      ["circular-reference", ["contacts", 2, "reportsTo"], { id: "x" }],
      ["circular-reference", ["contacts", 3, "reportsTo"], { id: "y" }],
      ["circular-reference", ["contacts", 4, "reportsTo"], { id: "z" }],
    ]);
    expect(lines.length).toBe(5);
  });

  test("by hand: Sun has a word with Chen, Li's is stronger; Zhou is reached over Chen, never over Ma", () => {
    expect(plant().paths).toEqual([
      {
        decider: "chen",
        reach: "by-path",
        shortest: {
          from: "li",
          lines: [{ from: "li", to: "chen", kind: "reports-to" }],
          strength: "medium",
          certain: true,
        },
        strongest: {
          from: "li",
          lines: [{ from: "li", to: "chen", kind: "reports-to" }],
          strength: "medium",
          certain: true,
        },
      },
      {
        decider: "zhou",
        reach: "by-path",
        shortest: {
          from: "li",
          lines: [
            { from: "li", to: "chen", kind: "reports-to" },
            { from: "chen", to: "zhou", kind: "reports-to" },
          ],
          strength: "medium",
          certain: true,
        },
        strongest: expect.objectContaining({ from: "li", strength: "medium" }) as unknown,
      },
    ]);
  });

  test("the strongest may be longer than the shortest; unknown influence is the weakest, unknown support leaves a path uncertain", () => {
    const { paths } = mapDecisionMakers([
      { id: "boss", roles: ["decider"] },
      { id: "weak", support: known("supporter"), influences: ["boss"] },
      { id: "strong", support: known("supporter"), influence: known("high"), influences: ["aide"] },
      { id: "aide", influence: known("high"), influences: ["boss"] },
    ]);
    expect(paths[0]?.shortest).toEqual({
      from: "weak",
      lines: [{ from: "weak", to: "boss", kind: "influences" }],
      strength: null,
      certain: true,
    });
    expect(paths[0]?.strongest).toEqual({
      from: "strong",
      lines: [
        { from: "strong", to: "aide", kind: "influences" },
        { from: "aide", to: "boss", kind: "influences" },
      ],
      strength: "high",
      certain: false,
    });
  });

  test("a superior passes words down, influence goes before reporting, ties go by id", () => {
    const { paths } = mapDecisionMakers([
      { id: "boss", roles: ["decider"], reportsTo: "chair" },
      { id: "chair", support: known("champion"), influence: known("high"), influences: ["boss"] },
    ]);
    expect(paths[0]?.shortest?.lines).toEqual([{ from: "chair", to: "boss", kind: "influences" }]);
    const down = mapDecisionMakers([
      { id: "boss", roles: ["decider"], reportsTo: "m" },
      { id: "m", reportsTo: "b" },
      { id: "b", support: known("champion") },
      { id: "n", influences: ["boss"] },
      { id: "c", support: known("champion"), influences: ["n", "m"] },
    ]);
    expect(down.paths[0]?.shortest?.lines).toEqual([
      { from: "b", to: "m", kind: "manages" },
      { from: "m", to: "boss", kind: "manages" },
    ]);
    const twoWays = mapDecisionMakers([
      { id: "boss", roles: ["decider"] },
      { id: "q", influences: ["boss"] },
      { id: "p", influences: ["boss"] },
      { id: "s", support: known("champion"), influences: ["q", "p"] },
    ]);
    expect(twoWays.paths[0]?.shortest?.lines[0]?.to).toBe("p");
  });

  test("a decider may be for us already, or out of reach", () => {
    const { paths } = mapDecisionMakers([
      { id: "a", roles: ["decider"], support: known("champion") },
      { id: "b", roles: ["final-approval"] },
      { id: "foe", support: known("opponent"), influences: ["b"] },
      { id: "friend", support: known("champion"), influences: ["foe"] },
    ]);
    expect(paths).toEqual([
      { decider: "a", reach: "supports-us", shortest: null, strongest: null },
      { decider: "b", reach: "no-path", shortest: null, strongest: null },
    ]);
  });

  test("at most 20 deciders get paths, the influential first", () => {
    const deciders = Array.from({ length: 22 }, (_, n): MapContact => {
      return { id: `d${String(n).padStart(2, "0")}`, roles: ["decider"], ...(n === 21 && { influence: known("low") }) };
    });
    const { paths, pathsLeftOut } = mapDecisionMakers(deciders);
    expect([paths.length, pathsLeftOut, paths[0]?.decider, paths[1]?.decider]).toEqual([20, 2, "d21", "d00"]);
  });
});

describe("E5.5 D4.1 A6.2 whom to see next", () => {
  test("E5.5 by hand: the gravest case first, each with its reasons", () => {
    const { next, nextLeftOut } = plant();
    expect(next.map(({ id, reasons }) => [id, reasons])).toEqual([
      [
        "chen",
        [
          { code: "part-uncovered", part: "decider" },
          { code: "leads-to-decider", decider: "zhou" },
          { code: "second-thread" },
          { code: "relation-to-deepen", reached: "brief", wanted: "regular" },
        ],
      ],
      [
        "sun",
        [{ code: "part-uncovered", part: "evaluator" }, { code: "second-thread" }, { code: "relation-to-learn" }],
      ],
      [
        "ma",
        [
          { code: "part-uncovered", part: "buyer" },
          { code: "influential-opponent" },
          { code: "relation-to-deepen", reached: "brief", wanted: "regular" },
        ],
      ],
      [
        "li",
        [
          { code: "leads-to-decider", decider: "chen" },
          { code: "leads-to-decider", decider: "zhou" },
        ],
      ],
      [
        "zhou",
        [
          { code: "second-thread" },
          { code: "relation-to-deepen", reached: "none", wanted: "regular" },
          { code: "support-to-learn" },
        ],
      ],
    ]);
    expect(nextLeftOut).toBe(0);
    expect([plant({ most: 2 }).next.length, plant({ most: 2 }).nextLeftOut]).toEqual([2, 3]);
  });

  test("D4.1 A6.2 by hand: who goes, with whom, in what manner", () => {
    const visits = Object.fromEntries(plant().next.map(({ id, visit }) => [id, visit]));
    expect(visits).toEqual({
      // Wang looks after Chen but hasn't the rank: Wang's superior goes instead.
      chen: { by: "gao", with: null, manner: "multi-level-superior", reasons: ["superior-instead", "fitting-rank"] },
      li: { by: "gao", with: null, manner: "multi-level-superior", reasons: ["superior-instead", "fitting-rank"] },
      // Nobody looks after these: the lowest fitting rank goes.
      sun: { by: "yu", with: null, manner: "single-level", reasons: ["fitting-rank"] },
      ma: { by: "yu", with: null, manner: "single-level", reasons: ["fitting-rank"] },
      zhou: { by: "yu", with: null, manner: "single-level", reasons: ["fitting-rank", "first-visit"] },
    });
  });

  test("A6.2 from the second visit on somebody of weight is seen together with the superior", () => {
    const visit = (contact: Partial<MapContact>, team: DecisionMapOptions["team"]): unknown =>
      mapDecisionMakers([{ id: "a", roles: ["decider"], coveredBy: ["m"], ...contact }], { team }).next[0]?.visit;
    const team = [
      { id: "m", rank: "manager", reportsTo: "d" },
      { id: "d", rank: "director" },
    ] as const;
    expect(visit({ relationDepth: known("brief") }, team)).toEqual({
      by: "m",
      with: "d",
      manner: "multi-level-joint",
      reasons: ["looks-after", "fitting-rank", "superior-joins"],
    });
    expect(visit({ roles: [], influence: known("high"), relationDepth: known("brief") }, team)).toMatchObject({
      with: "d",
    });
    expect(visit({ roles: ["user"], influence: known("medium"), relationDepth: known("brief") }, team)).toEqual({
      by: "m",
      with: null,
      manner: "single-level",
      reasons: ["looks-after", "fitting-rank"],
    });
    expect(visit({}, team)).toMatchObject({
      by: "m",
      manner: null,
      reasons: ["looks-after", "fitting-rank", "visits-unknown"],
    });
    expect(visit({ relationDepth: known("brief") }, [{ id: "m", rank: "manager" }])).toMatchObject({
      by: "m",
      with: null,
      manner: "single-level",
      reasons: ["looks-after", "fitting-rank", "superior-unknown"],
    });
    expect(visit({ relationDepth: known("brief") }, [{ id: "m", rank: "manager", reportsTo: "gone" }])).toMatchObject({
      reasons: ["looks-after", "fitting-rank", "superior-unknown"],
    });
  });

  test("A6.2 where no superior is told it is one of the next higher rank, who looks after the fewest, by id", () => {
    const contacts: MapContact[] = [
      { id: "a", roles: ["decider"], relationDepth: known("brief"), coveredBy: ["m"] },
      { id: "b", coveredBy: ["d1"] },
    ];
    const by = (team: DecisionMapOptions["team"]): unknown => mapDecisionMakers(contacts, { team }).next[0]?.visit.with;
    const m = { id: "m", rank: "manager" } as const;
    expect(
      by([m, { id: "e", rank: "executive" }, { id: "d1", rank: "director" }, { id: "d2", rank: "director" }]),
    ).toBe("d2");
    expect(by([m, { id: "d3", rank: "director" }, { id: "d2", rank: "director" }])).toBe("d2");
    expect(
      by([
        { id: "m", rank: "manager", reportsTo: "m" },
        { id: "d2", rank: "director" },
      ]),
    ).toBe("d2");
    expect(by([{ id: "m", rank: "manager", reportsTo: "x" }, { id: "x" }, { id: "d2", rank: "director" }])).toBe("x");
  });

  test("D4.1 nobody below the least rank is sent; an unknown rank doesn't fit", () => {
    const contacts: MapContact[] = [{ id: "a", coveredBy: ["s"] }];
    const visit = (options: DecisionMapOptions): unknown => mapDecisionMakers(contacts, options).next[0]?.visit;
    expect(visit({})).toEqual({ by: null, with: null, manner: null, reasons: ["team-unknown"] });
    expect(visit({ team: [{ id: "s", rank: "salesperson" }, { id: "t" }] })).toEqual({
      by: null,
      with: null,
      manner: null,
      reasons: ["no-fitting-rank"],
    });
    expect(visit({ team: [{ id: "s" }] })).toMatchObject({ reasons: ["no-fitting-rank"] });
    expect(visit({ team: [{ id: "s", rank: "salesperson" }], leastRank: "salesperson" })).toMatchObject({ by: "s" });
    expect(
      visit({
        team: [
          { id: "s", rank: "salesperson" },
          { id: "z", rank: "manager" },
        ],
      }),
    ).toEqual({
      by: "z",
      with: null,
      manner: "multi-level-superior",
      reasons: ["superior-instead", "fitting-rank"],
    });
  });

  test("D4.1 of several superiors of equal rank and load the first by id goes", () => {
    const superiors = mapDecisionMakers([{ id: "a", coveredBy: ["s1", "s2"] }], {
      team: [
        { id: "s1", rank: "salesperson", reportsTo: "z" },
        { id: "s2", rank: "salesperson", reportsTo: "b" },
        { id: "z", rank: "manager" },
        { id: "b", rank: "manager" },
      ],
    });
    expect(superiors.next[0]?.visit.by).toBe("b");
  });

  test("D4.1 ranks are the house's own; a house of one rank sends that", () => {
    const contacts: MapContact[] = [{ id: "a" }];
    const ranks = ["junior", "senior"] as const;
    expect(
      mapDecisionMakers(contacts, {
        ranks,
        team: [
          { id: "j", rank: "junior" },
          { id: "s", rank: "senior" },
        ],
      }).next[0]?.visit.by,
    ).toBe("s");
    expect(
      mapDecisionMakers(contacts, { ranks, leastRank: "junior", team: [{ id: "j", rank: "junior" }] }).next[0]?.visit
        .by,
    ).toBe("j");
    expect(mapDecisionMakers(contacts, { ranks: ["all"], team: [{ id: "j", rank: "all" }] }).next[0]?.visit.by).toBe(
      "j",
    );
  });

  test("equal cases go by part, influence, number of reasons, id", () => {
    const someone = (id: string, more: object): MapContact => ({
      id,
      support: known("neutral"),
      relationDepth: known("brief"),
      coveredBy: [],
      influence: known("low"),
      roles: [],
      ...more,
    });
    const order = (...contacts: MapContact[]): string[] => mapDecisionMakers(contacts).next.map(({ id }) => id);
    expect(
      order(someone("a", { roles: ["initiator"] }), someone("b", { roles: ["influencer"] }), someone("c", {})),
    ).toEqual(["b", "a", "c"]);
    expect(order(someone("b", { influence: known("low") }), someone("a", { influence: null }))).toEqual(["b", "a"]);
    expect(order(someone("b", {}), someone("c", { support: null }), someone("a", {}))).toEqual(["c", "a", "b"]);
  });

  test("nobody is seen without a reason", () => {
    const done: MapContact = {
      id: "a",
      roles: ["user"],
      influence: known("low"),
      support: known("neutral"),
      relationDepth: known("deep"),
      coveredBy: ["w"],
    };
    expect(mapDecisionMakers([done]).next).toEqual([]);
    expect(mapDecisionMakers([{ id: "a" }]).next[0]?.reasons.map(({ code }) => code)).toEqual([
      "relation-to-learn",
      "support-to-learn",
      "influence-to-learn",
      "part-to-learn",
    ]);
    expect(mapDecisionMakers([{ ...done, relationDepth: undefined, relationWanted: "none" }]).next).toEqual([]);
  });

  test("nobody is a second thread where two hold, without weight, or who is against us", () => {
    const contact = (id: string, more: object): MapContact => ({
      id,
      roles: [],
      support: known("neutral"),
      influence: known("high"),
      relationDepth: known("brief"),
      ...more,
    });
    const isSecond = (...contacts: MapContact[]): boolean =>
      mapDecisionMakers(contacts).next.some(
        ({ id, reasons }) => id === "x" && reasons.some(({ code }) => code === "second-thread"),
      );
    const thread = (id: string): MapContact => contact(id, { relationDepth: known("regular") });
    expect(isSecond(contact("x", {}))).toBe(true);
    expect(isSecond(contact("x", {}), thread("a"))).toBe(true);
    expect(isSecond(contact("x", {}), thread("a"), thread("b"))).toBe(false);
    expect(isSecond(contact("x", { influence: known("low") }))).toBe(false);
    expect(isSecond(contact("x", { support: known("opponent") }))).toBe(false);
    expect(isSecond(contact("x", { relationDepth: known("regular"), relationWanted: "deep" }))).toBe(false);
  });
});

describe("E9.4 facts for gates", () => {
  const factsOf = (contacts: readonly MapContact[], options?: DecisionMapOptions): Record<string, unknown> =>
    Object.fromEntries(
      mapDecisionMakers(contacts, options).facts.map(({ fact, holds, contacts: by }) => [fact, [holds, by]]),
    );

  test("E9.4 by hand", () => {
    expect(factsOf(PLANT)).toEqual({
      "approver-covered": [false, ["zhou"]],
      "decider-covered": [false, ["chen"]],
      "evaluator-covered": [null, ["sun"]],
      "buyer-covered": [false, ["ma"]],
      "user-covered": [true, ["li"]],
      "influencer-covered": [true, ["li"]],
      "initiator-covered": [null, []],
      "needed-parts-covered": [false, ["chen", "ma"]],
      "enough-supporters": [true, ["li", "sun"]],
      "inside-supporter": [true, ["li", "sun"]],
      "two-inside-supporters": [true, ["li", "sun"]],
      "no-influential-opponent": [false, ["ma"]],
      "two-threads": [null, ["li"]],
    });
  });

  test("a part is covered or not only where nothing unknown could make it otherwise", () => {
    const decider = { id: "a", roles: ["decider"] } as const;
    const fact = (...contacts: MapContact[]): unknown => (factsOf(contacts)["decider-covered"] as unknown[])[0];
    expect(fact({ ...decider, relationDepth: known("deep"), coveredBy: ["w"] })).toBe(true);
    expect(fact({ ...decider, relationDepth: known("deep"), coveredBy: [] })).toBe(false);
    expect(fact({ ...decider, relationDepth: known("deep") })).toBe(null);
    expect(fact({ ...decider, relationDepth: known("brief") })).toBe(false);
    expect(fact({ ...decider, coveredBy: [] })).toBe(false);
    expect(fact({ ...decider, coveredBy: ["w"] })).toBe(null);
    expect(fact(decider)).toBe(null);
    // Whoever plays an unknown part may be another decider.
    expect(fact({ ...decider, coveredBy: [] }, { id: "b", relationDepth: known("deep"), coveredBy: ["w"] })).toBe(null);
    expect(fact({ ...decider, coveredBy: [] }, { id: "b", relationDepth: known("none") })).toBe(false);
    expect(fact({ id: "b", roles: ["user"], relationDepth: known("none") })).toBe(null);
  });

  test("supporters count where they are known", () => {
    const support = (...all: (MapContact["support"] | undefined)[]): unknown[] => {
      const facts = factsOf(
        all.map((one, n) => ({ id: String(n), ...(one && { support: one }) })),
        { process: { people: { supporters: 3 } } },
      );
      return ["inside-supporter", "two-inside-supporters", "enough-supporters"].map(
        (fact) => (facts[fact] as unknown[])[0],
      );
    };
    expect(support()).toEqual([null, null, null]);
    expect(support(known("neutral"))).toEqual([false, false, false]);
    expect(support(known("champion"))).toEqual([true, false, false]);
    expect(support(known("champion"), undefined)).toEqual([true, null, false]);
    expect(support(known("champion"), known("supporter"), undefined)).toEqual([true, true, null]);
    expect(factsOf([], { process: { people: { supporters: 0 } } })["enough-supporters"]).toEqual([true, []]);
  });

  test("nobody of weight is against us where everybody is known not to be, or to have none", () => {
    const fact = (...contacts: MapContact[]): unknown => factsOf(contacts)["no-influential-opponent"];
    const small = { influence: known("low"), roles: ["user"] } as const;
    expect(fact()).toEqual([null, []]);
    expect(fact({ id: "a", support: known("neutral") })).toEqual([true, []]);
    expect(fact({ id: "a" })).toEqual([null, ["a"]]);
    expect(fact({ id: "a", ...small })).toEqual([true, []]);
    expect(fact({ id: "a", ...small, support: known("opponent") })).toEqual([true, []]);
    expect(fact({ id: "a", support: known("opponent") })).toEqual([null, ["a"]]);
    expect(fact({ id: "b", support: known("opponent"), influence: known("high") }, { id: "a" })).toEqual([
      false,
      ["b"],
    ]);
  });

  test("two threads, and all needed parts", () => {
    const fact = (code: string, ...contacts: MapContact[]): unknown => factsOf(contacts)[code];
    const regular = { relationDepth: known("regular") } as const;
    expect(fact("two-threads", { id: "a", ...regular }, { id: "b", ...regular })).toEqual([true, ["a", "b"]]);
    expect(fact("two-threads", { id: "a", ...regular }, { id: "b", relationDepth: known("brief") })).toEqual([
      false,
      ["a"],
    ]);
    expect(fact("two-threads", { id: "a", ...regular }, { id: "b" })).toEqual([null, ["a"]]);
    expect(fact("two-threads")).toEqual([null, []]);
    const all: MapContact = {
      id: "a",
      roles: ["decider", "evaluation", "user", "buyer"],
      ...regular,
      coveredBy: ["w"],
    };
    expect(fact("needed-parts-covered", all)).toEqual([true, ["a"]]);
    expect(fact("needed-parts-covered", { ...all, coveredBy: undefined })).toEqual([null, ["a"]]);
    expect(fact("needed-parts-covered")).toEqual([null, []]);
  });
});
