import { evaluate } from "keyaccount";
import { dealerScorecard, distributorScorecard, keyAccountScorecard } from "keyaccount/handbook";
import { type Archive, ArchiveSchema, archiveFacts, parseArchive } from "keyaccount/models";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";
import { faults, stored, thrownBy, valueOf } from "./noun.js";

const sections = Object.entries(ArchiveSchema.shape).flatMap(([name, schema]) =>
  name === "v" ? [] : [[name, Object.keys((schema as typeof ArchiveSchema.shape.finance).unwrap().shape)] as const],
);
const fields = sections.flatMap(([, names]) => names);

describe("E3 archive", () => {
  test("no field has the name of another, in whatever section", () => {
    expect(fields.length).toBe(new Set(fields).size);
    expect(fields.length).toBeGreaterThan(60);
  });

  test.each([
    ["A7 dealer", dealerScorecard],
    ["C3.1 distributor", distributorScorecard],
    ["D1.2 E2 key account", keyAccountScorecard],
  ])("%s: every indicator of the handbook's scorecard is a field", (_, card) => {
    expect(Object.keys(card.indicators).filter((id) => !fields.includes(id))).toEqual([]);
  });

  test.each([
    ["D1.2", { finance: { currentAssetRatio: { value: "1.4" }, inventoryDays: { value: "60" } } }],
    [
      "D1.5",
      {
        buying: {
          technicalContent: { value: 3 },
          peopleInvolved: { value: "4" },
          policyInfluence: { value: "GB 18613" },
        },
      },
    ],
    ["A4.2", { market: { buyingCriteria: { value: ["price"] }, lowTierShare: { value: "0.5" } } }],
    ["E6.1", { relationship: { relationship: { value: "partner" } } }],
  ])("%s fields", (_, archive) => {
    expect(parseArchive({ v: 1, ...archive }).ok).toBe(true);
  });

  test.each([
    [{ finance: { netMargin: { value: 0.08 } } }, "decimal-not-text at finance.netMargin.value"],
    [{ finance: { netMargin: { value: "8 %" } } }, "not-a-decimal at finance.netMargin.value"],
    [{ finance: { netMargin: "0.08" } }, "unexpected-text at finance.netMargin"],
    [{ finance: { netMargin: {} } }, "required at finance.netMargin.value"],
    [{ standing: { reputation: { value: 6 } } }, "out-of-range at standing.reputation.value"],
    [{ standing: { reputation: { value: "4" } } }, "unexpected-text at standing.reputation.value"],
    [{ management: { salesReps: { value: 8 } } }, "decimal-not-text at management.salesReps.value"],
    [{ finance: { netMargin: { value: "0.08", observedAt: null } } }, "wrong-type at finance.netMargin.observedAt"],
    [{ service: { ownEngineers: { value: "yes" } } }, "unexpected-text at service.ownEngineers.value"],
    [{ ability: { majorBrands: { value: "many" } } }, "unknown-value at ability.majorBrands.value"],
    [{ ability: { brandStrength: { value: "1.5" } } }, "not-a-share at ability.brandStrength.value"],
    [{ ability: { brands: { value: [{ brand: "N", sales: "-1" }] } } }, "negative at ability.brands.value.0.sales"],
    [{ finance: [] }, "wrong-type at finance"],
  ])("%j", (archive, fault) => {
    expect(faults(parseArchive({ v: 1, ...archive }))).toEqual([fault]);
  });
});

describe("E3 archiveFacts", () => {
  const archive: Archive = deepFreeze(valueOf(parseArchive(stored("archive"))));

  test("one map of all fields, in order, with provenance and the host's own", () => {
    const facts = archiveFacts(archive) as Record<string, unknown>;
    expect(Object.keys(facts)).toEqual([
      ..."marketInfluence reputation floorArea history"
        .split(" ")
        .sort((a, b) => fields.indexOf(a) - fields.indexOf(b)),
      ..."majorBrands brands sellThrough networkEfficiency salesReps topManagement".split(" "),
      ..."netMargin collectionDays creditRecord buyingCriteria highTierShare decisionDays technicalContent".split(" "),
      ..."relationship growthFit phase ownEngineers afterSales lorries".split(" "),
    ]);
    expect(facts["reputation"]).toEqual({ value: 4, observedAt: "2026-10-02", source: "survey", verified: true });
    expect(facts["lorries"]).toEqual({ value: 12 });
  });

  test("what doesn't apply has no value, what isn't known is null, what isn't there is absent", () => {
    expect(archiveFacts(archive).afterSales).toEqual({ notApplicable: true });
    expect(archiveFacts({ v: 1, finance: { capital: { value: null } } })).toEqual({ capital: { value: null } });
    expect(archiveFacts({ v: 1 })).toEqual({});
    expect(archiveFacts({ v: 1, finance: undefined, service: { ownEngineers: undefined } })).toEqual({});
  });

  test.each(sections)(
    "a field of the section %s wins over a section of the host's own, whatever their order",
    (name, names) => {
      const [field = ""] = names;
      const [ours, hosts] = [
        { [name]: { [field]: { value: "1" } } },
        { crm: { [field]: { value: "2" }, own: { value: "3" } } },
      ];
      for (const sectionsOf of [
        { ...ours, ...hosts },
        { ...hosts, ...ours },
      ]) {
        expect(archiveFacts({ v: 1, ...sectionsOf })).toEqual({ [field]: { value: "1" }, own: { value: "3" } });
      }
      expect(archiveFacts({ v: 1, ...hosts })).toEqual(hosts.crm);
    },
  );

  test("the order is the archive's, also where a host's section repeats a name; of the host's own the later one counts", () => {
    const archive = {
      v: 1,
      before: { netMargin: { value: "2" }, own: { value: "3" } },
      finance: { capital: { value: "4" }, netMargin: { value: "1" } },
      after: { own: { value: "5" } },
    };
    expect(JSON.stringify(archiveFacts(archive as Archive))).toBe(
      '{"own":{"value":"5"},"capital":{"value":"4"},"netMargin":{"value":"1"}}',
    );
  });

  test.each(["x", 5, true, [[]]])("what can't be an archive throws our own error: %j", (archive) => {
    const details = { expected: "object", received: Array.isArray(archive) ? "array" : String(archive) };
    expect(thrownBy(() => archiveFacts(archive as unknown as Archive))).toEqual([
      { code: "wrong-type", path: ["archive"], details },
    ]);
    expect(archiveFacts(undefined)).toEqual({});
    expect(archiveFacts(null)).toEqual({});
  });

  test("A7 facts go straight into the handbook's scorecards", () => {
    const dealer = evaluate(dealerScorecard, archiveFacts(archive), { asOf: "2026-11-21" });
    const known = Object.values(dealer.indicators).filter(({ status }) => status === "known").length;
    // marketInfluence, majorBrands, reputation, sellThrough, creditRecord, topManagement, ownEngineers, networkEfficiency
    expect(known).toBe(8);
    expect(Object.values(dealer.indicators).flatMap(({ status }) => (status === "invalid" ? [status] : []))).toEqual(
      [],
    );
    expect(evaluate(distributorScorecard, archiveFacts(archive), { asOf: "2026-11-21" }).coverage).toBeGreaterThan(0);
    expect(evaluate(keyAccountScorecard, archiveFacts(archive), { asOf: "2026-11-21" }).coverage).toBeGreaterThan(0);
  });
});

test("D1.5 what influences buying is kept with its source: purchase cost, technical content, policy; the people involved are a decimal text", () => {
  const buying = {
    technicalContent: { value: 3, source: "v-1", observedAt: "2026-11-16" },
    peopleInvolved: { value: "4" },
    policyInfluence: { value: "GB 18613" },
  };
  const read = parseArchive({ v: 1, buying });
  expect(read.ok && read.value.buying).toEqual(buying);
  expect(faults(parseArchive({ v: 1, buying: { peopleInvolved: { value: 4 } } }))).toEqual([
    "decimal-not-text at buying.peopleInvolved.value",
  ]);
});
