import type { MilestoneCode } from "../../ground/vocabulary.js";
import type { PlannedTopic, VisitPlan } from "../../models/record/visit-plan.js";
import type { Chosen } from "./read-library.js";
import { MATERIAL_BY_MILESTONE, MATERIAL_BY_WAY, NOT_BY_WAY, PREPARED_WITH, type VisitMaterial } from "./rules.js";

const MOST = 1000;

type Material = Required<Pick<VisitPlan, "present" | "handOver" | "carry">>;

interface Occasion {
  readonly milestone: MilestoneCode | null;
  readonly way: string;
  readonly isFirst: boolean;
  /** Who leads. */
  readonly presenter: string | undefined;
}

/** What to present, to hand over and to carry: the package's codes, then the host's own words. */
export function materialOf(chosen: Chosen, { milestone, way, isFirst, presenter }: Occasion): Material {
  const table = milestone === null ? { present: [], handOver: [] } : MATERIAL_BY_MILESTONE[milestone];
  const [byWay, notByWay] = [materialBy(way, MATERIAL_BY_WAY), materialBy(way, NOT_BY_WAY)];
  const conveyed = [...byWay, ...table.handOver].filter((one) => !notByWay.includes(one));
  const topics = once([...table.present, ...chosen.present]);
  return {
    present: topics.map((topic): PlannedTopic => ({ topic, ...(presenter === undefined ? {} : { presenter }) })),
    handOver: once([...conveyed, ...chosen.handOver]),
    carry: once([...PREPARED_WITH, ...(isFirst && way === "visit" ? ["business-cards"] : []), ...chosen.carry]),
  };
}

type Materials = readonly VisitMaterial[];

function materialBy(way: string, table: Readonly<Record<string, Materials>>): Materials {
  return Object.entries(table).find(([known]) => known === way)?.[1] ?? [];
}

function once(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, MOST);
}
