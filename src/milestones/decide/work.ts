import { own } from "../../portfolio/own.js";
import type { ProcessEventData } from "../event.js";
import { type Ask, isIn, named, needed } from "./ask.js";
import { checkTask, evidenceFor } from "./cures.js";
import { readForm } from "./form.js";

/** What is decided: the type of the event and what it carries. */
export type Outcome = {
  readonly [T in keyof ProcessEventData]: { readonly type: T } & ProcessEventData[T];
}[keyof ProcessEventData];

export function meet(ask: Ask): Outcome {
  isIn(ask, "open");
  const standard = named(ask, "standard", ask.known.standards);
  const evidence = evidenceFor(standard, own(ask.command, "evidence"), ["evidence"], ask);
  return { type: "standard-met", standard: standard?.id ?? "", evidence };
}

export function withdraw(ask: Ask): Outcome {
  isIn(ask, "open");
  const standard = named(ask, "standard", ask.known.standards);
  if (standard !== undefined && ask.state.standards[standard.id]?.status !== "met") {
    const { id, milestone } = standard;
    ask.issues.push({ code: "standard-unmet", path: ["standard"], details: { milestone, standard: id } });
  }
  return { type: "standard-withdrawn", standard: standard?.id ?? "", reason: needed(ask, "reason") };
}

export function completeTask(ask: Ask): Outcome {
  isIn(ask, "open");
  const task = named(ask, "task", ask.known.tasks);
  if (task !== undefined) checkTask(task, ["task"], ask);
  return { type: "task-completed", task: task?.id ?? "" };
}

export function attachForm(ask: Ask): Outcome {
  isIn(ask, "open");
  const form = named(ask, "form", ask.known.forms);
  const content = form === undefined ? {} : readForm(form, ask.command, [], ask.issues);
  return { type: "form-attached", form: form?.id ?? "", ...content };
}
