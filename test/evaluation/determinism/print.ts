import { writeSync } from "node:fs";
import { judgements } from "./judgements.js";

writeSync(1, judgements());
