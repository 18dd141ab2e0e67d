import type { Document, Listing } from "../documents.ts";

interface DocumentsProps {
  readonly listing: Listing | undefined;
  readonly address: string;
}

/** The submitted form and evidence, read from the platform with the grant that came with the item. */
export function Documents({ listing, address }: DocumentsProps) {
  return (
    <section class="panel" aria-labelledby="documents">
      <h2 id="documents">Submitted documents</h2>
      {listing ? <Listed listing={listing} address={address} /> : <p>{unlinked}</p>}
    </section>
  );
}

const unlinked = "This item carries no callback address and grant, so there are none to ask for.";

function Listed({ listing, address }: { listing: Listing; address: string }) {
  if ("problem" in listing) return <p class="wrong">{listing.problem}</p>;
  return (
    <>
      <p class="soft">Read from the platform just now, with this item’s grant.</p>
      {listing.documents.length === 0 ? <p>None were submitted.</p> : null}
      <ul class="plain">
        {listing.documents.map((document) => (
          <li>
            <a href={`${address}/documents/${encodeURIComponent(document.id)}`}>{document.name}</a>{" "}
            <span class="soft">{describe(document)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function describe({ kind, contentType, bytes }: Document): string {
  const size = bytes === undefined ? undefined : `${Math.ceil(bytes / 1024)} KB`;
  return [kind, contentType, size].filter(Boolean).join(", ");
}
