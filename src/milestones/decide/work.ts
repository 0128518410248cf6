import { byId } from "../by-id.js";
import { type Ask, isIn, named, needed, type Outcome, refuse } from "./ask.js";
import { checkTask, evidenceFor } from "./cures.js";

export function meet(ask: Ask): Outcome {
  isIn(ask, "open");
  const standard = named(ask, "standard", ask.known.standards);
  const evidence = evidenceFor(standard, ask.command["evidence"], ["evidence"], ask);
  return { type: "standard-met", data: { standard: standard?.id ?? "", evidence } };
}

export function withdraw(ask: Ask): Outcome {
  isIn(ask, "open");
  const standard = named(ask, "standard", ask.known.standards);
  if (standard !== undefined && byId(ask.state.standards, standard.id)?.status !== "met") {
    const { id, milestone } = standard;
    refuse(ask.issues, "standard-unmet", ["standard"], { milestone, standard: id });
  }
  return { type: "standard-withdrawn", data: { standard: standard?.id ?? "", reason: needed(ask, "reason") } };
}

export function completeTask(ask: Ask): Outcome {
  isIn(ask, "open");
  const task = named(ask, "task", ask.known.tasks);
  if (task !== undefined) checkTask(task, ["task"], ask);
  return { type: "task-completed", data: { task: task?.id ?? "" } };
}

export function attachForm(ask: Ask): Outcome {
  isIn(ask, "open");
  const form = named(ask, "form", ask.known.forms);
  const content = form === undefined ? {} : ask.known.readForm(form, ask.command, [], ask.issues);
  return { type: "form-attached", data: { form: form?.id ?? "", content } };
}
