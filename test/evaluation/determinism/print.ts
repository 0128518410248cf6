import { judgements } from "./judgements.js";

// Not writeSync: into a pipe it may write only a part.
process.stdout.write(judgements());
