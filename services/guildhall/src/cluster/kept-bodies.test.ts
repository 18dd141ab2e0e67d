import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createForwarder, type Forwarder } from "./forward.ts";
import { Hosting } from "./hosting.ts";
import { createKeptBodies } from "./kept-bodies.ts";
import { createTenantFetch } from "./tenant-fetch.ts";
import { post } from "./testing/requests.ts";

describe("the bodies that are kept to be sent again", () => {
  let folder: string;
  let forwarder: Forwarder;
  let node: Server;
  let asked: string[];
  const answers: ServerResponse[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guildhall-kept-"));
    forwarder = createForwarder();
    asked = [];
    answers.length = 0;
    node = createServer((request, response) => {
      asked.push(`${request.method} ${request.url?.split("/")[1]}`);
      if (request.method === "GET") response.writeHead(204).end();
      else request.resume().once("end", () => node.emit("read", answers.push(response)));
    });
    node.listen(join(folder, "a.sock"));
    await once(node, "listening");
  });
  afterEach(async () => {
    await forwarder.close();
    node.close();
    await rm(folder, { recursive: true, force: true });
  });

  const fetchThrough = (mostKeptBytes: number) => {
    const place = { at: "node", home: "exampleshire", node: "a", take: false } as const;
    return createTenantFetch({
      api: () => new Response("here"),
      hosting: new Hosting(),
      whereabouts: {
        homeOf: async (tenant) => tenant,
        find: async () => ({ ...place, socket: join(folder, "a.sock") }),
        forget: async () => undefined,
      },
      ...{ forwarder, publicUrl: "http://localhost:3000", onError: () => undefined },
      mostKeptBytes,
    });
  };
  /** A request that the node has read, and its answer to come. */
  const begun = async (fetch: ReturnType<typeof createTenantFetch>) => {
    const read = once(node, "read");
    const answer = fetch(post("words"));
    await read;
    return { answer };
  };

  it("take no more memory than there is for all: what has no room is sent on as it comes", async () => {
    const fetch = fetchThrough("words".length);
    const sent = [await begun(fetch), await begun(fetch)];
    // What can be sent only once is sent to nobody who has not said that the tenant is there.
    expect(asked).toEqual(["POST t", "GET holds", "POST t"]);
    for (const answer of answers.splice(0)) answer.end();
    for (const { answer } of sent) expect((await answer).status).toBe(200);
    const { answer } = await begun(fetch);
    expect(asked.slice(3)).toEqual(["POST t"]);
    answers[0]?.end();
    await answer;
  });

  it("leave their memory to the next", async () => {
    const share = createKeptBodies(8);
    const [one, other] = [share(), share()];
    expect([one.take(5), other.take(5), other.take(3)]).toEqual([true, false, true]);
    one.giveBack();
    one.giveBack();
    expect([other.take(6), other.take(5)]).toEqual([false, true]);
  });
});
