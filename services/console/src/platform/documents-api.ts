import { Document, pageOf } from "@guildhall/contract";
import { ask, askForBytes, getDocument, getThumbnail, listDocuments } from "@guildhall/sdk";
import type { As } from "./as.ts";

/** What people sent with their requests. */
export function documentsApi(as: As) {
  const bytesOf = (id: string) => ({ ...as, path: { id }, parseAs: "stream" }) as const;
  return {
    documents: async (process: string) =>
      (await ask(listDocuments({ ...as, path: { id: process } }), pageOf(Document))).data,
    document: (id: string) =>
      askForBytes(getDocument({ ...bytesOf(id), headers: { Accept: "text/html, */*" } })),
    thumbnail: (id: string) => askForBytes(getThumbnail(bytesOf(id))),
  };
}
