import { z } from "zod";
import { HeaderName } from "./conditions.ts";
import { namesIn, type Purpose, unknownName } from "./facts.ts";
import { xmlParts } from "./xml-template.ts";

/** A text with names in braces, each of which stands for something in requests of this purpose. */
export function template(purpose: Purpose, longest = 2000) {
  return z
    .string()
    .max(longest)
    .superRefine((text, context) => {
      const name = unknownName(text, purpose);
      if (name !== undefined)
        context.addIssue({ code: "custom", message: `“{${name}}” stands for nothing here.` });
    });
}

/** What is left of a path when its names are replaced by a letter: plain segments. */
const segments = /^\/?(?:[\w.~!$&'()*+,;=:@%-]+\/?)*$/;

/**
 * The path of a request below the connector's address, such as `cases/{theirReference}/notes`.
 *
 * A value is written as one segment or a part of one, so no value leads elsewhere.
 */
export function pathTemplate(purpose: Purpose) {
  return template(purpose, 300).refine((path) => {
    const plain = path.replace(/\{[^{}]*\}/g, "a");
    return segments.test(plain) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(plain);
  }, "A path is plain segments with strokes between them, and has no “..”, “?” or address in it.");
}

/** An XML text with names in its texts and attributes. */
export function xmlTemplate(purpose: Purpose) {
  return template(purpose, 20_000).refine(
    (text) => xmlParts(text) !== undefined,
    "This is not XML in which names in braces stand in texts and attributes only, without comments and CDATA.",
  );
}

/** JSON whose texts have names in braces; a text that is one name alone takes the value as it is. */
function jsonTemplate(purpose: Purpose) {
  return z.json().superRefine((value, context) => {
    const name = textsIn(value)
      .map((text) => unknownName(text, purpose))
      .find((unknown) => unknown !== undefined);
    if (name !== undefined)
      context.addIssue({ code: "custom", message: `“{${name}}” stands for nothing here.` });
  });
}

function textsIn(value: z.core.util.JSONType): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsIn);
}

/** What a request carries. */
function body(purpose: Purpose) {
  const fields = z.record(z.string().min(1).max(120), template(purpose));
  return z.union([
    z.strictObject({ json: jsonTemplate(purpose) }),
    z.strictObject({ xml: xmlTemplate(purpose) }),
    z.strictObject({ form: fields }),
    z.strictObject({
      /** A form with a file in it: the name of the file's field, and the fields beside it. */
      multipart: z.strictObject({ file: z.string().regex(/^[\w.[\]-]{1,60}$/), fields }),
    }),
    /** The file, or the mapped document, as it is. */
    z.strictObject({ raw: z.literal(true) }),
  ]);
}

/** A secret is a credential, which is sealed: what is written here can be read by whoever reads the folder. */
function holdNoSecret(
  headers: Readonly<Record<string, string>>,
  context: z.core.$RefinementCtx<Readonly<Record<string, string>>>,
): void {
  const found = Object.entries(headers).find(
    ([name, value]) =>
      /(?:key|token|secret|password|authorization|cookie)$/i.test(name) && !value.includes("{"),
  );
  if (!found) return;
  const message = `“${found[0]}” looks like a secret; secrets are not kept with settings.`;
  context.addIssue({ code: "custom", path: [found[0]], message });
}

/** One request to a back office. */
export function request(purpose: Purpose) {
  return z.strictObject({
    method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
    path: pathTemplate(purpose),
    /** One whose value comes to nothing is left out. */
    query: z.record(z.string().min(1).max(80), template(purpose)).default({}),
    headers: z.record(HeaderName, template(purpose)).default({}).superRefine(holdNoSecret),
    body: body(purpose).optional(),
    /** The content type of the body, where the usual one will not do. */
    contentType: z
      .string()
      .regex(/^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=[\w.-]+)*$/, "This is no content type.")
      .optional(),
  });
}
export type RequestTemplate = z.infer<ReturnType<typeof request>>;

/** Whether the mapped document of a create is put into the body somewhere. */
export function holdsDocument({ body }: Pick<RequestTemplate, "body">): boolean {
  if (body === undefined || "raw" in body) return true;
  return "json" in body
    ? textsIn(body.json).includes("{document}")
    : "xml" in body && namesDocument(body.xml);
}

/** Whether an XML template has the mapped document in it, or what stands within its root. */
export function namesDocument(xml: string): boolean {
  return namesIn(xml).some((name) => name === "document" || name === "document.inner");
}
