import type { FormIssue } from "../../ground/issue.js";

/** A cell as it stands in a text. */
export interface Cell {
  readonly text: string;
  /** Whether it is in quotes: only so an empty cell is an empty text and not unknown. */
  readonly quoted: boolean;
}

/** What stands between two cells. */
export const DELIMITERS = [",", ";", "\t"] as const;
/** What stands between two cells: a comma, a semicolon or a tab. */
export type Delimiter = (typeof DELIMITERS)[number];

/** UTF-16 units of a text that is read. */
export const LONGEST_CSV = 50_000_000;
/** Lines of a text that is read, the headers included. */
const MOST_LINES = 200_001;
/** Columns of a text that is read. */
export const MOST_COLUMNS = 1000;
/** Cells of a text that is read: each takes some hundred bytes. */
const MOST_CELLS = 3_000_000;

interface Scan {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly plain: RegExp;
  readonly issues: FormIssue[];
  at: number;
}

/**
 * Reads the lines of a CSV text by RFC 4180: quotes around cells, doubled within; delimiters and line ends in quotes belong to the cell. Also a byte
 * order mark, and line ends of all kinds. The line end of the last line may be missing.
 */
export function scanCsv(text: string, delimiter: Delimiter, issues: FormIssue[]): Cell[][] {
  const scan = startOf(text, delimiter, issues);
  const lines: Cell[][] = [];
  let cells = 0;
  while (scan.at < text.length) {
    if (lines.length === MOST_LINES) {
      issues.push({ code: "too-many", path: [], details: { most: MOST_LINES, received: lines.length + 1 } });
      break;
    }
    const line = scanLine(scan, lines.length);
    cells += line.length;
    if (cells > MOST_CELLS) {
      issues.push({ code: "too-many-values", path: [], details: { max: MOST_CELLS } });
      break;
    }
    lines.push(line);
  }
  return lines;
}

/** The cells of the first line alone. */
export function scanHeader(text: string, delimiter: Delimiter): readonly Cell[] {
  return scanLine(startOf(text, delimiter, []), 0);
}

function startOf(text: string, delimiter: Delimiter, issues: FormIssue[]): Scan {
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, "y");
  return { text, delimiter, plain, issues, at: text.startsWith("\ufeff") ? 1 : 0 };
}

function scanLine(scan: Scan, line: number): Cell[] {
  const cells = [scanCell(scan, line, 0)];
  while (scan.text[scan.at] === scan.delimiter) {
    scan.at += 1;
    const cell = scanCell(scan, line, cells.length);
    if (cells.length <= MOST_COLUMNS) cells.push(cell);
  }
  if (cells.length > MOST_COLUMNS) {
    scan.issues.push({ code: "too-many", path: [line], details: { most: MOST_COLUMNS, received: cells.length } });
  }
  scan.at += scan.text.startsWith("\r\n", scan.at) ? 2 : 1;
  return cells;
}

function scanCell(scan: Scan, line: number, column: number): Cell {
  if (scan.text[scan.at] !== '"') return { text: scanPlain(scan), quoted: false };
  const parts: string[] = [];
  let from = scan.at + 1;
  for (;;) {
    const end = scan.text.indexOf('"', from);
    if (end < 0) {
      scan.issues.push({ code: "misplaced-quote", path: [line, column], details: {} });
      scan.at = scan.text.length;
      return { text: parts.join(""), quoted: true };
    }
    parts.push(scan.text.slice(from, end));
    if (scan.text[end + 1] !== '"') return closeCell(scan, end + 1, parts.join(""), [line, column]);
    parts.push('"');
    from = end + 2;
  }
}

function closeCell(scan: Scan, at: number, text: string, path: readonly number[]): Cell {
  scan.at = at;
  if (scanPlain(scan) !== "") scan.issues.push({ code: "misplaced-quote", path, details: {} });
  return { text, quoted: true };
}

function scanPlain(scan: Scan): string {
  scan.plain.lastIndex = scan.at;
  const [text] = scan.plain.exec(scan.text) as RegExpExecArray;
  scan.at += text.length;
  return text;
}
