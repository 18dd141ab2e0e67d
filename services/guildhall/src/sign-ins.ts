import { createHash } from "node:crypto";
import { createIdentityProvider, type GuardedRequest } from "@guildhall/connectors";
import type { IdentityProvider } from "@guildhall/contract";
import {
  type Context,
  createSignInDesk,
  readSignInCredential,
  type SignInDesk,
} from "@guildhall/domain";

/** The desk where the API signs staff in, at the providers that tenants name. */
export function createSignIns({ request }: { request: GuardedRequest }): SignInDesk {
  const known = new Map<string, { mark: string; provider: IdentityProvider }>();
  return createSignInDesk({
    providerFor: async ({ tenant, db }: Context) => {
      const settings = tenant.signIn;
      const credential = settings && (await readSignInCredential({ db }));
      if (!settings || !credential) return undefined;
      // What a provider has said of itself is kept as long as it is the same provider and the same client.
      const mark = markOf({ settings, credential });
      const recent = known.get(tenant.id);
      if (recent?.mark === mark) return recent.provider;
      const provider = createIdentityProvider(settings, credential, { request });
      known.set(tenant.id, { mark, provider });
      return provider;
    },
  });
}

function markOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}
