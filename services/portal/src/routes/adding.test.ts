import { reference, trackingKey, trackingOf } from "../testing/tracking.ts";
import { council, Visitor } from "../testing/visitor.ts";

const tracking = `${council}/track/${reference}`;
const path = `${tracking}/add`;

describe("adding to a request", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    visitor.api.tracking.set(reference, trackingOf("noise"));
    await visitor.get(`${tracking}?key=${trackingKey}`);
  });

  it("is offered to its citizen while it is open, and to nobody else", async () => {
    expect((await visitor.get(tracking)).html).toContain(`${path}"`);
    visitor.api.tracking.set(reference, { ...trackingOf("noise"), status: "completed" });
    expect((await visitor.get(tracking)).html).not.toContain(`${path}"`);
    visitor.api.tracking.set(reference, trackingOf("noise"));
    visitor.cookies.clear();
    expect((await visitor.get(tracking)).html).not.toContain(`${path}"`);
  });

  it("takes words and photos, and says on the tracking page that it has them", async () => {
    const sent = await visitor.sendFiles(path, { contents: "It is louder now." }, [
      ["photos", ["a.png", "one"]],
      ["photos", ["b.png", "two"]],
    ]);
    expect([sent.status, sent.location]).toEqual([303, `${tracking}?added=yes`]);
    expect(visitor.api.notes).toEqual(["It is louder now."]);
    expect(visitor.api.uploads.map(({ name }) => name)).toEqual(["a.png", "b.png"]);
    expect((await visitor.get(`${tracking}?added=yes`)).html).toContain(
      "What you added is with us.",
    );
  });

  it("takes words without a file, and a file without words", async () => {
    expect((await visitor.post(path, { contents: "Only words" })).status).toBe(303);
    const file: [string, [string, string]] = ["photos", ["a.png", "one"]];
    expect((await visitor.sendFiles(path, { contents: "" }, [file])).status).toBe(303);
    expect([visitor.api.notes, visitor.api.uploads.length]).toEqual([["Only words"], 1]);
  });

  it("keeps the words where a file is refused, and does not ask again for those that were taken", async () => {
    visitor.api.fail(`POST /tracking/${reference}/documents`, "file-not-allowed", {
      pointer: "/file",
      code: "file-mismatch",
    });
    const { status, html } = await visitor.sendFiles(path, { contents: "See <these>" }, [
      ["photos", ["bad.png", "one"]],
      ["photos", ["good.png", "two"]],
    ]);
    expect(status).toBe(422);
    expect(html).toContain("“bad.png” was not added. The file is not what its name says");
    expect(html).toContain("<li>good.png</li>");
    expect(html).toContain("See &lt;these&gt;");
    expect(visitor.api.notes).toEqual([]);
  });

  it.each([
    ["nothing was added", { contents: " " }, "Enter a note, or choose a photo or file"],
    ["it is too long", { contents: "x".repeat(4001) }, "4,000 characters or fewer"],
  ])("says so where %s", async (_, fields, sentence) => {
    const { status, html } = await visitor.post(path, fields);
    expect([status, html.includes(sentence)]).toEqual([422, true]);
    expect(html).toContain(fields.contents.trim());
  });

  it.each([
    ["rate-limited", 422, "as much as can be added today"],
    ["busy", 422, "could not be added just now"],
    ["process-closed", 409, "This request has ended"],
    ["unauthenticated", 403, "Open the link in your email first"],
  ] as const)("loses nothing that was typed on %s", async (code, status, sentence) => {
    visitor.api.fail(`POST /tracking/${reference}/notes`, code);
    const answer = await visitor.post(path, { contents: "All that I typed" });
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(sentence);
    expect(answer.html).toContain("All that I typed");
  });

  it("asks for the link first where there is only the reference, and keeps what was typed", async () => {
    visitor.cookies.clear();
    const opened = await visitor.get(path);
    expect([opened.status, opened.html.includes("Open the link in your email first")]).toEqual([
      403,
      true,
    ]);
    expect((await visitor.post(path, { contents: "Typed" })).html).toContain("Typed");
    expect(visitor.api.notes).toEqual([]);
  });

  it("says in one sentence that a request has ended", async () => {
    visitor.api.tracking.set(reference, { ...trackingOf("noise"), status: "closed" });
    const { status, html } = await visitor.get(path);
    expect([status, html.includes("Nothing can be added to it any more.")]).toEqual([409, true]);
  });
});

describe("an open tracking page", () => {
  it("hears of changes with its citizen's token, or with none", async () => {
    const visitor = new Visitor();
    visitor.api.tracking.set(reference, trackingOf("noise"));
    const { html } = await visitor.get(tracking);
    expect(html).toContain(`data-live-from="${tracking}/changes"`);
    const told = await visitor.get(`${tracking}/changes`);
    expect(told.headers.get("content-type")).toContain("text/event-stream");
    expect(told.html).toContain("data: 0123456789abcdef");
    expect((await visitor.get(`${council}/track/EXA-9999-9999/changes`)).status).toBe(404);
  });

  it("says what is next, where it is among its stages, and how each place stands", async () => {
    const visitor = new Visitor();
    visitor.api.tracking.set(reference, trackingOf("noise"));
    await visitor.get(`${tracking}?key=${trackingKey}`);
    const { html } = await visitor.get(tracking);
    expect(html).toContain("We answer you by Friday 27 November 2026 (5 working days).");
    expect(html).toMatch(/aria-current="step"><span[^>]*>Received/);
    expect(html).toContain("Their reference is 26/1");
    expect(html).toContain("Delayed on our side");
  });
});

describe("a tracking link that opens nothing", () => {
  it.each([
    ["was guessed", `${tracking}?key=${"z".repeat(26)}`],
    ["was cut", `${tracking}?key=${trackingKey.slice(0, 20)}`],
    ["was altered", `${tracking}?key=%3Cscript%3E`],
    ["is another council's", `${council}/track/OTH-2V4K-7XQP?key=${trackingKey}`],
  ])(
    "says so in one sentence where it %s, and offers to look by the reference",
    async (_, link) => {
      const visitor = new Visitor();
      visitor.api.tracking.set(reference, trackingOf("noise"));
      const { status, html } = await visitor.get(link);
      expect(status).toBe(404);
      expect(html).toContain("This link does not open a request of this council.");
      expect(html).toContain('name="reference"');
      expect(html).not.toContain("I will visit.");
    },
  );
});
