import type { Server } from "node:https";
import { type KeyPair, type KeyPairFiles, minVersion, readKeyPair } from "./key-pair.ts";

/** What keeps a server's certificate as its files have it. */
export interface Renewal {
  /** Look now. */
  look(): Promise<void>;
  stop(): void;
}

export interface RenewalOptions {
  readonly files: KeyPairFiles;
  /** What the server was started with. */
  readonly served: KeyPair;
  /** Told in one sentence, once, why a new pair is not used. */
  readonly onFault: (sentence: string) => void;
  readonly everyMs?: number;
}

/**
 * Serve with a new certificate as soon as its files have one; open connections go on with the old one.
 *
 * The files are read rather than watched, so that a link that is moved counts as well. A pair that cannot be used
 * leaves the one before it in place: often only the first of two files has been written yet.
 */
export function renewKeyPair(
  server: Pick<Server, "setSecureContext">,
  options: RenewalOptions,
): Renewal {
  const { files, onFault, everyMs = 5000 } = options;
  let served = options.served;
  let told = "";
  async function renew(): Promise<void> {
    const pair = await readKeyPair(files);
    if (pair.cert === served.cert && pair.key === served.key) return;
    server.setSecureContext({ ...pair, minVersion });
    served = pair;
  }
  function tell(sentence: string): void {
    if (sentence !== told) onFault(`${sentence} The certificate before it is still served.`);
    told = sentence;
  }
  const look = () =>
    renew().then(
      () => {
        told = "";
      },
      (error: Error) => tell(error.message),
    );
  const timer = setInterval(look, everyMs);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}
