import type { Outgoing } from "@guildhall/contract";
import { answeringText, hangUp, unhurried } from "../test-server.ts";
import {
  body,
  identification,
  message,
  outgoing,
  serveUniform,
  soap,
  soapFault,
  submitted,
  type TestUniform,
} from "./test-uniform.ts";

const submit = "SubmitGeneralServiceRequest";
const already = message("Already got that report");

describe("the Uniform connector", () => {
  let uniform: TestUniform;

  const send = (change: Partial<Outgoing> = {}, signal = unhurried()) =>
    uniform.connector.send({ ...outgoing, ...change }, signal);

  beforeEach(async () => {
    uniform = await serveUniform();
  });

  it("submits the document unchanged, in an envelope, under its quoted action", async () => {
    expect(await send()).toEqual({ outcome: "accepted", reference: "25/00034/HOU" });
    const { headers, body: sent } = uniform.server.seen.at(-1) ?? {};
    expect(sent).toContain(`<soap:Body>${body}</soap:Body>`);
    expect(headers).toMatchObject({
      "content-type": "text/xml; charset=utf-8",
      "idempotency-key": "out_1",
      soapaction:
        '"http://www.caps-solutions.co.uk/webservices/connectors/servicerequest/actions/SubmitGeneralServiceRequest"',
    });
  });

  it("leaves a document's XML declaration out of the envelope", async () => {
    await send({ body: `<?xml version="1.0" encoding="utf-8"?>\n${body}` });

    expect(uniform.server.seen.at(-1)?.body).toContain(`<soap:Body>${body}</soap:Body>`);
  });

  it("cannot be asked", () => {
    expect(uniform.connector.canBeAsked("create")).toBe(false);
  });

  it.each([
    [
      "a success",
      submitted("True", identification("25/1/A")),
      { outcome: "accepted", reference: "25/1/A" },
    ],
    [
      "a success in small letters",
      submitted("true", identification("25/1/A")),
      { outcome: "accepted", reference: "25/1/A" },
    ],
    [
      "a success without a reference",
      submitted("True", identification("")),
      { outcome: "ambiguous", code: "reference-missing" },
    ],
    [
      "a success with words for a reference",
      submitted("True", identification("Mr Smith, 1 High Street")),
      { outcome: "ambiguous", code: "reference-missing" },
    ],
    [
      "a duplicate with its reference",
      submitted("False", already + identification("25/1/A")),
      { outcome: "accepted", reference: "25/1/A", duplicate: true },
    ],
    [
      "a duplicate without one",
      submitted("False", already),
      { outcome: "accepted", reference: "SCD-2V4K-7XQP", duplicate: true },
    ],
    [
      "a duplicate among other messages",
      submitted("False", message("Note") + already),
      { outcome: "accepted", reference: "SCD-2V4K-7XQP", duplicate: true },
    ],
    [
      "a failure",
      submitted("False", message("Invalid ComplaintType")),
      { outcome: "refused", code: "transaction-refused" },
    ],
    [
      "a failure that says nothing",
      submitted("False", ""),
      { outcome: "refused", code: "transaction-refused" },
    ],
    [
      "a failure that will pass",
      submitted("False", message("System busy, try again")),
      { outcome: "retry", code: "busy" },
    ],
    [
      "a fault of ours",
      soapFault("soap:Client", "Bad element"),
      { outcome: "refused", code: "soap-fault-client" },
    ],
    [
      "a fault of ours with status 200",
      soapFault("S:Client.Validation", "Bad", 200),
      { outcome: "refused", code: "soap-fault-client" },
    ],
    [
      "a fault of theirs",
      soapFault("soap:Server", "NullReferenceException"),
      { outcome: "ambiguous", code: "soap-fault-server" },
    ],
    [
      "a fault of theirs with status 200",
      soapFault("S:Server", "Failed", 200),
      { outcome: "ambiguous", code: "soap-fault-server" },
    ],
    [
      "a fault of theirs that will pass",
      soapFault("S:Server", "Server too busy"),
      { outcome: "retry", code: "busy" },
    ],
    ["a reply about something else", soap("<R/>"), { outcome: "ambiguous", code: "bad-answer" }],
    ["HTML", answeringText("<html>Welcome</html>"), { outcome: "ambiguous", code: "bad-answer" }],
    [
      "a DOCTYPE",
      answeringText('<!DOCTYPE x [<!ENTITY a "b">]><x/>'),
      { outcome: "ambiguous", code: "bad-answer" },
    ],
    ["nothing", answeringText("", 204), { outcome: "ambiguous", code: "bad-answer" }],
    ["500", answeringText("", 500), { outcome: "ambiguous", code: "answered-5xx" }],
    ["503", answeringText("", 503), { outcome: "ambiguous", code: "answered-5xx" }],
    ["400", answeringText("Bad Request", 400), { outcome: "refused", code: "answered-400" }],
    ["a lost reply", hangUp, { outcome: "ambiguous", code: "connection-lost" }],
  ])("knows what %s means", async (_, handler, outcome) => {
    uniform.instead(submit, handler);

    expect(await send()).toEqual(outcome);
  });

  it.each([
    [429, "rate-limited"],
    [503, "unavailable"],
  ])("waits as long as a %i tells it to", async (status, code) => {
    uniform.instead(submit, (_, response) => {
      response.writeHead(status, { "retry-after": "30" }).end();
    });

    expect(await send()).toEqual({ outcome: "retry", code, afterMs: 30_000 });
  });

  it("does not know when the time is up after the case was sent", async () => {
    const clock = new AbortController();
    uniform.instead(submit, () => clock.abort(new DOMException("", "TimeoutError")));

    expect(await send({}, clock.signal)).toEqual({ outcome: "ambiguous", code: "timeout" });
  });

  it.each([
    ["no XML", "{}", "document-invalid"],
    ["cut-off XML", body.slice(0, -5), "document-invalid"],
    ["another operation", "<m:LogoffFromConnector xmlns:m='urn:m'/>", "document-invalid"],
    ["a DOCTYPE", `<!DOCTYPE x>${body}`, "document-invalid"],
    [
      "another case's reference",
      body.replace("SCD-2V4K-7XQP", "SCD-2222-2222"),
      "our-reference-missing",
    ],
    ["our reference as another type", body.replace(">SS<", ">FMS<"), "our-reference-missing"],
  ])("refuses a document with %s, without asking anybody", async (_, document, code) => {
    expect(await send({ body: document })).toEqual({ outcome: "refused", code });
    expect(uniform.server.seen).toHaveLength(0);
  });
});
