import ts from "typescript";

const STARTERS = ["describe", "it", "test"];
/** An item's id, not a part of a longer one: `C2` isn't in `C2.6`. */
const ID = /(?<![\w.])[A-E]\d+(?:\.\d+)?(?!\w|\.\d)/g;

/** The texts that may stand in titles of a test file: titles themselves, and the texts in tables that titles are filled from. */
export function titlesIn(file: string, text: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && STARTERS.includes(rootOf(node.expression))) {
      for (const argument of node.arguments.filter((one) => !ts.isFunctionLike(one))) titles.push(...textsIn(argument));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return titles;
}

/** The ids that stand in a title, each by itself. */
export function idsIn(title: string): readonly string[] {
  return title.match(ID) ?? [];
}

/** What a chain of calls such as `test.each(table)(title, body)` begins with. */
function rootOf(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression)
    ? rootOf(expression.expression)
    : "";
}

/** Also those behind a constant's name aren't looked for: a title says itself what it covers. */
function textsIn(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  const texts: string[] = [];
  ts.forEachChild(node, (child) => {
    texts.push(...textsIn(child));
  });
  return texts;
}
