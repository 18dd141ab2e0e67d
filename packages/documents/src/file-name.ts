/** Runs on somebody's computer, whatever extension comes after it. */
const dangerous =
  /\.(?:app|bat|cmd|com|cpl|dll|docm|exe|hta|html?|jar|jse?|lnk|mht|msi|php|pif|ps1|reg|scr|sh|svgz?|url|vb[es]?|wsf|xhtml|xlsm|xml)\./i;
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
/** Controls, marks that turn the direction of writing, what cannot be seen, and what paths are made of. */
const unsafe = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"|?*/\\]/gu;
const maxLength = 100;

/** The extension by which a file says what it is, in small letters; undefined, where it has none. */
export function extensionOf(name: string): string | undefined {
  return /\.([a-z0-9]{1,5})$/i.exec(lastPart(name).replace(unsafe, ""))?.[1]?.toLowerCase();
}

/** Tell whether a name hides an extension of something that runs before its last one. */
export function isDisguised(name: string): boolean {
  return dangerous.test(lastPart(name).replace(unsafe, ""));
}

/** Make a name that is safe to show and to save under on any system. Its extension stays. */
export function displayName(name: string): string {
  const clean = lastPart(name.toWellFormed().normalize("NFC")).replace(unsafe, "");
  const extension = extensionOf(clean);
  const end = extension === undefined ? "" : `.${extension}`;
  const stem = clean.slice(0, clean.length - end.length).replace(/^[\s.]+|[\s.]+$/g, "");
  const room = maxLength - end.length;
  const short = [...(stem || "file")]
    .slice(0, room - 1)
    .join("")
    .trimEnd();
  const [first = ""] = short.split(".");
  return `${reserved.test(first.trim()) ? "_" : ""}${short}${end}`;
}

/** The header that makes a browser save a file under its name, by RFC 6266 and RFC 8187. */
export function contentDisposition(
  name: string,
  how: "attachment" | "inline" = "attachment",
): string {
  const safe = displayName(name);
  const plain = safe
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w .()-]/g, "_");
  // Of marks alone nothing is left.
  return `${how}; filename="${plain || "file"}"; filename*=UTF-8''${encode(safe)}`;
}

function lastPart(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
}

/** RFC 8187 allows fewer characters than `encodeURIComponent` leaves alone. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
