import { type DestinationStream, type Logger, pino } from "pino";
import { describeError } from "./describe-error.ts";

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  /** The service that speaks. */
  readonly name: string;
  readonly destination?: DestinationStream;
}

/**
 * Write one JSON object a line, fit to be kept and sent on: errors are described, never quoted, and
 * fields that by their name hold what people entered or what opens a door are left out.
 *
 * The message is taken as it stands. An error given alone, or words to be filled in, would bring
 * text of unknown origin into it.
 */
export function createLog({ level, name, destination }: LogOptions): Log {
  const options = {
    level,
    base: { service: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: "message",
    formatters: { level: (label: string) => ({ level: label }), log: safe },
    serializers: { err: (value: unknown) => value },
    hooks: { logMethod: plain },
  };
  const log = destination ? pino(options, destination) : pino(options);
  const { child } = log;
  // pino formats the bindings of the root alone; children inherit this one's way to make children.
  log.child = function bind(this: Log, bindings: object, more?: object) {
    return child.call(this, safe(bindings), more);
  } as typeof child;
  return log;
}

/** Runs as a method of the logger: `this` is the one that was called. */
function plain(this: Logger, args: unknown[], method: (...args: [object, string]) => void): void {
  const [first, second] = args;
  const [fields, words] = typeof first === "string" ? [{}, first] : [first, second];
  const named = fields instanceof Error ? { err: fields } : { ...(fields as object) };
  method.call(this, named, typeof words === "string" ? words : "");
}

const withheld = new Set(
  "answers authorization body contents cookie email headers html key message metricstoken params password phone query secret text token".split(
    " ",
  ),
);

function safe(fields: object): Record<string, unknown> {
  return safeFields(fields, 4);
}

function safeFields(fields: object, depth: number): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!withheld.has(name.toLowerCase())) kept[name] = safeValue(value, depth);
  }
  return kept;
}

function safeValue(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describeError(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) return value.map((item) => safeValue(item, depth - 1));
  return safeFields(value, depth - 1);
}
