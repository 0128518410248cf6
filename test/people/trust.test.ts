import fc from "fast-check";
import { isKeyAccountError, TRUST_EVIDENCE, type TrustEntry, type TrustOptions, trustMoves } from "keyaccount";
import { TRUST_RELATIONS, type TrustRelation } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const walk = (...relations: readonly TrustRelation[]): TrustEntry[] => relations.map((relation) => ({ relation }));
const kinds = (...relations: readonly TrustRelation[]): string[] =>
  trustMoves(null, walk(...relations)).steps.map(({ kind }) => kind);

describe("E6.1 E6.2 the two ladders", () => {
  test("E6.2 both ways lead from outsider to partner", () => {
    expect(kinds("outsider", "friend", "supplier", "partner")).toEqual(["start", "up", "up", "up"]);
    expect(kinds("outsider", "supplier", "friend", "partner")).toEqual(["start", "up", "up", "up"]);
    expect(trustMoves(null, walk("outsider", "friend")).ladders).toEqual(["friend-first"]);
    expect(trustMoves(null, walk("outsider", "supplier")).ladders).toEqual(["supplier-first"]);
    expect(trustMoves(null, walk("outsider")).ladders).toEqual(["friend-first", "supplier-first"]);
  });

  test("E6.2 jumps over a rung are impossible, and named with what they skip", () => {
    const jump = trustMoves(null, walk("outsider", "partner"));
    expect([jump.jumps, jump.steps[1]?.kind, jump.steps[1]?.skipped]).toEqual([[1], "jump", ["friend", "supplier"]]);
    expect(trustMoves(null, walk("outsider", "friend", "partner")).steps[2]).toMatchObject({
      kind: "jump",
      skipped: ["supplier"],
    });
    expect(trustMoves(null, walk("outsider", "supplier", "partner")).steps[2]).toMatchObject({
      kind: "jump",
      skipped: ["friend"],
    });
    // After a jump the ladder isn't known any more.
    expect(trustMoves(null, walk("outsider", "friend", "partner")).ladders).toEqual(["friend-first", "supplier-first"]);
  });

  test("E6.2 steps back are possible, by any number of rungs, and visible", () => {
    const back = trustMoves(
      null,
      walk("outsider", "friend", "supplier", "partner", "supplier", "friend", "outsider", "supplier"),
    );
    expect(back.steps.map(({ kind }) => kind)).toEqual(["start", "up", "up", "up", "back", "back", "back", "up"]);
    expect([back.setbacks, back.ladders]).toEqual([[4, 5, 6], ["supplier-first"]]);
    expect(kinds("outsider", "friend", "supplier", "partner", "outsider")).toEqual(["start", "up", "up", "up", "back"]);
    expect(kinds("outsider", "supplier", "friend", "supplier", "friend")).toEqual(["start", "up", "up", "back", "up"]);
    expect(kinds("friend", "friend")).toEqual(["start", "same"]);
  });

  test("E6.2 where the history begins in the middle, both ladders stay possible", () => {
    expect(trustMoves(null, walk("friend", "supplier")).steps[1]?.kind).toBe("unclear");
    expect(kinds("friend", "supplier", "partner")).toEqual(["start", "unclear", "up"]);
    expect(trustMoves(null, walk("friend", "partner")).ladders).toEqual(["supplier-first"]);
    expect(kinds("partner", "friend")).toEqual(["start", "back"]);
    expect(trustMoves(null, walk("partner", "outsider")).ladders).toEqual(["friend-first", "supplier-first"]);
  });

  test("E6.1 where it can go from each relation", () => {
    const from = (...relations: TrustRelation[]): unknown => {
      const { next, back, impossible } = trustMoves(null, walk("outsider", ...relations));
      return [next.map(({ to, ladder }) => `${to} ${ladder}`), back, impossible];
    };
    expect(from()).toEqual([
      ["friend friend-first", "supplier supplier-first"],
      [],
      [{ to: "partner", first: ["friend", "supplier"] }],
    ]);
    expect(from("friend")).toEqual([["supplier friend-first"], ["outsider"], [{ to: "partner", first: ["supplier"] }]]);
    expect(from("supplier")).toEqual([["friend supplier-first"], ["outsider"], [{ to: "partner", first: ["friend"] }]]);
    expect(from("friend", "supplier")).toEqual([["partner friend-first"], ["friend", "outsider"], []]);
    expect(from("friend", "supplier", "partner")).toEqual([[], ["supplier", "friend", "outsider"], []]);
    expect(trustMoves("friend", []).back).toEqual(["outsider", "supplier"]);
  });
});

describe("E6.1 E2.5 evidence", () => {
  test("E6.1 each step has its evidence, and what wasn't shown", () => {
    const { steps } = trustMoves("supplier", [
      { relation: "outsider", at: "2025-03-01", source: "lead 7" },
      { relation: "friend", at: "2025-06-10", evidence: ["confides-in-us", "regular-contact"] },
      { relation: "supplier", at: "2025-11-02T08:00:00Z", evidence: ["order-delivered"] },
    ]);
    expect(steps).toEqual([
      {
        kind: "start",
        from: null,
        to: "outsider",
        at: "2025-03-01",
        source: "lead 7",
        evidence: null,
        unproven: [],
        skipped: [],
      },
      {
        kind: "up",
        from: "outsider",
        to: "friend",
        at: "2025-06-10",
        source: null,
        evidence: ["regular-contact", "confides-in-us"],
        unproven: [],
        skipped: [],
      },
      {
        kind: "up",
        from: "friend",
        to: "supplier",
        at: "2025-11-02T08:00:00Z",
        source: null,
        evidence: ["order-delivered"],
        unproven: ["paid-as-agreed"],
        skipped: [],
      },
    ]);
    expect(trustMoves(null, walk("partner", "friend", "friend")).steps.map(({ unproven }) => unproven.length)).toEqual([
      5, 0, 0,
    ]);
  });

  test("E2.5 a partner's relation is two-way, cooperative, good for both, close and controlled", () => {
    const path = walk("outsider", "supplier", "friend");
    const evidence = { "two-way": true, cooperative: true, "good-for-both": true, close: true, controlled: true };
    const next = (given: NonNullable<TrustOptions["evidence"]>): unknown => {
      const { ready, met, missing, unknown } = trustMoves("friend", path, { evidence: given }).next[0] ?? {};
      return [ready, met?.length, missing, unknown];
    };
    expect(next(evidence)).toEqual([true, 5, [], []]);
    expect(next({ ...evidence, controlled: null })).toEqual([null, 4, [], ["controlled"]]);
    expect(next({ ...evidence, controlled: false, close: undefined })).toEqual([false, 3, ["controlled"], ["close"]]);
    expect(next({})).toEqual([null, 0, [], ["two-way", "cooperative", "good-for-both", "close", "controlled"]]);
  });

  test("E6.1 what the last entry showed still counts, unless today says otherwise", () => {
    const path: TrustEntry[] = [
      { relation: "outsider" },
      { relation: "supplier", evidence: ["order-delivered", "regular-contact"] },
    ];
    const friend = (evidence?: TrustOptions["evidence"]): unknown => {
      const { met, missing } = trustMoves(null, path, { evidence }).next[0] ?? {};
      return [met, missing];
    };
    expect(friend()).toEqual([["regular-contact"], []]);
    expect(friend({ "regular-contact": false })).toEqual([[], ["regular-contact"]]);
    expect(trustMoves(null, path, { evidence: { "order-delivered": true, "paid-as-agreed": false } }).eroded).toEqual([
      "paid-as-agreed",
    ]);
    expect(trustMoves(null, [], { evidence: { close: false } }).eroded).toEqual([]);
  });

  test("a current relation that the history doesn't end with is one more step", () => {
    const moves = trustMoves("friend", walk("outsider"), {
      evidence: { "regular-contact": true, "confides-in-us": false },
    });
    expect(moves.steps[1]).toEqual({
      kind: "up",
      from: "outsider",
      to: "friend",
      at: null,
      source: null,
      evidence: ["regular-contact"],
      unproven: ["confides-in-us"],
      skipped: [],
    });
    expect(trustMoves("friend", walk("outsider")).steps[1]?.evidence).toBe(null);
    expect(trustMoves("friend", walk("outsider", "friend")).steps.length).toBe(2);
    expect(trustMoves("supplier", []).steps.map(({ kind }) => kind)).toEqual(["start"]);
  });

  test("nothing known: nothing follows", () => {
    expect(trustMoves(null, [])).toEqual({
      v: 1,
      relation: null,
      ladders: [],
      steps: [],
      setbacks: [],
      jumps: [],
      next: [],
      back: [],
      impossible: [],
      eroded: [],
      issues: [],
    });
  });
});

describe("laws and hostile input", () => {
  const relations = fc.array(fc.constantFrom(...TRUST_RELATIONS), { maxLength: 8 });

  /** An oracle: a pile of what was reached one after the other since last an outsider. */
  function oracle(path: readonly TrustRelation[]): string[] {
    const pile: TrustRelation[] = [];
    const told: string[] = [];
    for (const relation of path) {
      const place = pile.indexOf(relation);
      const top = pile.length - 1;
      if (relation === "outsider") told.push(pile.length === 0 ? "same" : "back");
      else if (place >= 0) told.push(place === top ? "same" : "back");
      else told.push(relation !== "partner" || pile.length === 2 ? "up" : "jump");
      if (told.at(-1) === "jump") break;
      if (relation === "outsider") pile.length = 0;
      else if (place >= 0) pile.length = place + 1;
      else pile.push(relation);
    }
    return told;
  }

  test("E6.2 a pile of what was reached, by another way, agrees up to the first jump", () => {
    fc.assert(
      fc.property(relations, (path) => {
        const told = oracle(path);
        const { steps } = trustMoves(null, walk("outsider", ...path));
        expect(steps.slice(1, told.length + 1).map(({ kind }) => kind)).toEqual(told);
      }),
    );
  });

  test("E6.2 every move that is offered is a step up, every fall is a step back, every other is a jump", () => {
    fc.assert(
      fc.property(relations, (path) => {
        const history = walk("outsider", ...path);
        const { next, back, impossible, relation, ladders } = trustMoves(null, history);
        const stepTo = (to: TrustRelation): string | undefined => trustMoves(to, history).steps.at(-1)?.kind;
        const isSure = new Set(ladders).size === 1 || relation === "outsider";
        for (const { to } of next) expect(isSure ? ["up"] : ["up", "unclear"]).toContain(stepTo(to));
        for (const to of back) expect(isSure ? ["back"] : ["back", "unclear"]).toContain(stepTo(to));
        for (const { to } of impossible) expect(stepTo(to)).toBe("jump");
        expect(next.length + back.length + impossible.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  test("inputs stay, results are plain JSON of their own", () => {
    const history = deepFreeze<TrustEntry[]>([{ relation: "outsider", evidence: ["close"] }, { relation: "friend" }]);
    const moves = trustMoves("friend", history, deepFreeze({ evidence: { close: true }, asOf: "2026-01-01" }));
    expect(JSON.parse(JSON.stringify(moves))).toEqual(moves);
    expect(moves.steps[0]?.evidence).not.toBe(history[0]?.evidence);
  });

  test("faulty entries are left out, faulty fields are unknown", () => {
    const moves = trustMoves(
      "enemy" as never,
      [
        null,
        4,
        {},
        { relation: "enemy" },
        { relation: "outsider", at: "2026-02-30", source: 5, evidence: "close" },
        { relation: "friend", at: "2026-05-01", evidence: ["love", null, "close"] },
        { relation: "supplier", at: "2026-04-01" },
        { relation: "partner", at: "2027-01-01" },
      ] as never,
      { asOf: "2026-11-21" },
    );
    expect(moves.issues.map(({ code, path }) => `${code} at ${path.join(".")}`)).toEqual([
      "unknown-value at current",
      "required at history.0",
      "wrong-type at history.1",
      "required at history.2.relation",
      "unknown-value at history.3.relation",
      "not-a-date at history.4.at",
      "wrong-type at history.4.source",
      "wrong-type at history.4.evidence",
      "unknown-value at history.5.evidence.0",
      "required at history.5.evidence.1",
      "out-of-order at history.6.at",
      "observed-after-as-of at history.7.at",
    ]);
    expect(moves.steps.map(({ to, at, evidence }) => [to, at, evidence])).toEqual([
      ["outsider", null, null],
      ["friend", "2026-05-01", ["close"]],
      ["supplier", null, null],
    ]);
    expect(trustMoves(null, null as never).issues.map(({ code }) => code)).toEqual(["required"]);
    expect(trustMoves("friend", "x" as never).relation).toBe("friend");
    const days = trustMoves(null, [
      { relation: "outsider", at: "2026-05-01" },
      { relation: "outsider" },
      { relation: "friend", at: "2026-05-01" },
    ]);
    expect(days.issues).toEqual([]);
  });

  test("faulty options throw", () => {
    const faults = (options: unknown): string[] => {
      try {
        trustMoves(null, [], options as never);
      } catch (error) {
        if (isKeyAccountError(error)) return error.issues.map(({ code, path }) => `${code} at ${path.join(".")}`);
      }
      return [];
    };
    expect(faults({ evidence: { love: true, close: "yes" }, asOf: "soon", at: 1 })).toEqual([
      "unknown-key at at",
      "unknown-key at evidence.love",
      "wrong-type at evidence.close",
      "not-a-date at asOf",
    ]);
    expect(faults({ evidence: 3 })).toEqual(["wrong-type at evidence"]);
    expect(TRUST_EVIDENCE.length).toBe(9);
  });
});
