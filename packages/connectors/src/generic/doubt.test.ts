import { answering, type Handler, hangUp, json, unhurried } from "../test-server.ts";
import { openOffice, outgoing, plain } from "../testing/office.ts";

const find = {
  method: "GET",
  path: "cases",
  query: { ours: "{reference}" },
  found: { items: "$.cases[*]", ours: "$.ours", reference: "$.id" },
};
describe("a case whose making is in doubt", () => {
  const doubtful: Handler = (seen, response) => {
    if (seen.method === "POST") return hangUp(seen, response);
    json(response, {
      cases: [
        { ours: "CAM-OTHER", id: "x" },
        { ours: outgoing.reference, id: "c-1" },
      ],
    });
  };

  it("is found by our reference, and only by exactly that", async () => {
    const office = await openOffice(plain, doubtful, { settings: { find } });

    expect(await office.send()).toEqual({ outcome: "accepted", reference: "c-1", duplicate: true });
    expect(office.connector.canBeAsked("create")).toBe(true);
    expect(office.connector.canBeAsked("note")).toBe(false);
  });

  it("is looked for before it is sent a second time", async () => {
    const office = await openOffice(plain, doubtful, { settings: { find } });

    expect(await office.send({ attempt: 2 })).toMatchObject({ reference: "c-1" });
    expect(office.server.seen.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("is not sent at an attempt that only looks for it", async () => {
    const office = await openOffice(plain, answering({ cases: [] }), { settings: { find } });

    expect(office.connector.looksUp).toBe(true);
    expect(await office.send({ attempt: 2, looksOnly: true })).toEqual({
      outcome: "retry",
      code: "not-there-yet",
    });
    expect(office.server.seen.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("is not sent again while the question fails", async () => {
    const office = await openOffice(plain, answering({}, 500), { settings: { find } });

    expect(await office.send({ attempt: 2 })).toEqual({ outcome: "retry", code: "answered-5xx" });
    expect(office.server.seen.map(({ method }) => method)).toEqual(["GET"]);
  });

  it.each([
    [
      "a list that does not say which one is ours",
      { items: "$.cases[*]", reference: "$.id" },
      "answer-ambiguous",
    ],
    [
      "a case of ours without a reference",
      { items: "$.cases[*]", ours: "$.ours", reference: "$.number" },
      "reference-missing",
    ],
  ])("is neither taken for made nor made again over %s", async (_, found, code) => {
    const office = await openOffice(plain, doubtful, { settings: { find: { ...find, found } } });

    expect(await office.send({ attempt: 2 })).toEqual({ outcome: "retry", code });
    expect(office.server.seen.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("stays in doubt where nobody can be asked", async () => {
    const office = await openOffice(plain, hangUp);

    expect(await office.send()).toEqual({ outcome: "ambiguous", code: "connection-lost" });
    expect(office.connector.canBeAsked("create")).toBe(false);
    expect(office.connector.find).toBeUndefined();
  });

  it("is sent again where it is not there", async () => {
    const office = await openOffice(
      plain,
      ({ method }, response) => json(response, method === "GET" ? { cases: [] } : { id: "c-2" }),
      { settings: { find } },
    );

    expect(await office.send({ attempt: 2 })).toEqual({ outcome: "accepted", reference: "c-2" });
    expect(await office.connector.find?.("CAM-2V4K-7XQP", unhurried())).toBeUndefined();
  });
});
