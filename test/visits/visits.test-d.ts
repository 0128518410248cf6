import {
  CADENCE_TABLE,
  clientsSeen,
  planSweepRoute,
  planVisit,
  planWeek,
  reviewVisit,
  type SweepClient,
  type SweepOptions,
  visitCadence,
  visitFeeds,
  type WeekOptions,
} from "keyaccount";
import { clientSurvey } from "keyaccount/handbook";
import type { Client, SurveyAnswers, Visit, VisitPlan } from "keyaccount/models";
import { expectTypeOf, test } from "vitest";

const asOf = "2026-11-23";

test("E4.7 classes are those of the table: the levels, or the host's own", () => {
  expectTypeOf(visitCadence([{ id: "a", level: "A" }], { asOf }).clients[0]?.rule).toEqualTypeOf<
    "A" | "B" | "C" | "D" | null | undefined
  >();
  const table = { gold: CADENCE_TABLE.A, plain: CADENCE_TABLE.D };
  expectTypeOf(visitCadence([{ id: "a", class: "gold" }], { asOf, table }).clients[0]?.rule).toEqualTypeOf<
    "gold" | "plain" | null | undefined
  >();
  // @ts-expect-error the default table has no class of that name
  visitCadence([{ id: "a", level: "gold" }], { asOf });
  // @ts-expect-error the host's table has no level A
  visitCadence([{ id: "a", level: "A" }], { asOf, table });
});

test("A6.1 a plan is one of the models; ranks are the house's own", () => {
  const client = {} as Client;
  expectTypeOf(planVisit({ id: "p", asOf, client }).plan).toEqualTypeOf<VisitPlan>();
  planVisit({
    id: "p",
    asOf,
    client,
    people: { ranks: ["clerk", "head"], leastRank: "head", team: [{ id: "a", rank: "clerk" }] },
  });
  // @ts-expect-error no rank of the house
  planVisit({ id: "p", asOf, client, people: { ranks: ["clerk", "head"], leastRank: "boss" } });
  // @ts-expect-error the client must be told
  planVisit({ id: "p", asOf });
});

test("a week needs to know how long ways take", () => {
  const options = {} as Omit<WeekOptions, "travel">;
  // @ts-expect-error without ways no week can be planned
  planWeek({ due: [], clients: [], people: [] }, options);
});

test("E4.7 clients as they were seen go into the cadence as they are", () => {
  const seen = clientsSeen([{ id: "a", level: "A" }, { id: "b" }], [], { asOf, complete: true });
  visitCadence(seen.clients, { asOf });
  expectTypeOf(seen.clients[0]?.lastVisit).toEqualTypeOf<string | null | undefined>();
});

test("A4.1 clients of a sweep have room for a place, unless the host measures", () => {
  const start = { latitude: 31, longitude: 120 };
  const [clients, options] = [[] as Client[], { start, perDay: 8 } as const];
  // @ts-expect-error a client of the models has no coordinates: say where its place is
  planSweepRoute(clients, options);
  // @ts-expect-error nobody of them has any
  planSweepRoute([{ id: "a" }], options);
  planSweepRoute([{ id: "a", latitude: 31, longitude: 120 }, { id: "b" }], options);
  planSweepRoute([] as SweepClient[], {} as SweepOptions);
  planSweepRoute(
    clients.map((one) => ({ ...one, latitude: null, longitude: null })),
    options,
  );
  planSweepRoute(clients, { start: {}, perDay: 8, distance: () => 1 });
});

test("A4.4 visits and survey answers feed alike, by any form", () => {
  const records: readonly (Visit | SurveyAnswers)[] = [];
  visitFeeds(records, { clientId: "c", asOf, form: clientSurvey, forms: ["our-survey"] });
  const answers: readonly SurveyAnswers[] = [];
  reviewVisit(null, {} as Visit, { asOf, answers, form: clientSurvey });
  // @ts-expect-error a visit is no form
  reviewVisit(null, {} as Visit, { asOf, answers: [{} as Visit] });
  // @ts-expect-error feeds are of one client, so a form must say whose it is
  visitFeeds([{ id: "f", answeredAt: asOf, answers: {} }], { clientId: "c", asOf });
});
