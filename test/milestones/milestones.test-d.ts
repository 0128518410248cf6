import {
  type AuditOptions,
  decide,
  defineProcess,
  evolve,
  migrate,
  openRecord,
  type ProcessIdsOf,
  pathTo,
  replay,
} from "keyaccount";
import { type KeyAccountProcessIds, keyAccountProcess } from "keyaccount/handbook";
import { describe, expectTypeOf, test } from "vitest";

const small = defineProcess({
  id: "small",
  version: "1",
  milestones: {
    talk: {
      standards: { clear: {} },
      forms: { paper: {} },
      approvals: { ok: { role: "boss", form: "paper" } },
      next: ["order"],
    },
    order: { end: true },
  },
  roles: { boss: {} },
  causes: ["price"],
});
const head = { id: "1", at: "2026-11-02T08:00:00Z", by: "li" };
const state = replay(small, []);

describe("E9 ids of a process", () => {
  test("E9 are inferred from its definition", () => {
    type Ids = ProcessIdsOf<typeof small>;
    expectTypeOf<Ids["milestone"]>().toEqualTypeOf<"talk" | "order">();
    expectTypeOf<Ids["standard"]>().toEqualTypeOf<"clear">();
    expectTypeOf<Ids["cause"]>().toEqualTypeOf<"price">();
    expectTypeOf<ProcessIdsOf<typeof keyAccountProcess>>().toEqualTypeOf<KeyAccountProcessIds>();
    expectTypeOf(state.milestone).toEqualTypeOf<"talk" | "order" | null>();
  });

  test("E9 a wrong one doesn't compile", () => {
    // @ts-expect-error no such standard
    decide(small, state, { type: "meet", standard: "unclear", ...head });
    // @ts-expect-error no such milestone
    decide(small, state, { type: "advance", to: "mars", ...head });
    // @ts-expect-error no such cause
    decide(small, state, { type: "lose", cause: "weather", ...head });
    // @ts-expect-error no such milestone
    pathTo(small, state, "mars");
    // @ts-expect-error next leads to a milestone that the definition doesn't have
    const broken = (): unknown => defineProcess({ id: "b", version: "1", milestones: { a: { next: ["b"] } } });
    expectTypeOf(broken).toBeFunction();
  });

  test("E9 fields of forms are inferred too, and a wrong one doesn't compile", () => {
    const filed = defineProcess({
      id: "filed",
      version: "1",
      milestones: {
        talk: { forms: { paper: { fields: { sum: { kind: "decimal" } } }, note: {} }, next: ["order"] },
        order: { forms: { bill: { fields: { day: { kind: "day", optional: true } } } }, end: true },
      },
    });
    expectTypeOf<ProcessIdsOf<typeof filed>["field"]>().toEqualTypeOf<"sum" | "day">();
    expectTypeOf<ProcessIdsOf<typeof small>["field"]>().toEqualTypeOf<never>();
    const open = replay(filed, []);
    decide(filed, open, { type: "attach-form", form: "paper", fields: { sum: "1" }, ...head });
    decide(filed, open, { type: "advance", with: { forms: { paper: { fields: { sum: 1 } } } }, ...head });
    // @ts-expect-error no form has such a field
    decide(filed, open, { type: "attach-form", form: "paper", fields: { sun: "1" }, ...head });
    // @ts-expect-error no form has such a field
    decide(filed, open, { type: "advance", with: { forms: { paper: { fields: { sun: "1" } } } }, ...head });
    // @ts-expect-error no form of this process has fields
    decide(small, state, { type: "attach-form", form: "paper", fields: { sum: "1" }, ...head });
    decide(small, state, { type: "attach-form", form: "paper", fields: {}, ...head });
  });

  test("E9.9 a migration's map is total over the old milestones", () => {
    const record = openRecord(small, "deal");
    const options = { from: small, to: keyAccountProcess, reason: "x", ...head } as const;
    migrate(record, { ...options, milestones: { talk: "visit", order: "contract" } });
    // @ts-expect-error order is missing
    migrate(record, { ...options, milestones: { talk: "visit" } });
    // @ts-expect-error the new process has no such milestone
    migrate(record, { ...options, milestones: { talk: "visit", order: "mars" } });
  });

  test("E9.9 processes of any ids can be audited, and events fold to states of their ids", () => {
    expectTypeOf([small, keyAccountProcess]).toExtend<AuditOptions["processes"]>();
    expectTypeOf(evolve(state, {} as never).milestone).toEqualTypeOf<"talk" | "order" | null>();
  });
});
