import { type Client, createClient, createConfig } from "@guildhall/sdk";
import type { ConsoleDeps } from "../environment.ts";

/** Give a client of one organisation's API, or of the platform's where none is named. */
export type ClientFor = (tenant?: string) => Client;

/** Make clients that reach the public API, and nothing else, as any partner's would. */
export function createClients({
  fetch,
  apiOrigin,
}: Pick<ConsoleDeps, "fetch" | "apiOrigin">): ClientFor {
  return (tenant) => {
    const baseUrl = tenant === undefined ? apiOrigin : `${apiOrigin}/t/${tenant}/v1`;
    return createClient(
      createConfig({
        baseUrl,
        fetch: (input) => fetch(input instanceof Request ? input : new Request(input)),
      }),
    );
  };
}
