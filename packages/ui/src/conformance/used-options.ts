/**
 * Name the options that JSX gives to a component, wherever it stands in a source.
 *
 * Only attributes of the tag itself count: what stands in braces or quotes is passed over.
 */
export function optionsIn(source: string, component: string): string[] {
  const code = source.replaceAll(/^\s*\/\/.*$/gm, "");
  const opening = new RegExp(`<${component}(?=[\\s/>])`, "g");
  return [...code.matchAll(opening)].flatMap(({ index }) =>
    [...tagAt(code, index + component.length + 1).matchAll(/([a-zA-Z]+)(?==|\s|$)/g)].map(
      ([, name = ""]) => name,
    ),
  );
}

/** The words of a tag from `start` to its end, without the values of its attributes. */
function tagAt(source: string, start: number): string {
  let words = source.slice(start).replaceAll(/"[^"\n]*"|`[^`]*`/g, "");
  let before = "";
  while (before !== words) {
    before = words;
    words = words.replaceAll(/\{[^{}]*\}/g, "");
  }
  return (words.split(">")[0] ?? "").replaceAll("/", " ");
}
