import { keyAccountProcess } from "keyaccount/handbook";
import type { Visit } from "keyaccount/models";
import {
  dailySweepReports,
  developmentRecords,
  LEAD_GATE_FIELDS,
  leadSummary,
  periodSummary,
  type SweepSheet,
  visitRecords,
  weeklySummaries,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { deepFreeze } from "../support/deep-freeze.js";

const OFFSET = { offset: "+08:00" } as const;

describe("D4.5 D5.3 somebody without a name costs no visit", () => {
  const visit = {
    v: 1,
    id: "v-1",
    clientId: "c-7",
    way: "visit",
    startedAt: "2026-11-20",
    mainPoints: "stock",
  } as const;

  test("the id stands in the name's place, ours and theirs", () => {
    const given = deepFreeze([{ ...visit, ours: [{ id: "chen" }, { id: "wu", name: "Wu" }], theirs: [{ id: "li" }] }]);
    const { sheets, issues } = visitRecords(given as unknown as Visit[], OFFSET);
    expect(issues).toEqual([]);
    expect(sheets[0]?.fields).toMatchObject({ ours: ["chen", "Wu"], theirs: ["li"], mainPoints: "stock" });
    expect(developmentRecords(given as unknown as Visit[], OFFSET).issues).toEqual([]);
  });

  test("with neither, exactly the missing field is said", () => {
    const given = [{ ...visit, ours: [{ id: "chen" }, { rank: "supervisor" }], theirs: [{}], failureCauses: [{}, 7] }];
    const { issues } = visitRecords(given as unknown as Visit[], OFFSET);
    expect(issues.map(({ code, path }) => [code, ...path].join(" "))).toEqual([
      "required 0 ours 1 name",
      "required 0 theirs 0 name",
      "required 0 failureCauses 0 cause",
      "unknown-value 0 failureCauses 1",
    ]);
    const { issues: others } = visitRecords([{ ...visit, id: undefined, startedAt: undefined } as never], OFFSET);
    expect(others.map(({ path }) => path)).toEqual([
      [0, "visit"],
      [0, "date"],
    ]);
  });
});

describe("A3.4 A4.3 A4.5 a summary's findings are those of its days", () => {
  const visits = ["2026-11-16", "2026-11-18", "2026-11-20", "2026-11-23"].map(
    (startedAt) =>
      ({ v: 1, id: startedAt, clientId: "c", way: "visit", startedAt, ours: [{ id: "chen", name: "Chen" }] }) as const,
  );
  const daysWith = (findings: readonly (string | null)[]): SweepSheet[] =>
    dailySweepReports(visits, OFFSET).sheets.map((sheet, index) => ({
      ...sheet,
      fields: { ...sheet.fields, findings: findings[index] ?? null },
    }));

  test("in their order, one a line; a day without any adds nothing", () => {
    const days = deepFreeze(daysWith(["Rivals cut prices", " ", "Stock is low", "New shop"]));
    const { sheets, issues } = weeklySummaries(days.toReversed());
    expect([sheets.map(({ fields }) => fields.findings), issues]).toEqual([
      ["Rivals cut prices\nStock is low", "New shop"],
      [],
    ]);
    const period = { from: "2026-11-01", to: "2026-11-30" };
    const [ofDays, ofWeeks] = [periodSummary(days, period), periodSummary(sheets, period)];
    expect(ofDays.sheet.fields.findings).toBe("Rivals cut prices\nStock is low\nNew shop");
    expect(ofWeeks.sheet.fields).toEqual(ofDays.sheet.fields);
    expect(Object.keys(sheets[0]?.fields ?? {}).slice(-2)).toEqual(["findings", "plan"]);
  });

  test("none where no day has any", () => {
    const { sheets } = weeklySummaries(daysWith([]));
    expect(sheets.map(({ fields }) => [fields.findings, fields.plan])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test("more than a text holds is left to the rows, and said", () => {
    const half = "x".repeat(10_000);
    const { sheets, issues } = weeklySummaries(daysWith([half, half]));
    expect(sheets[0]?.fields.findings).toBeNull();
    expect(sheets[0]?.rows.map(({ rowFindings }) => rowFindings?.length ?? 0)).toEqual([10_000, 10_000, 0]);
    expect(issues).toEqual([
      { code: "too-long", path: ["fields", "findings"], details: { max: 20_000, length: 20_001 } },
    ]);
    const exact = weeklySummaries(daysWith([half, "x".repeat(9_999)]));
    expect([exact.sheets[0]?.fields.findings?.length, exact.issues]).toEqual([20_000, []]);
  });
});

describe("E9.1 the lead summary and the planning gate", () => {
  const lead = { v: 1, client: "Huaxin", source: "search", date: "2026-11-21" } as const;

  test("ask for the same fields: JTF001's that tell a target from a name", () => {
    const form = keyAccountProcess.milestones.planning.forms["lead-summary"];
    const fields: Readonly<Record<string, { readonly optional?: boolean | undefined }>> = form?.fields ?? {};
    const asked = Object.entries(fields).filter(([, field]) => field.optional !== true);
    expect(asked.map(([id]) => id)).toEqual([...LEAD_GATE_FIELDS]);
    expect(Object.keys(fields)).toEqual(["number", "client", "area", "industry", "revenue", "class", "source", "date"]);
  });

  test("a lead of unknown industry stands in the summary, and is said to be incomplete", () => {
    const leads = deepFreeze([
      { ...lead, number: "L-3" },
      { ...lead, number: "L-1", industry: "pumps" },
      { ...lead, number: "L-2", industry: "\u3000" },
    ]);
    const { sheet, issues, incomplete } = leadSummary(leads, OFFSET);
    expect([sheet.rows.length, issues]).toEqual([3, []]);
    expect(incomplete).toEqual([
      { number: "L-2", missing: ["industry"] },
      { number: "L-3", missing: ["industry"] },
    ]);
    expect(leadSummary([], OFFSET).incomplete).toEqual([]);
  });
});
