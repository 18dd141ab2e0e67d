/** Fill a template's `{{names}}` with these values, as they are. */
export type Template<Name extends string> = (values: Readonly<Record<Name, string>>) => string;

/**
 * Take a template apart once, so that filling it is one walk over its pieces.
 *
 * What is filled in is never looked at again, so a value may hold `{{anything}}`.
 */
export function compileTemplate<Name extends string>(source: string): Template<Name> {
  // Split by a pattern with one group, so every second piece is a name.
  const pieces = source.split(/\{\{(\w+)\}\}/);
  return (values) =>
    pieces.map((piece, at) => (at % 2 === 0 ? piece : values[piece as Name])).join("");
}

/** Write text so that it is text in HTML, in an element as in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
