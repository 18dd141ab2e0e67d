import { documentOf, reference, trackingKey, trackingOf } from "../testing/tracking.ts";
import { council, Visitor } from "../testing/visitor.ts";

const path = `${council}/track/${reference}`;

describe("tracking", () => {
  let visitor: Visitor;
  beforeEach(() => {
    visitor = new Visitor();
    visitor.api.tracking.set(reference, trackingOf("noise"));
  });

  it("opens with the key of the link, which does not stay in the address", async () => {
    const opened = await visitor.get(`${path}?key=${trackingKey}`);
    expect([opened.status, opened.location]).toEqual([303, path]);
    const { html } = await visitor.get(path);
    expect(html).toContain("I will visit.");
    expect(html).toContain("by P. Officer");
    expect(html).toContain("Their reference is 26/1");
    expect(html).toContain("Friday 27 November 2026");
    expect(html).not.toContain(trackingKey);
  });

  it("says each thing once: where it is, what is next and by when, and that it ends", async () => {
    const { html } = await visitor.get(path);
    expect(html.split("Friday 27 November 2026")).toHaveLength(2);
    expect(html).not.toContain("Where it is now");
    expect(html).toMatch(/Visit arranged<\/span> <span[^>]*>May come next.*>Finished<.*Not every/s);
    const [one] = trackingOf("noise").destinations ?? [];
    const alone = { ...trackingOf("noise"), destinations: one ? [one] : [] };
    visitor.api.tracking.set(reference, alone);
    expect((await visitor.get(path)).html).toContain("Passed to environmental health at 14:02");
    visitor.api.tracking.set(reference, {
      ...alone,
      delivery: { state: "received", text: "We have your request." },
    });
    expect((await visitor.get(path)).html).not.toContain("We have your request.");
  });

  it("names days in Welsh as they stand in a sentence", async () => {
    const cymro = new Visitor(undefined, "cy");
    cymro.api.tracking.set(reference, { ...trackingOf("noise"), languages: ["en", "cy"] });
    expect((await cymro.get(path)).html).toContain("erbyn dydd Gwener 27 Tachwedd 2026");
  });

  it("is found with a slash at the end of its address too", async () => {
    const { status, location } = await visitor.get(`${path}/?a=b`);
    expect([status, location]).toEqual([301, `${path}?a=b`]);
    expect((await visitor.get("//elsewhere.example//")).status).toBe(404);
    expect((await visitor.post(`${path}/`)).status).toBe(404);
  });

  it("shows no notes and no documents to whoever has the reference alone, and says how to see more", async () => {
    const { html } = await visitor.get(path);
    expect(html).toContain("We received your request");
    expect(html).toContain("open the link in the email");
    expect(html).not.toContain("I will visit.");
    expect(html).not.toContain("P. Officer");
    expect(html).not.toContain("/documents/");
  });

  it("shows as much as without a token where the token is not good any more", async () => {
    visitor.cookies.set("__Secure-gh_exampleshire", `tracking!${reference}!token.stale`);
    const { status, html } = await visitor.get(path);
    expect(status).toBe(200);
    expect(html).toContain("open the link in the email");
  });

  it("passes documents on to the citizen alone, as safely as the API gives them", async () => {
    expect((await visitor.get(`${path}/documents/frm_1`)).status).toBe(404);
    await visitor.get(`${path}?key=${trackingKey}`);
    const read = await visitor.get(`${path}/documents/frm_1`);
    expect([read.status, read.html]).toEqual([200, "<h1>What you sent</h1>"]);
    expect(read.headers.get("content-security-policy")).toContain("sandbox");
    expect(read.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await visitor.get(`${path}/documents/frm_2`)).status).toBe(404);
  });

  it("offers a copy of what was sent as a PDF, to the citizen alone", async () => {
    expect((await visitor.get(`${path}/answers.pdf`)).status).toBe(404);
    await visitor.get(`${path}?key=${trackingKey}`);
    expect((await visitor.get(path)).html).toContain(`href="${path}/answers.pdf"`);
    const copy = await visitor.get(`${path}/answers.pdf`);
    expect([copy.headers.get("content-type"), copy.html]).toEqual(["application/pdf", "%PDF"]);
  });

  it("shows the files that came with it as they are, to the citizen alone", async () => {
    const tracking = trackingOf("noise");
    const thumbnail = "https://api.example/thumbnail";
    tracking.documents.push(
      { ...documentOf("doc_1", "a.png"), state: "clean", thumbnail, label: "The <fence>" },
      { ...documentOf("doc_2", "b.pdf"), state: "pending-scan", bytes: 2_500_000 },
      { ...documentOf("doc_3", "c.txt"), state: "infected" },
    );
    visitor.api.tracking.set(reference, tracking);
    expect((await visitor.get(path)).html).not.toContain("a.png");
    await visitor.get(`${path}?key=${trackingKey}`);
    const { html } = await visitor.get(path);
    const text = html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
    expect(text).toContain("a.png (1KB) The &lt;fence&gt;");
    expect(text).toContain("b.pdf (2.5MB) Being checked We are checking this file for viruses.");
    expect(text).toContain("c.txt (1KB) We found a virus in this file and deleted it.");
    const links = [...html.matchAll(/href="[^"]*\/documents\/([^"]*)"/g)].map(([, id]) => id);
    expect(links).toEqual(["frm_1", "doc_1"]);
    const picture = `${path}/documents/doc_1/thumbnail`;
    expect(html).toContain(`src="${picture}" alt=""`);
    expect((await visitor.get(picture)).html).toBe("a small picture");
    expect((await new Visitor(visitor.api).get(picture)).status).toBe(404);
  });

  it("finds a request by the reference that is typed in", async () => {
    const found = await visitor.get(`${council}/track?reference=exa%202v4k%207xqp`);
    expect(found.location).toBe(path);
    const wrong = await visitor.get(`${council}/track?reference=%3Cb%3E`);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="&lt;b&gt;"');
  });

  it.each([`${council}/track/EXA-9999-9999`, `${council}/track/nonsense`])(
    "does not tell that %s is wrong from that it is not there",
    async (address) => {
      const missing = await visitor.get(`${council}/no/such/page`);
      const { status, html } = await visitor.get(address);
      expect(status).toBe(404);
      expect(html).toBe(missing.html);
    },
  );

  it.each(["wrong", "x".repeat(61), "%00"])(
    "does not tell that the key %s is wrong from that there is no such request",
    async (key) => {
      const none = await visitor.get(`${council}/track/EXA-9999-9999?key=${key}`);
      const { status, html } = await visitor.get(`${path}?key=${key}`);
      expect([status, none.status]).toEqual([404, 404]);
      expect(html.replaceAll(reference, "EXA-9999-9999")).toBe(none.html);
    },
  );
});
