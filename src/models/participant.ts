import { LineSchema, open, ProseSchema, RecordIdSchema } from "./leaf.js";

/** The schema of `Participant`. */
export const ParticipantSchema = /* @__PURE__ */ (() =>
  open({
    id: RecordIdSchema.optional(),
    name: LineSchema,
    position: LineSchema.optional(),
    rank: LineSchema.optional(),
    task: ProseSchema.optional(),
  }))();
