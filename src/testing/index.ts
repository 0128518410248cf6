export { ExpectationError } from "./expectation-error.js";
export { type ExpectedEvent, type Given, given, type Tried } from "./given.js";
