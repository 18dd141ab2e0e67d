/** What became of a file that was chosen in a form. */
export type SentFile = { readonly file: File } | { readonly fault: "too-large" | "none" };

/** Read the file that was chosen in a form's field `file`, where it is no larger than it may be. */
export async function readSentFile(request: Request, largestBytes: number): Promise<SentFile> {
  const bytes = await readBytes(request, largestBytes);
  if (!bytes) return { fault: "too-large" };
  const file = await fileIn(bytes, request.headers.get("content-type") ?? "");
  return file && file.size > 0 ? { file } : { fault: "none" };
}

/** Bytes are counted as they come, since a length that was announced may be a lie. */
async function readBytes(
  { body }: Request,
  largestBytes: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    length += part.byteLength;
    if (length > largestBytes) return undefined;
  }
  return Buffer.concat(parts, length);
}

async function fileIn(bytes: Buffer<ArrayBuffer>, type: string): Promise<File | undefined> {
  try {
    const form = await new Response(bytes, { headers: { "Content-Type": type } }).formData();
    const file = form.get("file");
    return file instanceof File ? file : undefined;
  } catch {
    // Whatever was sent, no page of ours sends it.
    return undefined;
  }
}
