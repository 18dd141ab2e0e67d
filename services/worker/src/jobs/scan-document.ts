import type { Scanner } from "@guildhall/contract";
import { type Context, countUnknown, endInfected, findUnseen, settleScan } from "@guildhall/domain";

/** What a look at a file needs of the outside. */
export interface ScanDeps {
  readonly scanner: Scanner;
  /** A file's bytes as they are opened, piece by piece. */
  readFile(storage: string, key: string): AsyncIterable<Uint8Array>;
  removeFile(storage: string): Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/**
 * Look at a file and write down what was found; false where there was no verdict, and it has to be looked at again.
 *
 * It fails closed: whatever is not a clear verdict leaves the file where nobody can open it. What is infected is said
 * to be so before its bytes go, so that a process that is killed in between leaves nothing that can be opened.
 */
export async function scanDocument(ctx: Context, id: string, deps: ScanDeps): Promise<boolean> {
  const file = await findUnseen(ctx, id);
  if (!file) return true;
  if (file.state === "pending-scan") {
    const verdict = await look(file, deps);
    if (verdict.outcome === "unknown") {
      await countUnknown(ctx, file, verdict.code);
      return false;
    }
    await settleScan(ctx, id, verdict.outcome);
    if (verdict.outcome === "clean") return true;
  }
  await deps.removeFile(file.storage);
  if (file.thumbnail) await deps.removeFile(file.thumbnail);
  await endInfected(ctx, id);
  return true;
}

/** A file that cannot be read is not known to be good either. */
async function look(
  { storage, key }: { readonly storage: string; readonly key: string },
  { scanner, readFile, onFault }: ScanDeps,
) {
  try {
    return await scanner.scan(readFile(storage, key));
  } catch (error) {
    onFault(error);
    return { outcome: "unknown", code: "document-unreadable" } as const;
  }
}
