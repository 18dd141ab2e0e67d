import { Code, type Design, type DesignField } from "@guildhall/contract";
import { z } from "zod";
import { ConnectorFault, orFault } from "../connector-fault.ts";
import { NotAccepted } from "../not-accepted.ts";
import type { AlloyClient } from "./client.ts";
import type { Alloy } from "./create-case.ts";
import type { AlloySettings } from "./settings.ts";

const Attribute = z.object({
  name: z.string(),
  code: z.string().min(1).max(200),
  type: z.string().max(40),
  required: z.boolean().default(false),
  readonly: z.boolean().default(false),
});
const Reply = z.object({
  design: z.object({ name: z.string(), code: z.string(), attributes: z.array(Attribute) }),
});
const Page = z.object({
  results: z.array(
    z.object({
      attributes: z.array(z.object({ attributeCode: z.string(), value: z.unknown() })).default([]),
    }),
  ),
});

const DesignPage = z.object({
  results: z.array(z.object({ name: z.string(), code: z.string() })),
});

const pageSize = 100;
const maxPages = 20;

type Lookup = AlloySettings["lists"][string];

/**
 * Read a code list: the names of a lookup's items, which are what links are written by.
 *
 * @throws ConnectorFault
 */
export async function readCodes(
  { api, settings }: Alloy,
  list: string,
  signal: AbortSignal,
): Promise<readonly Code[]> {
  const lookup = Object.hasOwn(settings.lists, list) ? settings.lists[list] : undefined;
  if (!lookup) throw new ConnectorFault("list-unknown");
  const codes = await orFault(namesIn(api, lookup, signal));
  if (codes.length === 0) throw new ConnectorFault("list-empty");
  return codes;
}

/**
 * Say what Alloy's designs are now, their fields by the names that mappings have for them.
 *
 * A field that only Alloy writes is left out: nothing can be sent to it. So is a design that is gone.
 *
 * @throws ConnectorFault
 */
export async function describe(
  alloy: Alloy,
  designs: readonly string[],
  signal: AbortSignal,
): Promise<readonly Design[]> {
  const described: Design[] = [];
  for (const code of designs) {
    const design = await orFault(readDesign(alloy.api, code, signal));
    if (!design) continue;
    const writable = design.attributes.filter(({ readonly }) => !readonly);
    const fields: DesignField[] = [];
    for (const attribute of writable) fields.push(await orFault(toField(alloy, attribute, signal)));
    described.push({ id: code, title: design.name, fields });
  }
  return described;
}

/**
 * Name Alloy's designs, as far as its list goes.
 *
 * @throws ConnectorFault
 */
export function nameDesigns({ api }: Alloy, signal: AbortSignal): Promise<readonly Named[]> {
  return orFault(readNames(api, signal));
}

type Named = Pick<Design, "id" | "title">;

async function readNames(api: AlloyClient, signal: AbortSignal): Promise<readonly Named[]> {
  const found: Named[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const answer = await api.get(`design?page=${page}&pageSize=${pageSize}`, signal);
    const parsed = DesignPage.safeParse(answer);
    if (!parsed.success) throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
    const { results } = parsed.data;
    found.push(...results.map(({ code, name }) => ({ id: code, title: name })));
    if (results.length < pageSize) break;
  }
  return found;
}

async function readDesign(api: AlloyClient, code: string, signal: AbortSignal) {
  try {
    const answer = await api.get(`design/${encodeURIComponent(code)}`, signal);
    const parsed = Reply.safeParse(answer);
    if (parsed.success && parsed.data.design.code === code) return parsed.data.design;
  } catch (error) {
    if (error instanceof NotAccepted && isGone(error.outcome.code)) return undefined;
    throw error;
  }
  throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
}

function isGone(code: string): boolean {
  return code === "design-gone" || code === "answered-404";
}

/** A link that is written by name is one of `links` in a document, with those names to choose from. */
async function toField(
  { api, settings }: Alloy,
  { code, name, type, required }: z.infer<typeof Attribute>,
  signal: AbortSignal,
): Promise<DesignField> {
  const lookup = Object.hasOwn(settings.links, code) ? settings.links[code] : undefined;
  const field = { title: name.slice(0, 200) || code, type, required };
  if (!lookup) return { target: `attributes/${code}`, ...field };
  return { target: `links/${code}`, ...field, options: await namesIn(api, lookup, signal) };
}

/** The names of a lookup's live items; one that two items share is there once. */
async function namesIn(
  api: AlloyClient,
  { design, attribute }: Lookup,
  signal: AbortSignal,
): Promise<Code[]> {
  const properties = { dodiCode: design, collectionCode: ["Live"], attributes: ["all"] };
  const body = JSON.stringify({ aqs: { type: "Query", properties, children: [] } });
  const names = new Set<string>();
  for (let page = 1; page <= maxPages; page += 1) {
    const path = `aqs/query?page=${page}&pageSize=${pageSize}`;
    const parsed = Page.safeParse(await api.post(path, body, {}, signal));
    if (!parsed.success) throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
    const { results } = parsed.data;
    for (const { attributes } of results) {
      const value = attributes.find(({ attributeCode }) => attributeCode === attribute)?.value;
      if (typeof value === "string") names.add(value);
    }
    if (results.length < pageSize) return codesOf(names);
  }
  throw new NotAccepted({ outcome: "retry", code: "search-endless" });
}

function codesOf(names: ReadonlySet<string>): Code[] {
  return [...names].flatMap((name) => Code.safeParse({ code: name, text: name }).data ?? []);
}
