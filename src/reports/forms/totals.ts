import type { FormField } from "../field.js";

/** What a day's, a week's or a period's visits come to. Each is computed from rows, and adds up over days and weeks. */
export type SweepTotals = {
  /** Visits made. */
  readonly visits: number;
  /** Different clients visited. */
  readonly clients: number;
  /** Their ids, in code-unit order. */
  readonly clientsVisited: readonly string[];
  /** Minutes of the visits whose length is known; `null` where none is. */
  readonly totalMinutes: number;
  /** Visits whose length isn't known. */
  readonly unknownLengths: number;
  readonly warm: number;
  readonly neutral: number;
  readonly cold: number;
  /** Visits of which nobody noted how warm the client was. */
  readonly unknownAttitudes: number;
  readonly good: number;
  readonly open: number;
  readonly noResult: number;
  /** Visits of which nobody noted how they went. */
  readonly unknownOutcomes: number;
};

/** The totals as fields, where a row is a visit. */
export const visitTotals: {
  readonly [K in keyof SweepTotals]: FormField & { type: K extends "clientsVisited" ? "text" : "integer" };
} = {
  visits: { type: "integer", computed: { by: "count" } },
  clients: { type: "integer", computed: { by: "distinct", field: "clientId" } },
  clientsVisited: { type: "text", many: true, computed: { by: "union", field: "clientId" } },
  totalMinutes: { type: "integer", computed: { by: "sum", field: "minutes" } },
  unknownLengths: { type: "integer", computed: { by: "unknown", field: "minutes" } },
  warm: { type: "integer", computed: { by: "count", where: { field: "attitude", is: "warm" } } },
  neutral: { type: "integer", computed: { by: "count", where: { field: "attitude", is: "neutral" } } },
  cold: { type: "integer", computed: { by: "count", where: { field: "attitude", is: "cold" } } },
  unknownAttitudes: { type: "integer", computed: { by: "unknown", field: "attitude" } },
  good: { type: "integer", computed: { by: "count", where: { field: "outcome", is: "good" } } },
  open: { type: "integer", computed: { by: "count", where: { field: "outcome", is: "open" } } },
  noResult: { type: "integer", computed: { by: "count", where: { field: "outcome", is: "no-result" } } },
  unknownOutcomes: { type: "integer", computed: { by: "unknown", field: "outcome" } },
};
