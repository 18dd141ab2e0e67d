import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { closedLoop, openLoop } from "./load.ts";
import type { Target } from "./target.ts";

describe("loads", () => {
  let server: Server;
  let target: Target;
  let keys: unknown[];
  let status: (nth: number) => number;

  beforeEach(async () => {
    keys = [];
    status = () => 202;
    server = createServer((request, response) => {
      const nth = keys.push(request.headers["idempotency-key"]);
      request.resume().on("end", () => {
        response.writeHead(status(nth)).end(JSON.stringify({ reference: `BEN-${nth}` }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    target = { kind: "guildhall", url: `http://127.0.0.1:${port}/processes`, key: "k" };
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it("stops when enough was accepted, and knows each by the reference it was given", async () => {
    const load = await closedLoop({ target, connections: 2, seconds: 10, most: 20 });

    expect(load.accepted.length).toBeGreaterThanOrEqual(20);
    expect(load.accepted.length).toBeLessThan(22);
    expect(load.accepted.map(({ reference }) => reference)).toContain("BEN-1");
  });

  it("never sends an idempotency key twice", async () => {
    await closedLoop({ target, connections: 2, seconds: 10, most: 20 });

    expect(new Set(keys).size).toBe(keys.length);
  });

  it("counts what was refused apart, with the first answer", async () => {
    status = (nth) => (nth % 2 === 0 ? 503 : 202);
    const { accepted, refused } = await openLoop({ target, perS: 400, seconds: 0.05 });

    expect(accepted).toHaveLength(10);
    expect(refused).toMatchObject({ count: 10, first: expect.stringMatching(/^503 /) });
  });

  it("ends a connection's turn when nobody answers", async () => {
    server.close();
    server.closeAllConnections();
    const { accepted, refused } = await closedLoop({ target, connections: 3, seconds: 10 });

    expect(accepted).toEqual([]);
    expect(refused).toEqual({ count: 3, first: "nothing" });
  });
});
