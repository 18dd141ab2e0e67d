import { z } from "zod";
import { blocked, invalid, missing, noJson } from "./errors.ts";

const unsafe = /[<>"\\|]/;

const Metadata = z
  .record(z.string().min(1).max(30), z.union([z.string().max(100), z.number(), z.boolean()]))
  .refine((entries) => Object.keys(entries).length <= 15, "Must have at most 15 entries");

/** An https address; this machine's own may do without. */
const ReturnUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((url) => {
    const { protocol, hostname } = new URL(url);
    return protocol === "https:" || ["localhost", "127.0.0.1"].includes(hostname);
  }, "Must be a valid URL format");

const NewPayment = z.object({
  amount: z.int().min(1).max(10_000_000),
  reference: z.string().min(1).max(255),
  description: z.string().min(1).max(255),
  return_url: ReturnUrl,
  metadata: Metadata.default({}),
  email: z.string().max(254).optional(),
  language: z.enum(["en", "cy"]).default("en"),
  delayed_capture: z.literal(false).default(false),
});
export type NewPayment = z.infer<typeof NewPayment>;

/**
 * Read what a payment is to be.
 *
 * @throws PayError as the real one says it: the first attribute that is missing, else the first that is wrong.
 */
export function readNewPayment(text: string): NewPayment {
  const json = parsed(text);
  for (const field of ["amount", "reference", "description", "return_url"])
    if (json[field] === undefined || json[field] === null) throw missing(field);
  if ([json.reference, json.description, ...valuesOf(json.metadata)].some(isUnsafe))
    throw blocked();
  const read = NewPayment.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid(String(issue?.path[0] ?? ""), issue?.message ?? "");
}

function parsed(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw noJson();
  }
}

function valuesOf(metadata: unknown): unknown[] {
  return typeof metadata === "object" && metadata !== null ? Object.values(metadata) : [];
}

/** The firewall in front of the real one turns away what might be markup. */
function isUnsafe(value: unknown): boolean {
  return typeof value === "string" && unsafe.test(value);
}
