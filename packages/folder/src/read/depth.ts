import { CST, Lexer } from "yaml";

const deepest = 64;
const widestIndent = 256;

/**
 * Tell whether a text's parts lie deeper in each other than any real file's.
 *
 * The parser calls itself for each level, and on a deep one it does not throw: the regular expressions that it
 * uses abort the whole server when the stack is short. So depth is judged first, by the tokens alone.
 */
export function isTooDeep(text: string): boolean {
  let inBrackets = 0;
  let inLine = 0;
  for (const { type, length } of tokensOf(text)) {
    inBrackets += brackets[type] ?? 0;
    inLine = type === "newline" ? 0 : inLine + (indicators[type] ?? 0);
    const isWide = type === "indent" && length > widestIndent;
    if (isWide || inBrackets > deepest || inLine > deepest) return true;
  }
  return false;
}

const brackets: Record<string, number> = {
  "flow-map-start": 1,
  "flow-seq-start": 1,
  "flow-map-end": -1,
  "flow-seq-end": -1,
};
/** Each begins a part in a part without a new line. */
const indicators: Record<string, number> = { "seq-item-ind": 1, "explicit-key-ind": 1 };

function* tokensOf(text: string): Generator<{ type: string; length: number }> {
  let before = "newline";
  for (const token of new Lexer().lex(text)) {
    const type = before === "scalar" ? "text" : (CST.tokenType(token) ?? "text");
    yield {
      type: type === "space" && before === "newline" ? "indent" : type,
      length: token.length,
    };
    before = type;
  }
}
