import { answeringText, hangUp, unhurried } from "../test-server.ts";
import {
  identification,
  message,
  outgoing,
  serveUniform,
  soap,
  soapFault,
  submitted,
  type TestUniform,
} from "./test-uniform.ts";

const logon = "LogonToConnector";
const submit = "SubmitGeneralServiceRequest";
const accepted = { outcome: "accepted", reference: "25/00034/HOU" };

describe("a Uniform session", () => {
  let uniform: TestUniform;

  const send = (signal = unhurried()) => uniform.connector.send(outgoing, signal);

  beforeEach(async () => {
    uniform = await serveUniform();
  });

  it("logs on with the credentials as they are", async () => {
    await send();

    const [seen] = uniform.server.seen;
    expect(seen?.headers.soapaction).toBe(
      '"http://www.caps-solutions.co.uk/webservices/connectors/common/actions/LogonToConnector"',
    );
    expect(seen?.body).toContain(
      "<m:DatabaseID>LIVE</m:DatabaseID><m:UniformUserName>gh</m:UniformUserName><m:UniformPassword>a&lt;b&amp;c</m:UniformPassword>",
    );
  });

  it("is kept from one case to the next", async () => {
    await send();
    await send();

    expect(uniform.operations()).toEqual([logon, submit, submit]);
  });

  it("is shared by cases that are sent at the same time", async () => {
    expect(await Promise.all([send(), send(), send()])).toEqual([accepted, accepted, accepted]);
    expect(uniform.operations().filter((operation) => operation === logon)).toHaveLength(1);
  });

  it("goes on for the others when one of them gives up", async () => {
    const stop = new AbortController();
    const stopped = send(stop.signal);
    const other = send();
    stop.abort();

    expect(await stopped).toEqual({ outcome: "retry", code: "timeout" });
    expect(await other).toEqual(accepted);
    expect(uniform.operations()).toEqual([logon, submit]);
  });

  it.each([
    ["a fault", undefined],
    ["a failure", submitted("False", message("Session has expired"))],
    ["401", answeringText("", 401)],
    ["a redirect to a logon page", answeringText("", 302)],
  ])("is renewed once when it turns out lost by %s", async (_, handler) => {
    await send();
    if (handler) uniform.instead(submit, handler);
    else uniform.loseSession();

    expect(await send()).toEqual(accepted);
    expect(uniform.operations()).toEqual([logon, submit, submit, logon, submit]);
  });

  it("is not renewed when the case was taken, whatever the status says", async () => {
    uniform.instead(
      submit,
      soap(`<R><TransactionSuccess>True</TransactionSuccess>${identification("25/1/A")}</R>`, 403),
    );

    expect(await send()).toEqual({ outcome: "accepted", reference: "25/1/A" });
    expect(uniform.operations()).toEqual([logon, submit]);
  });

  it("is renewed only once for a case", async () => {
    for (let times = 0; times < 3; times += 1) uniform.instead(submit, answeringText("", 403));

    expect(await send()).toEqual({ outcome: "retry", code: "credential-refused" });
    expect(uniform.operations()).toEqual([logon, submit, logon, submit]);
  });

  it("is not trusted for longer than ten minutes", async () => {
    await send();
    uniform.pass(10 * 60_000);
    await send();

    expect(uniform.operations()).toEqual([logon, submit, logon, submit]);
  });

  it("begins anew after a doubt, so that an outage leaves no second case in doubt", async () => {
    uniform.instead(submit, hangUp);
    await send();
    uniform.instead(logon, hangUp);

    expect(await send()).toEqual({ outcome: "retry", code: "connection-lost" });
    expect(uniform.operations()).toEqual([logon, submit, logon]);
  });

  it.each([
    [
      "the credentials are refused",
      soap("<LogonSuccessful>false</LogonSuccessful><Message>Mr Smith</Message>"),
      { code: "credential-refused" },
    ],
    ["it is refused outright", answeringText("", 401), { code: "credential-refused" }],
    ["nobody understands the answer", answeringText("<html></html>"), { code: "bad-answer" }],
    ["it fails there", soapFault("S:Server", "Failed"), { code: "answered-5xx" }],
    ["the answer is lost", hangUp, { code: "connection-lost" }],
    [
      "it is too early",
      (_: unknown, response: Parameters<typeof hangUp>[1]) =>
        response.writeHead(503, { "retry-after": "9" }).end(),
      { code: "unavailable", afterMs: 9000 },
    ],
  ])("submits nothing when %s, and logs on again next time", async (_, handler, rest) => {
    uniform.instead(logon, handler);

    expect(await send()).toEqual({ outcome: "retry", ...rest });
    expect(await send()).toEqual(accepted);
    expect(uniform.operations()).toEqual([logon, logon, submit]);
  });

  it("lets no cookie that is none into a header", async () => {
    uniform.instead(logon, (seen, response) => {
      response.setHeader("set-cookie", ["a=b; path=/", "c=\xe9", "d"]);
      soap("<LogonSuccessful>true</LogonSuccessful>")(seen, response);
    });
    uniform.instead(submit, answeringText("", 500));
    await send();

    expect(uniform.server.seen.at(-1)?.headers.cookie).toBe("a=b");
  });
});
