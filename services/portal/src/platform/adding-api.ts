import { Document, type Language } from "@guildhall/contract";
import {
  addCitizenNote,
  ask,
  askForBytes,
  attachCitizenDocument,
  type Client,
  done,
} from "@guildhall/sdk";
import type { StreamedForm } from "../http/write-multipart.ts";
import { streamed } from "./streamed.ts";

/** What citizens add to their requests, and how an open page hears of changes. */
export function adding(client: Client, language: Language) {
  return {
    /** Whoever follows hears of changes as they come. */
    changes: (reference: string, token?: string) =>
      askForBytes(
        client.get({
          url: "/tracking/{reference}/changes",
          path: { reference },
          query: { language },
          parseAs: "stream",
          security: [{ scheme: "bearer", type: "http" }],
          ...(token === undefined ? {} : { auth: token }),
        }),
      ),
    /** The same note under the same key is added once. */
    addNote: (reference: string, token: string, note: { contents: string; key: string }) => {
      const headers = { "Idempotency-Key": `note-${note.key}` };
      const body = { contents: note.contents };
      return done(addCitizenNote({ client, path: { reference }, body, headers, auth: token }));
    },
    addFile: (reference: string, token: string, upload: StreamedForm) => {
      const to = { client, path: { reference }, auth: token };
      return ask(attachCitizenDocument({ ...to, ...streamed(upload) }), Document);
    },
  };
}
