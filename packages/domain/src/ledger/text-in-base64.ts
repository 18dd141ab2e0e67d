const shortest = 8;
const noText = /\uFFFD|[^\P{C}\s]/u;

/** Whether what looks like one word is a text in base64: other letters that are read so give no text. */
export function isTextInBase64(run: string): boolean {
  const text = Buffer.from(run, "base64").toString("utf8");
  return text.length >= shortest && !noText.test(text);
}
