import { ofShape } from "../ground/of-shape.js";
import type { ProcessMove } from "./command.js";
import { decided } from "./decide/decide.js";
import { waysBack } from "./decide/ways-back.js";
import type { Process, ProcessIds } from "./definition/process.js";
import { type Resolved, resolved } from "./definition/registry.js";
import { fieldsOf } from "./fields.js";
import type { Refusal, Refused } from "./refusal.js";
import type { ProcessState } from "./state.js";

/** Who asks: for what needs a role or somebody else. */
export interface Asker {
  readonly by?: string | undefined;
  readonly roles?: readonly string[] | undefined;
}

const NOBODY = "-";
const START = "0001-01-01T00:00:00Z";

/**
 * Why a move isn't possible as the deal stands: everything that is missing, and the JSON Schema of the fields that would cure it; `null` where nothing stands in
 * its way. It is `decide` without who and when; both may be said in the options.
 *
 * @example
 * ```ts
 * import { replay, whyNot } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * const refused = whyNot(keyAccountProcess, replay(keyAccountProcess, []), { type: "lose", cause: "price" });
 * refused?.issues.map(({ code }) => code); // => ["wrong-status"]
 * ```
 */
export function whyNot<I extends ProcessIds>(
  process: Process<I>,
  state: ProcessState<NoInfer<I>>,
  move: ProcessMove<NoInfer<I>>,
  asker: Asker = {},
): Refused | null {
  const known = resolved(process);
  return ofShape({ state, asker }, () => refusalOf(known, state, move, asker));
}

function refusalOf(
  known: Resolved,
  state: ProcessState,
  move: unknown,
  { by = NOBODY, roles = [] }: Asker,
): Refused | null {
  const isMove = typeof move === "object" && move !== null;
  const command = isMove ? { ...copied(move), id: newId(state), at: state.at ?? START, by, roles } : move;
  const decision = decided(known, state, command);
  return decision.ok ? null : decision;
}

/** The fields of a move; none of one that can't be looked at. */
function copied(move: object): object {
  try {
    return { ...fieldsOf(move) };
  } catch {
    return {};
  }
}

/** An id that no event has. */
function newId({ ids }: ProcessState): string {
  let id = NOBODY;
  while (ids.includes(id)) id += NOBODY;
  return id;
}

/** A move with what stands in its way. */
export interface MoveChance<I extends ProcessIds = ProcessIds> {
  readonly type: "start" | "advance" | "override" | "go-back" | "pause" | "resume" | "lose" | "win" | "reopen";
  /** Where it leads; `null` where it leads nowhere else. */
  readonly to: I["milestone"] | null;
  /** Whether it would be accepted with nothing but a reason, a cause or an override's role. */
  readonly isOpen: boolean;
  /** What is missing, besides words and roles that come with the command. */
  readonly missing: readonly Refusal[];
}

/** Words that everybody can give in the command. */
const GIVEN: readonly string[] = ["reason", "cause"];

/**
 * Every move that the process has from where the deal stands, in the order start, advance, override, go back, pause, resume, lose, win, reopen, with what is missing for it. An
 * override is listed only for somebody who has its role and only where the gate doesn't hold.
 *
 * @example
 * ```ts
 * import { availableMoves, replay } from "keyaccount";
 * import { keyAccountProcess } from "keyaccount/handbook";
 *
 * availableMoves(keyAccountProcess, replay(keyAccountProcess, [])).map(({ type, to }) => [type, to]); // => [["start", "planning"]]
 * ```
 */
export function availableMoves<I extends ProcessIds>(
  process: Process<I>,
  state: ProcessState<NoInfer<I>>,
  asker: Asker = {},
): readonly MoveChance<I>[] {
  const known = resolved(process);
  return ofShape({ state, asker }, () => chances(known, state, asker)) as readonly MoveChance<I>[];
}

function chances(known: Resolved, state: ProcessState, asker: Asker): readonly MoveChance[] {
  const all = movesFrom(known, state).map(({ type, to }) => {
    const move = {
      type,
      ...(to === null && type !== "override" ? {} : { [type === "start" ? "milestone" : "to"]: to }),
    };
    const issues = refusalOf(known, state, move, asker)?.issues ?? [];
    const missing = issues.filter(({ code, path }) => !(code === "required" && GIVEN.includes(String(path[0]))));
    return { type, to, isOpen: missing.length === 0, missing };
  });
  return all.filter(({ type, isOpen }) => type !== "override" || isOpen);
}

type Way = Pick<MoveChance, "type" | "to">;

function movesFrom(known: Resolved, state: ProcessState): readonly Way[] {
  const { process, milestones } = known;
  const { status, milestone } = state;
  const to = (type: Way["type"], ids: readonly string[]): Way[] => ids.map((id) => ({ type, to: id }));
  const still = (...types: Way["type"][]): Way[] => types.map((type) => ({ type, to: null }));
  const own = milestones.get(milestone ?? "")?.own;
  const loses: readonly Way["type"][] = process.causes.length > 0 ? ["lose"] : [];
  switch (status) {
    case "new":
      return to("start", process.start);
    case "open":
      return [
        ...to("advance", own?.next ?? []),
        ...to("override", own?.next ?? []),
        ...(own?.end === true ? still("override") : []),
        ...to("go-back", known.returnsOf(known, state)),
        ...still("pause", ...loses),
        ...(own?.end === true ? still("win") : []),
      ];
    case "paused":
      return still("resume", ...loses);
    default:
      return to("reopen", waysBack(known, state));
  }
}
