import { Readable } from "node:stream";
import { summaryOf } from "../testing/look.ts";
import { fillUpTo, noise, Visitor } from "../testing/visitor.ts";

const page = `${noise}/evidence`;

describe("a file on a page that is not as a browser sends it, or comes at a bad moment,", () => {
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor();
    await fillUpTo(visitor, "evidence");
  });

  const draft = () => [...visitor.api.drafts.values()][0];

  it("is not lost where the page that it came with holds too much", async () => {
    async function* pieces() {
      yield Buffer.from(`${filePart()}--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n`);
      await vi.waitFor(() => expect(visitor.api.uploads).toHaveLength(1));
      yield Buffer.alloc(1_100_000, "x");
      yield Buffer.from("\r\n--b--\r\n");
    }
    const body = Readable.toWeb(Readable.from(pieces())) as ReadableStream<Uint8Array>;
    const streamed = { ...multipart(""), body, duplex: "half" };
    const { status } = await visitor.send(page, streamed);
    expect(status).toBe(413);
    expect(draft()?.answers.evidence).toEqual(["doc_1"]);
  });

  it("goes on from where it was where nobody can tell how far the journey has come now", async () => {
    const { fetch } = visitor.api;
    const failing = async (request: Request) => {
      if (request.method === "PATCH") visitor.api.fail("GET /drafts/{draft}", "busy");
      return fetch(request);
    };
    Object.assign(visitor.api, { fetch: failing });
    expect((await visitor.send(page, multipart(filePart() + upload))).location).toBe(
      `${page}#evidence-files`,
    );
    expect(draft()?.answers.evidence).toEqual(["doc_1"]);
  });

  it("is not taken beyond as many as a request may have, and that is said once", async () => {
    const { status, html } = await visitor.send(page, multipart(filePart().repeat(12)));
    expect(visitor.api.uploads).toHaveLength(10);
    expect([status, summaryOf(html)]).toEqual([
      422,
      ["#evidence There is no room for more files. Remove one first"],
    ]);
  });

  it("is read on past a part that has no name", async () => {
    const nameless = "--b\r\nContent-Disposition: form-data; name\r\n\r\nx\r\n";
    const { location } = await visitor.send(page, multipart(`${nameless}${filePart()}`));
    expect(location).toBe(`${noise}/details`);
    expect(visitor.api.uploads).toHaveLength(1);
  });

  it("is read no further than an honest page would be, where nobody takes it", async () => {
    visitor.api.drafts.clear();
    let sent = 0;
    async function* pieces() {
      yield Buffer.from(filePart().slice(0, -2));
      for (; sent < 300; sent += 1) yield Buffer.alloc(1024 * 1024);
    }
    const body = Readable.toWeb(Readable.from(pieces())) as ReadableStream<Uint8Array>;
    const { status } = await visitor.send(page, {
      ...multipart(""),
      body,
      duplex: "half",
    } as never);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(130);
  });
});

const upload =
  '--b\r\nContent-Disposition: form-data; name="with-files"\r\n\r\nupload:evidence\r\n';

function filePart(): string {
  return '--b\r\nContent-Disposition: form-data; name="evidence-file"; filename="a.png"\r\n\r\na\r\n';
}

function multipart(parts: string) {
  const type = "multipart/form-data; boundary=b";
  const headers = { "Sec-Fetch-Site": "same-origin", "Content-Type": type };
  return { method: "POST", body: `${parts}--b--\r\n`, headers };
}
