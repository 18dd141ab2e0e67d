import type { Asked, Document } from "../platform/ask.ts";

interface DocumentsProps {
  /** Nothing for a case that the platform did not hand over. */
  readonly asked: Asked<readonly Document[]> | undefined;
  /** The address of the case. */
  readonly address: string;
}

/** The submitted form and evidence, read from the platform with the grant that came with the case. */
export function Documents({ asked, address }: DocumentsProps) {
  return (
    <section class="panel" aria-labelledby="documents">
      <h2 id="documents">Documents</h2>
      {asked ? <Listed asked={asked} address={address} /> : <p>{unlinked}</p>}
    </section>
  );
}

const unlinked = "This case carries no right to ask the platform for any.";

function Listed({ asked, address }: { asked: Asked<readonly Document[]>; address: string }) {
  if ("problem" in asked) return <p class="wrong">{asked.problem}</p>;
  if (asked.answer.length === 0) return <p>None were submitted.</p>;
  return (
    <>
      <p class="soft">Kept by the platform, and opened with the right that came with this case.</p>
      <ul class="plain links">
        {asked.answer.map((document) => (
          <li>
            <a href={`${address}/documents/${encodeURIComponent(document.id)}`}>
              {document.kind === "form" ? "The form as it was sent" : document.name}
            </a>{" "}
            <span class="soft">{describe(document)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function describe({ kind, contentType, bytes }: Document): string {
  const size = bytes === undefined ? undefined : `${Math.ceil(bytes / 1024)} KB`;
  return [kind === "form" ? undefined : kind, contentType, size].filter(Boolean).join(", ");
}
