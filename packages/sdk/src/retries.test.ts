import { withRetries } from "./retries.ts";

const url = "https://guildhall.test/t/exampleshire/v1/processes";
const lost = new TypeError("fetch failed");

describe("withRetries", () => {
  let waits: number[];
  let sent: { method: string; key: string | null; body: string }[];
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  beforeEach(() => {
    waits = [];
    sent = [];
  });

  /** A server that gives these answers, one after the other, then 200. */
  const answering =
    (...answers: (Response | Error)[]) =>
    async (request: Request) => {
      const { method, headers } = request;
      sent.push({ method, key: headers.get("idempotency-key"), body: await request.text() });
      const answer = answers.shift() ?? new Response("well");
      if (answer instanceof Error) throw answer;
      return answer;
    };
  const refused = (status: number, after?: string) =>
    new Response("", { status, headers: after === undefined ? {} : { "Retry-After": after } });
  const post = (headers: Record<string, string> = {}) =>
    new Request(url, { method: "POST", headers, body: "{}" });

  it.each([429, 503])("asks again after a %i when the answer says", async (status) => {
    const send = withRetries(answering(refused(status, "2")), { wait });
    expect(await (await send(post({ "Idempotency-Key": "one" }))).text()).toBe("well");
    expect(waits).toEqual([2000]);
    expect(sent).toEqual(Array(2).fill({ method: "POST", key: "one", body: "{}" }));
  });

  it("takes a moment for the time to wait", async () => {
    const send = withRetries(answering(refused(503, new Date(0).toUTCString())), { wait });
    await send(new Request(url));
    expect(waits).toEqual([0]);
  });

  it("waits longer each time where it is not told, and gives up after three", async () => {
    const answers = Array.from({ length: 9 }, () => refused(503));
    const response = await withRetries(answering(...answers), { wait })(new Request(url));
    expect(response.status).toBe(503);
    expect(sent).toHaveLength(4);
    expect(waits).toHaveLength(3);
    for (const [index, ms] of waits.entries()) expect(ms).toBeLessThanOrEqual(500 * 2 ** index);
  });

  it("gives back an answer that asks for more time than it may take", async () => {
    const send = withRetries(answering(refused(429, "3600")), { wait });
    expect((await send(new Request(url))).status).toBe(429);
    expect(sent).toHaveLength(1);
  });

  it.each([400, 401, 404, 409, 500, 502])("takes a %i as it is", async (status) => {
    const send = withRetries(answering(refused(status)), { wait });
    expect((await send(new Request(url))).status).toBe(status);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ["a GET", () => new Request(url)],
    ["a POST with an Idempotency-Key", () => post({ "Idempotency-Key": "one" })],
  ])("sends %s again that was lost", async (_, request) => {
    const send = withRetries(answering(lost), { wait });
    expect((await send(request())).status).toBe(200);
    expect(sent).toHaveLength(2);
  });

  it.each([
    ["a POST without an Idempotency-Key", () => post()],
    ["a PATCH", () => new Request(url, { method: "PATCH", body: "{}" })],
  ])("does not send %s again that was lost: it may have been done", async (_, request) => {
    await expect(withRetries(answering(lost), { wait })(request())).rejects.toBe(lost);
    expect(sent).toHaveLength(1);
  });

  it("tries as often as it is told", async () => {
    const send = withRetries(answering(refused(503)), { wait, retries: 0 });
    expect((await send(new Request(url))).status).toBe(503);
  });

  it("ends its waiting with the call", async () => {
    const controller = new AbortController();
    const send = withRetries(answering(refused(503, "20")));
    const answer = send(new Request(url, { signal: controller.signal }));
    controller.abort(new Error("over"));
    await expect(answer).rejects.toThrow("over");
  });
});
