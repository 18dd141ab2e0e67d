import type { IncomingMessage, ServerResponse } from "node:http";
import { type Caller, toResponse } from "@guildhall/api";
import { Problem } from "@guildhall/contract";
import { type Config, isLoopbackHost } from "@guildhall/runtime";
import { createArrivals } from "./arrival.ts";
import { type Domains, noDomains } from "./domains.ts";
import { createHostCheck, plainHost } from "./hosts.ts";

/** Answers a request; one that came over the network has a caller. */
export type Answer = (request: Request, caller?: Caller) => Response | Promise<Response>;

/** A request and its answer as they are on the wire. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: Pick<ServerResponse, "setHeader">;
}

/** Lets requests in, or refuses them. */
export type Door = (request: Request, exchange: Exchange, answer: Answer) => ReturnType<Answer>;

export type DoorConfig = Pick<
  Config,
  "publicUrl" | "hosts" | "trustedProxies" | "clientCertificates"
>;

/**
 * Let in what is for us and came by a safe way, and tell who sent it.
 *
 * Where the platform is reached by https, browsers are told to use nothing else.
 */
export function createDoor(config: DoorConfig, domains: Domains = noDomains): Door {
  const { publicUrl } = config;
  const isPublicSecure = publicUrl.startsWith("https:");
  const onlyHttps = strictTransport(publicUrl);
  const arrivalOf = createArrivals(config);
  const hostFaultOf = createHostCheck(config.hosts, domains);
  return (request, { incoming, outgoing }, answer) => {
    const hostFault = hostFaultOf(incoming);
    if (hostFault === "ambiguous") return badRequest();
    if (hostFault) return toResponse(new Problem("request-misdirected"), publicUrl);
    const { caller, scheme } = arrivalOf(incoming);
    if (scheme === "http" && isPublicSecure) return leadToHttps(request, publicUrl, domains);
    if (scheme === "https" || isPublicSecure)
      outgoing.setHeader("Strict-Transport-Security", onlyHttps);
    return answer(request, caller);
  };
}

/** Two years; for this machine a few minutes, since other programs on it speak http at the same host. */
function strictTransport(publicUrl: string): string {
  const isHere = isLoopbackHost(new URL(publicUrl).hostname);
  return isHere ? "max-age=300" : "max-age=63072000; includeSubDomains";
}

/**
 * Answer a request that came by http: a reader is led to the same page by https.
 *
 * What would change something is refused, since it has been sent in the clear, and would be again if it were led on.
 * Nobody is led to a host that is not known here.
 */
export function leadToHttps(
  { method, url }: Request,
  publicUrl: string,
  domains: Pick<Domains, "tenantOf"> = noDomains,
): Response {
  if (method !== "GET" && method !== "HEAD")
    return toResponse(new Problem("request-misdirected"), publicUrl);
  const { hostname, pathname, search } = new URL(url);
  const isOwn = domains.tenantOf(hostname) !== undefined;
  const origin = isOwn ? secureOrigin(plainHost(hostname), publicUrl) : publicUrl;
  const headers = { Location: `${origin}${pathname}${search}`, "Cache-Control": "no-store" };
  return new Response(null, { status: 308, headers });
}

/** A council's own domain, at the port where the platform is reached by https. */
function secureOrigin(host: string, publicUrl: string): string {
  const { port } = new URL(publicUrl);
  return `https://${host}${port === "" ? "" : `:${port}`}`;
}

function badRequest(): Response {
  return new Response(null, { status: 400, headers: { Connection: "close" } });
}
