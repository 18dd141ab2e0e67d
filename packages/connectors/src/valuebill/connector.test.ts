import { answering, answeringText, type Handler, hangUp, json, unhurried } from "../test-server.ts";
import {
  outgoing,
  refusing,
  report,
  serveValuebill,
  submission,
  type TestValuebill,
} from "./test-valuebill.ts";

const accepted = { outcome: "accepted", reference: "out_1" };

describe("sending a report to the Valuation Office", () => {
  let valuebill: TestValuebill;
  const send = (change: Partial<typeof outgoing> = {}, signal = unhurried()) =>
    valuebill.connector.send({ ...outgoing, ...change }, signal);

  beforeEach(async () => {
    valuebill = await serveValuebill();
  });

  it("uploads the document as it is, under our key and for its authority", async () => {
    expect(await send()).toEqual(accepted);

    const upload = valuebill.server.seen.at(-1);
    expect(upload).toMatchObject({ method: "POST", path: "/upload?reference=out_1" });
    expect(upload?.body).toBe(outgoing.body);
    expect(upload?.headers).toMatchObject({
      "ba-code": "0505",
      authorization: "Bearer token-number-1",
      "content-type": "application/xml; charset=utf-8",
      traceparent: "00-1",
    });
  });

  it("logs on with name and password, and gives them to nothing else", async () => {
    await send();

    const [login, upload] = valuebill.server.seen;
    expect(JSON.parse(login?.body ?? "")).toEqual({ username: "ba", password: "p" });
    expect(JSON.stringify(upload?.headers)).not.toContain('"p"');
    expect(valuebill.operations()).toEqual(["login", "upload"]);
  });

  it.each([
    ["another authority's in its head", report("0520"), "other-authority"],
    ["another authority's in a report", report("0505", "0530"), "other-authority"],
    ["no authority's", report().replaceAll("0505", ""), "other-authority"],
    ["of another kind", "<Other/>", "document-invalid"],
    ["in no namespace", report().replace(/ xmlns="[^"]*"/, ""), "document-invalid"],
    ["not well-formed", "<BAreports>", "document-invalid"],
    ["one with a DOCTYPE", `<!DOCTYPE x []>${report()}`, "document-invalid"],
    ["too large", report() + " ".repeat(1024 * 1024), "too-large"],
  ])("sends no document that is %s", async (_, body, code) => {
    expect(await send({ body })).toEqual({ outcome: "refused", code });
    expect(valuebill.server.seen).toEqual([]);
  });

  it.each([
    ["1000", "character-not-allowed"],
    ["1001", "property-count"],
    ["1008", "property-count"],
    ["1012", "other-authority"],
    ["1021", "tax-type-unknown"],
    ["2000", "document-invalid"],
    ["2001", "document-invalid"],
  ])("is refused with code %s for good", async (code, ours) => {
    valuebill.instead("upload", refusing([code]));

    expect(await send()).toEqual({ outcome: "refused", code: ours });
  });

  it.each([
    ["3000", "unavailable"],
    ["4000", "upload-failed"],
  ])("tries again after code %s", async (code, ours) => {
    valuebill.instead("upload", refusing([code], 500));

    expect(await send()).toEqual({ outcome: "retry", code: ours });
  });

  it("goes by the first code that it knows, and else by the status", async () => {
    valuebill.instead("upload", refusing(["9999", "1005"]));
    expect(await send()).toEqual({ outcome: "refused", code: "property-count" });

    valuebill.instead("upload", refusing(["9999"], 422));
    expect(await send()).toEqual({ outcome: "refused", code: "answered-422" });
  });

  const unclear: [string, Handler, string][] = [
    ["the answer is lost", hangUp, "connection-lost"],
    ["it times out inside", refusing(["4500"], 500), "timeout"],
    ["it does not know what went wrong", refusing(["5000"], 500), "answered-5xx"],
    ["it fails without a word", answeringText("", 502), "answered-5xx"],
    ["it answers with a page", answeringText("<html></html>"), "reference-missing"],
    [
      "it tells of another report",
      answering({ ...submission(), reference: "x" }),
      "reference-missing",
    ],
    ["it says that it has the report", answering({}, 409), "already-exists"],
  ];

  it.each(unclear)("asks for the report when %s, and finds it", async (_, handler) => {
    valuebill.instead("upload", handler);
    valuebill.answers.submission = answering(submission("Verified"));

    expect(await send()).toEqual({ ...accepted, duplicate: true });
    expect(valuebill.server.seen.at(-1)?.path).toBe("/submissions/out_1");
  });

  it.each(unclear)("is in doubt when %s and the report is not there", async (_, handler, code) => {
    valuebill.instead("upload", handler);

    expect(await send()).toEqual({ outcome: "ambiguous", code });
  });

  it("stays in doubt when nobody answers the question either", async () => {
    valuebill.instead("upload", hangUp);
    valuebill.answers.submission = hangUp;

    expect(await send()).toEqual({ outcome: "ambiguous", code: "connection-lost" });
  });

  it("asks before a second attempt, and sends nothing that is there", async () => {
    valuebill.answers.submission = answering(submission("Done"));

    expect(await send({ attempt: 2 })).toEqual({ ...accepted, duplicate: true });
    expect(valuebill.operations()).toEqual(["login", "submission"]);
  });

  it("sends nothing at an attempt that only asks", async () => {
    expect(await send({ attempt: 2, looksOnly: true })).toEqual({
      outcome: "retry",
      code: "not-there-yet",
    });
    expect(valuebill.operations()).toEqual(["login", "submission"]);
  });

  it("sends at a second attempt what is not there", async () => {
    expect(await send({ attempt: 2 })).toEqual(accepted);
    expect(valuebill.operations()).toEqual(["login", "submission", "upload"]);
  });

  it.each([
    ["is lost", hangUp, "connection-lost"],
    ["is a page", answeringText("<html></html>"), "bad-answer"],
    ["is a failure", answeringText("", 500), "answered-5xx"],
    ["is not for us", answering(submission("Pending", { reference: "out_2" })), "bad-answer"],
  ] as [string, Handler, string][])(
    "sends nothing at a second attempt when the answer to the question %s",
    async (_, handler, code) => {
      valuebill.answers.submission = handler;

      expect(await send({ attempt: 2 })).toEqual({ outcome: "retry", code });
      expect(valuebill.operations()).not.toContain("upload");
    },
  );

  it("waits as long as it is told to", async () => {
    valuebill.instead("upload", (_, response) => {
      response.setHeader("retry-after", "9");
      json(response, {}, 429);
    });

    expect(await send()).toEqual({ outcome: "retry", code: "rate-limited", afterMs: 9000 });
  });

  it("can be asked", () => {
    expect(valuebill.connector.canBeAsked("create")).toBe(true);
  });
});
