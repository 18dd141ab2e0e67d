import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { EventType } from "@guildhall/contract";
import { asPlatform, type Context, type Ground, takeCheckpoint } from "@guildhall/domain";
import { type ErasureCertificate, signCertificate } from "@guildhall/keys";
import {
  appendEvent,
  countRows,
  findPerson,
  findPersonByEmail,
  keptFiles,
  lastEventOf,
  lastPlace,
  type PersonRow,
  removeTenant,
  type Store,
  transact,
} from "@guildhall/store";
import { checkpointFile } from "../checkpoint-file.ts";
import type { Files } from "../files.ts";
import { writePrivately } from "../write-privately.ts";

/** So long a first person's wish waits for the second. */
const patienceMs = 30 * 86_400_000;

const remains =
  "Copies of the data folder that were made before this day, by whoever runs the machine, until they lapse there. What is in them can be opened only with the root key and such a copy of the directory.";

/** What an erasure is done with. */
export interface Erasing {
  readonly store: Store;
  readonly data: string;
  readonly files: Pick<Files, "remove">;
  /** Whoever runs the platform for the tenant, as the platform acts there. */
  readonly runner: Context;
}

/** Who wants which tenant erased, and what it was given before. */
export interface Wish {
  readonly by: string;
  /** Its name, typed out. */
  readonly confirm: string;
  readonly exportSha256: string;
}

export type Outcome = { readonly state: "asked" } | ({ readonly state: "erased" } & Certified);

/** A certificate as it was signed, and the file that it is in. */
export interface Certified {
  readonly certificate: string;
  readonly path: string;
}

/**
 * Erase a tenant once two administrators of the platform have said so: the first wish is written down, and another
 * person's makes it so. Afterwards its key is gone and nothing of it can be read.
 *
 * @throws Error of one sentence
 */
export async function eraseTenant(tenant: Ground, wish: Wish, erasing: Erasing): Promise<Outcome> {
  const person = await checkWish(tenant, wish, erasing);
  const { id } = tenant.tenant;
  const before = await lastEventOf(erasing.runner.db, {
    type: "tenant.erasure-asked",
    subject: id,
  });
  const isSame = before && sha256In(before.data) === wish.exportSha256;
  const isWaiting =
    isSame &&
    before.at > tenant.now() - patienceMs &&
    isAdministrator(await findPerson(erasing.runner.db, before.actorId));
  if (!isWaiting || before.actorId === person.id) {
    if (!isWaiting) await note(erasing, "tenant.erasure-asked", { subject: id, person, wish });
    return { state: "asked" };
  }
  const who = { askedBy: before.actorName, confirmedBy: person.name };
  const said = await certify(tenant, { wish, ...who });
  const secret = erasing.store.directory.vault.derive("erasure-certificates");
  const certificate = signCertificate(secret, said);
  // Begun before anything goes: whoever was killed between goes on from it.
  const ids = [id, ...(await sandboxesOf(id, erasing))];
  await writePrivately(begunPath(erasing.data, id), { certificate, said, ids });
  await note(erasing, "tenant.erased", { subject: id, person, wish });
  for (const one of ids) await removeFiles(one, erasing);
  return { state: "erased", ...(await finishErasure(id, erasing)) };
}

/**
 * Do what is left of an erasure whose files are gone: destroy the key, remove the databases, and give the certificate
 * its name. It may be done again from anywhere.
 *
 * @throws Error of one sentence, where none was begun
 */
export async function finishErasure(
  id: string,
  { store, data }: Pick<Erasing, "store" | "data">,
): Promise<Certified> {
  const begun = begunPath(data, id);
  const text = await readFile(begun, "utf8").catch(() => {
    throw new Error(`There is no tenant ${id}.`);
  });
  // Written by `eraseTenant`.
  const { certificate, said, ids } = JSON.parse(text) as {
    certificate: string;
    said: ErasureCertificate;
    ids: string[];
  };
  for (const one of ids) {
    await removeTenant(store.directory, one);
    for (const end of ["", "-wal", "-shm"])
      await rm(join(data, "tenants", `${one}.db${end}`), { force: true });
    await rm(checkpointFile(data, one), { force: true });
  }
  const path = join(data, "certificates", `${id}-${said.erasedAt.slice(0, 10)}.json`);
  await rename(begun, path);
  return { certificate, path };
}

/** The copies of a tenant that are for trying out: a tenant may have an id that only looks like one. */
async function sandboxesOf(id: string, { store }: Pick<Erasing, "store">): Promise<string[]> {
  const all = (await store.tenants()).map(({ definition }) => definition);
  return all.filter(({ sandboxOf }) => sandboxOf === id).map((copy) => copy.id);
}

function begunPath(data: string, tenant: string): string {
  return join(data, "certificates", `${tenant}.begun`);
}

interface Person {
  readonly id: string;
  readonly name: string;
}

async function checkWish(
  { tenant, db }: Ground,
  { by, confirm, exportSha256 }: Wish,
  { runner }: Erasing,
): Promise<Person> {
  if (confirm !== tenant.name)
    throw new Error(`--confirm takes the name as it is written: “${tenant.name}”.`);
  const person = await findPersonByEmail(runner.db, by.trim().toLowerCase());
  if (!isAdministrator(person)) throw new Error(`${by} is no administrator of the platform.`);
  const exported = await lastEventOf(runner.db, { type: "tenant.exported", subject: tenant.id });
  if (!exported || sha256In(exported.data) !== exportSha256)
    throw new Error(`This file is not the last export of everything of ${tenant.id}.`);
  if (seqIn(exported.data) !== (await lastPlace(db)))
    throw new Error(`Something has happened at ${tenant.id} since. Export everything again.`);
  return person;
}

/** Whether somebody is one now: the word of whoever was counts for nothing. */
function isAdministrator(person: PersonRow | undefined): person is PersonRow {
  return person?.active === true && person.roles.includes("platform-admin");
}

async function certify(
  ground: Ground,
  { wish, ...who }: { readonly wish: Wish } & Pick<ErasureCertificate, "askedBy" | "confirmedBy">,
): Promise<ErasureCertificate> {
  const { seq, hash } = await takeCheckpoint(asPlatform(ground));
  const { id: tenant, name } = ground.tenant;
  return {
    tenant,
    name,
    erasedAt: new Date(ground.now()).toISOString(),
    ...who,
    exportSha256: wish.exportSha256,
    counts: await countRows(ground.db),
    auditHead: { seq, hash },
    remains,
  };
}

async function removeFiles(id: string, { store, files }: Erasing): Promise<void> {
  const tenant = await store.tenant(id);
  if (!tenant) return;
  for await (const { storage, thumbnail } of keptFiles(tenant.db)) {
    await files.remove(storage);
    if (thumbnail) await files.remove(thumbnail);
  }
}

/** Write down in the trail of whoever runs the platform what a person has said or done of a tenant. */
async function note(
  { runner }: Pick<Erasing, "runner">,
  type: Extract<EventType, `tenant.${string}`>,
  { subject, person, wish }: { subject: string; person: Person; wish: Wish },
): Promise<void> {
  const actor = { kind: "staff", id: person.id, name: person.name } as const;
  const data = { sha256: wish.exportSha256 };
  await transact(runner.db, (tx) =>
    appendEvent(tx, { type, subject, actor, at: runner.now(), data }),
  );
}

/** Remember of an export which file it is, and how far the tenant had come. */
export async function noteExport(
  runner: Context,
  { tenant, sha256, seq }: { tenant: string; sha256: string; seq: number },
): Promise<void> {
  const { actor } = runner;
  const event = { type: "tenant.exported", subject: tenant, actor, at: runner.now() } as const;
  await transact(runner.db, (tx) => appendEvent(tx, { ...event, data: { sha256, seq } }));
}

// Our own events, whose data was written above.
function sha256In(data: string): string {
  return (JSON.parse(data) as { sha256: string }).sha256;
}
function seqIn(data: string): number {
  return (JSON.parse(data) as { seq: number }).seq;
}
