import { evaluate } from "keyaccount";
import { card } from "./subject.js";
import { byHand } from "./by-hand.js";
import { sampleClients } from "./sample.js";
import { cpuPerPiece, untilIdle } from "./clock.js";
const cs = sampleClients(2000);
let kept: unknown;
const a = (n:number)=>{ for(let i=0;i<n;i++) kept = evaluate(card, cs[i%2000]!); };
const b = (n:number)=>{ for(let i=0;i<n;i++) kept = byHand(cs[i%2000]!); };
for (let r=0;r<8;r++) {
await untilIdle();
const x = await cpuPerPiece(a, 40000);
await untilIdle();
const y = await cpuPerPiece(b, 40000);
console.log(x.toFixed(2), y.toFixed(2), (x/y).toFixed(2));
}
for (const f of sampleClients(20000)) { kept = evaluate(card,f); kept = byHand(f); }
console.log("after");
for (let r=0;r<8;r++) {
await untilIdle();
const x = await cpuPerPiece(a, 40000);
await untilIdle();
const y = await cpuPerPiece(b, 40000);
console.log(x.toFixed(2), y.toFixed(2), (x/y).toFixed(2));
}
