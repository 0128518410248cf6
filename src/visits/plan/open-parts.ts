import { isInPerson } from "../../ground/in-person.js";
import type { ClientKind, VisitManner } from "../../ground/vocabulary.js";
import type { ReadAppointment } from "../read-appointment.js";
import type { History } from "./history.js";
import type { Side } from "./participants.js";
import { OPEN_PARTS, type OpenPart } from "./plan.js";
import type { ToLearn } from "./questions.js";
import { type Chosen, unanswered } from "./read-library.js";
import type { Timing } from "./timing.js";

/** All that a plan can lack something of. */
export interface Parts {
  readonly history: History | null;
  readonly manner: VisitManner | null;
  /** `null`: unknown. */
  readonly kind: ClientKind | null;
  readonly ours: Side;
  readonly theirs: Side;
  readonly timing: Timing;
  readonly milestone: string | null;
  readonly way: string;
  readonly library: object | null;
  readonly chosen: Chosen;
  readonly toLearn: ToLearn;
  readonly appointment: ReadAppointment | null;
}

/** What is open in a plan, in the order of the codes. */
export function openPartsOf(parts: Parts): OpenPart[] {
  const { history, manner, ours, theirs, timing, chosen } = parts;
  const open: OpenPart[] = [
    ...when(history === null, "history"),
    ...when(parts.kind === null && isInPerson(parts.way), "client-kind"),
    ...when(manner === null && history !== null && isInPerson(parts.way), "manner"),
    ...ours.open,
    ...theirs.open,
    ...timing.open.map((code): OpenPart => ({ code })),
    ...when(!parts.toLearn.isKnown, "learn"),
    ...when(parts.milestone === null, "material"),
    ...when(parts.library === null, "library"),
    ...unanswered(chosen.questions),
    ...timing.differs.map((part): OpenPart => ({ code: "appointment-differs", part })),
    ...meetingsOpen(parts),
  ];
  return open.sort((a, b) => OPEN_PARTS.indexOf(a.code) - OPEN_PARTS.indexOf(b.code));
}

type Plain = Exclude<OpenPart["code"], "rank" | "rank-not-appointed" | "superior" | "answer" | "appointment-differs">;

function when(isOpen: boolean, code: Plain): OpenPart[] {
  return isOpen ? [{ code }] : [];
}

/** A visit needs an appointment (A6.3), one to a key account a meeting before (D4.2); a call or letter neither. */
function meetingsOpen({ way, appointment, kind, timing }: Parts): OpenPart[] {
  if (way !== "visit") return [];
  const isSettled = appointment !== null && appointment.way !== null;
  return [
    ...when(!isSettled, "appointment"),
    ...when(isSettled && appointment.confirmedAt === null, "confirmation"),
    ...when(kind === "key-account" && timing.plan.preparatoryMeeting === null, "preparatory-meeting"),
  ];
}
