/** One request to the outside. */
export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The largest answer to take, after decompression too; 1 MiB when left out. */
  readonly maxBytes?: number;
  /** What we show of ourselves to a receiver that asks for it (mutual TLS); the same object at every call. */
  readonly certificate?: ClientCertificate;
  /** The answer is a secret, such as a token: nobody keeps what it says. */
  readonly isSecret?: true;
  /** What lets us in, wherever it stands in the call: nobody keeps it where the answer or the address repeats it. */
  readonly secrets?: readonly string[];
}

/** A client certificate and its key, as PEM. */
export interface ClientCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}
