import { randomBytes } from "node:crypto";

/** The variables of a shell. */
export type Variables = Record<string, string>;

/** A command of a guide: set a variable, call the API, or run a program. */
export type Command =
  | { readonly kind: "export"; readonly name: string; readonly value: string }
  | { readonly kind: "curl"; readonly call: Call }
  | { readonly kind: "node"; readonly file: string; readonly stays: boolean };

export interface Call {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Record<string, string> };
}

/**
 * Read the commands of a block as a shell would, as far as guides use one: lines that go on after a backslash, both
 * kinds of quotes, variables, `$(openssl rand -hex 16)`, and `&`.
 */
export function commandsOf(block: string, variables: Variables): Command[] {
  return logicalLines(block).map((line) => commandOf(wordsOf(line, variables)));
}

/** A line goes on where it ends in a backslash, or inside quotes. */
function logicalLines(block: string): string[] {
  const lines: string[] = [];
  let open = "";
  for (const line of block.replaceAll("\\\n", " ").split("\n")) {
    open += open === "" ? line : `\n${line}`;
    if ((open.match(/(?<!\\)'/g)?.length ?? 0) % 2 === 1) continue;
    if (open.trim() !== "" && !open.startsWith("#")) lines.push(open);
    open = "";
  }
  if (open !== "") throw new Error(`A quote is never closed: ${open}`);
  return lines;
}

const word = /(?:'[^']*'|"(?:[^"\\]|\\.)*"|[^\s'"])+/g;
const pieces = /'([^']*)'|"((?:[^"\\]|\\.)*)"|([^\s'"]+)/g;

function wordsOf(line: string, variables: Variables): string[] {
  return [...line.matchAll(word)].map(([whole]) =>
    whole.replaceAll(pieces, (_, single?: string, double?: string, bare?: string) => {
      if (single !== undefined) return single;
      return expand(double?.replaceAll('\\"', '"') ?? bare ?? "", variables);
    }),
  );
}

function expand(text: string, variables: Variables): string {
  return text.replaceAll(/\$\(openssl rand -hex 16\)|\$\{?(\w+)\}?/g, (whole, name?: string) => {
    if (name === undefined) return randomBytes(16).toString("hex");
    const value = variables[name];
    if (value === undefined) throw new Error(`${whole} was not set`);
    return value;
  });
}

function commandOf([program = "", ...args]: readonly string[]): Command {
  const [first = ""] = args;
  if (program === "curl") return { kind: "curl", call: callOf(args) };
  if (program === "node") return { kind: "node", file: first, stays: args.at(-1) === "&" };
  const [, name = "", value = ""] = /^(\w+)=(.*)$/s.exec(first) ?? [];
  if (program === "export" && name !== "") return { kind: "export", name, value };
  throw new Error(`Guides do not use: ${program} ${args.join(" ")}`);
}

const known = ["--request", "--header", "--data", "--data-urlencode", "--user"];

function callOf(args: readonly string[]): Call {
  const words = args.filter((one) => one !== "--include");
  const options = words.flatMap((one, index) =>
    one.startsWith("--") ? [[one, words[index + 1] ?? ""] as const] : [],
  );
  const strange = options.find(([name]) => !known.includes(name));
  if (strange) throw new Error(`Guides do not use curl ${strange[0]}`);
  const values = (name: string) => options.filter(([one]) => one === name).map(([, one]) => one);
  const url = words.find((one, index) => !`${words[index - 1]} ${one}`.includes("--")) ?? "";
  const body = bodyOf(values("--data"), values("--data-urlencode"));
  const method = values("--request")[0] ?? (body === undefined ? "GET" : "POST");
  const basic = values("--user").map((user) => ["Authorization", `Basic ${btoa(user)}`] as const);
  const headers = values("--header").map((header) => header.split(/: *(.*)/s));
  const init = { method, headers: Object.fromEntries([...headers, ...basic]) };
  return { url, init: body === undefined ? init : { ...init, body } };
}

function bodyOf([data]: string[], fields: string[]): string | URLSearchParams | undefined {
  if (fields.length === 0) return data;
  return new URLSearchParams(fields.map((field) => field.split(/=(.*)/s).slice(0, 2)));
}
