import { chosenFile } from "./chosen-file.ts";

/** A multipart body as a browser writes it, in pieces of the given size. */
function bodyOf(
  name: string,
  content: string,
  size = 7,
): { text: string; stream: ReadableStream<Uint8Array> } {
  const text = [
    "--b",
    'Content-Disposition: form-data; name="question"',
    "",
    "evidence",
    "--b",
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    "Content-Type: image/png",
    "",
    content,
    "--b--",
    "",
  ].join("\r\n");
  const bytes = Buffer.from(text);
  const pieces = Array.from(
    { length: Math.ceil(bytes.length / size) },
    (_, at) => new Uint8Array(bytes.subarray(at * size, (at + 1) * size)),
  );
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  return { text, stream };
}

describe("chosenFile", () => {
  it("sees that no file was chosen", async () => {
    expect((await chosenFile(bodyOf("", "").stream)).chosen).toBe(false);
  });

  it.each([7, 5000, 1_000_000])(
    "gives the whole body back as it came, in pieces of %i",
    async (size) => {
      const { text, stream } = bodyOf("a.png", 'x; name="file"; filename="'.repeat(1000), size);
      const { chosen, body } = await chosenFile(stream);
      expect(chosen).toBe(true);
      expect(await new Response(body).text()).toBe(text);
    },
  );

  it("takes no more from the sender than it needs to see", async () => {
    let taken = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        taken += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const { body } = await chosenFile(endless);
    expect(taken).toBeLessThan(8);
    await body.cancel();
  });
});
