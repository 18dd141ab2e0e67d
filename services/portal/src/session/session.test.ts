import { Session } from "./session.ts";

const token = "a.b-c_d".repeat(60);

describe("Session", () => {
  it("keeps drafts, receipts and tokens from one page to the next", () => {
    const session = new Session()
      .withDraft("noise", { id: "drf_1", token: "t1", version: 2 })
      .withReceipt("rubbish", { reference: "EXA-2V4K-7XQP", trackingKey: "k1", version: 1 })
      .withTracking("EXA-2V4K-7XQP", "t2");
    const read = Session.parse(session.toString());
    expect(read.draft("noise")).toEqual({ id: "drf_1", token: "t1", version: 2 });
    expect(read.receipt("rubbish")).toEqual({
      reference: "EXA-2V4K-7XQP",
      trackingKey: "k1",
      version: 1,
    });
    expect(read.tracking("EXA-2V4K-7XQP")).toBe("t2");
  });

  it("has a draft or a receipt of a service, not both", () => {
    const sent = new Session()
      .withDraft("noise", { id: "drf_1", token: "t1", version: 1 })
      .withReceipt("noise", { reference: "EXA-2V4K-7XQP", trackingKey: "k1", version: 1 });
    expect(sent.draft("noise")).toBeUndefined();
    const again = sent.withDraft("noise", { id: "drf_2", token: "t2", version: 1 });
    expect(again.receipt("noise")).toBeUndefined();
  });

  it("fits in a cookie, the newest kept", () => {
    let session = new Session();
    for (let n = 0; n < 40; n += 1) session = session.withTracking(`EXA-2V4K-7XQ${n}`, token);
    expect(session.toString().length).toBeLessThanOrEqual(3800);
    expect(session.tracking("EXA-2V4K-7XQ39")).toBe(token);
    expect(session.tracking("EXA-2V4K-7XQ0")).toBeUndefined();
  });

  it("keeps forms that are being filled in rather than what can be had again", () => {
    let session = new Session()
      .withDraft("noise", { id: "drf_1", token, version: 1 })
      .withDraft("licence", { id: "drf_2", token, version: 1 });
    for (let n = 0; n < 20; n += 1) session = session.withTracking(`EXA-2V4K-7XQ${n}`, token);
    expect([session.draft("noise")?.id, session.draft("licence")?.id]).toEqual(["drf_1", "drf_2"]);
    expect(session.tracking("EXA-2V4K-7XQ19")).toBe(token);
    expect(session.toString().length).toBeLessThanOrEqual(3800);
  });

  it("keeps the newest of many forms", () => {
    let session = new Session();
    for (let n = 0; n < 40; n += 1)
      session = session.withDraft(`service-${n}`, { id: `drf_${n}`, token, version: 1 });
    expect(session.draft("service-39")?.id).toBe("drf_39");
    expect(session.draft("service-33")?.id).toBe("drf_33");
    expect(session.toString().length).toBeLessThanOrEqual(3800);
  });

  it("is written in characters that a cookie carries as they are", () => {
    const session = new Session().withDraft("noise", { id: "drf_1", token, version: 1 });
    expect(encodeURIComponent(session.toString())).toBe(session.toString());
  });

  it.each([
    "",
    "~~",
    "draft!noise",
    "draft!a!b!c!d!e",
    "admin!x!y",
    "tracking!a!b c",
    "draft!n!i!t!1\n",
    "draft!n!i!t!one",
  ])("reads nothing from %j", (text) => {
    expect(Session.parse(text).toString()).toBe("");
  });
});
