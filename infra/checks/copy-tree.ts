import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { filesUnder } from "./files.ts";

/** Copy the source tree to another folder, with the installed packages linked, and our own being those of the copy. */
export async function copyTree(from: string, to: string): Promise<void> {
  const files = (await filesUnder(from)).filter((path) => !path.startsWith("data/"));
  await Promise.all(files.map((path) => cp(join(from, path), join(to, path))));
  const workspaces = files.filter((path) =>
    /^(?:packages|services)\/[^/]+\/package\.json$/.test(path),
  );
  await linkInstalled(from, to);
  await Promise.all(workspaces.map((path) => linkWorkspace(from, to, dirname(path))));
}

async function linkInstalled(from: string, to: string): Promise<void> {
  const installed = join(from, "node_modules");
  await mkdir(join(to, "node_modules/@guildhall"), { recursive: true });
  const names = (await readdir(installed)).filter((name) => name !== "@guildhall");
  await Promise.all(
    names.map((name) => symlink(join(installed, name), join(to, "node_modules", name))),
  );
}

/** A workspace may have versions of its own beside it. */
async function linkWorkspace(from: string, to: string, folder: string): Promise<void> {
  const scope = join(to, "node_modules/@guildhall");
  await symlink(relative(scope, join(to, folder)), join(scope, folder.replace(/^.+\//, "")));
  const own = join(from, folder, "node_modules");
  const installed = await readdir(own).catch(() => []);
  if (installed.length > 0) await symlink(own, join(to, folder, "node_modules"));
}
