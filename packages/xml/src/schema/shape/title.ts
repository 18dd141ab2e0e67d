/** A name in words: `PostCode` is “Post code”. What is in capitals is left as it is, for nobody knows where it ends. */
export function titleOf(name: string): string {
  const words = name
    .replace(/^\{.*\}/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_.-]+/g, " ")
    .trim()
    .split(/\s+/)
    .map((word, at) => (at > 0 && /^[A-Z][a-z]/.test(word) ? word.toLowerCase() : word));
  const title = words.join(" ");
  return title.charAt(0).toUpperCase() + title.slice(1);
}
