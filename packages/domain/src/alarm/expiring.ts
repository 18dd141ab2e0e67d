import { X509Certificate } from "node:crypto";
import type { AlarmKind } from "@guildhall/contract";
import { type Db, findSecret, listApiKeys, listConnectors, listOpenAlarms } from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { endAlarm, raiseAlarm } from "./raise.ts";

/** A key or certificate that ends by itself. */
export interface Ending {
  readonly kind: Extract<AlarmKind, "key-expiring" | "certificate-expiring">;
  readonly subject: string;
  /** What people call it. */
  readonly name: string;
  /** Left out where that cannot be told, as its file holds no certificate. */
  readonly expiresAt?: number;
  /** Where it is kept. */
  readonly file?: string;
  /** The connector that it is of. */
  readonly connector?: string;
}

const dayMs = 86_400_000;
/** So many days before its end somebody is called, each time anew. */
const callsAt = [1, 7, 30] as const;

/** Call somebody for each key and certificate that ends soon or is not where it should be, and for none that was renewed. */
export async function watchEndings(ctx: Context, others: readonly Ending[] = []): Promise<void> {
  const endings = [...(await keysOf(ctx)), ...(await certificatesOf(ctx.db)), ...others];
  const due = endings.flatMap((ending) => {
    const { expiresAt, subject } = ending;
    if (expiresAt === undefined) return [{ ...ending, subject: `${subject}/missing` }];
    const days = daysBefore(expiresAt, ctx.now());
    return days === undefined ? [] : [{ ...ending, days, subject: `${subject}/${days}` }];
  });
  await change(ctx, async (unit) => {
    const open = await listOpenAlarms(unit.tx, ["key-expiring", "certificate-expiring"]);
    const ended = missingFrom(due, open);
    for (const { kind, subject } of ended) await endAlarm(unit, kind, subject);
    for (const { kind, subject, expiresAt, ...data } of missingFrom(open, due))
      await raiseAlarm(unit, { kind, subject, data });
  });
}

/** Those of `all` whose subject none of `known` has. */
function missingFrom<T extends { subject: string }>(
  known: readonly { readonly subject: string }[],
  all: readonly T[],
): T[] {
  const subjects = new Set(known.map(({ subject }) => subject));
  return all.filter(({ subject }) => !subjects.has(subject));
}

/** The nearest of the days at which somebody is called; undefined where the end is far off, or past. */
function daysBefore(expiresAt: number, now: number): number | undefined {
  const leftMs = expiresAt - now;
  return leftMs <= 0 ? undefined : callsAt.find((days) => leftMs <= days * dayMs);
}

const mostKeys = 10_000;

async function keysOf({ db }: Context): Promise<Ending[]> {
  const keys = await listApiKeys(db, { limit: mostKeys });
  return keys
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ id, name, expiresAt }) => ({ kind: "key-expiring", subject: id, name, expiresAt }));
}

/** The client certificates that connectors prove themselves by. */
async function certificatesOf(db: Db): Promise<Ending[]> {
  const endings: Ending[] = [];
  for (const { definition } of await listConnectors(db)) {
    const expiresAt = await certificateEnd(db, definition.id);
    if (expiresAt === undefined) continue;
    const { id: connector, name } = definition;
    const subject = `connector/${connector}`;
    endings.push({ kind: "certificate-expiring", subject, name, expiresAt, connector });
  }
  return endings;
}

/** When the first of the certificates ends that a connector proves itself by; undefined where it has none. */
export async function certificateEnd(db: Db, connector: string): Promise<number | undefined> {
  return earliestEnd(await findSecret(db, `connector/${connector}`));
}

const aCertificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

function earliestEnd(secret: unknown): number | undefined {
  if (typeof secret !== "object" || secret === null) return undefined;
  const texts = Object.values(secret).filter((value) => typeof value === "string");
  const ends = texts.flatMap((text) =>
    [...text.matchAll(aCertificate)].flatMap(([pem]) => endOf(pem)),
  );
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** When a certificate ends; nothing for what is none. */
export function endOf(pem: string): number[] {
  try {
    const time = Date.parse(new X509Certificate(pem).validTo);
    return Number.isNaN(time) ? [] : [time];
  } catch {
    return [];
  }
}
