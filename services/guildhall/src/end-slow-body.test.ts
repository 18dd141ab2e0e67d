import { once } from "node:events";
import { connect } from "node:net";
import { type Listening, startServer } from "./serve.ts";

describe("a body that comes slowly", () => {
  let server: Listening;
  beforeAll(async () => {
    const patience = {
      headersTimeout: 60_000,
      requestTimeout: 60_000,
      bodySilence: 1000,
      connectionsCheckingInterval: 50,
    };
    const fetch = async (request: Request) => new Response(`${(await request.text()).length}`);
    server = await startServer({ port: 0, fetch, patience });
  });
  afterAll(() => server.close());

  it("is waited for as long as it comes on", async () => {
    const answer = await drip("x".repeat(2048), 50);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toContain("102400");
  });

  it.each([
    ["stops", "x", 1],
    ["hardly comes on", "x", 102_400],
  ])("is ended where it %s", async (_, piece, pieces) => {
    expect(await drip(piece, pieces)).toMatch(/^HTTP\/1.1 408 /);
  });

  /** Announce a body of 100 KB and send so many pieces of it, until the server ends it. */
  async function drip(piece: string, pieces: number): Promise<string> {
    const socket = connect(server.port, "127.0.0.1");
    await once(socket, "connect");
    socket.write(
      "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 102400\r\n\r\n",
    );
    let left = pieces;
    const timer = setInterval(() => {
      left -= 1;
      if (left >= 0) socket.write(piece);
    }, 30);
    let answer = "";
    socket.setEncoding("utf8").on("data", (text) => {
      answer += text;
    });
    // What is still being sent when the server ends it is no fault of the test.
    socket.on("error", () => undefined);
    await once(socket, "close").finally(() => clearInterval(timer));
    return answer;
  }
});
