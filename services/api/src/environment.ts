import type { Context, Ground, Identity, PaymentDesk } from "@guildhall/domain";

/** What the API's middleware leaves for its routes. */
export interface ApiEnv {
  Variables: {
    ground: Ground;
    ctx: Context;
    /** What the caller shows, when it shows anything. */
    credential: string | undefined;
    /** The body's bytes as a digest, where there was one. */
    bodyDigest: string;
    /** What the caller can quote of this request, and the log names it by. */
    requestId: string;
  };
}

export interface ApiDeps {
  readonly publicUrl: string;
  groundFor(tenant: string): Promise<Ground | undefined>;
  identify(ground: Ground, credential: string): Promise<Identity | undefined>;
  /** All tenants, as anyone may see them. */
  listTenants(): Promise<Ground[]>;
  readonly files: FileStorage;
  readonly payments: PaymentDesk;
  /** Called with what was not foreseen, for the log; the caller is told nothing of it. */
  readonly reportFault: (error: unknown, requestId: string) => void;
}

/** Where the bytes of documents lie, each encrypted under a key of its own. */
export interface FileStorage {
  receive(request: Request, room: { maxBytes: number }): Promise<ReceivedUpload>;
  read(storage: string, key: string): Promise<ReadableStream<Uint8Array>>;
  remove(storage: string): Promise<void>;
}

export interface ReceivedUpload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly storage: string;
  readonly key: string;
  readonly question?: string | undefined;
}
