import { defineScorecard, goalsFor, nextQuestions, evaluate } from "keyaccount";
import { dealerScorecard } from "keyaccount/handbook";
const time = (name: string, f: () => unknown) => { f(); const t = performance.now(); const r = f() as any; console.log(name, (performance.now()-t).toFixed(1)+"ms", r.reachable, r.proven, r.cheapest && JSON.stringify({c:r.cheapest.cost,n:r.cheapest.count,s:r.cheapest.score}), r.fewest && JSON.stringify({c:r.fewest.cost,n:r.fewest.count})); return r; };
let seed=1; const rnd=()=>{seed=(seed*1103515245+12345)%2147483648; return seed/2147483648;};
const flags = (n:number, int=false) => { const w = Array.from({length:n},()=> int? 1+Math.floor(rnd()*50) : Math.round(100+rnd()*9000)/100); const tot=w.reduce((a,b)=>Math.round((a+b)*100)/100,0);
 return { card: defineScorecard({id:"f",version:"1",total:String(tot),indicators:Object.fromEntries(w.map((x,i)=>["f"+i,{kind:"flag" as const,weight:String(x)}])),grades:[{grade:"A",from:String(Math.round(tot*70)/100)},{grade:"B",from:null}]}), costs:Object.fromEntries(w.map((x,i)=>["f"+i, String(Math.round(rnd()*10000)/100)])), costsW: Object.fromEntries(w.map((x,i)=>["f"+i, String(x+10)])), facts:Object.fromEntries(w.map((_,i)=>["f"+i,false]))}; };
for (const n of [12,30,60]) { const {card,costs,costsW,facts}=flags(n); time("flags"+n,()=>goalsFor(card,facts as any,{grade:"A",costs} as any)); time("flags correlated"+n,()=>goalsFor(card,facts as any,{grade:"A",costs:costsW} as any)); time("flags no cost"+n,()=>goalsFor(card,facts as any,{grade:"A"} as any));}
// realistic 12
const card = defineScorecard({ id:"r",version:"1", groups:{fin:{max:"40"},m:{}}, indicators:{
 sell:{kind:"ratio",group:"fin",weight:"12",standard:"6",cap:"1.5",floor:"0"}, margin:{kind:"ratio",group:"fin",weight:"10",standard:"0.12",cap:"1.5",floor:"0"},
 days:{kind:"ratio",group:"fin",weight:"12",standard:"45",better:"lower",cap:"1.5",floor:"0.5"}, debt:{kind:"interpolate",group:"fin",weight:"8",knots:[{at:"0.402",share:"1"},{at:"0.534",share:"0.8"},{at:"0.7",share:"0.3"}]},
 reps:{kind:"bands",group:"m",weight:"8",bands:[{from:null,share:0},{from:3,share:"0.5"},{from:10,share:1}]}, rep:{kind:"rating",group:"m",weight:"10",min:1,max:5}, infl:{kind:"rating",group:"m",weight:"8",min:1,max:5},
 brands:{kind:"choice",weight:"6",options:{none:"0",some:"0.6",exclusive:"1"}}, eng:{kind:"flag",weight:"6"}, net:{kind:"share",weight:"8"}, vol:{kind:"ratio",weight:"6",standard:"150000",cap:"1.5",floor:"0"}, roa:{kind:"standard-score",weight:"6",standard:"0.055",best:"0.158",max:"9",min:"2"} },
 limits:[{when:{indicator:"days",above:"120"},grade:"C"}], grades:[{grade:"A",from:"85"},{grade:"B",from:"70"},{grade:"C",from:"50"},{grade:"D",from:null}]});
const facts={sell:3.2,margin:"0.07",days:130,debt:"0.61",reps:4,rep:3,infl:2,brands:"some",eng:false,net:"0.4",vol:81234,roa:"0.04"} as const;
const costs={sell:{unit:"10",change:"1"},margin:{unit:"800"},days:{unit:"0.5"},debt:{unit:"300"},reps:{unit:3},rep:{unit:"12"},infl:{unit:15},brands:{options:{exclusive:30,none:0}},eng:25,net:{unit:100,change:2},vol:{unit:"0.0007"},roa:{unit:"400"}};
for (const g of ["A","B","C"] as const) { time("real "+g,()=>goalsFor(card,facts,{grade:g,costs})); time("real nocost "+g,()=>goalsFor(card,facts,{grade:g})); }
const part={sell:3.2,days:130,rep:3,brands:"some"} as const;
time("real partial A",()=>goalsFor(card,part,{grade:"A",costs})); time("real partial nocost",()=>goalsFor(card,part,{grade:"A"}));
time("dealer",()=>goalsFor(dealerScorecard,{creditRecord:"repeated-delays",sellThrough:4,reputation:3},{grade:"A"}));
time("unreach",()=>goalsFor(card,facts,{grade:"A",actionable:["eng","net"]}));
let t=performance.now(); nextQuestions(card,part); console.log("questions", (performance.now()-t).toFixed(1)); t=performance.now(); nextQuestions(card,part); console.log("questions", (performance.now()-t).toFixed(1));
t=performance.now(); nextQuestions(dealerScorecard,{}); console.log("q dealer", (performance.now()-t).toFixed(1));
// all linear fine
const lin = defineScorecard({id:"lin",version:"1",total:"120",indicators:Object.fromEntries(Array.from({length:12},(_,i)=>["l"+i,{kind:"ratio" as const,weight:"10",standard:String(1000+i*137),cap:"1.2",floor:"0"}])),grades:[{grade:"A",from:"100"},{grade:"B",from:null}]});
const lf=Object.fromEntries(Array.from({length:12},(_,i)=>["l"+i,500+i*31.37]));
time("lin",()=>goalsFor(lin,lf as any,{grade:"A",costs:Object.fromEntries(Array.from({length:12},(_,i)=>["l"+i,{unit:String(1+i/10),change:"20"}]))} as any));
time("lin same",()=>goalsFor(lin,lf as any,{grade:"A",costs:Object.fromEntries(Array.from({length:12},(_,i)=>["l"+i,{unit:"1"}]))} as any));
time("lin fine",()=>goalsFor(lin,lf as any,{grade:"A",limits:Object.fromEntries(Array.from({length:12},(_,i)=>["l"+i,{step:"0.001"}])),costs:Object.fromEntries(Array.from({length:12},(_,i)=>["l"+i,{unit:"1"}]))} as any));
