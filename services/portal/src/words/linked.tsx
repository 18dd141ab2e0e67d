const link = /\[([^[\]]+)\]\((\w+)\)/;

/** A sentence of ours with links in it: `[words](name)`, with the address of each name. */
export function Linked({
  text,
  to,
}: {
  readonly text: string;
  readonly to: Readonly<Record<string, string>>;
}) {
  return (
    <>
      {text.split(new RegExp(link, "g")).map((piece, at, pieces) => {
        if (at % 3 === 0) return piece;
        if (at % 3 === 2) return undefined;
        return (
          <a class="govuk-link" href={to[pieces[at + 1] ?? ""]}>
            {piece}
          </a>
        );
      })}
    </>
  );
}
