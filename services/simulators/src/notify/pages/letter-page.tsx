import { Layout } from "../../pages/layout.tsx";
import { Moment } from "../../pages/parts.tsx";
import type { Place } from "../../pages/place.ts";
import type { Letter } from "../notify.ts";

interface LetterPageProps {
  readonly place: Place;
  readonly letter: Letter;
}

/** A letter as it would come out of its envelope, a text or an e-mail as it would be read. */
export function LetterPage({ place, letter }: LetterPageProps) {
  const { heading, text, address, createdAt } = letter;
  const title = heading === "" ? "Text message" : heading;
  return (
    <Layout title={title} place={place}>
      <p>
        Taken <Moment at={createdAt} />
      </p>
      <article class="panel">
        <address>
          {address.map((line) => (
            <div>{line}</div>
          ))}
        </address>
        <h1>{title}</h1>
        {text.split(/\n\s*\n/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </article>
    </Layout>
  );
}
