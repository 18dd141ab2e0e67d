import type { Open311Settings, Outcome, Outgoing } from "@guildhall/contract";
import { z } from "zod";
import type { Answer } from "../http/exchange.ts";
import { NotAccepted } from "../not-accepted.ts";
import {
  type Endpoint,
  isSuccess,
  type Open311Options,
  readEntries,
  setbackOf,
} from "./endpoint.ts";

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** The document that a mapping makes: the fields of GeoReport by their names, and the attributes of the service. */
const Report = z
  .object({
    service_code: Text,
    attributes: z
      .record(z.string().regex(/^[\w.-]{1,80}$/), z.union([Text, z.array(Text)]))
      .default({}),
  })
  .catchall(Text)
  .refine((report) => Object.keys(report).every((name) => /^[a-z][a-z0-9_]{0,60}$/.test(name)));

/** What a case is called until the endpoint has an id for it. */
const tokenMark = "token/";
const Id = z.string().regex(/^[\x21-\x7e]{1,120}$/);

/**
 * Write a report as the form that `POST /requests` takes.
 *
 * @throws NotAccepted
 */
export function writeReport(
  { body, reference }: Pick<Outgoing, "body" | "reference">,
  { referenceIn }: Open311Settings,
): (readonly [string, string])[] {
  const report = Report.safeParse(parsed(body));
  if (!report.success) throw new NotAccepted({ outcome: "refused", code: "document-invalid" });
  const { attributes, ...fields } = report.data;
  const ours = referenceIn === undefined ? {} : { [referenceIn]: reference };
  const written = Object.entries({ ...attributes, ...ours }).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((one) => [`attribute[${name}][]`, one] as const)
      : [[`attribute[${name}]`, value] as const],
  );
  return [...Object.entries(fields), ...written];
}

/**
 * Read what `POST /requests` answered.
 *
 * An endpoint that is slow to give an id gives a token. Its id is asked for as long as there is time, and again at later
 * attempts, which send nothing: until it is known nothing that the endpoint says of the case can be taken for it.
 */
export async function readReceipt(
  endpoint: Endpoint,
  answer: Answer,
  { deps }: Open311Options,
  signal: AbortSignal,
): Promise<Outcome> {
  if (!isSuccess(answer)) return setbackOf(answer, deps.now());
  const [receipt] =
    readEntries(answer, "request", (entry) => ({
      id: entry.text("service_request_id"),
      token: entry.text("token"),
    })) ?? [];
  if (!receipt) return { outcome: "ambiguous", code: "bad-answer" };
  if (Id.safeParse(receipt.id).success) return { outcome: "accepted", reference: receipt.id ?? "" };
  const token = Id.safeParse(receipt.token);
  if (!token.success) return { outcome: "ambiguous", code: "reference-missing" };
  return awaitCase(endpoint, token.data, { deps, signal });
}

/** Ask for the id of a report that was taken under a token before; undefined where it was not. */
export async function askAgain(
  endpoint: Endpoint,
  { theirReference }: Pick<Outgoing, "theirReference">,
  waiting: Waiting,
): Promise<Outcome | undefined> {
  if (!theirReference?.startsWith(tokenMark)) return undefined;
  return awaitCase(endpoint, theirReference.slice(tokenMark.length), waiting);
}

type Waiting = Pick<Open311Options, "deps"> & { readonly signal: AbortSignal };

async function awaitCase(endpoint: Endpoint, token: string, waiting: Waiting): Promise<Outcome> {
  const id = await awaitId(endpoint, token, waiting);
  if (id !== undefined) return { outcome: "accepted", reference: id };
  return { outcome: "retry", code: "id-pending", reference: `${tokenMark}${token}` };
}

/** Pauses between questions about a token. */
const pausesMs = [500, 2000, 5000];

async function awaitId(
  endpoint: Endpoint,
  token: string,
  { deps, signal }: Waiting,
): Promise<string | undefined> {
  for (const pause of [0, ...pausesMs]) {
    if (pause > 0) await deps.wait(pause, signal);
    if (signal.aborted) return undefined;
    const id = await idOf(endpoint, token, signal).catch(orNothing);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** What a case is called there now: its id, or the one that its token has got meanwhile. */
export async function knownId(
  endpoint: Endpoint,
  reference: string,
  signal: AbortSignal,
): Promise<string> {
  if (!reference.startsWith(tokenMark)) return reference;
  const id = await idOf(endpoint, reference.slice(tokenMark.length), signal).catch(orNothing);
  if (id === undefined) throw new NotAccepted({ outcome: "retry", code: "id-pending" });
  return id;
}

async function idOf(
  endpoint: Endpoint,
  token: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const answer = await endpoint.get(`tokens/${encodeURIComponent(token)}`, [], signal);
  if (!isSuccess(answer)) return undefined;
  const ids = readEntries(answer, "request", (entry) => entry.text("service_request_id"));
  return Id.safeParse(ids?.[0]).data;
}

function orNothing(error: unknown): undefined {
  if (!(error instanceof NotAccepted)) throw error;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
