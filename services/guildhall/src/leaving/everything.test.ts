import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ticket } from "@guildhall/contract";
import { beginDelivery, loadDelivery } from "@guildhall/domain";
import {
  addStaff,
  createWorld,
  signInByLink,
  testMending,
  type World,
} from "@guildhall/domain/testing";
import { unpackArchive } from "@guildhall/folder";
import { exportRows, insertDocument, lastPlace, transact } from "@guildhall/store";
import { writeEverything } from "./everything.ts";

const place = { id: "doc_1", draft: null, process: null, question: null, storage: "s", key: "k" };
const file = { ...place, name: "a.png", contentType: "image/png", bytes: 1, sha256: "aa", at: 1 };

describe("everything of a tenant", () => {
  let world: World;
  let folder: string;
  let path: string;
  beforeEach(async () => {
    world = await createWorld();
    folder = mkdtempSync(join(tmpdir(), "guildhall-everything-"));
    path = join(folder, "all.zip");
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });
  const rowsOf = async (noun: string) => {
    const rows: Record<string, unknown>[] = [];
    for await (const row of exportRows(world.ctx.db, noun)) rows.push(row);
    return rows;
  };
  const none = { readPieces: async function* () {} };

  it("is read by nobody else, and written nowhere else, whatever lay in its place", async () => {
    const elsewhere = join(folder, "elsewhere");
    symlinkSync(elsewhere, `${path}.part`);
    await writeEverything(world.ground, none, path);
    expect([existsSync(elsewhere), statSync(path).mode & 0o777]).toEqual([false, 0o600]);
    writeFileSync(`${path}.part`, "");
    chmodSync(`${path}.part`, 0o666);
    await writeEverything(world.ground, none, path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("has what was agreed with others, which lies in no database of its own", async () => {
    const { agreements, tenant } = world.ground;
    const signed = { tenant: "elsewhere", person: "per_1", name: "Pat Proposer", at: 1 };
    const sides = { owner: tenant.id, serving: "elsewhere", purpose: "Calls after hours" };
    const stands = { servingApproval: signed, ownerApproval: null, ended: null, services: null };
    const said = { proposedBy: "serving", proposedAt: 1, endsAt: 9e12 } as const;
    await agreements.propose({ id: "agr_1", ...sides, ...stands, ...said });
    const { manifest } = await writeEverything(world.ground, none, path);
    const tree = await unpackArchive(readFileSync(path));
    const lines = Buffer.from(tree.get("data/agreements.jsonl") ?? "").toString();
    expect([manifest.counts.agreements, JSON.parse(lines || "null")]).toEqual([
      1,
      expect.objectContaining({ id: "agr_1", purpose: "Calls after hours" }),
    ]);
  });

  it("has letters that were not sent yet without the links that let somebody in", async () => {
    await signInByLink(world, await addStaff(world.ctx, ["viewer"], "Vera View"));
    const letters = JSON.stringify(await rowsOf("outbox"));
    expect(letters).toContain("Your link to sign in");
    expect(letters).not.toContain("/sign-in/link/");
  });

  it("has what was sent to back offices without the grant that came with it", async () => {
    const { id: process } = await world.start();
    const owed = (await world.owed(process)).find(({ kind }) => kind === "delivery");
    const ticket: Ticket = {
      tenant: "exampleshire",
      id: owed?.id ?? "",
      generation: 1,
      kind: "delivery",
    };
    const loaded = await loadDelivery(world.ctx, ticket);
    const written = loaded && (await testMending(world).write(world.ctx, loaded));
    if (!written || !("text" in written)) throw new Error("It can be written");
    expect(JSON.parse(written.text).grant).toMatch(/^eyJ/);
    await beginDelivery(world.ctx, ticket, written.text);
    const [row] = await rowsOf("outbox");
    expect(JSON.parse(String(row?.body))).toEqual({ ...JSON.parse(written.text), grant: "•••" });
  });

  it("says how far the trail had come when it began, so that what happens meanwhile is not taken for written", async () => {
    const { db } = world.ctx;
    await transact(db, (tx) => insertDocument(tx, file));
    const before = await lastPlace(db);
    const files = {
      readPieces: async function* () {
        await world.start();
        yield Buffer.from("x");
      },
    };
    const { manifest } = await writeEverything(world.ground, files, path);
    expect(await lastPlace(db)).toBeGreaterThan(before);
    expect(manifest.auditHead.seq).toBe(before);
  });
});
