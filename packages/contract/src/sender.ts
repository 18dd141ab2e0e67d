/** A message as it is handed over: frozen, the same at every attempt. */
export interface Envelope {
  /** Stable: a sender that can tell a repeat by it must. */
  readonly key: string;
  readonly to: string;
  /** The lines of an address, name first, where it goes on paper. */
  readonly postTo?: readonly string[];
  /** The number, as networks write it, where it goes to a phone. */
  readonly textTo?: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** What it says to mail programs beside what every message does, by the name of the header. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type SendOutcome =
  | { readonly outcome: "sent"; readonly reference?: string }
  | { readonly outcome: "refused"; readonly code: string }
  | { readonly outcome: "retry"; readonly code: string }
  /** The server may have taken it: a person decides, it is not sent again by itself. */
  | { readonly outcome: "ambiguous"; readonly code: string };

/** A way to reach a person. */
export interface Sender {
  /** Whether the same envelope, handed over twice, is one message: then doubt is ended by sending again. */
  readonly canTellRepeats?: boolean;
  /** Whether what it takes is kept in this installation and reaches nobody, so that a sandbox may use it. */
  readonly staysHere?: boolean;
  send(envelope: Envelope, signal: AbortSignal): Promise<SendOutcome>;
}
