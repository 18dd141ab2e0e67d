import { isIP } from "node:net";
import { z } from "zod";

/** What the documentation says of a setting, beside its name. */
export interface About {
  readonly description: string;
  /** What happens where it is not set. */
  readonly unset?: string;
  readonly secret?: boolean;
}

/** A setting with a default, written as it would be in the environment. */
export function setting<T extends z.ZodType<unknown, string>>(
  type: T,
  unset: string,
  about: About,
) {
  // Every type here reads a text, which TypeScript does not conclude from the bound of T.
  return type.prefault(unset as z.input<T>).meta({ unset: unset && `\`${unset}\``, ...about });
}

export function optional<T extends z.ZodType<unknown, string>>(type: T, about: About) {
  return type.optional().meta({ ...about });
}

/** Each type's one message ends the sentence "NAME must be …", so that no message quotes the value. */
export function whole(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .refine((value) => value >= least && value <= most, error);
}

export function choice<const T extends readonly [string, ...string[]]>(...values: T) {
  return z.enum(values, `one of ${values.join(", ")}`);
}

export function address(...schemes: readonly string[]) {
  const error = `an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(" or ")}`;
  return z.string().refine((value) => {
    return schemes.some((scheme) => value.startsWith(`${scheme}://`)) && URL.canParse(value);
  }, error);
}

/** Where clamd listens: a port, or a socket in the file system. */
export const clamd = z.string().refine((value) => {
  if (value.startsWith("unix:")) return /^unix:(?:\/\/)?\/[^\0]+$/.test(value);
  const url = value.startsWith("tcp://") && URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && url.hostname !== "" && /^\/?$/.test(url.pathname);
}, "an address such as tcp://localhost:3310 or unix:/run/clamav/clamd.ctl");

export const origin = z
  .string()
  .refine(isOrigin, "an address such as https://services.example.gov.uk, without a path")
  .transform((value) => new URL(value).origin);

export const key = z.string().transform((value, issues) => {
  const bytes = decodeKey(value);
  if (bytes) return bytes;
  issues.addIssue("32 bytes, as 64 hex digits or 44 characters of base64");
  return z.NEVER;
});

/** As RFC 6750 has it, and too long to be guessed. */
export const token = z
  .string()
  .regex(/^(?=.{32})[\w.~+/-]+=*$/, "at least 32 letters, digits and -._~+/, without spaces");

export const sender = z
  .string()
  .regex(
    /^(?:[^<>"\p{Cc}]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u,
    "an e-mail address, or a name and the address in <>",
  );

export const hostPorts = z
  .string()
  .transform(listOf)
  .refine(
    (parts) => parts.every((part) => /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\]):\d{1,5}$/i.test(part)),
    "a list of host:port, apart by commas",
  );

/** Networks such as 10.0.0.0/8, or single addresses. */
export const networks = z
  .string()
  .transform(listOf)
  .refine((parts) => parts.every(isNetwork), "a list of addresses or networks, apart by commas");

export const hostNames = z
  .string()
  .transform((value) => listOf(value).map((host) => host.toLowerCase()))
  .refine(
    (parts) => parts.every((part) => /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])$/.test(part)),
    "a list of host names without ports, apart by commas",
  );

/** Read 32 bytes from hex or base64; undefined, if it is neither. */
export function decodeKey(text: string): Uint8Array | undefined {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return new Uint8Array(Buffer.from(trimmed, "hex"));
  if (/^[\w+/-]{43}=?$/.test(trimmed)) return new Uint8Array(Buffer.from(trimmed, "base64"));
  return undefined;
}

function listOf(value: string): string[] {
  return value.split(",").flatMap((part) => part.trim() || []);
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const isWhole = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return most > 0 && isWhole && rest.length === 0;
}

function isOrigin(value: string): boolean {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { pathname, search, hash, username } = new URL(value);
  return pathname === "/" && search === "" && hash === "" && username === "";
}
