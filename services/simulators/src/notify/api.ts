import { createHmac, timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { type CallEnv, destroy } from "../misbehave.ts";
import type { Letter, Notify, NotifyConfig } from "./notify.ts";

/** Tokens are good for so long before and after their moment. */
const skewS = 30;

/** The calls of GOV.UK Notify's API for letters, texts and e-mails, under `/v2/notifications`. */
export function notifyApi(notify: Notify, apiKey: string | undefined): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.use(async (c, next) => {
    const said = tokenFault(c.req.header("authorization"), apiKey, notify.now());
    if (said !== undefined) return fault(c, 403, "AuthError", said);
    return next();
  });
  app.get("/", (c) => {
    const { reference, template_type: type } = c.req.query();
    const found = notify
      .letters()
      .filter((letter) => reference === undefined || letter.reference === reference)
      .filter((letter) => type === undefined || letter.type === type);
    const shown = found.slice(0, 250).map(presentLetter);
    return c.json({ notifications: shown, links: { current: c.req.url } });
  });
  app.get("/:id", (c) => {
    const letter = notify.find(c.req.param("id"));
    if (!letter) return fault(c, 404, "NoResultFound", "No result found");
    return c.json(presentLetter(letter));
  });
  for (const type of ["letter", "sms", "email"] as const)
    app.post(`/${type}`, (c) => take(c, notify, type));
  return app;
}

const line = z.string().trim();
const Taken = z.object({
  template_id: z.uuid(),
  reference: z.string().max(1000).nullish(),
  personalisation: z.record(z.string(), z.string()),
  phone_number: z.string().optional(),
  email_address: z.string().optional(),
});
type Taken = z.infer<typeof Taken>;

/** Take something to be sent, acting out the faults that concern that alone. */
async function take(c: Context<CallEnv>, notify: Notify, type: Letter["type"]): Promise<Response> {
  const read = Taken.safeParse(await c.req.json().catch(() => undefined));
  if (!read.success) return fault(c, 400, "ValidationError", "template_id is a required property");
  if (notify.faults.take("refused"))
    return fault(c, 400, "BadRequestError", `Your service cannot send ${type}`);
  const { template_id: id, reference = null, personalisation } = read.data;
  const template = notify.config.templates[id];
  if (!template) return fault(c, 400, "BadRequestError", "Template not found");
  const missing = missingIn(template, personalisation);
  if (missing.length > 0) {
    const said = `Missing personalisation: ${missing.join(", ")}`;
    return fault(c, 400, "BadRequestError", said);
  }
  const address = addressOf(type, read.data);
  const wrong = faultIn(type, address);
  if (wrong !== undefined) return fault(c, 400, "ValidationError", wrong);
  const words = fill(template, personalisation);
  const letter = notify.print({ ...words, type, template: id, reference, address });
  return notify.faults.take("lost-reply") ? destroy(c) : answerTaken(c, notify, letter);
}

function answerTaken(c: Context<CallEnv>, notify: Notify, letter: Letter): Response {
  const { id, template } = presentLetter(letter);
  const taken = {
    reference: letter.reference,
    content: { subject: letter.heading, body: letter.text },
    template,
    uri: `${new URL(c.req.url).origin}/notify/${notify.tenant}/v2/notifications/${id}`,
  };
  return c.json(notify.faults.take("success-without-reference") ? taken : { id, ...taken }, 201);
}

function addressOf(type: Letter["type"], taken: Taken): string[] {
  if (type === "letter") return addressIn(taken.personalisation);
  return [(type === "sms" ? taken.phone_number : taken.email_address) ?? ""];
}

function faultIn(type: Letter["type"], address: readonly string[]): string | undefined {
  const [to = ""] = address;
  if (type === "letter") return addressFault(address);
  if (type === "sms") return /^\+?\d{10,15}$/.test(to) ? undefined : "phone_number is not valid";
  return /^[^@\s]+@[^@\s]+$/.test(to) ? undefined : "email_address is not valid";
}

type Template = NotifyConfig["templates"][string];
type Given = Readonly<Record<string, string>>;

const placeholder = /\(\(([^()]+)\)\)/g;

function missingIn({ heading, text }: Template, given: Given): string[] {
  const wanted = [...`${heading} ${text}`.matchAll(placeholder)].map(([, name = ""]) => name);
  return [...new Set(wanted)].filter((name) => !Object.hasOwn(given, name));
}

function fill({ heading, text }: Template, given: Given): Template {
  const filled = (words: string) =>
    words.replace(placeholder, (_, name: string) => given[name] ?? "");
  return { heading: filled(heading), text: filled(text) };
}

function addressIn(given: Given): string[] {
  const lines = [1, 2, 3, 4, 5, 6, 7].map((nth) => given[`address_line_${nth}`] ?? "");
  return lines.map((one) => line.parse(one)).filter((one) => one !== "");
}

/** It posts to three lines and more, of which the last is a postcode of the United Kingdom. */
function addressFault(lines: readonly string[]): string | undefined {
  if (lines.length < 3) return "Address must be at least 3 lines";
  const isPostcode = /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i.test(lines.at(-1) ?? "");
  return isPostcode
    ? undefined
    : "Last line of address must be a real UK postcode or another country";
}

function presentLetter(letter: Letter) {
  const { id, reference, type, template, address, heading, text, createdAt } = letter;
  const lines = address.map((one, at) => [`line_${at + 1}`, one]);
  const to = { letter: Object.fromEntries(lines), sms: { phone_number: address[0] } };
  return {
    id,
    reference,
    type,
    status: statusOf(letter),
    ...(type === "email" ? { email_address: address[0] } : to[type]),
    template: { id: template, version: 1 },
    subject: heading,
    body: text,
    created_at: createdAt,
  };
}

/** How it ended: the numbers and addresses that Notify has for it come back. */
function statusOf({ type, address: [to = ""] }: Letter): string {
  if (type === "letter") return "received";
  return Object.hasOwn(comesBack, to) ? (comesBack[to] ?? "") : "delivered";
}

const comesBack: Readonly<Record<string, string>> = {
  "+447700900002": "permanent-failure",
  "+447700900003": "temporary-failure",
  "perm-fail@simulator.notify": "permanent-failure",
  "temp-fail@simulator.notify": "temporary-failure",
};

function tokenFault(
  header: string | undefined,
  apiKey: string | undefined,
  now: Date,
): string | undefined {
  const [head = "", claims = "", signature = ""] = (header ?? "").replace("Bearer ", "").split(".");
  const secret = apiKey?.slice(-36) ?? "";
  const wanted = createHmac("sha256", secret).update(`${head}.${claims}`).digest();
  const given = Buffer.from(signature, "base64url");
  const isOurs = given.length === wanted.length && timingSafeEqual(given, wanted);
  if (secret === "" || !isOurs) return "Invalid token: signature, api token not found";
  const { iss, iat } = claimsIn(claims);
  if (iss !== apiKey?.slice(-73, -37)) return "Invalid token: service not found";
  const isNow = Math.abs(now.getTime() / 1000 - iat) <= skewS;
  return isNow ? undefined : "Error: Your system clock must be accurate to within 30 seconds";
}

const Claims = z.object({ iss: z.string(), iat: z.number() });

/** Signed by whoever has the key, which is no reason to trust that it can be read. */
function claimsIn(text: string): z.infer<typeof Claims> {
  try {
    return Claims.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return { iss: "", iat: 0 };
  }
}

function fault(c: Context, status: 400 | 403 | 404, error: string, message: string): Response {
  return c.json({ status_code: status, errors: [{ error, message }] }, status);
}
