import {
  answer,
  decimal,
  id,
  integer,
  list,
  oneOf,
  optional,
  record,
  type Shape,
} from "../../evaluation/definition/shape.js";
import { isHostCode } from "../../ground/host-code.js";
import type { Json } from "../../ground/json.js";
import { noFields, recordOf } from "../../ground/reader.js";
import { QUESTION_KINDS, type QuestionKind, SURVEY_FACETS, SURVEY_UNITS } from "./form.js";

const LONGEST_AGE = 36_525;

const unit: Shape = (value, path, issues) =>
  typeof value === "string" && isHostCode(value) ? value : oneOf(SURVEY_UNITS)(value, path, issues);

/** What each kind has besides `facet`, `kind`, `required`, `fact` and `maxAgeDays`. */
const ofKind = (): { readonly [K in QuestionKind]: Readonly<Record<string, Shape>> } => {
  const options = { options: list(id, 1) };
  return {
    number: { unit: optional(unit), min: optional(decimal), max: optional(decimal) },
    rating: { min: decimal, max: decimal },
    choice: options,
    ranking: options,
    amounts: { unit: optional(unit) },
    flag: {},
    text: {},
    list: {},
  };
};

/** A question: its kind says which keys it has, so where the kind is wrong the rest can't be read. */
export const question: Shape = (value, path, issues) => {
  const given = recordOf(value as Json | undefined);
  const { kind } = given ?? noFields();
  const own = QUESTION_KINDS.includes(kind as QuestionKind) ? ofKind()[kind as QuestionKind] : undefined;
  if (own === undefined && given !== null) return oneOf(QUESTION_KINDS)(kind, [...path, "kind"], issues);
  const shape = record({
    facet: oneOf(SURVEY_FACETS),
    kind: oneOf(QUESTION_KINDS),
    ...own,
    required: optional(answer, true),
    fact: optional(id),
    maxAgeDays: optional(integer(1, LONGEST_AGE)),
    mayChange: optional(answer),
  });
  return shape(value, path, issues);
};
