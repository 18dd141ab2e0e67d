const headBytes = 4096;

/**
 * Tell whether a file was chosen in an upload form and what was said of it, and give back its whole body.
 *
 * A browser sends an empty file field as a file without a name. That stands in the first bytes, and the label before
 * it, so no more than those are held.
 */
export async function chosenFile(body: ReadableStream<Uint8Array>): Promise<{
  readonly chosen: boolean;
  readonly label: string;
  readonly body: ReadableStream<Uint8Array>;
}> {
  const reader = body.getReader();
  const held: Uint8Array[] = [];
  let length = 0;
  while (length < headBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    held.push(value);
    length += value.byteLength;
  }
  const head = Buffer.concat(held, length).subarray(0, headBytes).toString("latin1");
  const chosen = !/name="file"; filename=""/.test(head);
  return { chosen, label: labelIn(head), body: joined(held, reader) };
}

function labelIn(head: string): string {
  const [, label = ""] = /name="label"\r\n\r\n([^\r\n]*)\r\n--/.exec(head) ?? [];
  return Buffer.from(label, "latin1").toString();
}

function joined(
  held: Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const first = held.shift();
      if (first) return controller.enqueue(first);
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
