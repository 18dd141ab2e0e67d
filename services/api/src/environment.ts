import type { Context, Ground, Identity, PaymentDesk } from "@guildhall/domain";

/** Where a request came from, as the server that took it in saw it; a request made in this process has none. */
export interface Caller {
  /** The IP address, behind a trusted proxy the one that the proxy names. */
  readonly address: string;
  /** The SHA-256 of the client certificate shown in the TLS handshake, in base64url (`x5t#S256`, RFC 8705). */
  readonly certificate?: string | undefined;
}

/** What the API's middleware leaves for its routes. */
export interface ApiEnv {
  Bindings: { readonly caller?: Caller | undefined };
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
