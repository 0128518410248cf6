import { safeText } from "./safe-text.js";
import { displayWidth } from "./width.js";

/** On which side of its column a cell stands. */
export type Align = "left" | "right";

const GAP = "  ";

/**
 * Lines of a table: cells aligned by display width, two spaces between columns, none at the end of a line. Every cell
 * is made safe to print.
 */
export function tableLines(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const columns = aligns.map((align, column) =>
    alignedColumn(
      rows.map((row) => safeText(row[column] ?? "")),
      align,
    ),
  );
  return rows.map((_, index) =>
    columns
      .map((cells) => cells[index])
      .join(GAP)
      .trimEnd(),
  );
}

function alignedColumn(cells: readonly string[], align: Align): string[] {
  const width = cells.reduce((widest, text) => Math.max(widest, displayWidth(text)), 0);
  return cells.map((text) => {
    const space = " ".repeat(width - displayWidth(text));
    return align === "left" ? text + space : space + text;
  });
}
