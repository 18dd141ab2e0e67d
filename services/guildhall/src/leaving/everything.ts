import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { asPlatform, exportTenant, type Ground, takeCheckpoint } from "@guildhall/domain";
import { type PackedFile, packStream, writeFolder } from "@guildhall/folder";
import { exportedNouns, exportRows, keptFiles } from "@guildhall/store";
import type { Files } from "../files.ts";

/** What went into an archive, as its `manifest.json` says it. */
export interface Manifest {
  readonly tenant: string;
  readonly name: string;
  readonly exportedAt: string;
  /** How many there are of each noun, and of files. */
  readonly counts: Readonly<Record<string, number>>;
  /** How far the audit trail had come when it was begun: its last event, signed by the installation. */
  readonly auditCheckpoint: string;
  readonly auditHead: { readonly seq: number; readonly hash: string };
}

/** Write all that a tenant has to one zip archive, as it is read; gives what went into it and its digest. */
export async function writeEverything(
  ground: Ground,
  files: Pick<Files, "readPieces">,
  path: string,
): Promise<{ readonly manifest: Manifest; readonly sha256: string }> {
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const said: { manifest?: Manifest } = {};
  // A file of our own: one that lay there may be another's, or lead elsewhere.
  await rm(`${path}.part`, { force: true });
  const out = createWriteStream(`${path}.part`, { mode: 0o600, flags: "wx" });
  await pipeline(packStream(allOf(ground, files, said)), hashing, out);
  await rename(`${path}.part`, path);
  if (!said.manifest) throw new Error("The archive was not written to its end.");
  return { manifest: said.manifest, sha256: hash.digest("hex") };
}

/** The digest of a file. */
export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

async function* allOf(
  ground: Ground,
  files: Pick<Files, "readPieces">,
  said: { manifest?: Manifest },
): AsyncGenerator<PackedFile> {
  yield { path: "README.md", bytes: only(readme) };
  const ctx = asPlatform(ground);
  // Before anything is read: what happens meanwhile is not in all of it, and so comes after it.
  const { signed, seq, hash } = await takeCheckpoint(ctx);
  const { tenant, contents } = await exportTenant(ctx);
  for (const [path, bytes] of await writeFolder(contents, tenant))
    yield { path: `folder/${path}`, bytes: only(bytes) };
  // They lie in the directory, and go with the tenant.
  const agreed = await ground.agreements.list(tenant.id);
  const lines = agreed.map((row) => `${JSON.stringify(row)}\n`).join("");
  yield { path: "data/agreements.jsonl", bytes: only(lines) };
  const counts: Record<string, number> = { agreements: agreed.length };
  for (const noun of exportedNouns) {
    const count = { rows: 0 };
    yield { path: `data/${noun}.jsonl`, bytes: linesOf(exportRows(ground.db, noun), count) };
    counts[noun] = count.rows;
  }
  let documents = 0;
  for await (const { id, storage, key } of keptFiles(ground.db)) {
    yield { path: `documents/${id}`, bytes: files.readPieces(storage, key) };
    documents += 1;
  }
  said.manifest = {
    tenant: tenant.id,
    name: tenant.name,
    exportedAt: new Date(ground.now()).toISOString(),
    counts: { ...counts, files: documents },
    auditCheckpoint: signed,
    auditHead: { seq, hash },
  };
  yield { path: "manifest.json", bytes: only(JSON.stringify(said.manifest, null, 2)) };
}

async function* only(bytes: Uint8Array | string): AsyncGenerator<Uint8Array | string> {
  yield bytes;
}

async function* linesOf(
  rows: AsyncIterable<object>,
  count: { rows: number },
): AsyncGenerator<string> {
  for await (const row of rows) {
    count.rows += 1;
    yield `${JSON.stringify(row)}\n`;
  }
}

const readme = `# Everything of one organisation

This archive holds all that an organisation had on a Guildhall platform, in open formats. Nothing in it is encrypted: keep it as
safe as what is in it.

| where | what |
|---|---|
| manifest.json | whose it is, when it was written, how many there are of each thing, and the last event of the audit trail, signed |
| folder/ | services, brands, connections, tables and drafts as a tenant's folder: YAML, CSV and pictures, which another platform of this kind reads |
| data/<noun>.jsonl | one line of JSON for each thing, in UTF-8 |
| documents/<id> | each file as it was sent or made; data/documents.jsonl says under that id what it is called and what kind it is |

Times are milliseconds since 1970 in UTC. \`process\` in any line is the \`id\` of a line of data/processes.jsonl, whose
\`answers\` are by the names of questions; the questions themselves are in data/service_versions.jsonl under the same
\`service\` and \`version\`. data/events.jsonl is the audit trail in its order: \`hash\` is of each event together with the one
before it. Credentials, keys, sign-ins and links are not here: they are of no use elsewhere.
`;
