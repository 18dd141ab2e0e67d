import { FolderImport } from "@guildhall/contract";
import {
  approveFolderImport,
  ask,
  askForBytes,
  exportFolder,
  exportService,
  getFolderImport,
  planFolderImport,
} from "@guildhall/sdk";
import { type As, under } from "./as.ts";

/** What was set up, as files: out, and in again as a plan. */
export function folderApi(as: As) {
  const stream = { ...as, parseAs: "stream" } as const;
  return {
    folder: () => askForBytes(exportFolder(stream)),
    serviceFolder: (service: string) =>
      askForBytes(exportService({ ...stream, path: { service } })),
    planImport: (body: Blob, once: string) =>
      ask(planFolderImport({ ...as, ...under(once), body }), FolderImport),
    folderImport: (id: string) => ask(getFolderImport({ ...as, path: { id } }), FolderImport),
    approveImport: (id: string, once: string) =>
      ask(approveFolderImport({ ...as, ...under(once), path: { id } }), FolderImport),
  };
}
