import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Configuration } from "oidc-provider";

/** What the provider's directory says of whoever signs in. */
export type Account = Readonly<Record<string, unknown>> & { readonly sub: string };

export interface TestOidcProvider {
  readonly issuer: string;
  /** `127.0.0.1:port`, as an operator would allow it. */
  readonly host: string;
  /** Follow an address as a browser of this account would, until it is sent back; give the query it comes back with. */
  browse(url: string, account: string): Promise<string>;
  /** Open an address in the same browser, and give the page. */
  open(url: string): Promise<{ status: number; text: string }>;
}

/** A real OpenID provider on this machine, until the test ends. Whoever comes is signed in without being asked anything. */
export async function serveOidcProvider(
  accounts: readonly Account[],
  configuration: Configuration,
): Promise<TestOidcProvider> {
  const { default: Provider } = await import("oidc-provider");
  let account = "";
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/interaction/")) return callback(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: account } });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // It listens on TCP.
  const issuer = `http://${host}`;
  const provider = new Provider(issuer, {
    ...configuration,
    features: { devInteractions: { enabled: false }, ...configuration.features },
    claims: { email: ["email", "email_verified"], profile: ["name", "groups"], openid: ["sub"] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ["a key of a test"] },
    findAccount: (_, id) => {
      const found = accounts.find(({ sub }) => sub === id);
      return found && { accountId: id, claims: () => found };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const browser = createBrowser(issuer);
  return {
    issuer,
    host,
    browse: (url, who) => {
      account = who;
      return browser.follow(url);
    },
    open: browser.open,
  };
}

/** Just enough of a browser: it keeps cookies, and goes where it is sent as long as that is at the provider. */
function createBrowser(issuer: string) {
  const cookies = new Map<string, string>();
  const ask = async (url: string): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const follow = async (url: string): Promise<string> => {
    if (!url.startsWith(issuer)) return new URL(url).search.slice(1);
    const response = await ask(url);
    const location = response.headers.get("location");
    if (location === null)
      throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
    return follow(new URL(location, url).href);
  };
  return {
    follow,
    open: async (url: string) => {
      const response = await ask(url);
      return { status: response.status, text: await response.text() };
    },
  };
}
