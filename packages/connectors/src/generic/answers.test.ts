import { gzipSync } from "node:zlib";
import { answering, answeringText, type Handler, hangUp } from "../test-server.ts";
import {
  definitionIn,
  openOffice,
  outgoing,
  plain,
  webPage,
  withHeaders,
  xml,
} from "../testing/office.ts";

const soap = definitionIn("highways-soap");
delete soap.settings.answers;

const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, 32));

describe("what an answer means where nothing is said of it", () => {
  it.each<[string, Handler, object]>([
    ["a reference", answering({ id: 7 }, 201), { outcome: "accepted", reference: "7" }],
    ["no reference", answering({}), { outcome: "ambiguous", code: "reference-missing" }],
    [
      "a reference of two lines",
      answering({ id: "a\nb" }),
      { outcome: "ambiguous", code: "reference-missing" },
    ],
    [
      "an endless reference",
      answering({ id: "a".repeat(201) }),
      { outcome: "ambiguous", code: "reference-missing" },
    ],
    ["a web page with 200", answeringText(webPage), { outcome: "ambiguous", code: "bad-answer" }],
    [
      "a web page that is XML",
      answeringText("<html><id>7</id></html>"),
      { outcome: "ambiguous", code: "bad-answer" },
    ],
    ["nothing with 200", answeringText(""), { outcome: "ambiguous", code: "reference-missing" }],
    ["half of it", answeringText('{"id": 7'), { outcome: "ambiguous", code: "bad-answer" }],
    [
      "JSON that calls itself text",
      withHeaders(200, { "content-type": "text/html" }, '{"id":7}'),
      { outcome: "accepted", reference: "7" },
    ],
    [
      "100 MB",
      withHeaders(200, { "content-length": "104857600" }),
      { outcome: "ambiguous", code: "too-large" },
    ],
    [
      "a gzip bomb",
      withHeaders(200, { "content-encoding": "gzip" }, bomb),
      { outcome: "ambiguous", code: "too-large" },
    ],
    [
      "a redirect to this machine",
      withHeaders(302, { location: "http://127.0.0.1:22/" }),
      { outcome: "ambiguous", code: "redirected" },
    ],
    [
      "a redirect of the request itself",
      withHeaders(307, {}),
      { outcome: "retry", code: "redirected" },
    ],
    ["401", answering({}, 401), { outcome: "retry", code: "credential-refused" }],
    ["404", answering({}, 404), { outcome: "refused", code: "answered-404" }],
    ["409", answering({}, 409), { outcome: "refused", code: "answered-409" }],
    ["422", answering({}, 422), { outcome: "refused", code: "answered-422" }],
    [
      "429",
      withHeaders(429, { "retry-after": "7" }),
      { outcome: "retry", code: "rate-limited", afterMs: 7000 },
    ],
    ["500", answering({}, 500), { outcome: "ambiguous", code: "answered-5xx" }],
    ["503", answering({}, 503), { outcome: "retry", code: "unavailable" }],
    ["a closed line", hangUp, { outcome: "ambiguous", code: "connection-lost" }],
  ])("%s", async (_, handler, outcome) => {
    const office = await openOffice(plain, handler);

    expect(await office.send()).toEqual(outcome);
  });

  it.each<[string, string, number, object]>([
    [
      "a client's fault in a 200",
      "<s:Fault><faultcode>s:Client</faultcode></s:Fault>",
      200,
      { outcome: "refused", code: "soap-fault-client" },
    ],
    [
      "a server's fault in a 500",
      "<s:Fault><faultcode>s:Server</faultcode></s:Fault>",
      500,
      { outcome: "ambiguous", code: "soap-fault-server" },
    ],
    [
      "a sender's fault of 1.2",
      "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code></s:Fault>",
      400,
      { outcome: "refused", code: "soap-fault-client" },
    ],
    [
      "a refused login",
      "<s:Fault><faultcode>wsse:FailedAuthentication</faultcode></s:Fault>",
      500,
      { outcome: "retry", code: "credential-refused" },
    ],
    ["an empty body", "", 200, { outcome: "ambiguous", code: "reference-missing" }],
  ])("SOAP: %s", async (_, body, status, outcome) => {
    const office = await openOffice(soap, answeringText(xml(body), status));

    expect(await office.send({ body: "<i/>" })).toEqual(outcome);
  });

  it.each([
    ["no envelope", "<EnquiryNumber>7</EnquiryNumber>"],
    ["a page", webPage],
    ["an entity", `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${xml("<a>&b;</a>")}`],
    ["half of it", xml("<a>").slice(0, 60)],
  ])("SOAP: %s leaves everything open", async (_, text) => {
    const office = await openOffice(soap, answeringText(text));

    expect(await office.send({ body: "<i/>" })).toEqual({
      outcome: "ambiguous",
      code: "bad-answer",
    });
  });
});

describe("the meanings of the settings", () => {
  const answers = {
    duplicate: [{ path: "$.code", equals: 1 }],
    retry: [{ path: "$.code", equals: 2 }],
    refused: [
      { when: { status: "2xx", path: "$.message", contains: "NO SUCH" }, code: "street-unknown" },
    ],
    ambiguous: [{ header: "X-State", matches: "^maybe" }],
    success: [{ all: [{ status: [200, 201] }, { path: "$.id", exists: true }] }],
  };
  it.each<[string, Handler, object]>([
    [
      "had it, and under which reference",
      answering({ code: 1, id: "b" }),
      { outcome: "accepted", reference: "b", duplicate: true },
    ],
    [
      "had it, and does not say",
      answering({ code: 1 }),
      { outcome: "accepted", reference: outgoing.reference, duplicate: true },
    ],
    ["not now", answering({ code: 2, id: "b" }), { outcome: "retry", code: "busy" }],
    [
      "never",
      answering({ message: "There is no such street" }),
      { outcome: "refused", code: "street-unknown" },
    ],
    [
      "who knows",
      withHeaders(200, { "x-state": "maybe-later" }, '{"id":"b"}'),
      { outcome: "ambiguous", code: "answer-ambiguous" },
    ],
    ["done", answering({ id: "b" }, 201), { outcome: "accepted", reference: "b" }],
    [
      "something else with 200",
      answering({ other: 1 }),
      { outcome: "ambiguous", code: "answer-unknown" },
    ],
    [
      "something else with 500",
      answering({ message: "no such" }, 500),
      { outcome: "ambiguous", code: "answered-5xx" },
    ],
  ])("%s", async (_, handler, outcome) => {
    const office = await openOffice(plain, handler, { settings: { answers } });

    expect(await office.send()).toEqual(outcome);
  });
});

describe("what exists", () => {
  it.each<[unknown, boolean]>([
    [{ code: 1 }, true],
    [["x"], true],
    ["x", true],
    [0, true],
    [false, true],
    [null, false],
    ["", false],
    [[], false],
    [undefined, false],
  ])("%o: %s", async (error, isThere) => {
    const answers = { refused: [{ when: { path: "$.error", exists: true } }] };
    const office = await openOffice(plain, answering({ id: "b", error }), {
      settings: { answers },
    });

    expect((await office.send()).outcome).toBe(isThere ? "refused" : "accepted");
  });
});

describe("an answer that turns us away at the door", () => {
  it.each<[number, object]>([
    [401, { outcome: "retry", code: "credential-refused" }],
    [403, { outcome: "retry", code: "credential-refused" }],
    [429, { outcome: "retry", code: "rate-limited" }],
    [503, { outcome: "retry", code: "unavailable" }],
  ])("%s is not taken for a refused case, whatever its body says", async (status, outcome) => {
    const answers = { refused: [{ when: { path: "$.ok", equals: false } }] };
    const office = await openOffice(plain, answering({ ok: false }, status), {
      settings: { answers },
    });

    expect(await office.send()).toEqual(outcome);
  });

  it("is a redirect to be tried again where the settings say so", async () => {
    const answers = { retry: [{ status: 302, header: "location", contains: "log-on" }] };
    const away = withHeaders(302, { location: "/log-on" });
    const office = await openOffice(plain, away, { settings: { answers } });

    expect(await office.send()).toEqual({ outcome: "retry", code: "busy" });
  });

  it("means what the settings say where they name its status", async () => {
    const answers = {
      refused: [{ when: { status: 403, path: "$.ok", equals: false }, code: "not-ours" }],
    };
    const office = await openOffice(plain, answering({ ok: false }, 403), {
      settings: { answers },
    });

    expect(await office.send()).toEqual({ outcome: "refused", code: "not-ours" });
  });
});
