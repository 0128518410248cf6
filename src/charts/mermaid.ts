import { ofShape } from "../ground/of-shape.js";
import type { Locale } from "../locale/locale.js";
import type { Process, ProcessIds } from "../milestones/definition/process.js";
import { type Resolved, resolved } from "../milestones/definition/registry.js";
import type { ProcessState } from "../milestones/state.js";

/** How to draw a process. */
export interface MermaidOptions<I extends ProcessIds = ProcessIds> {
  /** How the deal stands: milestones that were passed, overridden, and where it is now are marked. */
  readonly state?: ProcessState<I> | undefined;
  /** Names of the milestones; without it, the process' own names or the ids. */
  readonly locale?: Pick<Locale, "vocabulary"> | undefined;
}

/** What becomes of each character that Mermaid reads as its own. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,，。、（）()\-–/]/gu, (one) => `#${String(one.codePointAt(0))};`);
}

/**
 * A process as a Mermaid flowchart: milestones with their names, forward ways as arrows, ways back dotted, ends with double borders. With a state, passed milestones are green, overridden ones orange,
 * and the one where the deal stands is thick. The state may be given alone, in place of the options.
 *
 * @example
 * ```ts
 * import { defineProcess } from "keyaccount";
 * import { toMermaid } from "keyaccount/charts";
 *
 * const process = defineProcess({ id: "small", version: "1", milestones: { talk: { next: ["order"] }, order: { back: ["talk"], end: true } } });
 * toMermaid(process).split("\n"); // => ["flowchart LR", '  m0["talk"]', '  m1[["order"]]', "  m0 --> m1", "  m1 -.-> m0"]
 * ```
 */
export function toMermaid<I extends ProcessIds>(
  process: Process<I>,
  options: MermaidOptions<NoInfer<I>> | ProcessState<NoInfer<I>> = {},
): string {
  const known = resolved(process);
  return ofShape({ options }, () =>
    drawn(known, ("stays" in options ? { state: options } : options) as MermaidOptions),
  );
}

function drawn({ milestones }: Resolved, options: MermaidOptions): string {
  const ids = [...milestones.keys()];
  const node = (id: string): string => `m${String(ids.indexOf(id))}`;
  const names: Readonly<Record<string, string>> = options.locale?.vocabulary.milestones ?? {};
  const shapes = Array.from(milestones.values(), ({ id, own }) => {
    const name = escaped(own.name ?? (Object.hasOwn(names, id) ? String(names[id]) : id));
    return own.end ? `  ${node(id)}[["${name}"]]` : `  ${node(id)}["${name}"]`;
  });
  const ways = Array.from(milestones.values(), ({ id, own }) => [
    ...own.next.map((to) => `  ${node(id)} --> ${node(to)}`),
    ...own.back.map((to) => `  ${node(id)} -.-> ${node(to)}`),
  ]);
  const state = options.state;
  return ["flowchart LR", ...shapes, ...ways.flat(), ...(state === undefined ? [] : marksOf(state, ids, node))].join(
    "\n",
  );
}

const STYLES = [
  "  classDef passed fill:#d5eee6,stroke:#009e73",
  "  classDef overridden fill:#fbedcd,stroke:#e69f00",
  "  classDef here stroke-width:4px",
];

/** How each milestone's last stay ended, and where the deal stands. */
function marksOf(state: ProcessState, ids: readonly string[], node: (id: string) => string): string[] {
  const last = new Map(state.stays.map(({ milestone, exit }) => [milestone, exit]));
  const marks = ids.flatMap((id) => {
    const isOverridden = state.overrides.some(({ milestone }) => milestone === id);
    const mark = isOverridden ? "overridden" : last.get(id) === "passed" ? "passed" : undefined;
    return mark === undefined ? [] : [`  class ${node(id)} ${mark}`];
  });
  const here = ids.flatMap((id) => (id === state.milestone ? [`  class ${node(id)} here`] : []));
  return [...STYLES, ...marks, ...here];
}
