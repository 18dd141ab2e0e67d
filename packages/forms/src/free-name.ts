import { isReserved } from "./reserved.ts";

/** The most characters that a name has. */
const longest = { questions: 60, other: 80 };

/** A name like the one that is wished for, which nothing has yet and no form needs itself. */
export function freeName(key: string, wish: string, taken: ReadonlySet<string>): string {
  const isFree = (name: string) => !taken.has(name) && !(key === "pages" && isReserved(name));
  if (isFree(wish)) return wish;
  const separator = key === "questions" ? "" : "-";
  const stem = wish.replace(key === "questions" ? /\d+$/ : /-\d+$/, "") || wish;
  const most = key === "questions" ? longest.questions : longest.other;
  for (let count = 2; ; count += 1) {
    const cut = stem.slice(0, most - String(count).length - 1).replace(/-$/, "");
    const name = cut + separator + count;
    if (isFree(name)) return name;
  }
}

/** A name made of the words of a title: `noiseSource` for a question, `noise-source` for anything else. */
export function nameFrom(key: string, title: string): string {
  const words = title
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f'’]/g, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .slice(0, 6);
  if (key !== "questions") return words.join("-").slice(0, 70).replace(/-$/, "") || "new";
  const [first = "question", ...others] = words
    .join(" ")
    .replace(/^[\d ]+/, "")
    .split(" ");
  const name = first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return name.slice(0, 50) || "question";
}
