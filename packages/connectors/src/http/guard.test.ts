import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { hangUp, json, serve, unhurried } from "../test-server.ts";
import type { Call } from "./call.ts";
import type { Resolve } from "./connect.ts";
import { createGuard } from "./guard.ts";
import { GuardFault } from "./guard-fault.ts";

const get = (url: string): Call => ({ method: "GET", url });

/** The fault a request ends in; an answer fails the test. */
async function faultOf(answer: Promise<unknown>): Promise<Pick<GuardFault, "code" | "sent">> {
  const fault = await answer.then(
    () => undefined,
    (error) => error,
  );
  expect(fault).toBeInstanceOf(GuardFault);
  return { code: fault.code, sent: fault.sent };
}

function guardFor(...hosts: string[]) {
  return createGuard({ allowLoopback: hosts });
}

/** Write up to `full` bytes, and say how many were taken before the other side hung up. */
function pour(response: ServerResponse, full: number): Promise<number> {
  const chunk = Buffer.alloc(64 * 1024);
  let written = 0;
  const more = () => {
    written += chunk.length;
    if (written > full) response.end();
    else response.write(chunk, () => more());
  };
  return new Promise((resolve) => {
    response.on("close", () => resolve(written));
    more();
  });
}

describe("createGuard", () => {
  it("hands over what was answered, whatever its status", async () => {
    const server = await serve((_, response) => json(response, { said: "no" }, 418));
    const call = {
      method: "POST",
      url: `${server.url}a?b=c`,
      headers: { "x-y": "z" },
      body: "{}",
    } as const;

    const answer = await guardFor(server.host)(call, unhurried());

    expect(answer.status).toBe(418);
    expect(answer.headers["content-type"]).toBe("application/json");
    expect(Buffer.from(answer.body).toString()).toBe('{"said":"no"}');
    expect(server.seen[0]).toMatchObject({ method: "POST", path: "/a?b=c", body: "{}" });
    expect(server.seen[0]?.headers["x-y"]).toBe("z");
  });

  it("gives a header that came several times as one text, and cookies one by one", async () => {
    const server = await serve(({ path }, response) => {
      response.setHeader("retry-after", ["1", "2"]);
      response.setHeader("set-cookie", path === "/one" ? "a=b" : ["a=b", "c=d"]);
      response.end();
    });
    const request = guardFor(server.host);

    const one = await request(get(`${server.url}one`), unhurried());
    const two = await request(get(`${server.url}two`), unhurried());

    expect(one.headers["retry-after"]).toBe("1, 2");
    expect([one.cookies, two.cookies]).toEqual([["a=b"], ["a=b", "c=d"]]);
  });

  it("keeps connections for the requests to come", async () => {
    const server = await serve((_, response) => json(response, {}));
    const request = guardFor(server.host);

    for (let times = 0; times < 6; times += 1) await request(get(server.url), unhurried());

    expect(server.connections()).toBeLessThan(4);
  });

  it("follows no redirect", async () => {
    const canary = await serve((_, response) => json(response, {}));
    const server = await serve((_, response) => {
      response.writeHead(302, { location: canary.url }).end();
    });

    const answer = await guardFor(server.host, canary.host)(get(server.url), unhurried());

    expect(answer.status).toBe(302);
    expect(canary.connections()).toBe(0);
  });

  it("cuts off an answer that never stops growing", async () => {
    const full = 100 * 1024 * 1024;
    let closed = Promise.resolve(full);
    const server = await serve((_, response) => {
      closed = pour(response, full);
    });

    const fault = await faultOf(guardFor(server.host)(get(server.url), unhurried()));

    expect(fault).toEqual({ code: "too-large", sent: true });
    expect(await closed).toBeLessThan(full);
  });

  it("does not wait for an answer that says it is too large", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100000000" }).write("x");
    });

    const fault = await faultOf(guardFor(server.host)(get(server.url), unhurried()));

    expect(fault).toEqual({ code: "too-large", sent: true });
  });

  it("takes a larger answer where the caller asked for it, and a smaller one not", async () => {
    const server = await serve((_, response) => response.end(Buffer.alloc(2 * 1024 * 1024)));
    const request = guardFor(server.host);

    const large = await request({ ...get(server.url), maxBytes: 4 * 1024 * 1024 }, unhurried());
    expect(large.body.length).toBe(2 * 1024 * 1024);
    const fault = await faultOf(request({ ...get(server.url), maxBytes: 1024 }, unhurried()));
    expect(fault.code).toBe("too-large");
  });

  it("decompresses what came compressed, but not a bomb", async () => {
    const server = await serve(({ path }, response) => {
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync(path === "/bomb" ? Buffer.alloc(50 * 1024 * 1024) : "hello"));
    });
    const request = guardFor(server.host);

    const answer = await request(get(server.url), unhurried());
    expect(Buffer.from(answer.body).toString()).toBe("hello");
    const fault = await faultOf(request(get(`${server.url}bomb`), unhurried()));
    expect(fault).toEqual({ code: "too-large", sent: true });
  });

  it.each(["gzip", "x-unheard-of", "gzip, gzip"])(
    "refuses a body that is not the %s it says",
    async (encoding) => {
      const server = await serve((_, response) => {
        response.writeHead(200, { "content-encoding": encoding }).end("plain");
      });

      const fault = await faultOf(guardFor(server.host)(get(server.url), unhurried()));

      expect(fault).toEqual({ code: "bad-answer", sent: true });
    },
  );

  it("says that bytes were sent when the reply is lost", async () => {
    const server = await serve(hangUp);

    const fault = await faultOf(
      guardFor(server.host)({ ...get(server.url), method: "POST", body: "x" }, unhurried()),
    );

    expect(fault).toEqual({ code: "connection-lost", sent: true });
    expect(server.seen).toHaveLength(1);
  });

  it("says that nothing was sent when nobody listens", async () => {
    const fault = await faultOf(guardFor("127.0.0.1:1")(get("http://127.0.0.1:1/"), unhurried()));

    expect(fault).toEqual({ code: "connection-refused", sent: false });
  });

  it("says that nothing was sent when TLS cannot be agreed", async () => {
    const server = await serve(hangUp);

    const fault = await faultOf(guardFor(server.host)(get(`https://${server.host}/`), unhurried()));

    expect(fault).toEqual({ code: "tls-failed", sent: false });
  });

  it("ends a dripping answer when the time is up", async () => {
    const clock = new AbortController();
    const server = await serve((_, response) => {
      response.write("one byte", () => clock.abort(new DOMException("", "TimeoutError")));
    });

    const fault = await faultOf(guardFor(server.host)(get(server.url), clock.signal));

    expect(fault).toEqual({ code: "timeout", sent: true });
  });

  it("ends while it is still looking up the name, with nothing sent", async () => {
    const stop = new AbortController();
    const resolve: Resolve = () => {
      queueMicrotask(() => stop.abort());
      return new Promise(() => {});
    };
    const request = createGuard({ allowLoopback: [], resolve });

    const fault = await faultOf(request(get("https://slow.example/"), stop.signal));

    expect(fault).toEqual({ code: "stopped", sent: false });
  });

  it("asks nobody when the caller has already stopped", async () => {
    const server = await serve((_, response) => json(response, {}));

    const fault = await faultOf(guardFor(server.host)(get(server.url), AbortSignal.abort()));

    expect(fault).toEqual({ code: "stopped", sent: false });
    expect(server.connections()).toBe(0);
  });

  it("refuses a header that would begin another", async () => {
    const server = await serve((_, response) => json(response, {}));
    const call = { ...get(server.url), headers: { "x-y": "z\r\nhost: other" } };

    const fault = await faultOf(guardFor(server.host)(call, unhurried()));

    expect(fault).toEqual({ code: "request-invalid", sent: false });
    expect(server.seen).toHaveLength(0);
  });

  it("names an answer that is no HTTP", async () => {
    const server = await serve((_, response) => response.socket?.end("SSH-2.0-OpenSSH\r\n"));

    const fault = await faultOf(guardFor(server.host)(get(server.url), unhurried()));

    expect(fault).toEqual({ code: "bad-answer", sent: true });
  });
});
