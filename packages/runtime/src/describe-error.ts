/** What may be known of an error: never its message, its parameters or anything else that it carries. */
export interface ErrorDescription {
  readonly name: string;
  readonly code?: string | number;
  readonly cause?: ErrorDescription;
  /** Where in our own code, innermost first. */
  readonly stack?: readonly string[];
}

/**
 * Describe an error by what cannot hold personal data.
 *
 * Messages of databases, parsers and back offices quote what they were given, so only names, codes
 * and places in our own files pass, and each only in the form that such a thing has.
 */
export function describeError(error: unknown, depth = 3): ErrorDescription {
  if (!(error instanceof Error)) return { name: `thrown ${typeof error}` };
  const code = codeOf(error);
  const stack = ourFrames(error);
  return {
    name: /^\w{1,60}$/.test(error.name) ? error.name : "Error",
    ...(code !== undefined && { code }),
    ...(depth > 0 && error.cause !== undefined && { cause: describeError(error.cause, depth - 1) }),
    ...(stack.length > 0 && { stack }),
  };
}

function codeOf(error: Error): string | number | undefined {
  const { code } = error as { readonly code?: unknown };
  if (typeof code === "number") return code;
  return typeof code === "string" && /^[A-Za-z][\w.-]{0,60}$/.test(code) ? code : undefined;
}

const frame =
  /^ {4}at (?:async )?(?:(?<name>[\w.$<> ]{1,80}) \()?(?:file:\/\/)?\/[^()\s]*?\/(?<file>(?:packages|services|infra|dist)\/[\w./-]{1,120}:\d+:\d+)\)?$/;

/** The message is cut off first: it comes before the frames, and might be made to look like one. */
function ourFrames({ stack = "", message }: Error): string[] {
  const at = stack.indexOf(message);
  if (at === -1) return [];
  const lines = stack.slice(at + message.length).split("\n");
  return lines.flatMap((line) => {
    const { name, file } = line.includes("/node_modules/") ? {} : (frame.exec(line)?.groups ?? {});
    if (!file) return [];
    return name ? `${name} (${file})` : file;
  });
}
