import { json, serve, type TestServer, unhurried } from "../test-server.ts";
import { guardedConnector, type Resolve } from "./connect.ts";
import { createGuard } from "./guard.ts";

const loopback = { address: "127.0.0.1", family: 4 };
const outside = { address: "81.2.69.142", family: 4 };

/** What the name server of an attacker says. */
const names: Record<string, { address: string; family: number }[]> = {
  "private.example": [loopback],
  "mixed.example": [outside, loopback],
  "mixed-other-way.example": [loopback, outside],
  "mapped.example": [{ address: "::ffff:127.0.0.1", family: 6 }],
  "six.example": [{ address: "::1", family: 6 }],
  "any.example": [{ address: "0.0.0.0", family: 4 }],
  "any-six.example": [{ address: "::", family: 6 }],
  "metadata.example": [{ address: "169.254.169.254", family: 4 }],
  "nat64.example": [{ address: "64:ff9b::7f00:1", family: 6 }],
  "six-to-four.example": [{ address: "2002:7f00:1::", family: 6 }],
  "zone.example": [{ address: "fe80::1%lo", family: 6 }],
  "nothing.example": [],
};

/** Every way we know of spelling "this machine"; `$` stands for the canary's port, which is let out. */
const spellings = [
  "http://127.0.0.1:$/",
  "https://127.0.0.1:$/",
  "https://127.1:$/",
  "https://127.0.1:$/",
  "https://127.127.127.127:$/",
  "https://2130706433:$/",
  "https://0x7f000001:$/",
  "https://0x7f.0x0.0x0.0x1:$/",
  "https://0X7F.1:$/",
  "https://017700000001:$/",
  "https://0177.0.0.1:$/",
  "https://0177.0.0x0.1:$/",
  "https://0:$/",
  "https://0.0.0.0:$/",
  "https://127.0.0.1.:$/",
  "https://%31%32%37.0.0.1:$/",
  "https://127%2e0%2e0%2e1:$/",
  "https://①②⑦.⓪.⓪.①:$/",
  "https://127。0。0。1:$/",
  "https://１２７.0.0.1:$/",
  "https://[::1]:$/",
  "https://[::]:$/",
  "https://[0:0:0:0:0:0:0:1]:$/",
  "https://[::ffff:127.0.0.1]:$/",
  "https://[::ffff:7f00:1]:$/",
  "https://[::127.0.0.1]:$/",
  "https://[::ffff:0:127.0.0.1]:$/",
  "https://[64:ff9b::127.0.0.1]:$/",
  "https://[2002:7f00:1::]:$/",
  "https://[fe80::1%25lo]:$/",
  "https://localhost:$/",
  "https://LOCALHOST:$/",
  "https://localhost.:$/",
  "https://ⓛocalhost:$/",
  "https://a.localhost:$/",
  "https://localhost.localdomain:$/",
  "https://user@127.0.0.1:$/",
  "https://api.example@127.0.0.1:$/",
  "https://api.example:443@127.0.0.1:$/",
  "https://api.example\\@127.0.0.1:$/",
  "https://127.0.0.1:$\\@api.example/",
  "https://127.0.0.1:$#@api.example/",
  "https://127.0.0.1\t:$/",
  "https://127.0.0.1\r\n:$/",
  " https://127.0.0.1:$/",
  "https:127.0.0.1:$/",
  "https:/\\127.0.0.1:$/",
  "//127.0.0.1:$/",
  "HTTPS://127.0.0.1:$/",
  "ws://127.0.0.1:$/",
  ...Object.keys(names).map((name) => `https://${name}:$/`),
];

const resolve: Resolve = async (name) => names[name] ?? [loopback];

const portOf = ({ host }: TestServer) => Number(host.split(":")[1]);

describe("egress", () => {
  it.each(spellings)("never reaches this machine by %j", async (spelling) => {
    const canary = await serve((_, response) => json(response, {}));
    const request = createGuard({ allowLoopback: [], allowPorts: [portOf(canary)], resolve });
    const url = spelling.replace("$", String(portOf(canary)));

    await expect(request({ method: "GET", url }, unhurried())).rejects.toMatchObject({
      code: "egress-blocked",
      sent: false,
    });
    expect(canary.connections()).toBe(0);
  });

  it("reaches this machine only on the port that the operator allows", async () => {
    const allowed = await serve((_, response) => json(response, {}));
    const other = await serve((_, response) => json(response, {}));
    const request = createGuard({ allowLoopback: [allowed.host] });

    await request({ method: "GET", url: allowed.url }, unhurried());
    await expect(request({ method: "GET", url: other.url }, unhurried())).rejects.toMatchObject({
      code: "egress-blocked",
    });
    expect([allowed.connections(), other.connections()]).toEqual([1, 0]);
  });

  it("keeps an allowed name on this machine", async () => {
    const answers = [[outside]];
    const request = createGuard({
      allowLoopback: ["localhost:3001"],
      resolve: async () => answers.shift() ?? [],
    });

    await expect(
      request({ method: "GET", url: "http://localhost:3001/" }, unhurried()),
    ).rejects.toMatchObject({ code: "egress-blocked", sent: false });
  });

  it("looks a name up once for a connection, so that it cannot turn to another address", async () => {
    const server = await serve((_, response) => json(response, {}));
    const host = `localhost:${portOf(server)}`;
    const answers = [[loopback], [outside]];
    const request = createGuard({
      allowLoopback: [host],
      resolve: async () => answers.shift() ?? [],
    });

    const answer = await request({ method: "GET", url: `http://${host}/` }, unhurried());

    expect(answer.status).toBe(200);
    expect(answers).toHaveLength(1);
  });

  it("sends nothing any more when the caller stopped before the connection was made", async () => {
    const server = await serve((_, response) => json(response, {}));
    const host = `localhost:${portOf(server)}`;
    const stop = new AbortController();
    const request = createGuard({
      allowLoopback: [host],
      resolve: async () => {
        stop.abort();
        return [loopback];
      },
    });

    const stopped = request({ method: "GET", url: `http://${host}/stopped` }, stop.signal);
    await expect(stopped).rejects.toMatchObject({ code: "stopped", sent: false });
    await request({ method: "GET", url: `http://${host}/next` }, unhurried());

    expect(server.seen.map(({ path }) => path)).toEqual(["/next"]);
  });

  it("refuses an address at the connection too, should its spelling ever get past", async () => {
    const canary = await serve((_, response) => json(response, {}));
    const connect = guardedConnector({ allowLoopback: [] });
    const port = String(portOf(canary));

    const fault = await new Promise((resolve) => {
      connect({ hostname: "127.0.0.1", protocol: "http:", port }, (...[error]) => resolve(error));
    });

    expect(fault).toMatchObject({ code: "egress-blocked", sent: false });
    expect(canary.connections()).toBe(0);
  });
});
