// Part of the pipeline's example: opportunities become deals, imported as history. Nothing in it counts as proven, and what the export doesn't know stays unknown.
import {
  type DealHistory,
  defineCalendar,
  defineProcess,
  importHistory,
  type PipelineRecord,
  type ProcessIdsOf,
  type Refusal,
  replay,
} from "keyaccount";
import type { Books, Opportunity } from "./books.js";

/** What the export's stages are to us. The likelihood and the limit are assumed: no file tells them. */
export const process = defineProcess({
  id: "opportunities",
  version: "1",
  milestones: {
    prospecting: { next: ["engaging"] },
    engaging: { back: ["prospecting"], end: true, wins: true, likelihood: "0.6", workingDays: 60 },
  },
});
type Ids = ProcessIdsOf<typeof process>;

const hours = [{ from: "09:00", to: "17:00" }];
/** Monday to Friday; the export tells no holidays. */
export const calendar = defineCalendar({
  id: "office",
  zone: "+00:00",
  week: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours },
});

/** Deals that could be imported, and opportunities that couldn't. */
export interface Imported {
  /** The last day that the export knows. */
  readonly asOf: string;
  readonly deals: readonly (PipelineRecord<Ids> & { readonly office: string })[];
  readonly refused: readonly { readonly id: string; readonly issues: readonly Refusal[] }[];
}

/** Imports all opportunities of an export as of its last day. */
export function importDeals({ opportunities, prices, offices }: Books): Imported {
  const asOf = opportunities.reduce((last, { closed }) => (closed > last ? closed : last), "");
  const deals: Imported["deals"][number][] = [];
  const refused: Imported["refused"][number][] = [];
  for (const one of opportunities) {
    const result = importHistory(process, historyOf(one, asOf));
    if (!result.ok) {
      refused.push({ id: one.id, issues: result.issues });
      continue;
    }
    // What an open one is worth nobody knows yet; its product's list price is the best guess, where that is known.
    const amount = one.value === "" ? (prices.get(one.product) ?? null) : one.value;
    deals.push({
      id: one.id,
      state: replay(process, result.value),
      amount,
      currency: "USD",
      office: offices.get(one.agent) ?? "?",
    });
  }
  return { asOf, deals, refused };
}

function historyOf({ id, agent, stage, engaged, closed }: Opportunity, asOf: string): DealHistory<Ids> {
  const head = { id: `import-${id}`, at: `${asOf}T12:00:00Z`, by: agent, source: "sales_pipeline.csv" };
  const known = (day: string): string | null => (day === "" ? null : day);
  if (stage === "Prospecting") return { ...head, stays: [{ milestone: "prospecting" }] };
  const stays = [
    { milestone: "prospecting", left: known(engaged) },
    { milestone: "engaging", entered: known(engaged), left: known(closed) },
  ] as const;
  if (stage === "Engaging") return { ...head, stays };
  return { ...head, stays, closed: { as: stage === "Won" ? "won" : "lost", at: known(closed) } };
}
