import { pathOf } from "./parcel.ts";

/**
 * Tell whether a request leads to the sandbox of the tenant that it names: with a test key, or because it makes one,
 * ends one, or tries a service out.
 */
export function leadsToSandbox({ method, headers, url }: Request): boolean {
  if (testKey.test(headers.get("authorization") ?? "")) return true;
  return method !== "GET" && method !== "HEAD" && ofSandbox.test(pathOf(url));
}

const testKey = /^bearer gh_test_/i;
const ofSandbox = /^\/t\/[^/]+\/v1\/(?:access-requests|services\/[^/]+\/dry-runs)(?:[/?#]|$)/;
