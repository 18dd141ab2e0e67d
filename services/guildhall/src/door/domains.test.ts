import { connect } from "node:net";
import { readConfig } from "@guildhall/runtime";
import { type Listening, startServer } from "../serve.ts";
import { ask } from "../testing/door.ts";
import { type Domains, openDomains } from "./domains.ts";
import { createDoor, leadToHttps } from "./door.ts";

const entries = [
  { domain: "services.exampleshire.example", tenant: "exampleshire" },
  { domain: "old.exampleshire.example", tenant: "exampleshire" },
  { domain: "xn--trf-dla.example", tenant: "farshire" },
  { domain: "platform.example", tenant: "greedy" },
  { domain: "inside.example", tenant: "greedy" },
];
const env = { PUBLIC_URL: "https://platform.example:8443", HOSTS: "inside.example" };

describe("tenants' domains", () => {
  let domains: Domains;
  let listed = entries;
  beforeEach(async () => {
    listed = entries;
    const config = readConfig(env);
    const list = async () => listed;
    domains = await openDomains({ ...config, list, onError: () => undefined });
  });
  afterEach(() => domains.end());

  it.each([
    "services.exampleshire.example",
    "Services.Exampleshire.Example.",
    "services.exampleshire.example:8443",
  ])("%s is the tenant's that it was given", (host) => {
    expect(domains.tenantOf(host)).toBe("exampleshire");
  });

  it.each([
    "exampleshire.example",
    "a.services.exampleshire.example",
    "services.exampleshire.example.evil.example",
    "services.exampleshire.example@evil.example",
    "",
  ])("%s is nobody's", (host) => {
    expect(domains.tenantOf(host)).toBeUndefined();
  });

  it.each(["platform.example", "inside.example", "localhost"])(
    "%s stays the platform's, whatever a tenant's folder says",
    (host) => {
      expect(domains.tenantOf(host)).toBeUndefined();
      expect(domains.domainOf("greedy")).toBeUndefined();
    },
  );

  it("lead to a tenant's first", () => {
    expect(domains.domainOf("exampleshire")).toBe("services.exampleshire.example");
    expect(domains.domainOf("nobody")).toBeUndefined();
  });

  it("follow the directory", async () => {
    listed = [];
    await domains.renew();
    expect(domains.tenantOf("services.exampleshire.example")).toBeUndefined();
  });

  describe("at the door", () => {
    let server: Listening;
    beforeEach(async () => {
      const door = createDoor(readConfig(env), domains);
      server = await startServer({ port: 0, door, fetch: () => new Response("in") });
    });
    afterEach(() => server.close());

    it.each([
      ["a tenant's domain", "GET / HTTP/1.1\r\nHost: services.exampleshire.example\r\n\r\n", 200],
      ["another host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421],
      [
        "a tenant's domain with more dots than one",
        "GET / HTTP/1.1\r\nHost: services.exampleshire.example..\r\n\r\n",
        421,
      ],
      [
        "two tenants' domains",
        "GET / HTTP/1.1\r\nHost: services.exampleshire.example\r\nHost: xn--trf-dla.example\r\n\r\n",
        400,
      ],
      [
        "one tenant's domain in its line and another's in its Host",
        "GET http://xn--trf-dla.example/ HTTP/1.1\r\nHost: services.exampleshire.example\r\n\r\n",
        421,
      ],
      [
        "a tenant's domain in its line and the platform's in its Host",
        "GET http://services.exampleshire.example/ HTTP/1.1\r\nHost: platform.example\r\n\r\n",
        421,
      ],
      [
        "a tenant's domain in X-Forwarded-Host alone",
        "GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: services.exampleshire.example\r\n\r\n",
        421,
      ],
    ])("a request that names %s is answered %3$i", async (_, text, status) => {
      expect(await statusOf(text)).toBe(status);
    });

    function statusOf(text: string): Promise<number> {
      return new Promise((resolve, reject) => {
        const socket = connect(server.port, "127.0.0.1", () => socket.write(text));
        socket.once("data", (data) => {
          socket.destroy();
          resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1]));
        });
        socket.once("error", reject);
      });
    }
  });

  it("are led to https under their own name, and no other host is", async () => {
    const fetch = (request: Request) => leadToHttps(request, env.PUBLIC_URL, domains);
    const server = await startServer({ port: 0, fetch });
    const locationFor = async (Host: string) =>
      (await ask({ port: server.port, path: "/track?a=b", headers: { Host } })).headers.location;
    expect(await locationFor("services.exampleshire.example")).toBe(
      "https://services.exampleshire.example:8443/track?a=b",
    );
    expect(await locationFor("evil.example")).toBe("https://platform.example:8443/track?a=b");
    await server.close();
  });
});
