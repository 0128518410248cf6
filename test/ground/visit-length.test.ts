import { activityReview, effortLedger, visitFeeds } from "keyaccount";
import type { Visit } from "keyaccount/models";
import { developmentRecords } from "keyaccount/reports";
import { expect, test } from "vitest";
import { minutesBetween, visitMinutes } from "../../src/ground/visit-length.js";

const from = "2026-11-16T01:00:00Z";

test("D5.3 the length of a visit is by its moments, half a minute up; else as told", () => {
  expect(visitMinutes(from, "2026-11-16T01:45:29Z", 30)).toBe(45);
  expect(visitMinutes(from, "2026-11-16T01:45:30Z", 30)).toBe(46);
  expect(visitMinutes(from, from, 30)).toBe(0);
  expect(visitMinutes("2026-11-16", "2026-11-16", 30)).toBe(30);
  expect(visitMinutes(from, "2026-11-16", 30)).toBe(30);
  expect(visitMinutes(from, null, null)).toBeNull();
  // Over midnight, and a leap day: 23:50 to 00:10, and 28 February to 1 March of a leap year.
  expect(minutesBetween("2026-11-16T23:50:00Z", "2026-11-17T00:10:00Z")).toBe(20);
  expect(minutesBetween("2028-02-28T00:00:00Z", "2028-03-01T00:00:00Z")).toBe(2880);
});

test("an end before the beginning is below zero by however little, so that whoever reads it refuses it", () => {
  expect(minutesBetween(from, "2026-11-16T00:59:59Z")).toBe(-1);
  expect(minutesBetween(from, "2026-11-16T00:58:59Z")).toBe(-2);
});

test("D5.3, E7.3, E7.4 effort ledger, feeds, activities and the development record agree on the length of visits to the minute", () => {
  const visits: Visit[] = [
    { endedAt: "2026-11-16T01:45:40Z", minutes: 30 },
    { endedAt: "2026-11-16T02:00:29Z" },
    { minutes: 25 },
    { endedAt: "2026-11-16", minutes: 20 },
  ].map((more, index) => ({
    v: 1,
    id: `v-${index}`,
    clientId: "c",
    way: "visit",
    purposes: ["learn"],
    startedAt: from,
    ...more,
  }));
  // 46 + 60 + 25 + 20.
  const { contacts } = visitFeeds(visits, { clientId: "c", asOf: "2026-11-20" });
  expect(contacts.map(({ minutes }) => minutes)).toEqual([46, 60, 25, 20]);
  expect(effortLedger({ currency: "CNY", contacts }).total.minutes).toBe(151);
  expect(activityReview(visits).total.minutes).toBe(151);
  expect(developmentRecords(visits, { offset: "+08:00" }).sheets[0]?.fields.totalMinutes).toBe(151);
});
