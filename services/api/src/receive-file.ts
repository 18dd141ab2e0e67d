import { createHash } from "node:crypto";
import type { Document, DocumentState } from "@guildhall/contract";
import { cameBefore, recall } from "@guildhall/domain";
import type { Context } from "hono";
import type { ApiEnv, FileStorage, ReceivedUpload } from "./environment.ts";
import { answered } from "./once.ts";

type Acting = ApiEnv["Variables"]["ctx"];

/** Where a file goes that has been received. */
export interface FilePlace {
  readonly maxBytes: number;
  /** Refuse the file before its bytes are received. */
  makeRoom(ctx: Acting): Promise<void>;
  keep(
    ctx: Acting,
    file: ReceivedUpload & { readonly state: DocumentState },
  ): Promise<{ document: Document; isNew: boolean }>;
}

/** Receive a file and put it in its place, or, where it came before, answer as then; what is not kept is removed. */
export async function receiveFile(
  c: Context<ApiEnv>,
  files: FileStorage,
  place: FilePlace,
): Promise<Response> {
  const { ctx } = c.var;
  if (!(await cameBefore(ctx))) await place.makeRoom(ctx);
  const received = await files.receive(c.req.raw, { maxBytes: place.maxBytes });
  let isKept = false;
  try {
    const saying = {
      ...ctx,
      request: ctx.request && { ...ctx.request, digest: digestOf(received) },
    };
    const before = await recall<Document>(saying);
    const { document, isNew } = before
      ? { document: before.answer, isNew: false }
      : await place.keep(saying, { ...received, state: stateFor(files) });
    isKept = isNew;
    if (isNew) files.look?.(ctx.tenant.id, document.id);
    return c.json(document, 201, answered(isNew ? undefined : {}));
  } finally {
    if (!isKept) await files.remove(received.storage);
  }
}

/** What is known of a file that has just come. */
function stateFor({ look }: FileStorage): DocumentState {
  return look ? "pending-scan" : "unscanned";
}

/** What a request said, by the bytes of its file: how they were divided into parts is no matter. */
function digestOf({ sha256, name, question = "", label = "" }: ReceivedUpload): string {
  const said = [sha256, name, question, ...(label === "" ? [] : [label])];
  return createHash("sha256").update(said.join("\0")).digest("base64url");
}
