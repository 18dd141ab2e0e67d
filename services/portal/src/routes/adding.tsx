import { evidenceLimits, type Tracking } from "@guildhall/contract";
import type { Fields } from "@guildhall/forms";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { type FilePart, honestBytes, readMultipart } from "../http/read-multipart.ts";
import { TooLarge } from "../http/too-large.ts";
import { writeMultipart } from "../http/write-multipart.ts";
import { type AddFault, AddPage, NotAddedPage } from "../pages/add-page.tsx";
import { readSession } from "../session/cookie.ts";
import type { Words } from "../words/words.ts";
import type { Parts } from "./parts.ts";
import { referenceOf, track } from "./tracking.tsx";

const mostCharacters = 4000;
const noteName = /^[\w-]{36}$/;

/** Where a citizen adds words and photos to their own request; the reference alone lets nobody do so. */
export function addingRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/:reference/add", async (c) => {
    const tracking = await track(c, referenceOf(c));
    const why = whyNot(tracking);
    if (why) return sayNotAdded(c, parts, { why, contents: "" });
    return c.html(
      <AddPage council={c.var.council} look={parts.look} tracking={tracking} name={newName()} />,
    );
  });
  app.post("/:reference/add", (c) => add(c, parts));
  return app;
}

/** What has come of what was sent so far. */
interface Adding {
  readonly token: string;
  readonly taken: string[];
  readonly faults: AddFault[];
  /** Why nothing of it can be added. */
  why?: "ended" | "link";
}

async function add(c: Context<PortalEnv>, parts: Parts): Promise<Response> {
  const reference = referenceOf(c);
  const token = readSession(c).tracking(reference) ?? "";
  const adding: Adding = { token, taken: [], faults: [], ...(token === "" && { why: "link" }) };
  const fields = await readTaking(c, adding);
  if (!fields) throw new TooLarge();
  const contents = (fieldOf(fields, "contents") ?? "").trim();
  await takeNote(c, adding, { fields, contents });
  if (adding.why) return sayNotAdded(c, parts, { why: adding.why, contents });
  if (adding.faults.length > 0) return comeBack(c, parts, adding, { fields, contents });
  return c.redirect(`${c.var.council.at.tracking(reference)}?added=yes`, 303);
}

/** Read the fields, and take the files as they come. */
async function readTaking(c: Context<PortalEnv>, adding: Adding): Promise<Fields | undefined> {
  if (!/^multipart\//i.test(c.req.header("content-type") ?? "")) return readForm(c.req.raw);
  let files = 0;
  const take = async (part: FilePart) => {
    files += 1;
    const isBeyond = files > evidenceLimits.files;
    if (part.field === "photos") await takeFile(c, adding, { part, isBeyond });
  };
  return readMultipart(c.req.raw, take, honestBytes);
}

async function takeFile(
  c: Context<PortalEnv>,
  adding: Adding,
  { part, isBeyond }: { part: FilePart; isBeyond: boolean },
): Promise<void> {
  const { api, words } = c.var.council;
  if (adding.why) return;
  const fault = (why: string) =>
    adding.faults.push({ field: "photos", sentence: words.adding.file(part.name, why) });
  if (isBeyond) return void fault(words.adding.photosHint);
  try {
    await api.addFile(referenceOf(c), adding.token, writeMultipart({}, part));
    adding.taken.push(part.name);
  } catch (error) {
    const why = whyRefused(error);
    if (why) adding.why = why;
    else fault(sentenceOf(error, words));
  }
}

async function takeNote(
  c: Context<PortalEnv>,
  adding: Adding,
  { fields, contents }: { fields: Fields; contents: string },
): Promise<void> {
  const { api, words } = c.var.council;
  if (adding.why) return;
  const fault = faultIn(contents, adding, words.adding);
  if (fault !== undefined) adding.faults.push({ field: "contents", sentence: fault });
  // A file that was not taken comes back with the words, which go with it once it is put right.
  if (contents === "" || adding.faults.length > 0) return;
  try {
    await api.addNote(referenceOf(c), adding.token, { contents, key: nameIn(fields) });
  } catch (error) {
    const why = whyRefused(error);
    if (why) adding.why = why;
    else adding.faults.push({ field: "contents", sentence: noteFault(error, words.adding) });
  }
}

function faultIn(
  contents: string,
  { taken, faults }: Adding,
  words: Words["adding"],
): string | undefined {
  if (contents.length > mostCharacters) return words.tooLong;
  return contents === "" && taken.length + faults.length === 0 ? words.empty : undefined;
}

/** @throws what is no refusal that the citizen can do something about */
function noteFault(error: unknown, words: Words["adding"]): string {
  if (!(error instanceof Refused)) throw error;
  if (error.status === 429) return words.tooMany;
  if (error.passes || error.status === 422) return words.notNow;
  throw error;
}

/** Why nothing at all can be added; a token that has run out shows as much as none. */
function whyRefused(error: unknown): Adding["why"] {
  if (!(error instanceof Refused)) return undefined;
  if (error.code === "process-closed") return "ended";
  return error.status === 401 || error.status === 404 ? "link" : undefined;
}

/** @throws what is no refusal that the citizen can do something about */
function sentenceOf(error: unknown, { adding, files }: Words): string {
  if (!(error instanceof Refused)) throw error;
  if (error.passes) return adding.notNow;
  if (error.status === 413) return adding.photosHint;
  if (error.status >= 500) return adding.notNow;
  const code = error.faults?.[0]?.code ?? error.code;
  if (code === "too-many" || code === "too-large-together") return adding.full;
  const sentences: Readonly<Record<string, string>> = files.refusals;
  return sentences[code] ?? files.refused;
}

async function comeBack(
  c: Context<PortalEnv>,
  { look }: Parts,
  { taken, faults }: Adding,
  { fields, contents }: { fields: Fields; contents: string },
): Promise<Response> {
  const tracking = await track(c, referenceOf(c));
  const page = { council: c.var.council, look, tracking, name: nameIn(fields) };
  return c.html(<AddPage {...page} contents={contents} taken={taken} faults={faults} />, 422);
}

async function sayNotAdded(
  c: Context<PortalEnv>,
  { look }: Parts,
  { why, contents }: { why: "ended" | "link"; contents: string },
): Promise<Response> {
  const page = { council: c.var.council, look, reference: referenceOf(c) };
  return c.html(
    <NotAddedPage {...page} why={why} contents={contents} />,
    why === "ended" ? 409 : 403,
  );
}

function whyNot({ complete, status }: Tracking): Adding["why"] {
  if (!complete) return "link";
  return status === "open" ? undefined : "ended";
}

function nameIn(fields: Fields): string {
  const name = fieldOf(fields, "name") ?? "";
  return noteName.test(name) ? name : newName();
}

function newName(): string {
  return crypto.randomUUID();
}
