import { canonicalJson, type Json } from "../../ground/json.js";
import type { Resolved } from "../definition/registry.js";
import type { ProcessEvent } from "../event.js";
import { foldAll } from "../fold/evolve.js";
import { INITIAL } from "../fold/initial.js";
import { decided } from "./decide.js";

/**
 * Whether a command is the one that led to the event with its id: decided where that one was, by the same person, it makes the same of it. When it was sent, in which roles and after which revision may differ. An event that
 * isn't among those given, or was decided under another process, contradicts nothing.
 */
export const isRepeat: Resolved["isRepeat"] = (known, events, command) => {
  const place = events.findIndex(({ id }) => id === command["id"]);
  const event = events[place];
  if (event === undefined) return true;
  const before = foldAll(INITIAL, events.slice(0, place));
  if (before.process !== null && before.process.hash !== known.name.hash) return true;
  const { at, roles } = event;
  const decision = decided(known, before, { ...command, at, roles, expectedRevision: null });
  return decision.ok && decision.value.some((one) => said(one) === said(event));
};

const said = ({ type, by, data }: ProcessEvent): string => canonicalJson({ type, by, data } as unknown as Json);
