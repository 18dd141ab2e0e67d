import { readMultipart } from "./read-multipart.ts";
import { writeMultipart } from "./write-multipart.ts";

interface Part {
  readonly field?: string;
  /** What stands in the place of the field's name. */
  readonly bare?: string;
  /** What stands in the place of what is said of the part. */
  readonly head?: string;
  readonly name?: string;
  readonly text?: string;
}

function repeated(times: number, part: Part): Part[] {
  return Array.from({ length: times }, () => part);
}

/** A body as a browser writes it, in pieces of the given size. */
function requestOf(
  parts: readonly Part[],
  { size = 7, ends = true, sent = { bytes: 0 } } = {},
): Request {
  const text = parts.map(({ field, bare = "", head, name, text: said = "" }) => {
    const file = name === undefined ? "" : `; filename="${name}"\r\nContent-Type: image/png`;
    const named = field === undefined ? bare : `; name="${field}"`;
    const about = head ?? `Content-Disposition: form-data${named}${file}`;
    return `--b\r\n${about}\r\n\r\n${said}\r\n`;
  });
  const bytes = Buffer.from(text.join("") + (ends ? "--b--\r\n" : ""));
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
      at += size;
      sent.bytes = at;
    },
  });
  const headers = { "Content-Type": "multipart/form-data; boundary=b" };
  return new Request("https://services.example/", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

const nothing = async () => undefined;

describe("readMultipart", () => {
  it.each([7, 5000, 1_000_000])(
    "reads fields and files in any order, in pieces of %i",
    async (size) => {
      const content = '\r\n--c; name="file"\0'.repeat(1000);
      const files: unknown[] = [];
      const request = requestOf(
        [
          { field: "a", text: "ŵ 😀" },
          { field: "photo", name: "Été & 1%22.png", text: content },
          { field: "a", text: "2" },
          { field: "none", name: "", text: "" },
          { field: "__proto__", text: "x" },
        ],
        { size },
      );
      const fields = await readMultipart(request, async ({ chunks, ...part }, before) => {
        files.push([part, [...before.keys()], await textOf(chunks)]);
      });
      expect(fields && [...fields]).toEqual([
        ["a", ["ŵ 😀", "2"]],
        ["__proto__", ["x"]],
      ]);
      const part = { field: "photo", name: "Été & 1%22.png", type: "image/png" };
      expect(files).toEqual([[part, ["a"], content]]);
    },
  );

  it.each<[string, (chunks: AsyncIterable<Uint8Array>) => Promise<void>]>([
    ["reads none of it", nothing],
    [
      "stops in the middle",
      async (chunks) => {
        for await (const _ of chunks) return;
      },
    ],
    [
      "reads on and never ends",
      async (chunks) => void (await chunks[Symbol.asyncIterator]().next()),
    ],
  ])("drops the rest of a file where whoever takes it %s", async (_name, take) => {
    const parts = [
      { field: "photo", name: "a.png", text: "x".repeat(300_000) },
      { field: "after", text: "typed" },
    ];
    const fields = await readMultipart(requestOf(parts, { size: 1000 }), ({ chunks }) =>
      take(chunks),
    );
    expect(fields?.get("after")).toEqual(["typed"]);
  });

  it("passes over parts without a name", async () => {
    const parts = [{ text: "lost" }, { bare: "; name", text: "lost" }, { field: "a", text: "1" }];
    const fields = await readMultipart(requestOf(parts), nothing);
    expect(fields && [...fields]).toEqual([["a", ["1"]]]);
  });

  it.each([
    ["a field that is too long", [{ field: "a", text: "x".repeat(1024 * 1024 + 1) }]],
    ["fields that are too much together", repeated(2, { field: "a", text: "x".repeat(600_000) })],
    ["too many fields", repeated(5001, { field: "a", text: "" })],
    ["too many parts that say nothing", repeated(5100, { head: "X-A: b" })],
  ])("reads no further than %s", async (_, parts) => {
    const sent = { bytes: 0 };
    const rest = repeated(60, { field: "photo", name: "a.png", text: "x".repeat(100_000) });
    const request = requestOf([...parts, ...rest], { size: 100_000, sent });
    expect(await readMultipart(request, nothing)).toBeUndefined();
    expect(sent.bytes).toBeLessThan(3_000_000);
  });

  it("reads no more bytes than it is told", async () => {
    const sent = { bytes: 0 };
    const parts = [{ field: "photo", name: "a.png", text: "x".repeat(1_000_000) }];
    const request = requestOf(parts, { size: 10_000, sent });
    expect(await readMultipart(request, nothing, 100_000)).toBeUndefined();
    expect(sent.bytes).toBeLessThan(200_000);
  });

  it("fails as whoever takes a file fails", async () => {
    const parts = [{ field: "photo", name: "a.png", text: "x" }];
    const failing = readMultipart(requestOf(parts), () => Promise.reject(new Error("no room")));
    await expect(failing).rejects.toThrow("no room");
  });

  it("is undefined for another content type, for too much, and for what is cut off", async () => {
    const plain = new Request("https://services.example/", { method: "POST", body: "a=1" });
    expect(await readMultipart(plain, nothing)).toBeUndefined();
    const large = { field: "a", text: "x".repeat(600_000) };
    const two = requestOf([large, large], { size: 100_000 });
    expect(await readMultipart(two, nothing)).toBeUndefined();
    const many = Array.from({ length: 5001 }, () => ({ field: "a", text: "" }));
    expect(await readMultipart(requestOf(many, { size: 100_000 }), nothing)).toBeUndefined();
    const half = [{ field: "photo", name: "a.png", text: "x".repeat(100_000) }];
    const cut = requestOf(half, { ends: false, size: 1000 });
    expect(
      await readMultipart(cut, async ({ chunks }) => void (await textOf(chunks))),
    ).toBeUndefined();
  });
});

describe("writeMultipart", () => {
  it("sends a file on as it came, with what is said of it", async () => {
    const parts = [{ field: "photo", name: "Été 1%22.png", text: "x".repeat(10_000) }];
    let sent: FormData | undefined;
    await readMultipart(requestOf(parts), async (part) => {
      const { body, contentType } = writeMultipart({ question: "photo", label: "Ŵ" }, part);
      sent = await new Response(body, { headers: { "Content-Type": contentType } }).formData();
    });
    expect([sent?.get("question"), sent?.get("label")]).toEqual(["photo", "Ŵ"]);
    const file = sent?.get("file") as File;
    expect([file.name, file.type, (await file.text()).length]).toEqual([
      'Été 1".png',
      "image/png",
      10_000,
    ]);
  });
});
