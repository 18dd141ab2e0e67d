/** What a function of the words is given, to see what it says. */
const given = ["‹1›", "‹2›"];

/** Every sentence of a table of words, by where it stands; one with values in it as it is with some. */
export function sentencesOf(words: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, said]) => {
      const at = path === "" ? name : `${path}.${name}`;
      if (typeof said === "string") return [[at, said] as const];
      if (typeof said === "function") return [[at, String(said(...given))] as const];
      return [...sentencesOf(said, at)];
    }),
  );
}
