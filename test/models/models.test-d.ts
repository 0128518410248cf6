import type { ScorecardDefinition } from "keyaccount";
import { evaluate, type FactsOf, type Result } from "keyaccount";
import { type dealerScorecard, type distributorScorecard, keyAccountScorecard } from "keyaccount/handbook";
import {
  type Archive,
  type ArchiveSchema,
  archiveFacts,
  type Client,
  ClientSchema,
  type Contact,
  type ContactSchema,
  type FailureCause,
  type Lead,
  type LeadSchema,
  type Milestone,
  type MilestoneSchema,
  type ModelIssue,
  parseClient,
  type Rival,
  type RivalSchema,
  type ScorecardSchema,
  type TradeRecord,
  type TradeRecordSchema,
  tradeFacts,
  type Visit,
  type VisitPlan,
  type VisitPlanSchema,
  type VisitSchema,
} from "keyaccount/models";
import { expectTypeOf, test } from "vitest";
import * as z from "zod/v4";

type ReadonlyDeep<T> = T extends (infer M)[]
  ? readonly ReadonlyDeep<M>[]
  : T extends object
    ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
    : T;
type Output<S> = S extends z.ZodType ? ReadonlyDeep<z.output<S>> : never;

test("each interface is what its schema yields, key by key", () => {
  expectTypeOf<Output<typeof ClientSchema>>().toEqualTypeOf<ReadonlyDeep<Client>>();
  expectTypeOf<Output<typeof ContactSchema>>().toEqualTypeOf<ReadonlyDeep<Contact>>();
  expectTypeOf<Output<typeof ArchiveSchema>>().toEqualTypeOf<ReadonlyDeep<Archive>>();
  expectTypeOf<Output<typeof TradeRecordSchema>>().toEqualTypeOf<ReadonlyDeep<TradeRecord>>();
  expectTypeOf<Output<typeof LeadSchema>>().toEqualTypeOf<ReadonlyDeep<Lead>>();
  expectTypeOf<Output<typeof RivalSchema>>().toEqualTypeOf<ReadonlyDeep<Rival>>();
  expectTypeOf<Output<typeof VisitSchema>>().toEqualTypeOf<ReadonlyDeep<Visit>>();
  expectTypeOf<Output<typeof VisitPlanSchema>>().toEqualTypeOf<ReadonlyDeep<VisitPlan>>();
  expectTypeOf<Output<typeof MilestoneSchema>>().toEqualTypeOf<ReadonlyDeep<Milestone>>();
});

test("both are assignable to each other", () => {
  expectTypeOf<z.output<typeof ClientSchema>>().toExtend<Client>();
  expectTypeOf<Client>().toExtend<Output<typeof ClientSchema>>();
  expectTypeOf<z.output<typeof ScorecardSchema>["indicators"]>().toExtend<ScorecardDefinition["indicators"]>();
});

test("a host's schema gives the host's type", () => {
  const OurClientSchema = ClientSchema.extend({ erpNumber: z.string() });
  expectTypeOf(parseClient({})).toEqualTypeOf<Result<Client, ModelIssue>>();
  const result = parseClient({}, OurClientSchema);
  if (!result.ok) return;
  expectTypeOf(result.value.erpNumber).toEqualTypeOf<string>();
  expectTypeOf(result.value.kind).toEqualTypeOf<"dealer" | "distributor" | "key-account" | "end-user">();
  // @ts-expect-error a key that nobody declared has no type, though it is kept
  void result.value.erpNumbr;
  // @ts-expect-error a schema that lacks what a client needs is no client's schema
  parseClient({}, z.object({ erpNumber: z.string() }));
  // @ts-expect-error nor is one that gives a known key another type
  parseClient({}, ClientSchema.extend({ kind: z.number() }));
});

test("issues narrow by their code", () => {
  const result = parseClient({});
  if (result.ok) return;
  const [issue] = result.issues;
  if (issue.code === "unknown-value") expectTypeOf(issue.details.allowed).toEqualTypeOf<readonly string[]>();
  // @ts-expect-error details belong to a code: not every issue has `allowed`
  void issue.details.allowed;
  // @ts-expect-error no issue has a code of zod's
  if (issue.code === "invalid_type") return;
});

test("codes of a host's own begin with x-", () => {
  expectTypeOf<"x-owner-ill">().toExtend<FailureCause>();
  // @ts-expect-error another code isn't one
  const cause: FailureCause = "owner-ill";
  expectTypeOf(cause).toExtend<FailureCause>();
});

test("A7 C3 E2 an archive's facts and a trade record's are the facts of the handbook's scorecards", () => {
  const archive: Archive = { v: 1 };
  const trade: TradeRecord = { v: 1, currency: "CNY", from: "2026-01", to: "2026-10", months: [] };
  expectTypeOf(archiveFacts(archive)).toExtend<FactsOf<typeof dealerScorecard>>();
  expectTypeOf(archiveFacts(archive)).toExtend<FactsOf<typeof distributorScorecard>>();
  expectTypeOf(archiveFacts(archive)).toExtend<FactsOf<typeof keyAccountScorecard>>();
  evaluate(keyAccountScorecard, { ...archiveFacts(archive), ...tradeFacts(trade, { asOf: "2026-11-21" }) });
  // @ts-expect-error an archive has no field of this name
  void archiveFacts(archive).nettMargin;
});
