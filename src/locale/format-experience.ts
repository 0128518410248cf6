import type { ExperienceResult } from "../experience/result/result.js";
import { throwIssues } from "../ground/error.js";
import type { ArgumentIssue } from "../ground/issue.js";
import { ofShape } from "../ground/of-shape.js";
import { checkRecord } from "../ground/record.js";
import { show } from "../ground/show.js";
import { headed } from "./evaluation-summary.js";
import {
  againstLines,
  courseLines,
  directionLines,
  evidenceLines,
  knownLine,
  leftOutLines,
  nextLines,
  probabilityLine,
  type Result,
  type StoryWarning,
  stageLine,
  warningLines,
} from "./experience-lines.js";
import { fill, textOf } from "./fill.js";
import type { Locale } from "./locale.js";
import { safeText } from "./safe-text.js";
import { type Align, tableLines } from "./table.js";
import { titleLine } from "./title.js";

const COLUMNS: readonly Align[] = ["left", "left"];
/** Signals that are told at most, and lines below the title. */
const TOLD = 3;
const LINES = 10;

/** What is told besides the classification. */
export interface ExperienceStoryOptions {
  /** What `experienceWarnings` raised (B2.9); those that are over aren't told. */
  readonly warnings?: readonly StoryWarning[] | null | undefined;
}

/**
 * Tells the story of one client's experience with a product line (B2) in a title and at most ten lines: at which stage it is and since when; the
 * probability of each stage; which way it moves, how far it went and how much of that no evidence supports; the next stage and when it comes
 * at today's pace; the early warnings that stand (B2.9; one that joins others stands for them); the three signals that moved it most over that time
 * (where nothing moved: in the whole history), with day and source, fewer where the ten lines don't hold them; what speaks against it; how much is known;
 * its course; and the first fault of what was left out.
 *
 * Plain text for a fixed-width font, columns aligned for Chinese and Latin alike; it ends with a line end. Shares are percentages; ids of a host's
 * own signals and levels stand as they are unless the locale has words for them. A line of which there is nothing to tell is left out. What isn't of the shapes
 * asked for ends in a `KeyAccountError` (`wrong-type`, `unreadable`).
 *
 * @example
 * ```ts
 * import { classifyExperience, formatExperience } from "keyaccount";
 * import { en } from "keyaccount/locale/en";
 *
 * const observations = [
 *   { at: "2026-09-03", levels: { decisionMakers: "senior-management", risk: "avoids", newApplications: "high" } },
 * ] as const;
 * const result = classifyExperience({ client: "acme", observations }, { asOf: "2026-09-30" });
 * const [title, , stage] = formatExperience(result, en).split("\n");
 * title; // => "acme: Customer experience (experience), version 1, 3d222844267f, as of 2026-09-30"
 * stage; // => "Stage        inexperienced generalist, since 2026-09-01"
 * ```
 */
export function formatExperience<S>(
  result: ExperienceResult<S>,
  locale: Locale,
  options: ExperienceStoryOptions = {},
): string {
  const told = readOptions(options);
  return ofShape({ result, locale }, () => tell(result as unknown as Result, locale, told));
}

/** Anything else than a record, a list of warnings for one, would silently drop the warnings. Its other keys are left alone: a whole review will do. */
function readOptions(options: unknown): ExperienceStoryOptions {
  const issues: ArgumentIssue[] = [];
  const { warnings } = checkRecord(options, ["options"], issues);
  if (warnings !== undefined && warnings !== null && !isList(warnings)) {
    const details = { expected: "array", received: show(warnings) } as const;
    issues.push({ code: "wrong-type", path: ["options", "warnings"], details });
  }
  throwIssues(issues);
  return { warnings: warnings as ExperienceStoryOptions["warnings"] };
}

/** A revoked proxy is none. */
function isList(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

function tell(shown: Result, locale: Locale, options: ExperienceStoryOptions): string {
  const { experience: words } = locale;
  const above = [
    ...headed(words.stage, [stageLine(shown, locale)]),
    ...headed(words.probability, [probabilityLine(shown, locale)]),
    ...headed(words.direction, directionLines(shown, locale)),
    ...headed(words.next, nextLines(shown, locale)),
    ...headed(
      words.warnings,
      ofShape({ options, locale }, () => warningLines(options.warnings ?? [], locale)),
    ),
  ];
  const below = [
    ...headed(words.against, againstLines(shown, locale)),
    ...headed(words.known, [knownLine(shown, locale)]),
    ...headed(words.course, courseLines(shown, locale)),
    ...headed(words.leftOut, leftOutLines(shown, locale)),
  ];
  const told = Math.min(TOLD, LINES - above.length - below.length);
  const rows = [...above, ...headed(words.evidence, evidenceLines(shown, told, locale)), ...below];
  return [title(shown, locale), "", ...tableLines(rows, COLUMNS), ""].join("\n");
}

function title({ client, productLine, model, asOf }: Result, locale: Locale): string {
  const { name, titleOf } = locale.experience;
  const line = titleLine({ name, ...model, asOf }, locale);
  const who = [client, productLine]
    .filter((one) => one !== null)
    .map(textOf)
    .join(" × ");
  return safeText(who === "" ? line : fill(titleOf, { who, title: line }, locale));
}
