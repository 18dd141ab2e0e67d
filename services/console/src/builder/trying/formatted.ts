/** Write a document so that people can read it: each part on a line of its own. */
export function formatted(format: "json" | "xml", text: string): string {
  return format === "json" ? formattedJson(text) : formattedXml(text);
}

function formattedJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** An element that holds words alone, or one tag, or words between tags. */
const piece = /<([^\s/>?!]+)[^>]*>[^<]*<\/\1>|<[^>]+>|[^<]+/g;

/** Elements with nothing but words in them stay on one line. */
function formattedXml(text: string): string {
  let depth = 0;
  const lines = (text.match(piece) ?? [])
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      if (one.startsWith("</")) depth -= 1;
      const line = "  ".repeat(Math.max(depth, 0)) + one;
      if (/^<[^/?!][^<]*(?<!\/)>$/.test(one)) depth += 1;
      return line;
    });
  return lines.join("\n");
}
