import { safeText } from "./safe-text.js";
import { displayWidth } from "./width.js";

/** On which side of its column a cell stands. */
export type Align = "left" | "right";

const GAP = "  ";

/** Lines of a table: cells aligned by display width, two spaces between columns, none at the end of a line. Every cell is made safe to print. */
export function tableLines(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const cells = rows.map((row) => row.map(safeText));
  const widths = aligns.map((_, column) => Math.max(0, ...cells.map((row) => displayWidth(row[column] ?? ""))));
  return cells.map((row) =>
    row
      .map((text, column) => pad(text, widths[column] ?? 0, aligns[column] ?? "left"))
      .join(GAP)
      .trimEnd(),
  );
}

function pad(text: string, width: number, align: Align): string {
  const space = " ".repeat(width - displayWidth(text));
  return align === "left" ? text + space : space + text;
}
