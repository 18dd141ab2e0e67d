import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createForwarder, type Forwarder } from "./forward.ts";
import { pack } from "./parcel.ts";
import { post } from "./testing/requests.ts";

describe("a request that is sent on", () => {
  let folder: string;
  let socket: string;
  let server: Server;
  let forwarder: Forwarder;
  let answered = 0;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "guildhall-forward-"));
    socket = join(folder, "a.sock");
    answered = 0;
    server = createServer((_, response) => {
      answered += 1;
      response.end();
    });
    server.listen({ path: socket, backlog: 1 });
    await once(server, "listening");
    forwarder = createForwarder();
  });
  afterEach(async () => {
    await forwarder.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("is known not to have been begun where the node has no room for another connection", async () => {
    const parcels = await Promise.all(
      Array.from({ length: 50 }, () => pack(post("words"), undefined, { take: () => true })),
    );
    const sent = await Promise.all(
      parcels.map((parcel) => forwarder.send({ socket, parcel, take: false })),
    );
    const lost = sent.filter((one) => "lost" in one);
    expect(lost).toHaveLength(50 - answered);
    expect(lost).toContainEqual({ lost: "unbegun", isGone: false });
    expect(lost).not.toContainEqual({ lost: "unknown", isGone: false });
  });
});
