import { surveyProgress } from "keyaccount";
import { clientSurvey as survey } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import {
  clientSurvey,
  clientSurveyForm,
  dailySweepForm,
  dailySweepReports,
  defineForm,
  developmentRecordForm,
  developmentRecords,
  formJsonSchema,
  leadSummary,
  parseCsv,
  parseSheet,
  periodSummary,
  projectApplication,
  toCsv,
  toHtml,
  toMarkdown,
  visitRecordForm,
  visitRecords,
  weeklySummaries,
} from "keyaccount/reports";
import { describe, expect, test } from "vitest";
import { POLLUTION, whilePolluted } from "../support/polluted.js";
import { WEEK } from "./records.js";

const OPTIONS = { offset: "+08:00", clients: [{ id: "c-7" }, {}] } as never;
/** Visits with as little in them as may be. */
const visits = [
  ...WEEK,
  { v: 1, id: "v-9", clientId: "c-9", way: "visit", startedAt: "2026-11-19", ours: [{}], theirs: [{ name: "Li" }] },
] as never[];
const days = dailySweepReports(visits, OPTIONS).sheets;
const records = visitRecords(WEEK, { offset: "+08:00" }).sheets;
const developed = developmentRecords(WEEK, { offset: "+08:00" }).sheets;
const csv = toCsv(dailySweepForm, days, { locale: en });
const definition = {
  id: "f",
  version: "1",
  fields: { q1: { type: "text" } },
  rows: { q2: { type: "integer" } },
} as const;
const form = defineForm(definition);
const surveyForm = clientSurveyForm(survey);
const progress = surveyProgress(survey, [], { asOf: "2026-11-21" });

const calls: Readonly<Record<string, () => unknown>> = {
  defineForm: () => defineForm(definition),
  clientSurvey: () => clientSurvey(surveyForm, { client: { id: "c" }, progress }),
  "clientSurvey of nothing": () => clientSurvey(surveyForm, { client: { id: "c" }, progress: {} } as never),
  dailySweepReports: () => dailySweepReports(visits, OPTIONS),
  visitRecords: () => visitRecords(visits, OPTIONS),
  developmentRecords: () => developmentRecords(visits, OPTIONS),
  weeklySummaries: () => weeklySummaries([...days, {}, { fields: {} }] as never),
  periodSummary: () => periodSummary(days, { from: "2026-11-01", to: "2026-11-30" }),
  leadSummary: () =>
    leadSummary([{ v: 1, number: "1", client: "a", source: "search", date: "2026-11-20" }, {}] as never, {
      offset: "+08:00",
    }),
  projectApplication: () =>
    projectApplication({ fields: {} }, { client: { id: "c", contacts: [{}] }, offset: "+08:00" } as never),
  parseSheet: () => parseSheet(form, { rows: [{}, { q2: 1 }] }),
  "parseSheet of nothing": () => parseSheet(form, {}),
  parseCsv: () => parseCsv(dailySweepForm, csv, { locales: [en] }),
  toCsv: () => toCsv(dailySweepForm, days, { locale: en }),
  toMarkdown: () => toMarkdown(visitRecordForm, records, { locale: en }),
  toHtml: () => toHtml(developmentRecordForm, developed, { locale: en }),
  formJsonSchema: () => formJsonSchema(form, { locale: en }),
};

/** Every field that one of them reads of something. */
const FIELDS =
  "activity,advice,amount,answer,answers,approval,area,asked,asOf,attitude,budget,bom,by,cause,class,client,clientId,clientIdeas,clients,column,completeness,computed,contacts,currency,date,delimiter,doneAt,dueOn,endedAt,extra,failureCauses,field,fields,followUp,form,from,given,industry,is,isNot,kind,least,list,longest,mainPoints,many,materials,max,mayNotApply,min,minutes,most,name,need,next,nextStep,none,notApplicable,notes,offset,open,opinion,options,ours,outcome,owner,place,progress,purposes,records,required,roles,row,rowFrom,rows,rowSalesperson,rowTo,salesperson,sheet,sort,state,surveyOptions,surveyQuestions,surveyShares,targetClass,text,theirs,to,type,version,visit,way,what,where,whole".split(
    ",",
  );

describe.each(Object.entries(calls))("%s", (_, call) => {
  test("a polluted prototype fills no field, on any level", () => {
    const clean = outcomeOf(call);
    for (const field of FIELDS) {
      for (const value of POLLUTION) {
        const polluted = whilePolluted({ [field]: value }, () => outcomeOf(call));
        expect(polluted, `${field}: ${JSON.stringify(value)}`).toBe(clean);
      }
    }
  });
});

/** What a call makes, or the error that it throws, as text. */
function outcomeOf(call: () => unknown): string {
  try {
    return JSON.stringify(call());
  } catch (error) {
    return `throws ${String(error)}`;
  }
}
