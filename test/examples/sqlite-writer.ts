// One of two processes that write to one deal: `sqlite-writer.ts FILE ME OTHER`. Begins once the other is there too, and prints how often it had to decide.
import { existsSync, writeFileSync } from "node:fs";
import { DealStore, write } from "../../examples/sqlite-store.js";

const COMMANDS = 30;
const [file = "", me = "", other = ""] = process.argv.slice(2);
const head = { at: "2026-03-02T08:00:00Z", by: me } as const;
writeFileSync(`${file}.${me}`, "");
while (!existsSync(`${file}.${other}`)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
const store = new DealStore(file);
write(store, "deal", { ...head, id: "start", type: "start", by: "both" });
let tries = 0;
for (let count = 1; count <= COMMANDS; count += 1) {
  tries += write(store, "deal", { ...head, id: `${me}-${String(count)}`, type: "record-effort", contact: true }).tries;
}
store.close();
process.stdout.write(String(tries));
