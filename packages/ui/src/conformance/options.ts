import { raw } from "hono/html";

type Options = Record<string, unknown>;

/** Options that come as a pair `<name>Text` and `<name>Html`, and are one prop here. */
const pairs = ["title", "summary", "description", "logo", "heading"];

/**
 * Turn the options of a Nunjucks macro into the props of our component.
 *
 * `text` and `html` become one `content`, elements where it was HTML, since a component takes elements and never
 * a string of HTML.
 */
export function toProps(options: Options): Options {
  const { content, ...props } = translate(options) as Options;
  return content === undefined ? props : { ...props, children: content };
}

function translate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translate);
  if (value === null || typeof value !== "object") return value ?? undefined;
  const props: Options = {};
  for (const [key, option] of Object.entries(value)) {
    props[key] = translateOption(key, option);
  }
  merge(props, "content", "text", "html");
  for (const name of pairs) merge(props, name, `${name}Text`, `${name}Html`);
  return props;
}

function translateOption(key: string, option: unknown): unknown {
  if (key.toLowerCase().endsWith("attributes")) return strings(option);
  if (key === "slots") return slots(option as Options);
  return translate(option);
}

/** The slots of the service navigation may be strings, which are HTML. */
function slots(given: Options): Options {
  return Object.fromEntries(
    Object.entries(given).map(([name, slot]) => [
      name,
      typeof slot === "string" ? raw(slot) : translate(slot),
    ]),
  );
}

function merge(props: Options, name: string, text: string, html: string): void {
  if (!(text in props) && !(html in props)) return;
  props[name] = props[html] ? raw(String(props[html]).trim()) : props[text];
  delete props[text];
  delete props[html];
}

/** The macros print an attribute's every value, and nothing for null. */
function strings(attributes: unknown): unknown {
  return Object.fromEntries(
    Object.entries(attributes as Options).map(([name, value]) => [name, String(value ?? "")]),
  );
}
