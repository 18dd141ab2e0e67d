import type { Scanner } from "@guildhall/contract";
import { createClamd } from "@guildhall/documents";
import { Scans } from "@guildhall/worker";
import type { Parts } from "./parts.ts";

/** Have files looked at by the clamd that is configured. */
export function createScans({ config, groundFor, queue, files, report }: Parts): Scans {
  return new Scans({
    scanner: config.clamdUrl === undefined ? nobody : createClamd({ url: config.clamdUrl }),
    readFile: files.readPieces,
    removeFile: files.remove,
    groundFor,
    carrier: queue.queue,
    now: Date.now,
    onFault: report,
  });
}

/** What waited for clamd when it was taken out of the configuration waits on, and somebody is called. */
const nobody: Scanner = {
  scan: async () => ({ outcome: "unknown", code: "scanner-away" }),
};
