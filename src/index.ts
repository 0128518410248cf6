export type { AddedIndicator, Extension } from "./evaluation/definition/extend.js";
export { extendScorecard } from "./evaluation/definition/extend.js";
export { defineScorecard } from "./evaluation/definition/define.js";
export { evaluate } from "./evaluation/evaluate.js";
export { parseFacts } from "./evaluation/parse-facts.js";
export { reweigh } from "./evaluation/definition/reweigh.js";
export { hashScorecard } from "./evaluation/resolved/resolve.js";
export type { FactsOf } from "./evaluation/facts.js";
export { isKeyAccountError, KeyAccountError } from "./ground/error.js";
