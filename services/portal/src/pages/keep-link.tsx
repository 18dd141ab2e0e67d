import { InsetText } from "@guildhall/ui";
import { wordsHere } from "../words/speech.tsx";

/** Give the link that opens everything, and say what it is worth. */
export function KeepLink({ link }: { link: string }) {
  const { sending } = wordsHere();
  return (
    <InsetText>
      <p class="govuk-body">{sending.keepLink}</p>
      <p class="govuk-body govuk-!-margin-bottom-0">
        <a class="govuk-link" href={link}>
          {link}
        </a>
      </p>
    </InsetText>
  );
}
