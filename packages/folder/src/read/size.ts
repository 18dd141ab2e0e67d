import { CST, Lexer } from "yaml";

const largest = 1_000_000;
const deepest = 64;
/** Many times what the largest real file has. */
const mostTokens = 40_000;
const widestIndent = 256;

/**
 * Say why a text is larger than any real file, if it is.
 *
 * The parser calls itself for each level, and on a deep one it does not throw: the regular expressions that it
 * uses abort the whole server when the stack is short. So depth and number are judged first, by the tokens alone.
 */
export function objectionTo(text: string): string | undefined {
  if (text.length > largest) return "The file is too large: a megabyte is the most.";
  const count = { tokens: 0, inBrackets: 0, inLine: 0 };
  for (const { type, length } of tokensOf(text)) {
    add(count, type);
    if (Math.max(count.inBrackets, count.inLine) > deepest || isWide(type, length)) return tooDeep;
    if (count.tokens > mostTokens) return tooMuch;
  }
  return undefined;
}

interface Count {
  tokens: number;
  inBrackets: number;
  inLine: number;
}

function add(count: Count, type: string): void {
  count.tokens += Number(!blank.has(type));
  count.inBrackets += brackets[type] ?? 0;
  count.inLine = type === "newline" ? 0 : count.inLine + (indicators[type] ?? 0);
}

const blank = new Set(["space", "indent"]);

function isWide(type: string, length: number): boolean {
  return type === "indent" && length > widestIndent;
}

const tooDeep = "The file cannot be read: its parts lie too deep in each other.";
const tooMuch = `The file holds too much: ${mostTokens} texts, lines and marks between them are the most.`;

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
