/** What a browser would send of the forms of a page as it stands. */
export function fieldsIn(html: string): Record<string, string> {
  const text = (words = "") =>
    words
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  const attribute = (tag: string, name: string) =>
    text(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]);
  const inputs = [...html.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(?:radio|checkbox)"/.test(tag) || / checked/.test(tag))
    .map((tag) => [attribute(tag, "name"), attribute(tag, "value")]);
  const areas = [...html.matchAll(/(<textarea[^>]*>)([^<]*)/g)].map(([, tag = "", words]) => [
    attribute(tag, "name"),
    text(words),
  ]);
  const selects = [...html.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs)].map(
    ([, tag = "", options = ""]) => [
      attribute(tag, "name"),
      attribute(/<option[^>]* selected[^>]*>/.exec(options)?.[0] ?? "", "value"),
    ],
  );
  return Object.fromEntries([...inputs, ...areas, ...selects]);
}
