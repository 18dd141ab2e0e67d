import type { Config, Log } from "@guildhall/runtime";
import type { Domains } from "./door/domains.ts";
import { type Answer, createDoor, leadToHttps } from "./door/door.ts";
import { type Listening, startServer } from "./serve.ts";

/** Listen where the platform is served, and at the port that leads to it where there is one. */
export async function listenToAll(
  config: Config,
  { fetch, domains }: { readonly fetch: Answer; readonly domains: Domains },
  log: Log,
): Promise<Listening> {
  const { port, httpPort, tls: files, clientCertificates, publicUrl, trustedProxies } = config;
  const onFault = (sentence: string) => log.warn(sentence);
  const server = await startServer({
    port,
    fetch,
    door: createDoor(config, domains),
    ...(files && { tls: { files, clientCertificates, onFault } }),
    ...(trustedProxies.length > 0 && { keepAliveMs: longerThanProxies }),
  });
  if (httpPort === undefined) return server;
  const lead = (request: Request) => leadToHttps(request, publicUrl, domains);
  const leading = await startServer({ port: httpPort, fetch: lead });
  const both = async (end: (one: Listening) => Promise<void>) => {
    await Promise.all([leading, server].map(end));
  };
  return {
    port: server.port,
    close: () => both((one) => one.close()),
    retire: () => both((one) => one.retire()),
  };
}

/** A connection that we end while a proxy sends on it is a failure for its caller. */
const longerThanProxies = 75_000;
