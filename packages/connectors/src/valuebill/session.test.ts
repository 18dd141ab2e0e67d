import { answering, answeringText, type Handler, hangUp, unhurried } from "../test-server.ts";
import { outgoing, refusing, serveValuebill, type TestValuebill } from "./test-valuebill.ts";

const accepted = { outcome: "accepted", reference: "out_1" };

describe("a session with the Valuation Office", () => {
  let valuebill: TestValuebill;
  const send = (signal = unhurried()) => valuebill.connector.send(outgoing, signal);

  beforeEach(async () => {
    valuebill = await serveValuebill();
  });

  it("is kept from one report to the next, and shared by those at the same time", async () => {
    expect(await Promise.all([send(), send()])).toEqual([accepted, accepted]);
    await send();

    expect(valuebill.operations()).toEqual(["login", "upload", "upload", "upload"]);
  });

  it.each([
    ["lost", undefined],
    ["refused with 401", answeringText("", 401)],
    ["refused with 403", answeringText("", 403)],
  ])("is renewed once when its token is %s", async (_, handler) => {
    await send();
    if (handler) valuebill.instead("upload", handler);
    else valuebill.loseToken();

    expect(await send()).toEqual(accepted);
    expect(valuebill.operations()).toEqual(["login", "upload", "upload", "login", "upload"]);
  });

  it("is renewed only once for a report", async () => {
    for (let times = 0; times < 3; times += 1) valuebill.instead("upload", answeringText("", 401));

    expect(await send()).toEqual({ outcome: "retry", code: "credential-refused" });
    expect(valuebill.operations()).toEqual(["login", "upload", "login", "upload"]);
  });

  it("is not trusted for longer than ten minutes", async () => {
    await send();
    valuebill.pass(10 * 60_000);
    await send();

    expect(valuebill.operations()).toEqual(["login", "upload", "login", "upload"]);
  });

  it("begins anew after a doubt", async () => {
    valuebill.answers.submission = hangUp;
    valuebill.instead("upload", hangUp);
    expect(await send()).toMatchObject({ outcome: "ambiguous" });
    await send();

    expect(valuebill.operations()).toEqual(["login", "upload", "submission", "login", "upload"]);
  });

  it("goes on for the others when one of them gives up", async () => {
    const stop = new AbortController();
    const stopped = send(stop.signal);
    const other = send();
    stop.abort();

    expect(await stopped).toEqual({ outcome: "retry", code: "timeout" });
    expect(await other).toEqual(accepted);
  });

  it.each([
    ["the credentials are refused", refusing(["5000"], 400), { code: "credential-refused" }],
    ["it is refused outright", answeringText("", 401), { code: "credential-refused" }],
    ["nobody understands the answer", answeringText("<html></html>"), { code: "bad-answer" }],
    [
      "the token could not go into a header",
      answering({ token: "a\r\nb: cccccc" }),
      { code: "bad-answer" },
    ],
    ["it fails there", answeringText("", 500), { code: "answered-5xx" }],
    ["the answer is lost", hangUp, { code: "connection-lost" }],
    [
      "it is too early",
      (_, response) => response.writeHead(503, { "retry-after": "9" }).end(),
      { code: "unavailable", afterMs: 9000 },
    ],
  ] as [string, Handler, object][])(
    "sends nothing when %s, and logs on again next time",
    async (_, handler, rest) => {
      valuebill.instead("login", handler);

      expect(await send()).toEqual({ outcome: "retry", ...rest });
      expect(await send()).toEqual(accepted);
      expect(valuebill.operations()).toEqual(["login", "login", "upload"]);
    },
  );
});
