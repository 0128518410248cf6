// Shows a serverless function in the style of fetch (Workers, Deno, Bun, Vercel, Lambda function URLs through an adapter):
// POST { "facts": { … }, "asOf": "2026-11-21" } is answered by the evaluation, or by all that is wrong with the request, in the
// caller's language. Run it: `npx tsx examples/serverless.ts` posts a good request, a bad one and one that is no JSON.
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import {
  evaluate,
  type FormattableIssue,
  formatIssue,
  isInstant,
  isPlainDate,
  type Locale,
  parseFacts,
} from "keyaccount";
import { distributorScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";

/** A request holds one client's facts; more than this is a mistake or an attack. */
const MOST_BYTES = 65_536;

/** Judges the distributor whose facts are posted. Never throws: every answer is a response. */
export async function handler(request: Request): Promise<Response> {
  if (request.method !== "POST") return answer(405, { error: "method-not-allowed" }, { allow: "POST" });
  const bytes = await readBody(request).catch(() => undefined);
  if (bytes === undefined) return answer(400, { error: "unreadable" });
  if (bytes === null) return answer(413, { error: "too-large", most: MOST_BYTES });
  const body = parseJson(bytes);
  if (body === undefined) return answer(400, { error: "not-json" });
  return judge(body, localeFor(request.headers.get("accept-language")));
}

function judge(body: unknown, locale: Locale): Response {
  if (!isRecord(body)) {
    const issue = { code: "wrong-type", path: [], details: { expected: "object", received: typeName(body) } };
    return refusal(locale, [told(issue, locale)]);
  }
  const asOf = dayOf(body["asOf"]);
  const facts = parseFacts(distributorScorecard, body["facts"], { asOf });
  if (asOf !== null && facts.ok) return answer(200, evaluate(distributorScorecard, facts.value, { asOf }));
  return refusal(locale, [
    ...(facts.ok ? [] : facts.issues.map((issue) => told(issue, locale, "facts"))),
    ...(asOf === null ? [told(asOfIssue(body["asOf"]), locale)] : []),
  ]);
}

/** The day or moment of the judgement is the caller's to say: by a server's clock the same facts would be judged otherwise tomorrow. */
function dayOf(asOf: unknown): string | null {
  return isPlainDate(asOf) || isInstant(asOf) ? asOf : null;
}

function asOfIssue(asOf: unknown): FormattableIssue {
  if (typeof asOf !== "string") return { code: "required", path: ["asOf"], details: {} };
  return { code: "not-a-date", path: ["asOf"], details: { received: asOf.slice(0, 64) } };
}

/** An issue with its place in the body and a sentence for people. */
function told(issue: FormattableIssue, locale: Locale, ...under: string[]): object {
  return { ...issue, path: [...under, ...issue.path], message: formatIssue(issue, locale) };
}

function refusal(locale: Locale, issues: readonly object[]): Response {
  return answer(422, { issues }, { "content-language": locale.tag, vary: "accept-language" });
}

function answer(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Response {
  const all = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers };
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** The body's bytes; `null` as soon as there are too many, whatever length the caller claimed. */
async function readBody(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** The JSON in UTF-8, `undefined` if it isn't any. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** The language that the caller likes better of the two that we speak; English for a header that says neither or is garbled. */
function localeFor(header: string | null): Locale {
  const wishes = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((wish) => /^ *(zh|en)(?:-[a-z0-9-]+)? *(?:; *q=([01](?:\.\d{0,3})?) *)?$/.exec(wish));
  const quality = (language: string): number =>
    Math.max(0, ...wishes.map((wish) => (wish?.[1] === language ? Number(wish[2] ?? 1) : 0)));
  return quality("zh") > quality("en") ? zhCN : en;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const typeName = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

async function demonstrate(): Promise<void> {
  const good = { salesReps: { value: 6, observedAt: "2026-10-02" }, salesNetwork: "0.45", relationship: "supplier" };
  const bad = { salesReps: { value: 6, observedAt: "2027-01-01" }, salesNetwork: "0,45", relationship: "lover" };
  const bodies = [
    JSON.stringify({ asOf: "2026-11-21", facts: good }),
    JSON.stringify({ asOf: "2026-11-21", facts: bad }),
    "{",
  ];
  for (const body of bodies) {
    const headers = { "accept-language": "zh-CN,en;q=0.8" };
    const response = await handler(new Request("https://crm.example/judge", { method: "POST", body, headers }));
    const reply = inspect(await response.json(), { depth: response.ok ? 1 : 3, breakLength: 100 });
    console.log(`POST ${body.replace('"facts"', '\n  "facts"')}\n${String(response.status)} ${reply}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await demonstrate();
