import type { Child } from "hono/jsx";

const link = /\[([^[\]]+)\]\((https:\/\/[^\s()]+)\)/;

/**
 * Show text that a council wrote: paragraphs apart by an empty line, and `[words](https://…)` a link.
 *
 * Nothing else in it means anything, so no text can become an element or a script.
 */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\r?\n[ \t]*\r?\n/)
        .filter((paragraph) => paragraph.trim())
        .map((paragraph) => (
          <p class="govuk-body">{withLinks(paragraph.trim())}</p>
        ))}
    </>
  );
}

function withLinks(paragraph: string): Child[] {
  return paragraph.split(new RegExp(link, "g")).map((piece, at, pieces) => {
    if (at % 3 === 0) return piece;
    if (at % 3 === 2) return undefined;
    return (
      <a class="govuk-link" href={pieces[at + 1]}>
        {piece}
      </a>
    );
  });
}
