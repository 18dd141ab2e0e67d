import type { Outgoing } from "@guildhall/contract";
import { answering, answeringText, hangUp, json, unhurried } from "../test-server.ts";
import {
  category,
  categoryCode,
  design,
  outgoing,
  referenceCode,
  serveAlloy,
  type TestAlloy,
  withDocument,
} from "./test-alloy.ts";

describe("the Alloy connector", () => {
  let alloy: TestAlloy;
  let noise: string;

  const send = (change: Partial<Outgoing> = {}, signal = unhurried()) =>
    alloy.connector.send({ ...outgoing, ...change }, signal);
  const cases = () => alloy.items.filter((item) => item.designCode === design);

  beforeEach(async () => {
    alloy = await serveAlloy();
    noise = alloy.add(category("Noise")).itemId;
  });

  it("creates the case with links as lists of ids, real booleans and our reference", async () => {
    const outcome = await send();

    expect(outcome).toEqual({ outcome: "accepted", reference: cases()[0]?.itemId });
    expect(JSON.parse(alloy.server.seen.at(-1)?.body ?? "")).toEqual({
      designCode: design,
      parents: {},
      attributes: [
        { attributeCode: "attributes_text", value: "Loud music" },
        { attributeCode: "attributes_urgent", value: true },
        { attributeCode: categoryCode, value: [noise] },
        { attributeCode: referenceCode, value: "CAM-2V4K-7XQP" },
      ],
    });
    expect(alloy.server.seen.at(-1)?.headers).toMatchObject({
      authorization: "Bearer secret-key",
      "content-type": "application/json; charset=UTF-8",
      "idempotency-key": "out_1",
      "x-signature": "signed",
    });
  });

  it("passes the collection and the parents on", async () => {
    await send(
      withDocument({ collection: "Inventory", parents: { attributes_parent: "0".repeat(24) } }),
    );

    const [made] = cases();
    expect(made).toMatchObject({
      collection: "Inventory",
      parents: { attributes_parent: ["0".repeat(24)] },
    });
  });

  it("does not search before the first attempt", async () => {
    await send(withDocument({ links: {} }));

    expect(alloy.paths()).toEqual(["item"]);
  });

  it("sends a case once when the first reply was lost", async () => {
    alloy.instead("item", (seen, response) => {
      alloy.add({ collection: "Archive", ...JSON.parse(seen.body) });
      hangUp(seen, response);
    });
    alloy.instead("aqs/query", (_, response) => json(response, { results: [alloy.items[0]] }));
    alloy.instead("aqs/query", hangUp);

    expect(await send()).toEqual({ outcome: "ambiguous", code: "connection-lost" });
    expect(await send({ attempt: 2 })).toEqual({
      outcome: "accepted",
      reference: cases()[0]?.itemId,
      duplicate: true,
    });
    expect(cases()).toHaveLength(1);
  });

  it.each([
    ["hangs up", hangUp],
    ["answers HTML", answeringText("<html>Welcome</html>")],
    ["answers nothing", answeringText("", 204)],
    [
      "answers without an id",
      (_: unknown, r: Parameters<typeof hangUp>[1]) => json(r, { item: {} }),
    ],
    [
      "answers an id that is none",
      (_: unknown, r: Parameters<typeof hangUp>[1]) =>
        json(r, { item: { itemId: "Mr Smith, 1 High Street" } }),
    ],
    ["answers 502", answeringText("Bad gateway", 502)],
    [
      "says that it is there already",
      (_: unknown, r: Parameters<typeof hangUp>[1]) =>
        json(r, { errorCodeString: "ItemAlreadyExists" }, 400),
    ],
  ])("asks for the case at once when Alloy keeps it but %s", async (_, answer) => {
    alloy.instead("item", (seen, response) => {
      alloy.add({ collection: "Live", ...JSON.parse(seen.body) });
      answer(seen, response);
    });

    expect(await send()).toEqual({
      outcome: "accepted",
      reference: cases()[0]?.itemId,
      duplicate: true,
    });
  });

  it.each([
    ["hangs up", hangUp, "connection-lost"],
    ["answers HTML", answeringText("<html></html>"), "bad-answer"],
    ["answers 500", answeringText("", 500), "answered-5xx"],
  ])("does not know when Alloy %s and has no such case yet", async (_, answer, code) => {
    alloy.instead("item", answer);

    expect(await send()).toEqual({ outcome: "ambiguous", code });
  });

  it("does not know when the time is up after the case was sent", async () => {
    const clock = new AbortController();
    alloy.instead("item", () => clock.abort(new DOMException("", "TimeoutError")));

    expect(await send({}, clock.signal)).toEqual({ outcome: "ambiguous", code: "timeout" });
    expect(alloy.paths()).toEqual(["aqs/query", "item"]);
  });

  it("finds only the case whose reference is the same, not one that contains it", async () => {
    alloy.add({
      designCode: design,
      collection: "Live",
      attributes: [{ attributeCode: referenceCode, value: "CAM-2V4K-7XQP-B" }],
    });

    const outcome = await send({ attempt: 2 });

    expect(outcome).toMatchObject({ outcome: "accepted" });
    expect(outcome).not.toHaveProperty("duplicate");
    expect(cases()).toHaveLength(2);
  });

  it("creates nothing at an attempt that only looks for the case", async () => {
    expect(alloy.connector.looksUp).toBe(true);
    expect(await send({ attempt: 2, looksOnly: true })).toEqual({
      outcome: "retry",
      code: "not-there-yet",
    });
    expect(cases()).toHaveLength(0);
  });

  it("takes the oldest of several cases with our reference", async () => {
    const same = {
      designCode: design,
      collection: "Archive",
      attributes: [{ attributeCode: referenceCode, value: outgoing.reference }],
    };
    const oldest = alloy.add(same).itemId;
    alloy.add({ ...same, collection: "Live" });

    expect(await send({ attempt: 2 })).toEqual({
      outcome: "accepted",
      reference: oldest,
      duplicate: true,
    });
  });

  it.each([
    ["is refused", answering({ errorCodeString: "AqsInvalidQuery" }, 400), "query-invalid"],
    ["is lost", hangUp, "connection-lost"],
    ["answers something else", answering({ rows: [] }), "bad-answer"],
  ])("creates nothing on a later attempt when the search %s", async (_, answer, code) => {
    alloy.instead("aqs/query", answer);

    expect(await send({ attempt: 2 })).toEqual({ outcome: "retry", code });
    expect(cases()).toHaveLength(0);
  });

  it("creates nothing when a search has no end", async () => {
    for (let count = 0; count < 250; count += 1) alloy.add(category(`Noise ${count}`));

    expect(await send()).toEqual({ outcome: "retry", code: "search-endless" });
    expect(cases()).toHaveLength(0);
  });

  it.each([
    ["no JSON", "{"],
    ["no design", JSON.stringify({ attributes: {} })],
    ["a list of attributes", JSON.stringify({ design, attributes: [] })],
    ["something unknown", JSON.stringify({ design, signature: "x" })],
  ])("refuses a document with %s, without asking anybody", async (_, body) => {
    expect(await send({ body })).toEqual({ outcome: "refused", code: "document-invalid" });
    expect(alloy.server.seen).toHaveLength(0);
  });

  it("waits as long as it is told to", async () => {
    alloy.instead("item", (_, response) => {
      response.writeHead(429, { "retry-after": "Mon, 03 Mar 2025 09:17:00 GMT" }).end();
    });

    expect(await send()).toEqual({ outcome: "retry", code: "rate-limited", afterMs: 120_000 });
  });

  it("takes no success for one that names an error inside", async () => {
    alloy.instead("item", answering({ category: "RateLimited", errorData: {} }));
    expect(await send()).toEqual({ outcome: "retry", code: "rate-limited" });

    alloy.instead("item", answering({ errorCodeString: "ModelValidationFailed" }));
    expect(await send()).toEqual({ outcome: "refused", code: "document-invalid" });
  });

  it("follows no redirect", async () => {
    alloy.instead("item", (_, response) => {
      response.writeHead(307, { location: "/api/file" }).end();
    });

    expect(await send()).toEqual({ outcome: "retry", code: "redirected" });
    expect(alloy.paths()).not.toContain("file");
  });

  it("says that it can be asked", () => {
    expect(alloy.connector.canBeAsked("create")).toBe(true);
  });
});
