import { Layout } from "../../pages/layout.tsx";
import { Moment } from "../../pages/parts.tsx";
import type { Place } from "../../pages/place.ts";
import type { Letter } from "../notify.ts";

interface LetterPageProps {
  readonly place: Place;
  readonly letter: Letter;
}

/** A letter as it would come out of its envelope. */
export function LetterPage({ place, letter }: LetterPageProps) {
  const { heading, text, address, createdAt } = letter;
  return (
    <Layout title={heading} place={place}>
      <p>
        Taken <Moment at={createdAt} />
      </p>
      <article class="panel">
        <address>
          {address.map((line) => (
            <div>{line}</div>
          ))}
        </address>
        <h1>{heading}</h1>
        {text.split(/\n\s*\n/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </article>
    </Layout>
  );
}
