import {
  type ArchiveSection,
  clientArchive,
  clientsSeen,
  planVisit,
  recommendFirstContact,
  reviewVisit,
  sweepCoverage,
  visitCadence,
} from "keyaccount";
import { type Archive, parseClient, type Visit } from "keyaccount/models";
import { expect, test } from "vitest";

const asOf = "2026-11-21";

const archive: Archive = {
  v: 1,
  market: {
    buyers: { value: "joiners and two builders' merchants", observedAt: "2026-11-02", source: "v-1" },
    salesMode: { value: "from stock, on account" },
  },
  ability: { logistics: { value: "own lorries, twice a week" } },
};

test("D1.3 who buys from an account, how it sells and its logistics are kept with their source", () => {
  const read = parseClient({ v: 1, id: "c-7", name: "Harbour", kind: "key-account", archive });
  expect(read.ok && read.value.archive?.market?.buyers).toEqual({
    value: "joiners and two builders' merchants",
    observedAt: "2026-11-02",
    source: "v-1",
  });
  expect(
    parseClient({
      v: 1,
      id: "c-7",
      name: "Harbour",
      kind: "key-account",
      archive: { v: 1, market: { buyers: { value: 7 } } },
    }).ok,
  ).toBe(false);
});

test("D1 what of an account's analysis isn't known is listed, part by part: two of eight facts of its market, one of its ability to sell", () => {
  const { sections } = clientArchive(archive, { asOf });
  const of = (name: ArchiveSection) => sections.find(({ section }) => section === name);
  expect(of("market")).toMatchObject({ known: 2, applicable: 8, completeness: 0.25 });
  expect(of("market")?.missing).toEqual([
    "marketSize",
    "clientDistribution",
    "buyingCriteria",
    "highTierShare",
    "middleTierShare",
    "lowTierShare",
  ]);
  expect(of("ability")?.known).toBe(1);
  expect(of("ability")?.missing).not.toContain("logistics");
  expect(of("buying")).toMatchObject({ known: 0, completeness: 0 });
});

const say = (id: string, way: "presentation" | "mailed-material" | "visit") => ({ id, way });

test("D3 a meeting hears all developers before one way is chosen; who isn't one isn't heard", () => {
  const wayIn = (heard: readonly string[]) =>
    recommendFirstContact({
      developers: ["a", "b", "c"],
      proposals: [...heard.map((id) => say(id, "visit")), say("stranger", "presentation")],
    }).wayIn;
  expect([wayIn(["a", "b"]).way, wayIn(["a", "b"]).unheard]).toEqual([null, ["c"]]);
  expect([wayIn(["c", "a", "b"]).way, wayIn(["c", "a", "b"]).unheard]).toEqual(["visit", []]);
  expect(wayIn(["c", "a", "b"]).voices.flatMap(({ developers }) => developers)).toEqual(["a", "b", "c"]);
});

test("D3.2 material by mail is sent, and an answer asked for; a plan by that way hands over the product manual, without procedure or cards", () => {
  const { wayIn } = recommendFirstContact({ developers: ["a"], proposals: [say("a", "mailed-material")] });
  expect([wayIn.way, wayIn.rules]).toEqual(["mailed-material", ["send-material", "ask-for-an-answer"]]);
  const planned = planVisit({ id: "p", asOf, client: { id: "c-7" }, way: "mailed-material", visits: [] });
  expect(planned.plan.handOver).toEqual(["product-manual"]);
  expect([planned.procedure, planned.plan.carry]).toEqual([[], ["client-data", "client-analysis", "sales-material"]]);
});

test("D3.3 a visit as the way in needs an appointment first, and opens with the procedure of a first visit", () => {
  const { wayIn } = recommendFirstContact({ developers: ["a"], proposals: [say("a", "visit")] });
  expect([wayIn.way, wayIn.rules[0]]).toEqual(["visit", "appointment-first"]);
  const planned = planVisit({ id: "p", asOf, client: { id: "c-7" }, way: "visit", visits: [] });
  expect(planned.open.map(({ code }) => code)).toContain("appointment");
  expect(planned.procedure[0]).toBe("small-talk");
});

const team = [
  { id: "sun", rank: "salesperson", reportsTo: "wang" },
  { id: "wang", rank: "supervisor" },
] as const;

test("D4 a visit to a key account: a supervisor leads, a meeting comes before, it is prepared with the client's data; an ordinary one needs neither", () => {
  const planFor = (kind: "key-account" | "dealer") =>
    planVisit({
      id: "p",
      asOf,
      client: { id: "c-7", kind, managedBy: ["sun"] },
      people: { team },
      visits: [],
      milestone: "visit",
    });
  const [key, dealer] = [planFor("key-account"), planFor("dealer")];
  expect([key.plan.ours?.[0]?.id, dealer.plan.ours?.[0]?.id]).toEqual(["wang", "sun"]);
  const asksMeeting = ({ open }: typeof key): boolean => open.some(({ code }) => code === "preparatory-meeting");
  expect([asksMeeting(key), asksMeeting(dealer)]).toEqual([true, false]);
  expect(key.plan.carry?.slice(0, 3)).toEqual(["client-data", "client-analysis", "sales-material"]);
});

test("D4.4 face to face: a call is no visit, for the sweep, the rhythm of an A client, the next plan and the record", () => {
  const call: Visit = { v: 1, id: "v-1", clientId: "c-7", startedAt: "2026-11-20", way: "phone", focus: "impression" };
  expect(sweepCoverage([{ id: "c-7" }], [call]).ok).toBe(false);
  const { clients } = clientsSeen([{ id: "c-7", level: "A" } as const], [call], { asOf, complete: true });
  expect([clients[0]?.lastVisit, clients[0]?.lastContact]).toEqual(["never", "2026-11-20"]);
  expect(visitCadence(clients, { asOf }).clients[0]).toMatchObject({
    state: "due",
    reasons: [{ code: "never-visited" }],
  });
  const { plan } = planVisit({ id: "p", asOf, client: { id: "c-7" }, visits: [call] });
  expect([plan.visitNumber, plan.focus]).toEqual([1, "impression"]);
  const way = reviewVisit({ v: 1, id: "p", clientId: "c-7", way: "visit" }, call, { asOf }).parts.find(
    ({ part }) => part === "way",
  );
  expect(way).toEqual({ part: "way", state: "changed", planned: ["visit"], actual: ["phone"] });
});
